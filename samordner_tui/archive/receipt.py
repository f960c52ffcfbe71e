"""The receipt for a deletion: what was deleted, and what was proved. It names nobody, and no case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samordner_tui.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was deleted and what was proved. It names nobody, and no case."""

    deleted_on: date
    rows: int
    changes: int
    """Lines of the journal that went with them."""
    copies_rewritten: int
    copies_destroyed: int
    databases_searched: int
    exports_outside: int
    """Exports that are entered as not destroyed yet."""
    second_place_missing: bool
    """A second place for copies is chosen and was not there."""
    copies_elsewhere: bool
    """Copies were made in places that the archive does not look in."""

    @property
    def is_held_by_copies(self) -> bool:
        """Whether a copy out of reach holds it still: it is not called deleted before that is mended."""
        return self.second_place_missing or self.copies_elsewhere

    def title(self) -> str:
        """What the receipt is called."""
        return _("Foreløbig kvittering") if self.is_held_by_copies else _("Kvittering for sletning")

    def lines(self) -> tuple[str, ...]:
        """The receipt as it is read."""
        return (*self._gone(), *self._copies(), *self._outside())

    def _gone(self) -> Iterator[str]:
        day = self.deleted_on.strftime("%d-%m-%Y")
        if self.is_held_by_copies:
            yield _("Fjernet fra arkivet {day}. Det står endnu i kopier, som programmet ikke kan nå.").format(day=day)
        else:
            yield _("Slettet {day}.").format(day=day)
        yield ngettext("{count} linje er væk.", "{count} linjer er væk.", self.rows).format(count=self.rows)
        if self.changes:
            yield ngettext(
                "{count} ændring i historikken er væk.", "{count} ændringer i historikken er væk.", self.changes
            ).format(count=self.changes)
        else:
            yield _("Der stod intet om det i historikken.")

    def _copies(self) -> Iterator[str]:
        rewritten, destroyed, searched = self.copies_rewritten, self.copies_destroyed, self.databases_searched
        if not rewritten and not destroyed:
            yield _("Der var ingen sikkerhedskopier at slette i.")
        if rewritten:
            yield ngettext(
                "{count} sikkerhedskopi er skrevet om.", "{count} sikkerhedskopier er skrevet om.", rewritten
            ).format(count=rewritten)
        if destroyed:
            yield ngettext(
                "{count} sikkerhedskopi er fjernet, fordi den ikke kunne læses.",
                "{count} sikkerhedskopier er fjernet, fordi de ikke kunne læses.",
                destroyed,
            ).format(count=destroyed)
        yield ngettext(
            "{count} database er åbnet og gennemsøgt. Intet af det står i den.",
            "{count} databaser er åbnet og gennemsøgt. Intet af det står i dem.",
            searched,
        ).format(count=searched)

    def _outside(self) -> Iterator[str]:
        if self.exports_outside:
            yield _("Uden for arkivet: {count} udtræk er endnu ikke meldt destrueret.").format(
                count=self.exports_outside
            )
        if self.second_place_missing:
            yield _(
                "Det andet sted til kopier var ikke tilsluttet. Det står endnu i kopierne dér "
                "og bliver fjernet fra dem, næste gang stedet er tilsluttet."
            )
        if self.copies_elsewhere:
            yield _("Kopier, du selv har lagt andre steder, er ikke rørt. Det står endnu i dem, til du sletter dem.")
