"""The anonymous line that stays of a case: a year and counts, which lead back to nobody."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import TimeEntry
from samordner_tui.archive.records.day import Conference, Decision, Presence, Step
from samordner_tui.archive.records.keeping import ResultLine
from samordner_tui.archive.records.network import Contact
from samordner_tui.method.terms import ConferenceState, Outcome


def result_line(session: Session, case_id: str, now: datetime) -> ResultLine | None:
    """The line of a case; None where no conference was held, and there is nothing to count."""
    held = session.execute(_count(Conference, case_id).where(Conference.state == ConferenceState.HELD)).scalar_one()
    if not held:
        return None
    people = select(func.count(func.distinct(Presence.person_id))).where(Presence.case_id == case_id)
    minutes = [
        session.execute(select(func.coalesce(func.sum(spent.minutes), 0)).where(spent.case_id == case_id)).scalar_one()
        for spent in (TimeEntry, Contact)
    ]
    last = select(func.max(Conference.starts_at)).where(Conference.case_id == case_id)
    approved = _count(Decision, case_id).where(Decision.outcome == Outcome.APPROVED)
    moment = session.execute(last).scalar_one() or now
    return ResultLine(
        year=moment.year,
        conferences=held,
        participants=session.execute(people).scalar_one(),
        rounds=session.execute(_count(Step, case_id).where(Step.number == 2)).scalar_one(),
        minutes=sum(minutes),
        approved=session.execute(approved).scalar_one() > 0,
    )


def _count(record: type[Conference | Decision | Step], case_id: str) -> Select[int]:
    return select(func.count()).select_from(record).where(record.case_id == case_id)
