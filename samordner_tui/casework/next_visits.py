"""Who is to be visited next, and on which evenings there is room.

Those closest to the child come first, those who live in one place or town make one trip, and whoever did not answer is
tried again, the one tried longest ago first. A secret address makes no trip: it would tell where somebody lives.
Source: R28, R158, P10.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.casework.cells import short_day
from samordner_tui.casework.folding import folded
from samordner_tui.casework.visit_held import has_come
from samordner_tui.casework.visits import FARTHEST_RING, next_to_visit, planned_with
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import ConferenceState, ContactOutcome

EVENING: Final = time(17)
"""When an evening begins; it lasts until 21."""

MOST_EVENINGS: Final = 7
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
    waiting = [one for one in next_to_visit(facts) if planned_with(facts, one.id) is None]
    waiting.sort(key=lambda one: _urgency(facts, one))
    found: list[NextVisit] = []
    while waiting:
        first, *rest = waiting
        found.append(NextVisit(first, _why_now(facts, first, today)))
        along = [(one, _why_along(homes, first, one)) for one in rest]
        found.extend(NextVisit(one, why) for one, why in along if why)
        waiting = [one for one, why in along if not why]
    return tuple(found)


def asked_about(facts: f.CaseFacts, homes: Mapping[str, str], today: date) -> str | None:
    """The id of whom it is asked about: first of whom the day of the visit has come, then who is next."""
    waiting = next_to_visit(facts)
    planned = ((one, planned_with(facts, one.id)) for one in waiting)
    come = (one for one, visit in planned if visit is not None and has_come(facts, visit, today))
    ahead = (one.person for one in next_visits(facts, homes, today))
    return next((one.id for one in (*come, *ahead, *waiting)), None)


def next_in_words(facts: f.CaseFacts, homes: Mapping[str, str], today: date) -> str:
    """`Næste: Karen er i ring 1, ikke spurgt endnu`; empty where nobody waits."""
    first = next(iter(next_visits(facts, homes, today)), None)
    return _("Næste: {name} {reason}").format(name=first.person.name, reason=first.reason) if first else ""


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


def _why_along(homes: Mapping[str, str], first: f.Person, other: f.Person) -> str:
    """Why somebody is visited on the same trip as another; empty where they are not."""
    here, there = homes.get(first.id, ""), homes.get(other.id, "")
    if (here and folded(here) == folded(there)) or (first.household and other.household):
        return _("bor samme sted som {name}: ét besøg").format(name=first.name)
    town = town_of(there)
    if town and folded(town) == folded(town_of(here)):
        return _("bor også i {town}: samme tur som {name}").format(town=town, name=first.name)
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


def taken_days(session: Session, zone: ZoneInfo) -> frozenset[date]:
    """The days with a planned visit or a conference, in whichever case: only the days, nothing of the cases."""
    visits = select(Contact.planned_at).where(Contact.outcome == ContactOutcome.PLANNED)
    conferences = select(Conference.starts_at).where(Conference.state == ConferenceState.PLANNED)
    moments = (*session.scalars(visits), *session.scalars(conferences))
    return frozenset(one.astimezone(zone).date() for one in moments if one is not None)


def free_evenings(taken: Collection[date], today: date, until: date | None) -> tuple[date, ...]:
    """The next evenings from tomorrow on with nothing planned; none of them after `until`."""
    ahead = (today + timedelta(days=days) for days in range(1, MOST_EVENINGS + len(taken) + 1))
    free = [day for day in ahead if day not in taken and (until is None or day <= until)]
    return tuple(free[:MOST_EVENINGS])


def evening_of(day: date, zone: ZoneInfo) -> datetime:
    """The moment an evening begins."""
    return datetime.combine(day, EVENING, zone).astimezone(UTC)
