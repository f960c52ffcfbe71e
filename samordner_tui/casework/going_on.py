"""Which conferences are being held just now, so that the program opens where the people are. Source: R10, design 4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from samordner_tui.archive.private_time import PRIVATE_TIME
from samordner_tui.archive.records.day import Conference, Step
from samordner_tui.casework.evening import APPROVAL, INFORMATION
from samordner_tui.method.terms import ConferenceState, StageId

AN_EVENING: Final = timedelta(hours=18)
"""A trin that began longer ago was forgotten; private time runs until the family is ready."""

STAGES: Final = {
    INFORMATION: StageId.INFORMATION,
    PRIVATE_TIME: StageId.PRIVATE_TIME,
    APPROVAL: StageId.APPROVAL,
}

RUNS: Final = and_(Step.started_at.is_not(None), Step.ended_at.is_(None))
"""That a trin has begun and not ended."""


@dataclass(frozen=True, slots=True)
class GoingOn:
    """A case whose conference is being held, and the stage of the trin that runs; None between two trin."""

    case_id: str
    stage: StageId | None

    @property
    def is_alone(self) -> bool:
        """Whether the family is alone."""
        return self.stage is StageId.PRIVATE_TIME


def going_on(session: Session, moment: datetime) -> tuple[GoingOn, ...]:
    """The cases whose conference is being held at `moment`."""
    is_alone = and_(RUNS, Step.number == PRIVATE_TIME)
    query = (
        select(Step)
        .join(Conference, Conference.id == Step.conference_id)
        .where(Conference.state == ConferenceState.PLANNED, or_(is_alone, Step.started_at >= moment - AN_EVENING))
        .order_by(Step.round, Step.number)
    )
    found: dict[str, StageId | None] = {}
    for step in session.scalars(query):
        found[step.case_id] = STAGES[step.number] if step.ended_at is None else None
    return tuple(GoingOn(case_id, stage) for case_id, stage in found.items())
