"""What is in place on the evening, and how far the køreplan has come, marked by one key each. Source: R8, R33."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference, EveningMark
from samordner_tui.casework.change import add, gone, remove
from samordner_tui.casework.clock import Now
from samordner_tui.method import facts as f
from samordner_tui.refusals import Refused


def mark_of(conference: f.Conference, about: str) -> f.EveningMark | None:
    """The mark of something; None where it is not in place."""
    return next((one for one in conference.evening_marks if one.about == about), None)


def set_mark(session: Session, conference_id: str, about: str, now: Now) -> None:
    """Mark something as in place. What is marked already keeps its moment."""
    if _mark(session, conference_id, about) is not None:
        return
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    moment = now.said(None)
    add(session, EveningMark, conference.case_id, now.today, conference_id=conference_id, about=about, done_at=moment)


def take_mark(session: Session, conference_id: str, about: str, now: Now) -> None:
    """Take a mark back."""
    row = _mark(session, conference_id, about)
    if row is not None:
        remove(session, EveningMark, row.id, now.today)


def turn_mark(session: Session, conference_id: str, about: str, now: Now) -> None:
    """Mark something as in place, or take it back where it is marked."""
    if _mark(session, conference_id, about) is None:
        set_mark(session, conference_id, about, now)
    else:
        take_mark(session, conference_id, about, now)


def _mark(session: Session, conference_id: str, about: str) -> EveningMark | None:
    query = select(EveningMark).where(EveningMark.conference_id == conference_id, EveningMark.about == about)
    return session.scalars(query).first()
