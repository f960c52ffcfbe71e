"""Hjørnesten 2, a test for each line of its table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samordner_tui.method.cornerstones import Verdict, familys_own_plan
from samordner_tui.method.facts import CaseFacts, LogEntry, Presence
from samordner_tui.method.terms import LogAbout, LogKind, PersonKind, PresentAs, Standing
from tests.method.cases import (
    AFTERWARDS,
    STEPS,
    THE_DAY,
    TODAY,
    at,
    first,
    full_case,
    held_case,
    on_the_day,
    present,
    step,
    with_conference,
    with_person,
    with_plan,
    with_presences,
)

STEP_1 = STEPS[0]


def after(facts: CaseFacts) -> Verdict:
    return familys_own_plan(facts, first(facts), AFTERWARDS)


def on_day(facts: CaseFacts) -> Verdict:
    return familys_own_plan(facts, first(facts), THE_DAY)


def with_log(facts: CaseFacts, *kinds: LogKind) -> CaseFacts:
    log = tuple(LogEntry(str(kind), at(18, 35), kind, LogAbout.MUNICIPAL_SUPPORT, 45) for kind in kinds)
    return with_conference(facts, lambda conference: replace(conference, log_entries=log))


def with_one_more(facts: CaseFacts, presence: Presence) -> CaseFacts:
    return with_presences(facts, *first(facts).presences, presence)


def test_it_is_open_until_trin_2_begins() -> None:
    facts = full_case()
    verdict = familys_own_plan(facts, first(facts), TODAY)
    assert (verdict.standing, verdict.reason) == (Standing.OPEN, "lægges i trin 2")


def test_it_is_open_while_trin_1_runs() -> None:
    assert on_day(on_the_day(held_case(), step(1, at(17), None))).standing is Standing.OPEN


def test_it_is_partly_met_while_the_family_is_alone() -> None:
    verdict = on_day(on_the_day(held_case(), STEP_1, step(2, at(18), None)))
    assert (verdict.standing, verdict.reason) == (Standing.PARTLY, "familien er alene")


def test_it_is_partly_met_until_the_plan_is_read_out() -> None:
    verdict = on_day(on_the_day(held_case(), STEP_1, step(2, at(18), at(19, 45))))
    assert (verdict.standing, verdict.reason) == (Standing.PARTLY, "planen er ikke læst op endnu")


def test_a_new_private_time_after_a_return_is_on_the_way_too() -> None:
    facts = on_the_day(held_case(), *STEPS, step(2, at(20, 25), None, 2))
    assert on_day(facts).reason == "familien er alene"


def test_it_is_met_when_the_family_was_alone_and_there_is_a_plan_in_its_words() -> None:
    assert (after(held_case()).standing, after(held_case()).reason) == (
        Standing.MET,
        "familien var alene i 105 min.",
    )


def test_a_call_in_that_is_logged_takes_nothing_from_it_however_long() -> None:
    facts = with_log(held_case(), LogKind.CALLED_IN, LogKind.PAUSE, LogKind.MEAL)
    called = Presence("called", 2, PresentAs.INITIATOR, called_in=True)
    assert after(with_one_more(facts, called)).standing is Standing.MET


def test_an_interpreter_and_a_bisidder_are_not_professionals_here() -> None:
    facts = with_person(held_case(), "ulla", lambda one: replace(one, kind=PersonKind.HELPER))
    assert after(with_one_more(facts, present("ulla", 2))).standing is Standing.MET


@pytest.mark.parametrize(
    "presence",
    [
        Presence("x", 2, PresentAs.SAMORDNER),
        Presence("x", 2, PresentAs.INITIATOR),
        present("ulla", 2),
    ],
    ids=["samordner", "initiator", "teacher"],
)
def test_a_professional_who_was_in_trin_2_uncalled_departs_from_it(presence: Presence) -> None:
    assert after(with_one_more(held_case(), presence)).standing is Standing.BROKEN


@pytest.mark.parametrize("kind", [LogKind.STAYED, LogKind.CAME_UNCALLED])
def test_a_professional_who_stayed_or_came_in_departs_from_it_on_the_day_too(kind: LogKind) -> None:
    facts = with_log(on_the_day(held_case(), STEP_1, step(2, at(18), None)), kind)
    assert on_day(facts).standing is Standing.BROKEN
    assert after(with_log(held_case(), kind)).standing is Standing.BROKEN


def test_no_private_time_departs_from_it() -> None:
    facts = with_conference(held_case(), lambda one: replace(one, steps=(STEPS[0], STEPS[2])))
    assert (after(facts).standing, after(facts).reason) == (Standing.BROKEN, "familien fik ikke tid alene")


def test_a_plan_that_is_not_in_the_familys_words_meets_it_partly() -> None:
    facts = with_plan(held_case(), lambda plan: replace(plan, words="  "))
    assert (after(facts).standing, after(facts).reason) == (Standing.PARTLY, "planen mangler i familiens ord")


def test_private_time_whose_end_is_not_known_meets_it_partly() -> None:
    facts = with_conference(held_case(), lambda one: replace(one, steps=(STEPS[0], step(2, at(18), None), STEPS[2])))
    assert after(facts).standing is Standing.PARTLY
