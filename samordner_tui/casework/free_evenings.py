"""The evenings on which there is room for a visit, until everybody must be visited. Source: R28, P6."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Contact
from samordner_tui.method.terms import ConferenceState, ContactOutcome

EVENING: Final = time(17)
"""When an evening begins; it lasts until 21."""

MOST_EVENINGS: Final = 7


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
