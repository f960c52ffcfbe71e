"""Where in its stage a next step is taken: at the open question that asks the same, or at a row or a section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from samordner_tui.casework import consents, engagement, milestones, people_list, visits
from samordner_tui.casework.views import Jump, Row, StageView
from samordner_tui.method.next_steps import NextStep
from samordner_tui.method.terms import StageId

AGREEMENT: Final = Jump(StageId.ASSIGNMENT, engagement.SECTION)
CONSENTS: Final = Jump(StageId.ASSIGNMENT, consents.SECTION)
MILESTONES: Final = Jump(StageId.ASSIGNMENT, milestones.SECTION)
PEOPLE: Final = Jump(StageId.NETWORK, people_list.SECTION)
VISITS: Final = Jump(StageId.NETWORK, visits.SECTION)

PLACES: Final[Mapping[str, Jump]] = {
    "settle_independence": replace(AGREEMENT, record="engagements", field="knows_family"),
    "plan_series": replace(AGREEMENT, record="engagements", field="planned_conferences"),
    "note_budget": replace(AGREEMENT, record="engagements", field="catering_budget"),
    "note_case_type": replace(AGREEMENT, record="cases", field="case_type"),
    "get_consent": CONSENTS,
    "get_consent_of_young_person": CONSENTS,
    "tell_of_withdrawal": CONSENTS,
    "ask_about_rooms": replace(MILESTONES, row_id="+rooms"),
    "ask_about_catering": replace(MILESTONES, row_id="+catering"),
    "ask_about_child_support": replace(MILESTONES, row_id="+child_preparation"),
    "ask_about_evaluation": replace(MILESTONES, row_id="+evaluation"),
    "map_both_kinds": PEOPLE,
    "invite_network": PEOPLE,
    "visit_invitee": VISITS,
    "host": Jump(StageId.INFORMATION, record="conferences", field="hosted_by_samordner"),
    "eat_together": Jump(StageId.PRIVATE_TIME, record="conferences", field="meal_shared"),
    "lead_step_3": Jump(StageId.APPROVAL, record="conferences", field="led_by_samordner"),
}
"""Steps that no open question of their stage asks for in the same words."""


def place_of(step: NextStep, rule: str, view: StageView, conference_id: str | None = None) -> Jump:
    """Where `step` is taken in its stage, shown by `view`; it is done when `rule` of the method is kept."""
    asked = [question.jump for question in view.questions if question.rule == rule]
    about = [jump for jump in asked if step.subject_id in {None, jump.row_id}]
    for jump in (*about, *asked):
        return jump
    place = PLACES.get(step.id, Jump(step.stage))
    if place.record == "conferences":
        return replace(place, row_id=conference_id)
    row = _row(view, place.row_id or step.subject_id) or _first_of(view, place)
    if place.section == visits.SECTION:
        return replace(place, record="people", row_id=step.subject_id)
    return place if row is None else replace(place, record=row.record, row_id=row.id, field=place.field or row.field)


def _row(view: StageView, row_id: str | None) -> Row | None:
    rows = (row for section in view.sections for row in section.rows)
    return next((row for row in rows if row.id == row_id), None)


def _first_of(view: StageView, place: Jump) -> Row | None:
    if place.record is None:
        return None
    rows = (row for section in view.sections if section.id == place.section for row in section.rows)
    return next((row for row in rows if row.record == place.record), None)
