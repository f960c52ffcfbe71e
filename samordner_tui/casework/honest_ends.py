"""What became of a day that did not come as planned: moved, or a plan without a meeting. Each is kept with its reason.

Source: P27, design 3 and 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.day import Conference
from samordner_tui.casework import steps
from samordner_tui.casework.change import add, gone
from samordner_tui.casework.clock import Now
from samordner_tui.casework.reasons import keep_reason
from samordner_tui.method import facts as f
from samordner_tui.method.terms import NoticeKind
from samordner_tui.refusals import Refused

MOVED: Final = "moved:"
MOMENT: Final = "%Y-%m-%d/%H%M"
"""How the day that was left stands in a notice, in UTC."""

WITHOUT_MEETING: Final = "conference:plan_without_meeting"


def plan_without_meeting(session: Session, conference_id: str, reason: str, now: Now) -> None:
    """The family made its plan, and no conference was needed: an honest outcome, with the reason. Source: P27."""
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    steps.plan_without_meeting(session, conference_id, now)
    keep_reason(session, conference.case_id, WITHOUT_MEETING, reason, now.today, conference_id)


def keep_day_that_was_left(session: Session, conference: Conference, reason: str, today: date) -> None:
    """Keep the day a conference was moved from, and why it was moved."""
    if conference.starts_at is None or not reason.strip():
        return
    add(
        session,
        Notice,
        conference.case_id,
        today,
        conference_id=conference.id,
        kind=NoticeKind.REMARK,
        about=MOVED + conference.starts_at.astimezone(UTC).strftime(MOMENT),
        reason=reason.strip(),
        given_on=today,
    )


def days_left(facts: f.CaseFacts, conference: f.Conference) -> Iterator[tuple[datetime, str]]:
    """Every day a conference was moved from, in the order it was moved, with the reason."""
    for one in facts.notices:
        if one.conference_id == conference.id and one.about.startswith(MOVED):
            left = _moment(one.about.removeprefix(MOVED))
            if left is not None:
                yield left, one.reason


def _moment(written: str) -> datetime | None:
    """A moment as a notice names it; None where a file that was read in says something else."""
    try:
        return datetime.strptime(written, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def reason_without_meeting(facts: f.CaseFacts, conference: f.Conference) -> str | None:
    """Why there was a plan and no meeting."""
    found = (one.reason for one in facts.notices if one.conference_id == conference.id and one.about == WITHOUT_MEETING)
    return next(found, None)
