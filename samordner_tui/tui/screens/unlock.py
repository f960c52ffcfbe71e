"""The door. The screen is painted first; the rest of the program is read while the person types."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.language import _, said
from samordner_tui.refusals import Refused
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.secret import SecretInput

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

PLAIN_DATABASE = b"SQLite format 3\x00"
UNHURRIED = 0.05
"""Seconds between the first frame and the first import, so that the frame is on the screen."""


class ShowSecret(Command):
    """Viser, hvad du skriver, i stedet for prikker. Tryk igen for at skjule det."""

    id = "show_secret"
    key = "f4"
    title = said("Vis eller skjul adgangskoden")
    footer = said("Vis")


class OtherArchive(Command):
    """Åbner et arkiv i en anden mappe, opretter et nyt eller går til øvearkivet."""

    id = "other_archive"
    key = "f3"
    title = said("Et andet arkiv")
    footer = said("Et andet arkiv")


class UnlockScreen(FrameScreen[None]):
    """Asks for the passphrase or the recovery code, and opens the archive in a thread."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (ShowSecret, OtherArchive)
    BINDINGS = keys_of(OFFERS)
    DEFAULT_CSS = """
    UnlockScreen {
        #body { align: center middle; }
        #door { width: 60; max-width: 92%; height: auto; }
        #name { text-style: bold; margin-bottom: 1; }
        #which { color: $muted; }
        #ask { margin: 1 0 0 0; }
        #answer { height: auto; min-height: 3; margin-top: 1; color: $accent; }
        #answer.-calm { color: $muted; }
        #unwritten { height: auto; color: $warn; display: none; }
    }
    """

    def __init__(self, folder: Path, since: datetime | None = None) -> None:
        """For the archive in `folder`; `since` is when a private time began that still runs."""
        super().__init__()
        self.folder = folder
        self.since = since
        self.plain = is_plain(folder)

    def compose_body(self) -> Iterable[Widget]:
        """The folder's name, one field, and a line for the answer."""
        if self.since is not None:
            from samordner_tui.tui.widgets.private_clock import PrivateClock

            yield PrivateClock(self.since, self.program.now)
        with Vertical(id="door"):
            yield Static(Content(self._heading()), id="name")
            yield Static(Content(_("Arkivet i mappen »{name}«").format(name=self.folder.name)), id="which")
            yield Static(Content(self._question()), id="ask")
            yield SecretInput(id="secret", hidden=not self.plain)
            yield Static("", id="answer", classes="-calm")
            yield Static("", id="unwritten")

    def tell_unwritten(self, sentence: str) -> None:
        """Say, for as long as the door is shut, that something could not be kept when the archive was locked."""
        line = self.query_one("#unwritten", Static)
        line.update(Content(sentence))
        line.display = bool(sentence)

    def on_mount(self) -> None:
        """Begin to read the rest of the program once the frame is painted."""
        self.call_after_refresh(lambda: self.set_timer(UNHURRIED, self._read_the_rest))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A training archive has no passphrase to show."""
        if action == ShowSecret.id and self.plain:
            return False
        return super().check_action(action, parameters)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Skriv din adgangskode, og tryk enter. Har du glemt den, kan du skrive gendannelseskoden, som du har på "
            "papir. Uden en af de to kan ingen åbne arkivet, heller ikke dem, der har lavet programmet."
        )

    def action_show_secret(self) -> None:
        """Turn dots into letters, and back."""
        self.query_one(SecretInput).show_or_hide()

    def action_other_archive(self) -> None:
        """Choose another folder."""
        from samordner_tui.tui.screens.first_run import FirstRunScreen

        self.app.push_screen(FirstRunScreen(self.folder, can_go_back=True))

    @on(Input.Submitted, "#secret")
    def _submitted(self, event: Input.Submitted) -> None:
        """Try what was typed."""
        if event.value or self.plain:
            self._open(event.value)

    @work(exclusive=True, group="open")
    async def _open(self, secret: str) -> None:
        """Open in a thread; a refusal is said below the field."""
        field = self.query_one(SecretInput)
        self._answer(_("Låser op …"), calm=True)
        field.disabled = True
        try:
            async with self.program.closing:
                archive = await asyncio.to_thread(
                    open_archive, self.folder, None if self.plain else secret, self.program.utc_now
                )
        except Refused as refusal:
            field.disabled = False
            field.focus()
            field.value = ""
            self._answer(str(refusal))
            return
        field.value = ""
        field.disabled = False
        self._answer("")
        await self.program.enter(archive)

    @work(thread=True, group="read-the-rest", exit_on_error=False)
    def _read_the_rest(self) -> None:
        """Import what the next screens need, while the person types."""
        read_the_rest()

    def _answer(self, sentence: str, *, calm: bool = False) -> None:
        """Show a sentence below the field."""
        answer = self.query_one("#answer", Static)
        answer.set_class(calm, "-calm")
        answer.update(Content(sentence))

    def _heading(self) -> str:
        """The line above."""
        return _("Øvearkivet er lukket") if self.plain else _("Arkivet er låst")

    def _question(self) -> str:
        """What to type."""
        return _("Tryk enter for at gå ind.") if self.plain else _("Adgangskode eller gendannelseskode")


def is_plain(folder: Path) -> bool:
    """Whether the archive is one for training: a database that is not encrypted."""
    try:
        with (folder / "archive.db").open("rb") as file:
            return file.read(len(PLAIN_DATABASE)) == PLAIN_DATABASE
    except OSError:
        return False


def open_archive(folder: Path, secret: str | None, clock: Callable[[], datetime]) -> Archive:
    """Open the archive. Slow: called in a thread."""
    from samordner_tui.archive.file import Archive

    return Archive.open(folder, secret, clock=clock)


def read_the_rest() -> None:
    """Import the archive, the casework and the next screens, and read the method."""
    from importlib import import_module

    for name in (
        "archive.file",
        "method.definition",
        "casework.facts",
        "casework.summary",
        "tui.screens.overview",
        "tui.screens.case",
    ):
        import_module(f"samordner_tui.{name}")
    from samordner_tui.method.definition import method

    method()
