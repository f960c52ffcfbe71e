"""Hjørnesten 4, a test for each line of its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from samordner_tui.method.cornerstones import Verdict, adopted_at_once
from samordner_tui.method.facts import Authority, CaseFacts, Decision
from samordner_tui.method.terms import ConferenceState, Municipal, Outcome, Standing
from tests.method.cases import (
    AFTERWARDS,
    APPROVED,
    STEPS,
    THE_DAY,
    TODAY,
    at,
    first,
    full_case,
    held_case,
    on_the_day,
    step,
    with_conference,
    with_decisions,
    with_plan,
)

RETURNED = Decision("returned", 1, Outcome.RETURNED, at(20, 5), "plan", "birgit", rests_on_id="bottom_line")
PROVISIONAL = Decision(
    "provisional", 1, Outcome.PROVISIONAL, at(20, 10), "plan", "birgit", provisional_until=date(2027, 2, 1)
)


def with_authority(facts: CaseFacts, authority_id: str, change: Callable[[Authority], Authority]) -> CaseFacts:
    return replace(
        facts, authorities=tuple(change(one) if one.id == authority_id else one for one in facts.authorities)
    )


def before(facts: CaseFacts) -> Verdict:
    return adopted_at_once(facts, first(facts), TODAY)


def after(facts: CaseFacts, today: date = AFTERWARDS) -> Verdict:
    return adopted_at_once(facts, first(facts), today)


def on_day(facts: CaseFacts) -> Verdict:
    return adopted_at_once(facts, first(facts), THE_DAY)


def test_it_is_open_while_nobody_who_may_approve_is_named() -> None:
    facts = with_authority(full_case(), "leif", lambda one: replace(one, may_approve=None))
    assert before(facts).standing is Standing.OPEN


def test_a_person_who_answers_for_safety_does_not_approve_plans() -> None:
    facts = with_authority(full_case(), "leif", lambda one: replace(one, may_approve=False))
    facts = with_authority(facts, "sanne", lambda one: replace(one, may_approve=True))
    assert before(facts).standing is Standing.OPEN


def test_it_is_partly_met_when_the_initiativtager_may_approve() -> None:
    facts = with_authority(full_case(), "birgit", lambda one: replace(one, may_approve=True))
    assert (before(facts).standing, before(facts).reason) == (Standing.PARTLY, "initiativtageren kan godkende")


def test_it_is_partly_met_when_the_leader_can_be_reached_in_the_hours_of_the_conference() -> None:
    assert (before(full_case()).standing, before(full_case()).reason) == (Standing.PARTLY, "lederen kan nås")


def test_a_leader_without_hours_is_asked_for_them() -> None:
    facts = with_authority(full_case(), "leif", lambda one: replace(one, reachable_until=None))
    assert (before(facts).standing, before(facts).reason) == (Standing.PARTLY, "lederens tider mangler")


def test_a_leader_who_goes_home_too_early_is_named() -> None:
    facts = with_authority(full_case(), "leif", lambda one: replace(one, reachable_until=time(19, 30)))
    assert (before(facts).standing, before(facts).reason) == (Standing.PARTLY, "lederen kan kun nås til kl. 19.30")


def test_a_leader_who_comes_too_late_is_named() -> None:
    facts = with_authority(full_case(), "leif", lambda one: replace(one, reachable_from=time(18)))
    assert before(facts).reason == "lederen kan først nås kl. 18"


def test_a_leader_without_a_telephone_number_cannot_be_reached() -> None:
    facts = with_authority(full_case(), "leif", lambda one: replace(one, phone=None))
    assert (before(facts).standing, before(facts).reason) == (Standing.PARTLY, "lederens telefonnummer mangler")


def test_a_conference_that_is_moved_to_a_later_hour_is_held_against_the_leaders_hours() -> None:
    facts = with_conference(full_case(), lambda one: replace(one, starts_at=at(20), ends_at=at(23)))
    assert before(facts).reason == "lederen kan kun nås til kl. 22"


def test_with_no_end_set_three_hours_are_reckoned_with() -> None:
    facts = with_conference(full_case(), lambda one: replace(one, starts_at=at(19, 30), ends_at=None))
    assert before(facts).reason == "lederen kan kun nås til kl. 22"


def test_a_leader_who_can_be_reached_past_midnight_covers_a_long_evening() -> None:
    facts = with_authority(full_case(), "leif", lambda one: replace(one, reachable_until=time(1)))
    facts = with_conference(facts, lambda one: replace(one, ends_at=at(23, 59) + timedelta(minutes=31)))
    assert before(facts).reason == "lederen kan nås"


def test_it_is_partly_met_when_the_plan_is_presented() -> None:
    facts = on_the_day(held_case(), *STEPS[:2], step(3, at(19, 50), None))
    assert (on_day(facts).standing, on_day(facts).reason) == (Standing.PARTLY, "planen er lagt frem")


def test_it_is_partly_met_when_the_plan_is_returned_and_a_new_round_is_on() -> None:
    facts = with_decisions(on_the_day(held_case(), *STEPS, step(2, at(20, 30), None, 2)), RETURNED)
    assert (on_day(facts).standing, on_day(facts).reason) == (Standing.PARTLY, "planen er sendt tilbage")


def test_a_return_is_on_its_way_also_before_the_new_round_has_begun() -> None:
    facts = with_decisions(on_the_day(held_case(), *STEPS), RETURNED)
    assert on_day(facts).standing is Standing.PARTLY


def test_it_is_met_on_the_day_as_soon_as_the_plan_is_approved() -> None:
    facts = with_decisions(on_the_day(held_case(), *STEPS[:2], step(3, at(19, 50), None)), APPROVED)
    assert on_day(facts).standing is Standing.MET


def test_approved_at_the_same_conference_by_one_who_may_meets_it() -> None:
    assert after(held_case()).standing is Standing.MET


def test_approved_in_the_second_round_of_the_same_evening_meets_it() -> None:
    second = replace(APPROVED, id="second", round=2, decided_at=at(21, 30))
    facts = with_decisions(held_case(), second, RETURNED)
    facts = with_conference(
        facts,
        lambda one: replace(
            one, steps=(*STEPS, step(2, at(20, 30), at(21, 10), 2), step(3, at(21, 15), at(21, 40), 2))
        ),
    )
    assert after(facts).standing is Standing.MET


def test_approved_after_midnight_while_trin_3_still_ran_is_the_same_conference() -> None:
    past_midnight = at(0, 20, THE_DAY + timedelta(days=1))
    facts = with_decisions(held_case(), replace(APPROVED, decided_at=past_midnight))
    facts = with_conference(
        facts, lambda one: replace(one, steps=(*STEPS[:2], step(3, at(23, 30), past_midnight + timedelta(minutes=5))))
    )
    assert after(facts).standing is Standing.MET


def test_the_leaders_yes_on_the_telephone_is_a_yes() -> None:
    facts = with_decisions(held_case(), replace(APPROVED, authority_id="birgit", leader_called_at=at(20)))
    assert after(facts).standing is Standing.MET


def test_municipal_items_may_still_need_their_formal_decision() -> None:
    facts = with_plan(
        held_case(),
        lambda plan: replace(
            plan,
            items=tuple(
                replace(one, municipal=Municipal.NEEDS_FORMAL_DECISION, formal_by="Leif", formal_due=date(2027, 2, 1))
                for one in plan.items
            ),
        ),
    )
    assert after(facts).standing is Standing.MET


def test_a_conference_that_was_moved_is_measured_by_the_day_it_was_held() -> None:
    facts = with_conference(held_case(), lambda one: replace(one, starts_at=at(17, day=date(2027, 1, 14))))
    assert after(facts).standing is Standing.MET


def test_provisionally_approved_meets_it_partly_until_the_date() -> None:
    found = after(with_decisions(held_case(), PROVISIONAL), date(2027, 2, 1))
    assert (found.standing, found.reason) == (Standing.PARTLY, "foreløbig godkendt til 1/2")


def test_a_provisional_approval_past_its_date_departs_from_it() -> None:
    found = after(with_decisions(held_case(), PROVISIONAL), date(2027, 2, 2))
    assert (found.standing, found.reason) == (Standing.BROKEN, "intet endeligt svar den 1/2")


def test_approved_after_the_conference_by_the_date_set_meets_it_partly() -> None:
    later = replace(APPROVED, decided_at=at(10, day=date(2027, 1, 27)))
    assert after(with_decisions(held_case(), PROVISIONAL, later)).standing is Standing.PARTLY
    assert after(with_decisions(held_case(), later)).standing is Standing.PARTLY


def test_approved_after_the_date_set_departs_from_it() -> None:
    later = replace(APPROVED, decided_at=at(10, day=date(2027, 2, 3)))
    assert after(with_decisions(held_case(), PROVISIONAL, later)).standing is Standing.BROKEN


def test_a_refusal_departs_from_it() -> None:
    facts = with_decisions(held_case(), replace(APPROVED, outcome=Outcome.REFUSED, reason="Alma er ikke tryg."))
    assert (after(facts).standing, after(facts).reason) == (Standing.BROKEN, "planen er afvist")


def test_no_decision_departs_from_it() -> None:
    assert (after(with_decisions(held_case())).standing, after(with_decisions(held_case())).reason) == (
        Standing.BROKEN,
        "planen har ikke fået svar",
    )


def test_a_return_that_nobody_took_up_departs_from_it() -> None:
    assert after(with_decisions(held_case(), RETURNED)).standing is Standing.BROKEN


@pytest.mark.parametrize("decisions", [(), (RETURNED,)], ids=["presented", "returned"])
def test_an_evening_that_nobody_closed_is_over_two_days_later(decisions: tuple[Decision, ...]) -> None:
    """It may run past midnight, so the day after it still stands open."""
    facts = with_decisions(on_the_day(held_case(), *STEPS[:2], step(3, at(19, 50), None)), *decisions)
    standings = [after(facts, THE_DAY + timedelta(days=days)).standing for days in (0, 1, 2)]
    assert standings == [Standing.PARTLY, Standing.PARTLY, Standing.BROKEN]


def test_a_yes_from_somebody_who_may_not_say_it_is_no_approval() -> None:
    assert after(with_decisions(held_case(), replace(APPROVED, authority_id="birgit"))).standing is Standing.BROKEN


def test_a_yes_from_somebody_nobody_has_asked_whether_they_may_is_asked_about() -> None:
    facts = with_authority(held_case(), "leif", lambda one: replace(one, may_approve=None))
    assert (after(facts).standing, after(facts).reason) == (Standing.PARTLY, "kan Leif Krog godkende planen?")


def test_a_yes_from_nobody_in_particular_is_asked_about() -> None:
    found = after(with_decisions(held_case(), replace(APPROVED, authority_id=None)))
    assert (found.standing, found.reason) == (Standing.PARTLY, "hvem godkendte planen?")


def test_a_plan_approved_without_a_meeting_is_not_adopted_at_once() -> None:
    facts = with_conference(held_case(), lambda one: replace(one, state=ConferenceState.PLAN_WITHOUT_MEETING, steps=()))
    assert after(facts).standing is Standing.PARTLY
