"""What another program says of a person or a tie, understood or refused: each with its line and a reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, TypeVar

from samordner_tui.casework.entry import forbidden
from samordner_tui.casework.incoming import MIDDLE, Incoming, IncomingPerson, IncomingTie, RefusedRow
from samordner_tui.casework.quick_add import LONGEST_NAME, OF_SIDE, Understood, placed
from samordner_tui.casework.relations import meaning_of
from samordner_tui.language import _
from samordner_tui.method.terms import PersonKind, Sector, Support, Tie, TieQuality
from samordner_tui.refusals import Refused

NAMES: Final = ("name", "navn", "label", "node label", "nickname")
"""What programs call a name: our own, Network Canvas, Gephi, yEd."""
RELATIONS: Final = ("relation", "relationship", "relation_to_ego")
CONTACTS: Final = ("contact", "tie")
MOST_RINGS: Final = 5
LONGEST_RELATION: Final = 120
YES: Final = frozenset({"true", "1", "yes", "ja"})

_BREAK: Final = re.compile(r"[\r\n\t]+")

Attributes = Mapping[str, str]
Member = TypeVar("Member", bound=StrEnum)


def first_of(attributes: Attributes, names: Sequence[str]) -> str:
    """The first of several attributes that says something, on one line."""
    said = (_BREAK.sub(" ", attributes.get(name, "")).strip() for name in names)
    return next((one for one in said if one), "")


def is_ego(attributes: Attributes) -> bool:
    """Whether somebody is the one in the middle."""
    return first_of(attributes, ("ego", "is_ego")).lower() in YES


def understood(attributes: Attributes) -> Understood:
    """A person as a file tells of them.

    Raises:
        Refused: they cannot be taken, with the reason.
    """
    name = first_of(attributes, NAMES)
    relation = first_of(attributes, RELATIONS)
    _checked(name, relation)
    extra: list[str] = []
    kind = _member(PersonKind, attributes, ("kind",), extra)
    person = Understood(
        name,
        kind=kind or PersonKind.PRIVATE,
        relation=relation or None,
        sector=_member(Sector, attributes, ("sector",), extra),
        ring=_ring(attributes, extra),
        tie=_member(Tie, attributes, CONTACTS, extra),
        kind_is_said=kind is not None,
    )
    person = _with_side(person) if kind is not None else placed(person)
    return replace(person, extra=tuple(extra))


def _checked(name: str, relation: str) -> None:
    if not name:
        raise Refused(_("Navnet mangler."))
    if len(name) > LONGEST_NAME:
        raise Refused(_("Navnet er for langt. Der er plads til {limit} tegn.").format(limit=LONGEST_NAME))
    if len(relation) > LONGEST_RELATION:
        raise Refused(_("Teksten om, hvem det er, er for lang."))
    for text in (name, relation):
        problem = forbidden(text)
        if problem is not None:
            raise Refused(problem.sentence)


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
    said = first_of(attributes, ("ring",))
    try:
        ring = float(said or "nan")
    except ValueError:
        ring = 0.0
    if ring.is_integer() and 1 <= ring <= MOST_RINGS:
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
    keys: dict[str, str] = field(default_factory=dict)
    """What the file calls each of them, and the key they are taken under."""
    pairs: set[frozenset[str]] = field(default_factory=set)
    middle: str | None = None
    """What the file calls the child in the middle."""
    others: set[str] = field(default_factory=set)
    """What it calls other children there."""

    def ego(self, called: str) -> None:
        """Somebody in the middle: the first is the child, whatever others stand there."""
        if self.middle is None:
            self.middle = called
            self.keys[called] = MIDDLE
        elif called != self.middle:
            self.others.add(called)

    def person(self, place: int, called: str, attributes: Attributes) -> None:
        """Somebody around, or why not."""
        if not called or called in {*self.keys, *self.others}:
            self._refuse(place, _("To i filen har samme id.") if called else _("Personens id mangler."))
            return
        try:
            person = understood(attributes)
        except Refused as refusal:
            self._refuse(place, str(refusal))
            return
        self.keys[called] = called
        self.people.append(IncomingPerson(place, called, person))

    def tie(self, place: int, between: tuple[str, str], attributes: Attributes) -> None:
        """A tie, or why not. One that says nothing of how it is, is ordinary."""
        if self.others.intersection(between):
            self._refuse(place, _("Båndet går til et andet barn i midten. Tegn det på kortet bagefter."))
            return
        if any(one not in self.keys for one in between):
            self._refuse(place, _("Båndet går til en, der ikke er med."))
            return
        first, second = self.keys[between[0]], self.keys[between[1]]
        if first == second:
            self._refuse(place, _("Et bånd er mellem to forskellige."))
        elif frozenset((first, second)) in self.pairs:
            self._refuse(place, _("De to har allerede et bånd i filen."))
        else:
            self._take(place, (first, second), attributes)

    def _take(self, place: int, between: tuple[str, str], attributes: Attributes) -> None:
        unknown: list[str] = []
        quality = _member(TieQuality, attributes, ("quality",), unknown)
        support = _member(Support, attributes, ("support",), unknown)
        if unknown:
            self._refuse(place, _("Båndet siger »{words}«, som ikke kendes her.").format(words=unknown[0]))
            return
        self.pairs.add(frozenset(between))
        self.ties.append(IncomingTie(place, *between, quality or TieQuality.ORDINARY, support))

    def _refuse(self, place: int, reason: str) -> None:
        self.refused.append(RefusedRow(place, reason))

    def incoming(self) -> Incoming:
        """Everything."""
        return Incoming(tuple(self.people), tuple(self.ties), tuple(sorted(self.refused, key=lambda one: one.place)))
