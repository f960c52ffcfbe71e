"""The network as it is drawn: who stands in which ring and sector around the child. Source: R151, R153 to R155, R163.

Ring and sector are facts of a person; the drawing follows from them. Whoever has no place yet stands beside the map.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.maps import DrawnMap, MapPlace, MapTie
from samordner_tui.archive.records.network import NetworkTie
from samordner_tui.casework.facts import Rows, facts_of
from samordner_tui.casework.map_shape import MapShape, read_shape
from samordner_tui.casework.relations import OF_SIDE
from samordner_tui.method import facts as f
from samordner_tui.method.terms import InvitationChoice, PersonKind, Sector, Support, Tie, TieQuality
from samordner_tui.method.wording import listed

MIDDLE: Final = ""
"""Whoever is pointed at in the middle of the map: one child, or several together."""


@dataclass(frozen=True, slots=True)
class OnMap:
    """Somebody around the child."""

    id: str
    name: str
    relation: str
    ring: int | None
    sector: Sector | None
    contact: Tie | None
    is_professional: bool
    is_invited: bool
    """False only where it is decided that they are not."""

    @property
    def has_place(self) -> bool:
        """Whether ring and sector are known."""
        return self.ring is not None and self.sector is not None

    @property
    def with_relation(self) -> str:
        """`Karen (mormor)`; the name alone where no relation is known."""
        return f"{self.name} ({self.relation})" if self.relation else self.name


@dataclass(frozen=True, slots=True)
class TieOnMap:
    """What two people are to each other, by their ids; a child in the middle has its own."""

    first: str
    second: str
    quality: TieQuality
    support: Support | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """Whose view a map is, when it was drawn and with whom; `frozen_on` where it is kept as it was.

    The empty id is the map that the people of the case stand on.
    """

    map_id: str = ""
    whose: str = ""
    drawn_on: date | None = None
    drawn_with: str = ""
    frozen_on: date | None = None


@dataclass(frozen=True)
class NetworkMap:
    """The children in the middle by id and name, and everybody around."""

    hearts: tuple[tuple[str, str], ...]
    people: tuple[OnMap, ...]
    ties: tuple[TieOnMap, ...] = ()
    shape: MapShape = field(default_factory=MapShape)
    drawn: Drawn = Drawn()

    @property
    def heart(self) -> str:
        """What stands in the middle: `Alma`, `Freja og Noah`."""
        return listed([name for _id, name in self.hearts])

    @property
    def rings(self) -> int:
        """How many rings are drawn: as many as the archive has, and more where somebody stands farther out."""
        return max(len(self.shape.rings), *(one.ring or 0 for one in self.people)) if self.people else self.fewest

    @property
    def fewest(self) -> int:
        """How many rings are drawn while nobody stands farther out."""
        return len(self.shape.rings)

    @property
    def round(self) -> tuple[Sector, ...]:
        """The sectors with the clock: those the archive has, and any other in which somebody stands."""
        used = {one.sector for one in self.people if one.sector is not None}
        return (*self.shape.round, *(one for one in Sector if one in used and one not in self.shape.round))

    @property
    def placed(self) -> tuple[OnMap, ...]:
        """Those who stand on the map."""
        return tuple(one for one in self.people if one.has_place)

    @property
    def beside(self) -> tuple[OnMap, ...]:
        """Those who have no place on it yet."""
        return tuple(one for one in self.people if not one.has_place)

    def person(self, person_id: str) -> OnMap | None:
        """Somebody around the child, by id."""
        return next((one for one in self.people if one.id == person_id), None)

    def name(self, person_id: str) -> str:
        """What somebody is called; the empty id is everybody in the middle."""
        person = self.person(person_id)
        return person.name if person is not None else dict(self.hearts).get(person_id, self.heart)

    def drawn_at(self, person_id: str) -> str:
        """The id by which somebody is drawn: of a child in the middle the empty one."""
        return MIDDLE if person_id in dict(self.hearts) else person_id

    def touches(self, tie: TieOnMap, person_id: str) -> bool:
        """Whether a tie is that of somebody, or of one in the middle where the id is empty."""
        return person_id in {self.drawn_at(tie.first), self.drawn_at(tie.second)}

    def ties_of(self, person_id: str) -> tuple[TieOnMap, ...]:
        """The ties of somebody, in the order they were noted."""
        return tuple(one for one in self.ties if self.touches(one, person_id))


def read_network_map(session: Session, case_id: str, map_id: str = "") -> NetworkMap:
    """A map of a case with its ties: the one its people stand on, or another view of it, by id."""
    facts, rows = facts_of(session, case_id), Rows(session, case_id)
    shape = read_shape(session)
    drawn = next((one for one in rows.all(DrawnMap) if one.id == map_id), None)
    if drawn is None:
        return network_map(facts, rows.all(NetworkTie), shape)
    places = {one.person_id: one for one in rows.all(MapPlace) if one.map_id == map_id}
    frozen = drawn.frozen_on is not None
    ties: Iterable[NetworkTie | MapTie] = (
        (one for one in rows.all(MapTie) if one.map_id == map_id) if frozen else rows.all(NetworkTie)
    )
    names = {one.id: one.name for one in facts.people}
    told = Drawn(map_id, names.get(drawn.whose_id or "", ""), drawn.drawn_on, drawn.drawn_with or "", drawn.frozen_on)
    only = frozenset(places) if frozen else None
    return _map_of(facts, ties, shape, View(told, drawn.whose_id, places, only))


def network_map(facts: f.CaseFacts, ties: Iterable[NetworkTie] = (), shape: MapShape | None = None) -> NetworkMap:
    """The map that the people of a case stand on, with every child of the case in the middle."""
    return _map_of(facts, ties, shape or MapShape(), View())


@dataclass(frozen=True, slots=True)
class View:
    """What a map has of its own.

    Attributes:
        drawn: whose it is, and when it was drawn.
        whose_id: who stands in the middle; None for the children of the case together.
        places: where somebody stands on it, if elsewhere than on the map of the case.
        only: who is on it; None for everybody.
    """

    drawn: Drawn = Drawn()
    whose_id: str | None = None
    places: Mapping[str, MapPlace] = field(default_factory=dict)
    only: frozenset[str] | None = None


def _map_of(facts: f.CaseFacts, ties: Iterable[NetworkTie | MapTie], shape: MapShape, view: View) -> NetworkMap:
    """Helpers whom the family asks for stand beside the network, not in it. Whoever is on a frozen map is on it."""
    in_the_middle = {view.whose_id} if view.whose_id else {one.person_id for one in facts.children}
    hearts = tuple((one.id, one.name) for one in facts.people if one.id in in_the_middle)
    around = (one for one in facts.people if one.id not in in_the_middle)
    of_a_child = in_the_middle <= {one.person_id for one in facts.children}
    people = tuple(_on_map(one, view, of_a_child=of_a_child) for one in around if _is_on(one, view))
    known = {*in_the_middle, *(one.id for one in people)}
    return NetworkMap(
        hearts or ((MIDDLE, facts.alias),), people, tuple(_ties(ties, in_the_middle, known)), shape, view.drawn
    )


def _ties(
    ties: Iterable[NetworkTie | MapTie], in_the_middle: Collection[str], known: Collection[str]
) -> Iterator[TieOnMap]:
    """The ties whose two ends stand on the map. One between two in the middle has no line."""
    for one in ties:
        both = {one.first_id, one.second_id}
        if both <= set(known) and not both <= set(in_the_middle):
            yield TieOnMap(one.first_id, one.second_id, one.quality, one.support)


def sector_of(person: f.Person) -> Sector | None:
    """The sector somebody was put in, or the one that follows from what they are and whose side they are on."""
    if person.sector is not None:
        return person.sector
    if person.kind is PersonKind.PROFESSIONAL:
        return Sector.PROFESSIONALS
    return OF_SIDE.get(person.side) if person.side is not None else None


def _is_on(person: f.Person, view: View) -> bool:
    return person.kind is not PersonKind.HELPER if view.only is None else person.id in view.only


def _on_map(person: f.Person, view: View, *, of_a_child: bool) -> OnMap:
    """Somebody as they stand now; on a frozen map as they were called and what they were then.

    On a map of its own stand those whom its owner has placed. What somebody is for the child is not said on the map
    of another.
    """
    place = view.places.get(person.id)
    is_of_the_case = not view.drawn.map_id
    now = OnMap(
        person.id,
        person.name,
        (person.relation or "") if of_a_child else "",
        person.ring if is_of_the_case else place.ring if place is not None else None,
        sector_of(person) if is_of_the_case else place.sector if place is not None else None,
        person.tie if of_a_child else None,
        is_professional=person.kind is PersonKind.PROFESSIONAL,
        is_invited=person.invited is not InvitationChoice.NOT_INVITED,
    )
    if place is None or place.name is None:
        return now
    return replace(
        now,
        name=place.name,
        relation=place.relation or "",
        contact=place.contact,
        is_professional=place.kind is PersonKind.PROFESSIONAL,
    )
