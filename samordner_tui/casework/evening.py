"""The evening of one conference as its rows tell it: which trin runs, which round it is, what was answered."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference, Decision, Plan, Step
from samordner_tui.casework.change import gone
from samordner_tui.casework.silence import PRIVATE_TIME
from samordner_tui.method import facts as f
from samordner_tui.method.terms import ConferenceState, Outcome
from samordner_tui.refusals import Refused

INFORMATION = 1
APPROVAL = 3
FINAL = frozenset({Outcome.APPROVED, Outcome.REFUSED})
"""Answers after which nothing more is answered that evening."""


def running_step(conference: f.Conference) -> f.Step | None:
    """The trin that runs."""
    return next((one for one in conference.steps if one.started_at and not one.ended_at), None)


def running_private_time(conference: f.Conference) -> f.Step | None:
    """The private time that runs."""
    step = running_step(conference)
    return step if step is not None and step.number == PRIVATE_TIME else None


class Evening:
    """What has happened at one conference so far, read once."""

    def __init__(self, session: Session, conference_id: str) -> None:
        conference = session.get(Conference, conference_id)
        if conference is None:
            raise Refused(gone())
        self.session = session
        self.conference = conference
        steps = session.scalars(select(Step).where(Step.conference_id == conference_id))
        self.steps = sorted(steps, key=lambda one: (one.round, one.number))
        decisions = session.scalars(select(Decision).where(Decision.conference_id == conference_id))
        self.decisions = sorted(decisions, key=lambda one: (one.round, one.decided_at))

    @property
    def case_id(self) -> str:
        """The case the conference belongs to."""
        return self.conference.case_id

    @property
    def is_open(self) -> bool:
        """Whether the conference is still to be held or is being held."""
        return self.conference.state is ConferenceState.PLANNED

    @property
    def round(self) -> int:
        """The round it has come to; a returned plan opens the next."""
        return max((one.round for one in self.steps), default=1)

    def step(self, number: int, round_number: int | None = None) -> Step | None:
        """A trin, in the round it has come to unless another is named. Trin 1 has one round alone."""
        wanted = 1 if number == INFORMATION else round_number or self.round
        return next((one for one in self.steps if one.number == number and one.round == wanted), None)

    @property
    def begun_step(self) -> Step | None:
        """The trin that runs now."""
        return next((one for one in self.steps if one.started_at is not None and one.ended_at is None), None)

    @property
    def private_time(self) -> Step | None:
        """The private time that runs now."""
        running = self.begun_step
        return running if running is not None and running.number == PRIVATE_TIME else None

    @property
    def private_time_ended_at(self) -> datetime | None:
        """When the private time of this round ended; None while it runs, and before it has begun."""
        step = self.step(PRIVATE_TIME)
        return None if step is None else step.ended_at

    @property
    def plan_is_read(self) -> bool:
        """Whether a plan has been read aloud in this round."""
        read_at, ended_at = self.conference.plan_read_at, self.private_time_ended_at
        return read_at is not None and (ended_at is None or read_at >= ended_at)

    @property
    def answer(self) -> Decision | None:
        """The last answer of this round."""
        return next((one for one in reversed(self.decisions) if one.round == self.round), None)

    @property
    def waits_for_new_time(self) -> bool:
        """Whether the plan was returned and the family has not begun anew."""
        step = self.step(PRIVATE_TIME)
        return step is not None and step.round > 1 and step.started_at is None

    @property
    def plan(self) -> Plan | None:
        """The plan of this round, once it has been typed."""
        query = select(Plan).where(Plan.conference_id == self.conference.id, Plan.version == self.round)
        return self.session.scalar(query)

    @property
    def last_moment(self) -> datetime | None:
        """The latest moment kept of the evening so far."""
        moments = [moment for one in self.steps for moment in (one.started_at, one.ended_at) if moment is not None]
        return max(moments, default=None)
