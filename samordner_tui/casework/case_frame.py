"""What the frame of a case shows at one moment: the five hjørnesten, the way, the next steps and one stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Case
from samordner_tui.casework.evening import running_private_time
from samordner_tui.casework.facts import current_conference, facts_of
from samordner_tui.casework.stage_counts import StageCount, stage_counts
from samordner_tui.casework.stages import load_stages, view_of
from samordner_tui.casework.summary import GROUPS
from samordner_tui.casework.views import Context, StageView
from samordner_tui.method.cornerstones import Verdict, verdicts
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.gates import Gate, gates
from samordner_tui.method.next_steps import NextStep, next_steps, time_of_case
from samordner_tui.method.terms import StageId

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


@dataclass(frozen=True)
class Moment:
    """What a case is seen by: the method, the day, and the zone of the archive."""

    method: Method
    today: date
    zone: ZoneInfo


@dataclass(frozen=True)
class CaseShown:
    """A case as it stands, with the view of one of its stages."""

    facts: CaseFacts
    conference: Conference | None
    verdicts: tuple[Verdict, ...]
    gates: tuple[Gate, ...]
    next_steps: tuple[NextStep, ...]
    counts: Mapping[StageId, StageCount]
    view: StageView

    @property
    def stage(self) -> StageId:
        """The stage that is shown."""
        return self.view.stage


def read_case(
    session: Session,
    case_id: str,
    conference_id: str | None,
    stage: StageId | None,
    moment: Moment,
    known: CaseShown | None = None,
) -> CaseShown:
    """Read a case. Without a conference the current one is shown; without a stage the one with the next step.

    `known` is the case as it was read at the same moment and since which nothing was written: then only the view of
    the stage is made.
    """
    load_stages()
    if known is not None and stage is not None:
        return replace(known, view=_view(session, case_id, known.facts, known.conference, stage, moment))
    facts = facts_of(session, case_id)
    conference = chosen_conference(facts, conference_id)
    steps = next_steps(facts, conference, moment.today, moment.method)
    return CaseShown(
        facts=facts,
        conference=conference,
        verdicts=verdicts(facts, conference, moment.today),
        gates=gates(facts, conference, moment.today, moment.method),
        next_steps=steps,
        counts=stage_counts(facts, conference, moment.today, moment.method),
        view=_view(
            session, case_id, facts, conference, stage or _first_shown(facts, conference, steps, moment), moment
        ),
    )


def _view(
    session: Session, case_id: str, facts: CaseFacts, conference: Conference | None, stage: StageId, moment: Moment
) -> StageView:
    context = Context(session, case_id, conference, facts, moment.method, moment.today, moment.zone)
    return view_of(stage)(context)


def _first_shown(
    facts: CaseFacts, conference: Conference | None, steps: tuple[NextStep, ...], moment: Moment
) -> StageId:
    """Where a case opens: at the clock while the family is alone, else where the next step of the day is taken.

    What was left behind before the day, or on it, is still a step; the way goes on where the case is.
    """
    if conference is not None and running_private_time(conference) is not None:
        return StageId.PRIVATE_TIME
    group = GROUPS[time_of_case(facts, conference, moment.today)]
    now = (one.stage for one in steps if moment.method.stage(one.stage).group == group)
    first = next(now, steps[0].stage if steps else None)
    return first or StageId.ASSIGNMENT


def name_of_case(session: Session, case_id: str) -> str:
    """`2027-03 Alma`; empty where the case is gone."""
    case = session.get(Case, case_id)
    return f"{case.number} {case.alias}" if case is not None else ""


def chosen_conference(facts: CaseFacts, conference_id: str | None) -> Conference | None:
    """The conference with this id, or the current one."""
    return next((one for one in facts.conferences if one.id == conference_id), None) or current_conference(facts)
