"""Whether the family of a case is alone: then no words are kept, not even as a draft. Source: R4, R10, design 1."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Step

PRIVATE_TIME: Final = 2
"""The number of the trin in which the family is alone."""

RUNNING: Final = select(Step).where(
    Step.case_id == bindparam("case_id"),
    Step.number == PRIVATE_TIME,
    Step.started_at.is_not(None),
    Step.ended_at.is_(None),
)
"""The private time that runs in a case. Asked with every change, so it is built once."""


def family_is_alone(session: Session, case_id: str) -> bool:
    """Whether private time has begun in this case and has not ended."""
    return running_private_time(session, case_id) is not None


def running_private_time(session: Session, case_id: str) -> Step | None:
    """The private time that has begun in this case and has not ended."""
    return session.scalar(RUNNING, {"case_id": case_id})
