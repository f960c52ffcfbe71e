"""What is noted while the family is alone: fixed choices with a time, and never a word. Source: R4, R10, design 1."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.day import LogEntry
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.clock import Now, elapsed, whole_minutes
from samordner_tui.casework.evening import Evening
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.reasons import keep_reason
from samordner_tui.language import _
from samordner_tui.method.definition import method
from samordner_tui.method.terms import LogAbout, LogBy, LogKind, UncalledReason
from samordner_tui.refusals import Refused

UNCALLED: Final = (LogKind.CAME_UNCALLED, LogKind.STAYED)
"""A professional who was in the room without being called in. Hjørnesten 2 is departed from."""

STILL_HERE: Final = "gate:private_time/informants_left"
"""What the reason is about where a professional of trin 1 is still here when the family is to be alone."""

OWN_PLAN: Final = ("cornerstone:2", "gate:private_time/professionals_left", STILL_HERE)
"""What the reason for a professional in private time is about: given once, it holds for the next round too."""


def note(
    session: Session,
    conference_id: str,
    kind: LogKind,
    now: Now,
    *,
    about: LogAbout | None = None,
    called_by: LogBy | None = None,
    minutes: int | None = None,
) -> str:
    """Note a moment of the private time that runs. A clock set back does not place it before the family was alone."""
    evening = Evening(session, conference_id)
    step = evening.private_time
    if step is None:
        raise Refused(_("Familiens egen tid er ikke i gang."))
    if kind is LogKind.CALLED_IN and called_by is None:
        raise Refused(_("Vælg, hvem der kaldte jer ind."))
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
        called_by=called_by,
        minutes=minutes,
    )


def keep_who_stays(session: Session, conference_id: str, people: int, now: Now) -> None:
    """Note in the private time that runs that `people` professionals of trin 1 stayed in the room. Source: R10, F16."""
    for _one in range(people):
        note(session, conference_id, LogKind.STAYED, now)


def let_reason_hold(session: Session, conference_id: str, today: date) -> None:
    """The reason for going on while a professional is still here is the reason for their being in private time too.

    Called before the silence, which lets no words in.
    """
    case_id = Evening(session, conference_id).case_id
    own = [one for one in Rows(session, case_id).all(Notice) if one.conference_id == conference_id]
    words = next((one.reason for one in own if one.about == STILL_HERE), None)
    for about in OWN_PLAN if words else ():
        keep_reason(session, case_id, about, words or "", today, conference_id)


def give_reason(session: Session, entry_id: str, reason: UncalledReason, now: Now) -> None:
    """Why a professional was in the room uncalled, as a fixed choice: words wait until the family is ready."""
    entry = session.get(LogEntry, entry_id)
    if entry is None or entry.kind not in UNCALLED:
        raise Refused(_("Der er ingen fagperson at give en grund for."))
    change_field(session, LogEntry, entry_id, "reason", reason, now.today)


def keep_fixed_reasons(session: Session, conference_id: str, today: date) -> None:
    """When private time is over, the reasons chosen while it ran are kept as reasons for departing from the method.

    Where words were given before, they stay. What waits for words is asked about now that they may be stored.
    """
    query = select(LogEntry).where(LogEntry.conference_id == conference_id, LogEntry.kind.in_(UNCALLED))
    found = session.scalars(query.order_by(LogEntry.at)).all()
    given = [one.reason for one in found if one.reason is not None and one.reason is not UncalledReason.LATER]
    if not found or len(given) < len(found):
        return
    case_id = found[0].case_id
    kept = {one.about for one in Rows(session, case_id).all(Notice) if one.conference_id == conference_id}
    words = ", ".join(method().label(one) for one in dict.fromkeys(given))
    for about in OWN_PLAN:
        if about not in kept:
            keep_reason(session, case_id, about, words, today, conference_id)


def came_out(session: Session, entry_id: str, now: Now) -> None:
    """Whoever was called in is out again: the minutes are those that have passed."""
    entry = session.get(LogEntry, entry_id)
    if entry is not None and entry.minutes is None:
        change_field(session, LogEntry, entry_id, "minutes", whole_minutes(elapsed(entry.at, now.moment)), now.today)


def all_came_out(session: Session, conference_id: str, now: Now) -> None:
    """Everybody who was called in during the private time that runs is out again."""
    step = Evening(session, conference_id).private_time
    if step is not None and step.started_at is not None:
        for entry in entries(session, conference_id, step.started_at):
            if entry.kind is LogKind.CALLED_IN:
                came_out(session, entry.id, now)


def entries(session: Session, conference_id: str, since: datetime) -> tuple[LogEntry, ...]:
    """What has been noted since `since`, in the order it was noted: a clock set back moves nothing in the log."""
    query = select(LogEntry).where(LogEntry.conference_id == conference_id).order_by(text("rowid"))
    return tuple(one for one in session.scalars(query) if one.at >= since)
