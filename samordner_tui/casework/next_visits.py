"""Who is to be visited next, and why just now.

Those closest to the child come first, those who live in one place or town make one trip, and whoever did not answer is
tried again, the one tried longest ago first. A secret address makes no trip: it would tell where somebody lives.
Source: R28, R158.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.cells import short_day
from samordner_tui.casework.folding import folded
from samordner_tui.casework.visit_held import has_come
from samordner_tui.casework.visits import FARTHEST_RING, next_to_visit, planned_with
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import ContactOutcome

TOWN: Final = re.compile(r"\b\d{4}\s+(?P<town>\D+)$")
"""The town of a Danish address: what follows its four digits."""


@dataclass(frozen=True)
class NextVisit:
    """Somebody who is to be visited, in the order it is best done, and why just now."""

    person: f.Person
    reason: str


def next_visits(facts: f.CaseFacts, homes: Mapping[str, str], today: date) -> tuple[NextVisit, ...]:
    """Everybody who waits for a visit that is not planned; those of one trip stand together.

    Args:
        facts: the case.
        homes: addresses that may be seen, by the id of the person.
        today: the day it is.
    """
    waiting = _waiting(facts)
    places = {person_id: _Home.of(address) for person_id, address in homes.items()}
    found: list[NextVisit] = []
    while waiting:
        first, *rest = waiting
        found.append(NextVisit(first, _why_now(facts, first, today)))
        along = [(one, _why_along(places, first, one)) for one in rest]
        found.extend(NextVisit(one, why) for one, why in along if why)
        waiting = [one for one, why in along if not why]
    return tuple(found)


def asked_about(facts: f.CaseFacts, today: date) -> str | None:
    """The id of whom it is asked about: first of whom the day of the visit has come, then who is next."""
    waiting = next_to_visit(facts)
    planned = ((one, planned_with(facts, one.id)) for one in waiting)
    come = (one for one, visit in planned if visit is not None and has_come(facts, visit, today))
    return next((one.id for one in (*come, *_waiting(facts), *waiting)), None)


def next_in_words(facts: f.CaseFacts, today: date) -> str:
    """`Næste: Karen er i ring 1, ikke spurgt endnu`; empty where nobody waits."""
    first = next(iter(_waiting(facts)), None)
    return _("Næste: {name} {reason}").format(name=first.name, reason=_why_now(facts, first, today)) if first else ""


def _waiting(facts: f.CaseFacts) -> list[f.Person]:
    """Those whose visit is not planned, the most urgent first."""
    waiting = [one for one in next_to_visit(facts) if planned_with(facts, one.id) is None]
    return sorted(waiting, key=lambda one: _urgency(facts, one))


def _urgency(facts: f.CaseFacts, person: f.Person) -> tuple[int, bool, date]:
    """What people are sorted by: ring, whether they were tried, and when they were tried last."""
    tries = _tries(facts, person)
    return person.ring or FARTHEST_RING, bool(tries), max(_days(tries), default=date.min)


def _tries(facts: f.CaseFacts, person: f.Person) -> Sequence[f.Contact]:
    return [one for one in facts.contacts if person.id in one.people and one.outcome is ContactOutcome.TRIED]


def _days(contacts: Sequence[f.Contact]) -> Iterator[date]:
    return (one.held_on for one in contacts if one.held_on is not None)


def _why_now(facts: f.CaseFacts, person: f.Person, today: date) -> str:
    tries = _tries(facts, person)
    where = _("er i ring {ring}").format(ring=person.ring) if person.ring else _("har ingen ring endnu")
    if any(person.id in one.people and one.outcome is ContactOutcome.MADE for one in facts.contacts):
        return _("{where}, der er mere at forklare").format(where=where)
    if not tries:
        return _("{where}, ikke spurgt endnu").format(where=where)
    day = short_day(max(_days(tries), default=None), today)
    return (
        _("{where}, svarede ikke {day}").format(where=where, day=day)
        if day
        else _("{where}, har ikke svaret").format(where=where)
    )


@dataclass(frozen=True)
class _Home:
    """Where somebody lives, as it is held against another; nothing where it is not known or secret."""

    address: str
    town: str
    called: str
    """The town as it was written."""

    @classmethod
    def of(cls, address: str) -> _Home:
        town = town_of(address)
        return cls(folded(address), folded(town), town)


def _why_along(homes: Mapping[str, _Home], first: f.Person, other: f.Person) -> str:
    """Why somebody is visited on the same trip as another; empty where they are not."""
    here, there = homes.get(first.id), homes.get(other.id)
    if (here and there and here.address == there.address) or (first.household and other.household):
        return _("bor samme sted som {name}: ét besøg").format(name=first.name)
    if here and there and here.town and here.town == there.town:
        return _("bor også i {town}: samme tur som {name}").format(town=there.called, name=first.name)
    return ""


def town_of(address: str) -> str:
    """The town in an address: `Strandvej 1, 7800 Skive` is in `Skive`; empty where it names none."""
    found = TOWN.search(address.strip())
    if found is not None:
        return found["town"].strip(" ,.")
    street, comma, last = address.rpartition(",")
    return last.strip() if street and comma and not any(sign.isdigit() for sign in last) else ""


def known_homes(session: Session, case_id: str) -> dict[str, str]:
    """The addresses of a case that are not secret, by the id of the person."""
    query = select(Person.id, Person.address).where(Person.case_id == case_id, Person.address_secret.is_(False))
    return {row.id: row.address for row in session.execute(query) if row.address}
