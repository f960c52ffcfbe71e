"""The anonymous line that stays of a case: a year and counts, which lead back to nobody."""

from __future__ import annotations

from datetime import datetime, tzinfo

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import TimeEntry
from samordner_tui.archive.records.day import Conference, Decision, Presence, Step
from samordner_tui.archive.records.keeping import ResultLine
from samordner_tui.archive.records.network import Contact
from samordner_tui.method.terms import ConferenceState, Outcome


def result_line(session: Session, case_id: str, now: datetime, zone: tzinfo) -> ResultLine | None:
    """The line of a case; None where no conference was held, and there is nothing to count.

    Its year is that of the last conference that was held, as the calendar in `zone` has it.
    """
    held = session.execute(_count(Conference, case_id).where(Conference.state == ConferenceState.HELD)).scalar_one()
    if not held:
        return None
    people = select(func.count(func.distinct(Presence.person_id))).where(Presence.case_id == case_id)
    minutes = [
        session.execute(select(func.coalesce(func.sum(spent.minutes), 0)).where(spent.case_id == case_id)).scalar_one()
        for spent in (TimeEntry, Contact)
    ]
    approved = _count(Decision, case_id).where(Decision.outcome == Outcome.APPROVED)
    moment = session.execute(_last_held(case_id)).scalar_one() or now
    return ResultLine(
        year=moment.astimezone(zone).year,
        conferences=held,
        participants=session.execute(people).scalar_one(),
        rounds=session.execute(_count(Step, case_id).where(Step.number == 2)).scalar_one(),
        minutes=sum(minutes),
        approved=session.execute(approved).scalar_one() > 0,
    )


def _last_held(case_id: str) -> Select[datetime | None]:
    """When the last conference that was held began: its first trin, or as it was planned."""
    begun = select(func.min(Step.started_at)).where(Step.conference_id == Conference.id).scalar_subquery()
    began = func.max(func.coalesce(begun, Conference.starts_at), type_=Conference.starts_at.type)
    return select(began).where(Conference.case_id == case_id, Conference.state == ConferenceState.HELD)


def _count(record: type[Conference | Decision | Step], case_id: str) -> Select[int]:
    return select(func.count()).select_from(record).where(record.case_id == case_id)
