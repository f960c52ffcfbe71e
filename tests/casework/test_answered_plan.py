"""A plan that has been answered stands as it was answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samordner_tui.archive.records.day import Conference, Plan
from samordner_tui.casework import agreement_course, decision, plan_words
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.decision import Reply
from samordner_tui.casework.open_in_plan import named_before_the_answer
from samordner_tui.casework.plan import PLAN, view
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.method.terms import ConferenceState, Outcome
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, EveningCase
from tests.casework.plan_read import SHEET, answer, family_is_ready, returned

SNEAKED = f"SNEGET IND {SHEET}"
CHANGED = "Planen er ændret, efter den blev læst op."


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The family is ready with its plan."""
    made = family_is_ready()
    yield made
    made.session.close()


def type_words(case: EveningCase, plan: str, words: str) -> None:
    """Type the words of a plan."""
    change_field(case.session, Plan, plan, "words", words, EVENING)
    case.session.commit()


@pytest.mark.parametrize("outcome", [Outcome.APPROVED, Outcome.RETURNED])
def test_the_words_of_an_answered_plan_are_not_changed_without_a_reason(case: EveningCase, outcome: Outcome) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    approved = Reply(outcome, authority_id=case.initiator, unclear_because="Det aftales")
    answer(case, approved if outcome is Outcome.APPROVED else returned(case))
    case.session.commit()
    with pytest.raises(NeedsReason, match="har fået sit svar"):
        type_words(case, plan, SNEAKED)
    case.session.rollback()
    assert case.conference.plans[0].words == SHEET


def test_a_copy_that_was_typed_wrong_is_put_right_with_a_reason_each_time_and_confirmed_anew(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator, unclear_because="Det aftales"))
    change_field(case.session, Plan, plan, "confirmed_on", EVENING, EVENING)
    case.session.commit()
    case.with_reasons(lambda: type_words(case, plan, SHEET + " kl. 8"), "Klokkeslættet manglede")
    (typed,) = case.conference.plans
    assert (typed.words, typed.confirmed_on) == (SHEET + " kl. 8", None)
    section = next(one for one in view(case.context).sections if one.id == PLAN)
    assert section.note == "Afskriften er rettet efter svaret: Klokkeslættet manglede"
    with pytest.raises(NeedsReason):
        type_words(case, plan, SNEAKED)


def test_a_sheet_typed_for_the_first_time_after_the_answer_is_asked_nothing_about(case: EveningCase) -> None:
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    assert case.conference.plans[0].words == SHEET


def test_a_plan_changed_between_the_reading_and_the_answer_is_named_until_it_is_read_again(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    decision.read_plan_aloud(case.session, case.conference_id, case.now)
    assert CHANGED not in named_before_the_answer(case.facts, case.conference)
    for words in (SNEAKED, f"OGSÅ {SNEAKED}"):
        case.later(2)
        type_words(case, plan, words)
        assert CHANGED in named_before_the_answer(case.facts, case.conference)
        case.later(2)
        decision.read_plan_aloud(case.session, case.conference_id, case.now)
        assert CHANGED not in named_before_the_answer(case.facts, case.conference)


def test_a_sheet_typed_after_the_reading_is_no_change(case: EveningCase) -> None:
    decision.read_plan_aloud(case.session, case.conference_id, case.now)
    plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    assert CHANGED not in named_before_the_answer(case.facts, case.conference)


def test_a_plan_that_is_not_typed_is_named_before_the_answer_and_may_be_answered(case: EveningCase) -> None:
    lacks = "Planen er ikke skrevet af endnu. Har du arket?"
    assert named_before_the_answer(case.facts, case.conference) == lacks
    plan_words.plan_of_round(case.session, case.conference_id, EVENING)
    assert named_before_the_answer(case.facts, case.conference) == lacks
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    assert case.conference.decisions[0].outcome is Outcome.APPROVED


def test_an_agreement_is_not_carried_into_a_plan_that_is_answered_or_was_another_day(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    item = case.conference.plans[0].items[0].id
    second = add(case.session, Conference, case.case_id, EVENING, number=2, state=ConferenceState.HELD)
    with pytest.raises(Refused, match="føres videre til den næste plan"):
        agreement_course.carry_on(case.session, second, item, EVENING)
    change_field(case.session, Conference, second, "state", ConferenceState.PLANNED, EVENING)
    agreement_course.carry_on(case.session, second, item, EVENING)
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator, unclear_because="Det aftales"))
    assert not agreement_course.takes_agreements(case.facts, case.conference, EVENING)
