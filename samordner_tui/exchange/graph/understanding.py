"""What another program says of a person or a tie, understood or refused: each with its line and a reason."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, TypeVar

from samordner_tui.casework.incoming import Incoming, IncomingPerson, IncomingTie, InTheMiddle, RefusedRow
from samordner_tui.casework.quick_add import Understood, placed
from samordner_tui.casework.relations import OF_SIDE, meaning_of
from samordner_tui.exchange.contacts.judging import taken_or_refused, wrong_in
from samordner_tui.exchange.how_many import LONGEST, far_too_much, not_too_many
from samordner_tui.language import _
from samordner_tui.method.signs import on_one_line
from samordner_tui.method.terms import PersonKind, Sector, Support, Tie, TieQuality

NAMES: Final = ("name", "navn", "label", "node label", "nickname")
"""What programs call a name: our own, Network Canvas, Gephi, yEd."""
RELATIONS: Final = ("relation", "relationship", "relation_to_ego")
CONTACTS: Final = ("contact", "tie")
READ: Final = (*NAMES, *RELATIONS, *CONTACTS, "kind", "sector", "ring")
YES: Final = frozenset({"true", "1", "yes", "ja"})

Attributes = Mapping[str, str]
Member = TypeVar("Member", bound=StrEnum)


def first_of(attributes: Attributes, names: Sequence[str]) -> str:
    """The first of several attributes that says something, as it would be typed in a field."""
    said = (on_one_line(unicodedata.normalize("NFC", attributes.get(name, ""))).strip() for name in names)
    return next((one for one in said if one), "")


def is_ego(attributes: Attributes) -> bool:
    """Whether somebody is the one in the middle."""
    return first_of(attributes, ("ego", "is_ego")).lower() in YES


def understood(place: int, called: str, attributes: Attributes) -> IncomingPerson | RefusedRow:
    """A person as a file tells of them, or why they cannot be taken."""
    if any(len(attributes.get(name, "")) > LONGEST for name in READ):
        return RefusedRow(place, far_too_much())
    extra: list[str] = []
    kind = _member(PersonKind, attributes, ("kind",), extra)
    person = Understood(
        first_of(attributes, NAMES),
        kind=kind or PersonKind.PRIVATE,
        relation=first_of(attributes, RELATIONS) or None,
        sector=_member(Sector, attributes, ("sector",), extra),
        ring=_ring(attributes, extra),
        tie=_member(Tie, attributes, CONTACTS, extra),
        kind_is_said=kind is not None,
    )
    person = _with_side(person) if kind is not None else placed(person)
    return taken_or_refused(IncomingPerson(place, called, replace(person, extra=tuple(extra))))


def _with_side(person: Understood) -> Understood:
    """The side that the relation tells, or the sector; what the file says itself stays as it is."""
    meaning = meaning_of(person.relation) if person.relation else None
    side = meaning.side if meaning is not None else None
    if side is None and person.kind is PersonKind.PRIVATE:
        side = next((one for one, sector in OF_SIDE.items() if sector is person.sector), None)
    return replace(person, side=side)


def _member(kinds: type[Member], attributes: Attributes, names: Sequence[str], extra: list[str]) -> Member | None:
    """A choice of ours; another program's own goes to what was not understood."""
    said = first_of(attributes, names)
    try:
        return kinds(said.lower()) if said else None
    except ValueError:
        extra.append(f"{names[0]}: {said}")
        return None


def _ring(attributes: Attributes, extra: list[str]) -> int | None:
    """The ring, which other programs write with decimals."""
    said = first_of(attributes, ("ring",))
    try:
        ring = float(said or "nan")
    except ValueError:
        ring = math.nan
    if ring.is_integer() and wrong_in("ring", int(ring)) is None:
        return int(ring)
    if said:
        extra.append(f"ring: {said}")
    return None


@dataclass
class Gathering:
    """What a file brings, gathered row by row."""

    people: list[IncomingPerson] = field(default_factory=list)
    ties: list[IncomingTie] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    middle: dict[str, InTheMiddle] = field(default_factory=dict)
    """Those in the middle, by what the file calls them."""
    around: set[str] = field(default_factory=set)
    """What it calls those who are taken."""
    pairs: set[frozenset[str]] = field(default_factory=set)

    def ego(self, place: int, called: str, attributes: Attributes) -> None:
        """Somebody in the middle. A name that could not be kept is as none."""
        if not called:
            self.refuse(place, _("Personens id mangler."))
            return
        name = first_of(attributes, NAMES)
        self.middle.setdefault(called, InTheMiddle(called, name if wrong_in("name", name) is None else ""))

    def person(self, place: int, called: str, attributes: Attributes) -> None:
        """Somebody around, or why not.

        Raises:
            Refused: they are more than a file may hold.
        """
        if not called or called in self.around or called in self.middle:
            self.refuse(place, _("To i filen har samme id.") if called else _("Personens id mangler."))
            return
        found = understood(place, called, attributes)
        if isinstance(found, RefusedRow):
            self.refused.append(found)
            return
        self.around.add(called)
        self.people.append(found)
        not_too_many(len(self.people))

    def tie(self, place: int, between: tuple[str, str], attributes: Attributes) -> None:
        """A tie, or why not. One that says nothing of how it is, is ordinary."""
        first, second = between
        if any(one not in self.around and one not in self.middle for one in between):
            self.refuse(place, _("Båndet går til en, der ikke er med."))
        elif first == second:
            self.refuse(place, _("Et bånd er mellem to forskellige."))
        elif frozenset(between) in self.pairs:
            self.refuse(place, _("De to har allerede et bånd i filen."))
        else:
            self._take(place, between, attributes)

    def _take(self, place: int, between: tuple[str, str], attributes: Attributes) -> None:
        unknown: list[str] = []
        quality = _member(TieQuality, attributes, ("quality",), unknown)
        support = _member(Support, attributes, ("support",), unknown)
        if unknown:
            self.refuse(place, _("Båndet siger »{words}«, som ikke kendes her.").format(words=unknown[0]))
            return
        self.pairs.add(frozenset(between))
        self.ties.append(IncomingTie(place, *between, quality or TieQuality.ORDINARY, support))

    def refuse(self, place: int, reason: str) -> None:
        """Name a row that is not taken, and why."""
        self.refused.append(RefusedRow(place, reason))

    def incoming(self) -> Incoming:
        """Everything."""
        refused = tuple(sorted(self.refused, key=lambda one: one.place))
        return Incoming(tuple(self.people), tuple(self.ties), refused, tuple(self.middle.values()))
