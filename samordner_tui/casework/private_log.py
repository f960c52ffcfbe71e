"""What is noted while the family is alone: fixed choices with a time, and never a word. Source: R4, R10, design 1."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import LogEntry
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.clock import Now, elapsed, whole_minutes
from samordner_tui.casework.evening import Evening
from samordner_tui.language import _
from samordner_tui.method.terms import LogAbout, LogKind
from samordner_tui.refusals import Refused


def note(
    session: Session,
    conference_id: str,
    kind: LogKind,
    now: Now,
    *,
    about: LogAbout | None = None,
    minutes: int | None = None,
) -> str:
    """Note a moment of the private time that runs. A clock set back does not place it before the family was alone."""
    evening = Evening(session, conference_id)
    step = evening.private_time
    if step is None:
        raise Refused(_("Familiens egen tid er ikke i gang."))
    if kind is LogKind.CALLED_IN and about is None:
        raise Refused(_("Vælg, hvad I blev kaldt ind om."))
    return add(
        session,
        LogEntry,
        evening.case_id,
        now.today,
        conference_id=conference_id,
        at=now.said(None, step.started_at),
        kind=kind,
        about=about,
        minutes=minutes,
    )


def came_out(session: Session, entry_id: str, now: Now) -> None:
    """Whoever was called in is out again: the minutes are those that have passed."""
    entry = session.get(LogEntry, entry_id)
    if entry is not None and entry.minutes is None:
        change_field(session, LogEntry, entry_id, "minutes", whole_minutes(elapsed(entry.at, now.moment)), now.today)


def entries(session: Session, conference_id: str, since: datetime) -> tuple[LogEntry, ...]:
    """What has been noted since `since`, the oldest first."""
    query = select(LogEntry).where(LogEntry.conference_id == conference_id).order_by(LogEntry.at)
    return tuple(one for one in session.scalars(query) if one.at >= since)
