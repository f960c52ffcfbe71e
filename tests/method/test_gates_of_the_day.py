"""The gates of the day and of closing, a test for each of their lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samordner_tui.method.definition import method
from samordner_tui.method.gates import gates
from samordner_tui.method.terms import (
    Outcome,
)
from tests.method.cases import (
    AFTERWARDS,
    ITEM,
    PLAN,
    first,
    held_case,
    with_briefing,
    with_conference,
    with_decisions,
    with_plan,
)
from tests.method.passing import Change, conference, gate

AFTER: dict[str, tuple[str, str, Change]] = {
    "trin 1 is not over": (
        "private_time",
        "step_1_done",
        lambda facts: with_conference(
            facts, lambda one: replace(one, steps=(replace(one.steps[0], ended_at=None), *one.steps[1:]))
        ),
    ),
    "a briefing is neither read nor left out": (
        "private_time",
        "briefings_read",
        lambda facts: with_briefing(facts, "teachers", lambda one: replace(one, read_aloud_on=None)),
    ),
    "a question to the briefings is open": ("private_time", "questions_answered", conference(questions_answered=None)),
    "a professional sits there still": (
        "private_time",
        "professionals_left",
        lambda facts: with_conference(
            facts,
            lambda one: replace(one, presences=(*one.presences, replace(one.presences[0], id="stays", step=2))),
        ),
    ),
    "the questions are not on the wall": (
        "private_time",
        "questions_on_wall",
        lambda facts: with_conference(facts, lambda one: replace(one, evening_marks=one.evening_marks[1:])),
    ),
    "the demands are not on the wall": (
        "private_time",
        "bottom_lines_on_wall",
        lambda facts: with_conference(facts, lambda one: replace(one, evening_marks=one.evening_marks[:1])),
    ),
    "the teacher has not left": (
        "private_time",
        "informants_left",
        lambda facts: with_conference(
            facts, lambda one: replace(one, presences=tuple(replace(who, left_at=None) for who in one.presences))
        ),
    ),
    "private time is not over": (
        "approval",
        "private_time_done",
        lambda facts: with_conference(facts, lambda one: replace(one, steps=one.steps[:1])),
    ),
    "the plan is not read out": ("approval", "plan_read", conference(plan_read_at=None)),
    "nobody knows who does it": (
        "approval",
        "plan_clear",
        lambda facts: with_plan(facts, lambda plan: replace(plan, items=(replace(ITEM, who=None),))),
    ),
    "nobody knows when": (
        "approval",
        "plan_clear",
        lambda facts: with_plan(facts, lambda plan: replace(plan, items=(replace(ITEM, when_kind=None),))),
    ),
    "the leader cannot be reached": (
        "approval",
        "approver_reachable",
        lambda facts: replace(facts, authorities=facts.authorities[:1]),
    ),
    "the plan is not answered": ("close_day", "plan_answered", with_decisions),
    "a return rests on nothing": (
        "close_day",
        "return_explained",
        lambda facts: with_decisions(
            facts, replace(first(facts).decisions[0], outcome=Outcome.RETURNED), *first(facts).decisions
        ),
    ),
    "nobody watches over the plan": ("close_day", "guardian_named", conference(guardian_id=None)),
    "no day to meet again": ("close_day", "follow_up_dated", conference(follow_up_on=None)),
    "the plan is not sent": (
        "close_case",
        "plan_sent",
        lambda facts: with_plan(facts, lambda plan: replace(plan, deliveries=())),
    ),
    "one has not had the plan": (
        "close_case",
        "plan_sent",
        lambda facts: with_plan(
            facts,
            lambda plan: replace(plan, deliveries=(replace(PLAN.deliveries[0], sent_on=None), *PLAN.deliveries[1:])),
        ),
    ),
    "a briefing is not deleted": (
        "close_case",
        "briefings_deleted",
        lambda facts: with_briefing(facts, "teachers", lambda one: replace(one, deleted_on=None)),
    ),
    "nobody has talked with the child since": (
        "close_case",
        "debrief_held",
        lambda facts: replace(facts, contacts=tuple(one for one in facts.contacts if one.id != "after_talk")),
    ),
    "the child has not evaluated": (
        "close_case",
        "evaluations_in",
        lambda facts: with_conference(facts, lambda one: replace(one, evaluations=one.evaluations[1:])),
    ),
    "no time is noted": ("close_case", "time_accounted", lambda facts: replace(facts, time_minutes=0)),
    "no reason is given": ("close_case", "closing_reason", lambda facts: replace(facts, closing_reason=None)),
    "somebody is not told": ("close_case", "everyone_told", lambda facts: replace(facts, everyone_told_on=None)),
    "the case is not handed over": ("close_case", "handed_over", lambda facts: replace(facts, handed_over_on=None)),
}


@pytest.mark.parametrize(("name", "line", "change"), AFTER.values(), ids=AFTER.keys())
def test_a_later_gate_stays_shut_and_says_what_lacks(name: str, line: str, change: Change) -> None:
    found = gate(change(held_case()), name, AFTERWARDS)
    assert not found.open
    assert line in {one.id for one in found.missing}


def test_after_a_conference_held_as_it_should_be_every_gate_is_open() -> None:
    facts = held_case()
    assert [one.name for one in gates(facts, first(facts), AFTERWARDS, method()) if not one.open] == []


def test_nothing_is_hung_where_nothing_is_asked_or_demanded() -> None:
    found = gate(replace(held_case(), statements=()), "private_time")
    assert {"questions_on_wall", "bottom_lines_on_wall"} <= found.not_relevant


def test_where_no_professional_came_nobody_is_to_leave() -> None:
    facts = with_conference(held_case(), lambda one: replace(one, presences=()))
    assert "informants_left" in gate(facts, "private_time").not_relevant


def test_without_a_briefing_there_is_no_question_to_a_briefing() -> None:
    facts = with_conference(held_case(), lambda one: replace(one, briefings=(), questions_answered=None))
    found = gate(facts, "private_time")
    assert "questions_answered" in found.not_relevant
    assert "questions_answered" not in {one.id for one in found.missing}
