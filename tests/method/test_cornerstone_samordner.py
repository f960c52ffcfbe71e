"""Hjørnesten 3, a test for each line of its table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samordner_tui.method.cornerstones import Verdict, samordner_facilitates
from samordner_tui.method.facts import CaseFacts, Engagement
from samordner_tui.method.terms import Standing
from tests.method.cases import AFTERWARDS, TODAY, first, full_case, held_case, with_conference, with_engagement

QUESTIONS = ("knows_family", "employed_by_department", "related", "part_in_decision")


def answered(facts: CaseFacts, question: str, answer: bool | None) -> CaseFacts:
    def change(engagement: Engagement) -> Engagement:
        return replace(engagement, **{question: answer})  # type: ignore[arg-type]

    return with_engagement(facts, change)


def verdict(facts: CaseFacts, today: date) -> Verdict:
    return samordner_facilitates(facts, first(facts), today)


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_is_open_while_a_question_is_unanswered(question: str) -> None:
    found = verdict(answered(full_case(), question, None), TODAY)
    assert (found.standing, found.reason) == (Standing.OPEN, "1 af 4 spørgsmål er åbent")


def test_it_is_partly_met_when_all_are_answered_and_none_speaks_against() -> None:
    found = verdict(full_case(), TODAY)
    assert (found.standing, found.reason) == (Standing.PARTLY, "du er uafhængig")


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_that_speaks_against_departs_from_it_at_any_time(question: str) -> None:
    assert verdict(answered(full_case(), question, True), TODAY).standing is Standing.BROKEN
    assert verdict(answered(held_case(), question, True), AFTERWARDS).standing is Standing.BROKEN


def test_an_answer_against_weighs_more_than_one_that_is_missing() -> None:
    facts = answered(answered(full_case(), "related", None), "knows_family", True)
    assert verdict(facts, TODAY).reason == "du kender familien"


def test_it_is_met_when_the_samordner_hosted_trin_1_and_led_trin_3() -> None:
    assert verdict(held_case(), AFTERWARDS).standing is Standing.MET


def test_somebody_else_as_host_departs_from_it() -> None:
    facts = with_conference(held_case(), lambda one: replace(one, hosted_by_samordner=False))
    assert (verdict(facts, AFTERWARDS).standing, verdict(facts, AFTERWARDS).reason) == (
        Standing.BROKEN,
        "en anden var vært",
    )


def test_a_host_who_is_not_known_is_asked_for() -> None:
    facts = with_conference(held_case(), lambda one: replace(one, hosted_by_samordner=None))
    assert (verdict(facts, AFTERWARDS).standing, verdict(facts, AFTERWARDS).reason) == (
        Standing.PARTLY,
        "var du vært i trin 1?",
    )


def test_a_trin_3_led_by_somebody_else_meets_it_partly() -> None:
    facts = with_conference(held_case(), lambda one: replace(one, led_by_samordner=False))
    assert verdict(facts, AFTERWARDS).standing is Standing.PARTLY


def test_afterwards_a_question_still_unanswered_keeps_it_from_being_met() -> None:
    assert verdict(answered(held_case(), "related", None), AFTERWARDS).standing is Standing.PARTLY
