"""What the screen of the family's own time shows: the time it began, the log in fixed choices, and one number to call.

Nothing of the case and no name of the family is read. Source: R4, R10, R15, design 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.private_time import running_private_time
from samordner_tui.archive.records.assignment import Authority
from samordner_tui.casework.private_log import entries
from samordner_tui.method.terms import AuthorityKind, LogAbout, LogKind


@dataclass(frozen=True)
class LogShown:
    """A moment of the log."""

    id: str
    at: datetime
    kind: LogKind
    about: LogAbout | None
    minutes: int | None

    @property
    def is_inside(self) -> bool:
        """Whether somebody was called in and is not noted as out again."""
        return self.kind is LogKind.CALLED_IN and self.minutes is None


@dataclass(frozen=True)
class PrivateTimeShown:
    """The private time that runs."""

    conference_id: str
    round: int
    started_at: datetime
    log: tuple[LogShown, ...]
    leader: str
    """Name and number of the leader who can approve; empty where none is known."""

    @property
    def last_seen(self) -> datetime:
        """The latest moment that is kept: the clock has been at least there."""
        return max((self.started_at, *(one.at for one in self.log)))

    @property
    def inside(self) -> LogShown | None:
        """Who is called in and not out again."""
        return next((one for one in reversed(self.log) if one.is_inside), None)

    @property
    def child_is_away(self) -> bool:
        """Whether a child has withdrawn with its adult and is not back."""
        moves = [one.kind for one in self.log if one.kind in {LogKind.CHILD_WITHDRAWS, LogKind.CHILD_RETURNS}]
        return bool(moves) and moves[-1] is LogKind.CHILD_WITHDRAWS


def read_private_time(session: Session, case_id: str) -> PrivateTimeShown | None:
    """The private time of a case that runs now."""
    step = running_private_time(session, case_id)
    if step is None or step.started_at is None:
        return None
    log = tuple(
        LogShown(one.id, one.at, one.kind, one.about, one.minutes)
        for one in entries(session, step.conference_id, step.started_at)
    )
    return PrivateTimeShown(step.conference_id, step.round, step.started_at, log, leaders_number(session, case_id))


def leaders_number(session: Session, case_id: str) -> str:
    """Whom the initiativtager calls to have the plan approved, and the number. Source: R15."""
    query = select(Authority).where(
        Authority.case_id == case_id, Authority.phone.is_not(None), Authority.kind == AuthorityKind.LEADER
    )
    found = session.scalars(query).first()
    return f"{found.name}   {found.phone}" if found is not None else ""
