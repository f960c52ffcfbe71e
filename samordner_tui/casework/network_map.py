"""The network as it is drawn: who stands in which ring and sector around the child. Source: R151, R153 to R155, R163.

Ring and sector are facts of a person; the drawing follows from them. Whoever has no place yet stands beside the map.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import NetworkTie, Person
from samordner_tui.casework.change import change_fields
from samordner_tui.casework.facts import Rows, facts_of
from samordner_tui.casework.fields import Value
from samordner_tui.method import facts as f
from samordner_tui.method.terms import InvitationChoice, PersonKind, Sector, Side, Support, Tie, TieQuality
from samordner_tui.method.wording import listed

FEWEST_RINGS: Final = 3

ROUND: Final = (
    Sector.MOTHERS_SIDE,
    Sector.FATHERS_SIDE,
    Sector.SCHOOL_WORK,
    Sector.PROFESSIONALS,
    Sector.FRIENDS_LEISURE,
)
"""The sectors as they follow each other with the clock."""

OF_SIDE: Final = {Side.MOTHER: Sector.MOTHERS_SIDE, Side.FATHER: Sector.FATHERS_SIDE}


@dataclass(frozen=True, slots=True)
class OnMap:
    """Somebody around the child."""

    id: str
    name: str
    relation: str
    ring: int | None
    sector: Sector | None
    tie: Tie | None
    is_professional: bool
    is_invited: bool
    """False only where it is decided that they are not."""

    @property
    def has_place(self) -> bool:
        """Whether ring and sector are known."""
        return self.ring is not None and self.sector is not None


@dataclass(frozen=True, slots=True)
class TieOnMap:
    """What two people are to each other. The children, who stand in the middle, have the empty id."""

    first: str
    second: str
    quality: TieQuality
    support: Support | None

    def touches(self, person_id: str) -> bool:
        """Whether it is somebody's."""
        return person_id in {self.first, self.second}


@dataclass(frozen=True)
class NetworkMap:
    """The child in the middle, and everybody around."""

    heart: str
    people: tuple[OnMap, ...]
    ties: tuple[TieOnMap, ...] = ()

    @property
    def rings(self) -> int:
        """How many rings are drawn: as many as are used, and never fewer than three."""
        return max(FEWEST_RINGS, *(one.ring or 0 for one in self.people)) if self.people else FEWEST_RINGS

    @property
    def placed(self) -> tuple[OnMap, ...]:
        """Those who stand on the map."""
        return tuple(one for one in self.people if one.has_place)

    @property
    def beside(self) -> tuple[OnMap, ...]:
        """Those who have no place on it yet."""
        return tuple(one for one in self.people if not one.has_place)

    def person(self, person_id: str) -> OnMap | None:
        """Somebody by id."""
        return next((one for one in self.people if one.id == person_id), None)

    def name(self, person_id: str) -> str:
        """What somebody is called; the empty id is the middle."""
        person = self.person(person_id)
        return person.name if person is not None else self.heart

    def ties_of(self, person_id: str) -> tuple[TieOnMap, ...]:
        """The ties of somebody, in the order they were noted."""
        return tuple(one for one in self.ties if one.touches(person_id))

    def count(self, sector: Sector) -> int:
        """How many stand in a sector. A count, never a score. Source: R165."""
        return sum(one.sector is sector for one in self.people)


def read_network_map(session: Session, case_id: str) -> NetworkMap:
    """The map of a case, with its ties."""
    return network_map(facts_of(session, case_id), Rows(session, case_id).all(NetworkTie))


def network_map(facts: f.CaseFacts, ties: Sequence[NetworkTie] = ()) -> NetworkMap:
    """The map of a case. Helpers whom the family asks for stand beside the network, not in it."""
    children = {one.person_id for one in facts.children}
    names = [one.name for one in facts.people if one.id in children]
    around = (one for one in facts.people if one.id not in children and one.kind is not PersonKind.HELPER)
    people = tuple(_on_map(one) for one in around)
    known = {one.id for one in people}
    return NetworkMap(listed(names) or facts.alias, people, tuple(_ties(ties, children, known)))


def _ties(ties: Sequence[NetworkTie], children: Collection[str], known: Collection[str]) -> Iterator[TieOnMap]:
    """The ties whose two ends stand on the map. One between two children of the case has no line."""
    for one in ties:
        ends = tuple("" if end in children else end for end in (one.first_id, one.second_id))
        if ends != ("", "") and all(end in known or not end for end in ends):
            yield TieOnMap(ends[0], ends[1], one.quality, one.support)


def sector_of(person: f.Person) -> Sector | None:
    """The sector somebody was put in, or the one that follows from what they are and whose side they are on."""
    if person.sector is not None:
        return person.sector
    if person.kind is PersonKind.PROFESSIONAL:
        return Sector.PROFESSIONALS
    return OF_SIDE.get(person.side) if person.side is not None else None


def _on_map(person: f.Person) -> OnMap:
    return OnMap(
        person.id,
        person.name,
        person.relation or "",
        person.ring,
        sector_of(person),
        person.tie,
        is_professional=person.kind is PersonKind.PROFESSIONAL,
        is_invited=person.invited is not InvitationChoice.NOT_INVITED,
    )


Changed = Mapping[str, Value]
"""Columns of a person and what they become."""


def moved(person: OnMap, rings: int, *, out: int = 0, around: int = 0) -> Changed:
    """What a move changes. Whoever has no ring is put in the outermost one.

    Args:
        person: who.
        rings: how many rings there are.
        out: rings away from the child, negative towards it.
        around: sectors on with the clock.
    """
    changed: dict[str, Value] = {}
    ring = rings if person.ring is None else min(max(person.ring + out, 1), rings)
    if ring != person.ring:
        changed["ring"] = ring
    if around:
        place = ROUND.index(person.sector) + around if person.sector is not None else 0
        changed["sector"] = ROUND[place % len(ROUND)]
    return changed


def move(session: Session, person_id: str, changed: Changed, today: date) -> None:
    """Keep a move."""
    change_fields(session, Person, person_id, changed, today)


def move_by(session: Session, case_id: str, person_id: str, today: date, *, out: int, around: int) -> None:
    """Move somebody from where they stand when it is written: of two quick moves the second goes on from the first."""
    shown = read_network_map(session, case_id)
    person = shown.person(person_id)
    if person is not None:
        move(session, person_id, moved(person, shown.rings, out=out, around=around), today)
