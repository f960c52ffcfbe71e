"""Dates around the plan that cannot be true get a sentence; an odd one is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from samordner_tui.archive.records.assignment import Statement
from samordner_tui.archive.records.day import Conference, Plan, PlanItem
from samordner_tui.archive.records.network import Person
from samordner_tui.casework import plan_words
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.decision import Reply
from samordner_tui.casework.form_view import references_of
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.method.predicates.approval import formal_decisions_dated
from samordner_tui.method.terms import InvitationChoice, Municipal, Outcome, PersonKind, StatementKind
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, EveningCase
from tests.casework.plan_read import SHEET, answer, family_is_ready

LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The family is ready with its plan."""
    made = family_is_ready()
    yield made
    made.session.close()


def an_agreement(case: EveningCase) -> str:
    """The first agreement of the plan, which needs a formal decision."""
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    item = case.conference.plans[0].items[0].id
    change_field(case.session, PlanItem, item, "municipal", Municipal.NEEDS_FORMAL_DECISION, EVENING)
    return item


def test_a_decision_is_not_due_before_the_plan_was_made(case: EveningCase) -> None:
    item = an_agreement(case)
    with pytest.raises(Refused, match="før planen blev lagt"):
        change_field(case.session, PlanItem, item, "formal_due", LONG_AGO, EVENING)
    change_field(case.session, PlanItem, item, "formal_due", EVENING, EVENING)


def test_what_lacks_of_a_formal_decision_is_named(case: EveningCase) -> None:
    item = an_agreement(case)
    change_field(case.session, PlanItem, item, "formal_due", EVENING, EVENING)
    assert formal_decisions_dated(case.facts, case.conference, EVENING).detail == "hvem afgør punkt 1?"
    change_field(case.session, PlanItem, item, "formal_by", "Birgit Holm", EVENING)
    assert formal_decisions_dated(case.facts, case.conference, EVENING).holds
    change_field(case.session, PlanItem, item, "formal_due", None, EVENING)
    assert formal_decisions_dated(case.facts, case.conference, EVENING).detail == "hvornår afgøres punkt 1?"


def test_the_final_answer_does_not_come_before_the_provisional_one(case: EveningCase) -> None:
    provisional = Reply(Outcome.PROVISIONAL, authority_id=case.initiator, provisional_until=LONG_AGO)
    with pytest.raises(Refused, match="før det foreløbige"):
        answer(case, provisional)


def test_a_plan_is_not_typed_on_a_day_to_come(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    with pytest.raises(Refused, match="ikke kommet endnu"):
        change_field(case.session, Plan, plan, "typed_on", EVENING + timedelta(days=1), EVENING)


def test_they_do_not_meet_again_before_they_met_and_within_a_week_it_is_asked_about(case: EveningCase) -> None:
    for day in (LONG_AGO, EVENING):
        with pytest.raises(Refused, match="efter denne rådslagning"):
            change_field(case.session, Conference, case.conference_id, "follow_up_on", day, EVENING)
    case.session.commit()
    soon = EVENING + timedelta(days=2)
    with pytest.raises(NeedsReason):
        change_field(case.session, Conference, case.conference_id, "follow_up_on", soon, EVENING)
    case.with_reasons(
        lambda: change_field(case.session, Conference, case.conference_id, "follow_up_on", soon, EVENING), "Det haster"
    )
    assert case.conference.follow_up_on == soon


def test_a_grown_up_of_the_network_is_offered_to_watch_over_the_plan_and_nobody_else(case: EveningCase) -> None:
    stays_away = InvitationChoice.NOT_INVITED
    add(case.session, Person, case.case_id, EVENING, name="Robert", invited=stays_away)
    add(case.session, Person, case.case_id, EVENING, name="Noah", age=4)
    add(case.session, Person, case.case_id, EVENING, name="Ellen", kind=PersonKind.PROFESSIONAL)
    add(case.session, Person, case.case_id, EVENING, name="Jonas", age=40)
    offered = references_of(case.session, Conference, case.case_id)["guardian_id"]
    assert {one.name for one in offered} & {"Robert", "Noah", "Ellen", "Alma", "Jonas"} == {"Jonas"}


def test_an_agreement_answers_a_question_and_no_worry(case: EveningCase) -> None:
    asked = add(case.session, Statement, case.case_id, EVENING, kind=StatementKind.QUESTION, text="Hvem er hjemme?")
    add(case.session, Statement, case.case_id, EVENING, kind=StatementKind.CONCERN, text="Alma er alene")
    offered = references_of(case.session, PlanItem, case.case_id)["answers_id"]
    assert asked in {one.id for one in offered}
    assert "Alma er alene" not in {one.name for one in offered}
