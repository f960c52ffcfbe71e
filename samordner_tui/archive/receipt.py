"""The receipt for a deletion: what was deleted, and what was proved. It names nobody, and no case.

It is read by somebody who never saw the program: what kind of things are gone, where, how that was looked into, and
what it does not reach. Answers to the evaluation are never counted in it, for few answers point at somebody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

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
    record: str = "cases"
    """The table of what was deleted: a case, a person, the text of a briefing."""
    kinds: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """How many rows went of each table."""
    copies_gone_on: date | None = None
    """When the samordner said that the copies in other places are gone."""

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

    def plain(self) -> dict[str, object]:
        """The receipt as plain values, for another program."""
        return {
            "deleted_on": self.deleted_on.isoformat(),
            "rows": self.rows,
            "changes": self.changes,
            "copies_rewritten": self.copies_rewritten,
            "copies_destroyed": self.copies_destroyed,
            "databases_searched": self.databases_searched,
            "exports_outside": self.exports_outside,
            "second_place_missing": self.second_place_missing,
            "copies_elsewhere": self.copies_elsewhere,
            "copies_gone_on": self.copies_gone_on.isoformat() if self.copies_gone_on else None,
        }

    def _gone(self) -> Iterator[str]:
        day = _day(self.deleted_on)
        if self.is_held_by_copies:
            yield _("Fjernet fra arkivet {day}. Det står endnu i kopier, som programmet ikke kan nå.").format(day=day)
        else:
            yield _("Slettet {day}.").format(day=day)
        counted = ", ".join(self._counted())
        match self.record:
            case "people":
                yield _("Det var én person og alt, der kun handlede om den person.")
                yield _("Hele sagens historik før den dag er også væk.")
            case "briefings":
                yield _("Det var teksten til ét oplæg. At det var der, og hvem der sagde ja til det, står stadig.")
                yield _("Det, historikken holdt af teksten, er også væk.")
            case _other if counted:
                yield _("Det var en hel sag: {counted} og alt andet i den, også historikken.").format(counted=counted)
            case _other:
                yield _("Det var en hel sag med alt, der stod i den, også historikken.")

    def _counted(self) -> Iterator[str]:
        count = self.kinds.get
        people, visits, conferences = count("people", 0), count("contacts", 0), count("conferences", 0)
        briefings, plans, agreements = count("briefings", 0), count("plans", 0), count("plan_items", 0)
        for number, words in (
            (people, ngettext("{count} person", "{count} personer", people)),
            (visits, ngettext("{count} besøg eller samtale", "{count} besøg og samtaler", visits)),
            (conferences, ngettext("{count} rådslagning", "{count} rådslagninger", conferences)),
            (briefings, ngettext("{count} oplæg", "{count} oplæg", briefings)),
            (plans, ngettext("{count} plan", "{count} planer", plans)),
            (agreements, ngettext("{count} aftale", "{count} aftaler", agreements)),
        ):
            if number:
                yield words.format(count=number)

    def _copies(self) -> Iterator[str]:
        rewritten, destroyed = self.copies_rewritten, self.copies_destroyed
        if rewritten:
            yield ngettext(
                "Det er væk i arkivet og i {count} sikkerhedskopi.",
                "Det er væk i arkivet og i {count} sikkerhedskopier.",
                rewritten,
            ).format(count=rewritten)
        elif destroyed:
            yield _("Det er væk i arkivet.")
        else:
            yield _("Det er væk i arkivet. Der var ingen sikkerhedskopier.")
        if destroyed:
            yield ngettext(
                "{count} sikkerhedskopi er fjernet helt, fordi den ikke kunne læses.",
                "{count} sikkerhedskopier er fjernet helt, fordi de ikke kunne læses.",
                destroyed,
            ).format(count=destroyed)
        if self.databases_searched > 1:
            yield _("Bagefter blev arkivet og kopierne åbnet og set igennem. Intet af det stod der mere.")
        else:
            yield _("Bagefter blev arkivet åbnet og set igennem. Intet af det stod der mere.")

    def _outside(self) -> Iterator[str]:
        yield _("Kvitteringen gælder ikke papirer og filer, som er givet videre, og ikke mails og kalendere.")
        if self.exports_outside:
            yield ngettext(
                "{count} gang er der lavet papirer eller filer, som ikke er meldt destrueret.",
                "{count} gange er der lavet papirer eller filer, som ikke er meldt destrueret.",
                self.exports_outside,
            ).format(count=self.exports_outside)
        if self.second_place_missing:
            yield _(
                "Det andet sted til kopier var ikke tilsluttet. Det står endnu i kopierne dér "
                "og bliver fjernet fra dem, næste gang stedet er tilsluttet."
            )
        if self.copies_elsewhere:
            yield _("Kopier, samordneren har lagt andre steder, er ikke rørt. Det står endnu i dem.")
        elif self.copies_gone_on is not None:
            yield _("Kopier, der lå andre steder, er væk. Det sagde samordneren {day}.").format(
                day=_day(self.copies_gone_on)
            )


def _day(day: date) -> str:
    return day.strftime("%d-%m-%Y")
