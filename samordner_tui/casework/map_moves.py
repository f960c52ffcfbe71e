"""Moving people on the network map: a ring in or out, a sector round, or to the place where the mouse lets go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.maps import MapPlace
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import add, change_fields, gone
from samordner_tui.casework.fields import Value
from samordner_tui.casework.network_map import NetworkMap, OnMap, read_network_map
from samordner_tui.language import _
from samordner_tui.method.terms import Sector
from samordner_tui.refusals import Refused

Place = Mapping[str, Value]
"""Ring, sector or both, and what they become."""


@dataclass(frozen=True, slots=True)
class Move:
    """How somebody is moved.

    Attributes:
        out: rings away from the child, negative towards it.
        around: sectors on with the clock.
        to: the ring and sector they are put in, whatever they stood in before.
    """

    out: int = 0
    around: int = 0
    to: tuple[int, Sector] | None = None


def moved(person: OnMap, shown: NetworkMap, move: Move) -> Place:
    """What a move changes. Whoever has no ring is put in the outermost one."""
    if move.to is not None:
        there: dict[str, Value] = {"ring": move.to[0], "sector": move.to[1]}
        return {name: value for name, value in there.items() if value != getattr(person, name)}
    changed: dict[str, Value] = {}
    ring = shown.rings if person.ring is None else min(max(person.ring + move.out, 1), shown.rings)
    if ring != person.ring:
        changed["ring"] = ring
    if move.around:
        place = shown.round.index(person.sector) + move.around if person.sector is not None else 0
        changed["sector"] = shown.round[place % len(shown.round)]
    return changed


def move_on_map(session: Session, case_id: str, map_id: str, person_id: str, move: Move, today: date) -> None:
    """Move somebody from where they stand when it is written: of two quick moves the second goes on from the first.

    Args:
        session: a session that writes.
        case_id: the case.
        map_id: the map they are moved on; empty for the one that the people of the case stand on.
        person_id: who.
        move: how.
        today: the day.

    Raises:
        Refused: the map is kept as it was.
    """
    shown = read_network_map(session, case_id, map_id)
    if shown.drawn.frozen_on is not None:
        raise Refused(_("Kortet er gemt, som det var. Flyt på det nye kort."))
    person = shown.person(person_id)
    if person is None:
        raise Refused(gone())
    changed = moved(person, shown, move)
    if not changed:
        return
    if not map_id:
        change_fields(session, Person, person_id, changed, today)
        return
    place = session.scalar(select(MapPlace).where(MapPlace.map_id == map_id, MapPlace.person_id == person_id))
    if place is None:
        stood = {"ring": person.ring, "sector": person.sector}
        add(session, MapPlace, case_id, today, map_id=map_id, person_id=person_id, **{**stood, **changed})
    else:
        change_fields(session, MapPlace, place.id, changed, today)
