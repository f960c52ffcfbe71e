"""What the archive refuses, each with its own sentence. No sentence holds anything from a case.

A sentence says what is the matter, that nothing is lost, and the way on.
"""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.refusals import Refused


class ArchiveRefused(Refused):
    """A refusal of the archive. The sentence is looked up when it is raised, in the language in use."""

    def __init__(self, sentence: str | None = None) -> None:
        super().__init__(self.sentence() if sentence is None else sentence)

    def sentence(self) -> str:
        """What is said when nothing more exact is known."""
        return _("Arkivet kan ikke bruges lige nu.")


class WrongSecret(ArchiveRefused):
    """Neither slot of the key file opens with what was typed."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Adgangskoden passer ikke. Prøv igen, eller brug gendannelseskoden, som du har på papir.")


class MistypedRecoveryCode(WrongSecret):
    """It has the form of a recovery code, and its check does not hold."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Der er en tastefejl i gendannelseskoden. Se den igennem på papiret, og prøv igen.")


class WeakPassphrase(ArchiveRefused):
    """The passphrase is too easy to guess."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Adgangskoden skal have mindst 12 tegn eller fire ord.")


class MissingKeyFile(ArchiveRefused):
    """The archive is encrypted, and there is no key file beside it."""

    def sentence(self) -> str:
        """The sentence."""
        return _(
            "Filen archive.key mangler, og uden den kan arkivet ikke åbnes. Der ligger en kopi i archive.key.bak "
            "og i hver sikkerhedskopi: læg den tilbage i mappen. Arkivet selv er urørt."
        )


class DamagedKeyFile(ArchiveRefused):
    """The key file cannot be read; that says nothing about the passphrase."""

    def sentence(self) -> str:
        """The sentence."""
        return _(
            "Filen archive.key er beskadiget. Det er ikke adgangskoden, der er noget galt med. Der ligger en kopi i "
            "archive.key.bak og i hver sikkerhedskopi: læg den tilbage som archive.key. Arkivet selv er urørt."
        )


class DamagedArchive(ArchiveRefused):
    """The key is right and the database cannot be read."""

    def sentence(self) -> str:
        """The sentence."""
        return _(
            "Arkivet er beskadiget og kan ikke læses. Adgangskoden er rigtig. Hent den nyeste sikkerhedskopi fra "
            "mappen backups. Den beskadigede fil er ikke rørt."
        )


class EmptyArchive(ArchiveRefused):
    """The database has no bytes, or holds no tables: opened as it is, it would become a new empty archive."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Filen archive.db er tom. Intet er skrevet i den. Hent den nyeste sikkerhedskopi fra mappen backups.")


class ForeignArchive(ArchiveRefused):
    """It is a database, and not one of ours."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Filen archive.db er ikke et arkiv fra Samordner. Den er ikke rørt.")


class NewerArchive(ArchiveRefused):
    """A newer program wrote it."""

    def sentence(self) -> str:
        """The sentence."""
        return _(
            "Arkivet er skrevet af en nyere udgave af Samordner. Opdatér programmet, og åbn det igen. Intet er ændret."
        )


class OlderArchive(ArchiveRefused):
    """It must be upgraded, and it was opened only to be read."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Arkivet er fra en ældre udgave af Samordner. Åbn det én gang i programmet, så bliver det opdateret.")


class UpgradeFailed(ArchiveRefused):
    """The upgrade did not come through; the archive stands as it was."""

    def sentence(self) -> str:
        """The sentence."""
        return _(
            "Arkivet kunne ikke opdateres til den nye udgave. Det står, som det gjorde før, "
            "og der ligger en sikkerhedskopi."
        )


class NoArchive(ArchiveRefused):
    """There is no archive in the folder."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Der er intet arkiv i mappen. Vælg en anden mappe, eller opret et nyt arkiv.")


class LostDatabase(NoArchive):
    """The database is gone from the folder, and the rest of the archive lies there."""

    def sentence(self) -> str:
        """The sentence."""
        return _(
            "Filen archive.db mangler i mappen, og resten af arkivet er der. Læg filen tilbage, eller hent den nyeste "
            "sikkerhedskopi fra mappen backups."
        )


class AlreadyThere(ArchiveRefused):
    """A new archive was asked for where one lies already."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Der ligger allerede et arkiv i mappen. Vælg en anden mappe. Intet er ændret.")


class AnotherArchiveThere(AlreadyThere):
    """A copy was to be brought back where another archive lies than the one it is a copy of."""

    def sentence(self) -> str:
        """The sentence."""
        return _(
            "Kopien er ikke hentet: i mappen ligger et andet arkiv end det, kopien er taget af. Intet er ændret. "
            "Nævn en tom mappe, så hentes den dér: samordner --archive MAPPE archive restore KOPI."
        )


class FolderNotWritable(ArchiveRefused):
    """The folder of the archive cannot be written in."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Der kan ikke skrives i mappen. Giv dig selv lov til at skrive i den, eller vælg en anden mappe.")


class DiskFull(ArchiveRefused):
    """There is no room; the change was rolled back."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Disken er fuld, så det sidste blev ikke gemt. Alt før det er gemt. Frigør plads, og prøv igen.")


class DiskFailed(ArchiveRefused):
    """The disk did not answer as it should; the change was rolled back."""

    def sentence(self) -> str:
        """The sentence."""
        return _(
            "Disken svarede ikke, så det sidste blev ikke gemt. Alt før det er gemt. Se efter, om disken er på plads."
        )


class ArchiveInUse(ArchiveRefused):
    """Another program has the archive open for writing."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Arkivet er åbent i et andet vindue eller program. Luk det dér, og prøv igen.")


class ArchiveBusy(ArchiveRefused):
    """Another transaction did not let go in time."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Arkivet er optaget lige nu, så det sidste blev ikke gemt. Prøv igen om lidt.")


class ArchiveClosed(ArchiveRefused):
    """The archive is locked or closed, and the key is forgotten."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Arkivet er låst. Lås det op for at gå videre.")


class OnlyForReading(ArchiveRefused):
    """The archive was opened only to be read."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Arkivet er kun åbnet til læsning, så det kan ikke ændres.")


class CannotUndo(ArchiveRefused):
    """What is there now is not what the step left, or the step is one that stands."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Det kan ikke fortrydes, for noget er ændret siden. Intet er rørt.")


class BackupFailed(ArchiveRefused):
    """A copy was written and did not hold when it was read again."""

    def sentence(self) -> str:
        """The sentence."""
        return _(
            "Sikkerhedskopien kunne ikke laves, så den hele er. Arkivet selv er i orden. De gamle kopier er der stadig."
        )


class NotABackup(ArchiveRefused):
    """What was pointed at is no copy of an archive."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Dér ligger ingen hel sikkerhedskopi. Intet er ændret.")


class DeletionUnproved(ArchiveRefused):
    """The rows are gone from the archive, and it could not be proved for every copy yet."""

    def sentence(self) -> str:
        """The sentence."""
        return _(
            "Det er slettet i arkivet, men det kunne ikke bevises for alle kopier endnu. "
            "Luk andre programmer, der læser arkivet. Sletningen gøres færdig, næste gang det åbnes."
        )


class NothingThere(ArchiveRefused):
    """What was to be deleted is not in the archive."""

    def sentence(self) -> str:
        """The sentence."""
        return _("Det findes ikke i arkivet. Måske er det allerede slettet.")
