"""The moments and deadlines that follow from the day of the conference, as they are proposed.

They are filled in when something is added, and can be changed. One that still is what the day gives has been changed by
nobody, and moves with the day. Source: domain.md 2.3, R55.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.keeping import Setting
from samordner_tui.archive.records.practical import Booking, Menu
from samordner_tui.archive.settings import ZONE
from samordner_tui.method.predicates.approver import USUAL_LENGTH
from samordner_tui.method.terms import BookingKind
from samordner_tui.method.zones import HOME_ZONE, zone_named

DRAFT_BEFORE: Final = timedelta(days=10)
"""When the draft of a briefing is to be there. Source: domain.md 2.3."""

SET_UP: Final = timedelta(hours=1)
"""The room is set, and the food is there, before anybody comes; and there is time to clear up."""

Moment = date | datetime


def zone_of(session: Session) -> ZoneInfo:
    """The zone of the archive's clocks."""
    setting = session.get(Setting, ZONE)
    return zone_named(setting.value if setting is not None else HOME_ZONE)


def derived_of(row: Record, starts_at: datetime | None, ends_at: datetime | None, zone: ZoneInfo) -> dict[str, Moment]:
    """Which columns of a row follow from the day, and what the day gives them; nothing while it is not set."""
    if starts_at is None:
        return {}
    start = starts_at.astimezone(zone)
    end = ends_at.astimezone(zone) if ends_at is not None else start + USUAL_LENGTH
    if isinstance(row, Briefing):
        return {"draft_due": start.date() - DRAFT_BEFORE}
    if isinstance(row, Menu):
        return {"pick_up_at": start - SET_UP}
    if isinstance(row, Booking) and row.kind is BookingKind.VENUE:
        return {"starts_at": start - SET_UP, "ends_at": end + SET_UP}
    return {"starts_at": start, "ends_at": end} if isinstance(row, Booking) else {}


def fill_in(session: Session, row: Record, today: date) -> None:
    """Propose what follows from the day on a row that is being added."""
    if not isinstance(row, (Booking, Briefing, Menu)):
        return
    conference = session.get(Conference, row.conference_id)
    if conference is None:
        return
    for name, moment in derived_of(row, conference.starts_at, conference.ends_at, zone_of(session)).items():
        if getattr(row, name) is None:
            setattr(row, name, moment)
