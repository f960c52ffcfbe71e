"""Rows that say the same twice once two people are one, or join somebody with themself: one stands, the other goes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, cast

from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.archive.records.day import Presence
from samordner_tui.archive.records.kinship import Couple, Parentage
from samordner_tui.archive.records.maps import MapPlace, MapTie
from samordner_tui.archive.records.network import ConflictPair, ContactPerson, NetworkTie, View
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.fields import fields_of

PAIR: Final = ("first_id", "second_id")


@dataclass(frozen=True, slots=True)
class Twin:
    """What makes two rows of a table say the same.

    Attributes:
        people: the columns that name people; where there are two, they are never the same person.
        beside: the other columns that must be alike.
        either_way: whether it is the same whoever of the two is named first.
    """

    people: tuple[str, ...]
    beside: tuple[str, ...] = ()
    either_way: bool = True


TWINS: Final[dict[type[OfCase], Twin]] = {
    NetworkTie: Twin(PAIR),
    ConflictPair: Twin(PAIR),
    MapTie: Twin(PAIR, ("map_id",)),
    Couple: Twin(PAIR, ("state", "since")),
    Parentage: Twin(("parent_id", "child_id"), ("kind", "since"), either_way=False),
    View: Twin(("person_id", "said_by_id"), ("view",), either_way=False),
    ContactPerson: Twin(("person_id",), ("contact_id",)),
    MapPlace: Twin(("person_id",), ("map_id",)),
    Presence: Twin(("person_id",), ("conference_id", "step", "present_as")),
}


def take_away_twins(session: Session, case_id: str, person_id: str, moved: Collection[str]) -> None:
    """Take away what joins a person with themself, and of rows that say the same the one that was `moved` to them.

    What the one that stands does not say is filled in from the other.
    """
    for record, twin in TWINS.items():
        standing: dict[object, OfCase] = {}
        rows = [one for one in Rows(session, case_id).all(record) if person_id in _people(one, twin)]
        for row in sorted(rows, key=lambda one: one.id in moved):
            people = _people(row, twin)
            who = frozenset(people) if twin.either_way else people
            key = (who, *(getattr(row, name) for name in twin.beside))
            if len(set(people)) < len(people):
                session.delete(row)
            elif key in standing:
                _fill_in(standing[key], row, twin)
                session.delete(row)
            else:
                standing[key] = row
    session.flush()


def _people(row: OfCase, twin: Twin) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in twin.people)


def _fill_in(row: OfCase, twin_row: OfCase, twin: Twin) -> None:
    """What is said the other way round, as who supports whom, is not taken over."""
    if _people(row, twin) != _people(twin_row, twin):
        return
    for name in fields_of(cast("type[Record]", type(row))):
        if getattr(row, name) is None:
            setattr(row, name, getattr(twin_row, name))
