"""What the screen of the family's own time shows: the time it began, the log in fixed choices, and one number to call.

Nothing of the case and no name of the family is read. Source: R4, R10, R15, design 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.private_time import running_private_time
from samordner_tui.archive.records.assignment import Authority
from samordner_tui.casework.facts import as_fact
from samordner_tui.casework.private_log import entries
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import AuthorityKind, LogKind
from samordner_tui.method.wording import show_time


@dataclass(frozen=True)
class ToCallForApproval:
    """The leader who can approve the plan: name and number, and when they can be reached where it is known."""

    name: str
    phone: str
    hours: str = ""


@dataclass(frozen=True)
class PrivateTimeShown:
    """The private time that runs."""

    conference_id: str
    round: int
    started_at: datetime
    log: tuple[f.LogEntry, ...]
    leader: ToCallForApproval | None
    """None where nobody with a number is known."""

    @property
    def last_seen(self) -> datetime:
        """The latest moment that is kept: the clock has been at least there. A jump that is noted is noted once."""
        jumps = [place for place, one in enumerate(self.log) if one.kind is LogKind.CLOCK_JUMPED]
        if jumps:
            return max(one.at for one in self.log[jumps[-1] :])
        return max((self.started_at, *(one.at for one in self.log)))

    @property
    def inside(self) -> f.LogEntry | None:
        """Who is called in and not out again."""
        return next((one for one in reversed(self.log) if is_inside(one)), None)

    @property
    def child_is_away(self) -> bool:
        """Whether a child has withdrawn with its adult and is not back."""
        moves = [one.kind for one in self.log if one.kind in {LogKind.CHILD_WITHDRAWS, LogKind.CHILD_RETURNS}]
        return bool(moves) and moves[-1] is LogKind.CHILD_WITHDRAWS


def is_inside(entry: f.LogEntry) -> bool:
    """Whether somebody was called in and is not noted as out again."""
    return entry.kind is LogKind.CALLED_IN and entry.minutes is None


def read_private_time(session: Session, case_id: str) -> PrivateTimeShown | None:
    """The private time of a case that runs now."""
    step = running_private_time(session, case_id)
    if step is None or step.started_at is None:
        return None
    log = tuple(as_fact(f.LogEntry, one) for one in entries(session, step.conference_id, step.started_at))
    return PrivateTimeShown(step.conference_id, step.round, step.started_at, log, leaders_number(session, case_id))


def leaders_number(session: Session, case_id: str) -> ToCallForApproval | None:
    """Whom the initiativtager calls to have the plan approved, and the number. Source: R15."""
    query = select(Authority).where(
        Authority.case_id == case_id, Authority.phone.is_not(None), Authority.kind == AuthorityKind.LEADER
    )
    found = session.scalars(query).first()
    if found is None or found.phone is None:
        return None
    return ToCallForApproval(found.name, found.phone, _hours(found.reachable_from, found.reachable_until))


def _hours(start: time | None, end: time | None) -> str:
    """`kl. 16 til 21`, or the half that is known."""
    if start is not None and end is not None:
        return _("Kan nås kl. {start} til {end}").format(start=show_time(start), end=show_time(end))
    if start is not None:
        return _("Kan nås fra kl. {start}").format(start=show_time(start))
    return _("Kan nås til kl. {end}").format(end=show_time(end)) if end is not None else ""
