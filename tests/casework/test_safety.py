"""Safety: asked by the samordner, answered by a named person at the municipality; only that opens the network."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.assignment import SafetyRound
from samordner_tui.archive.records.network import Contact
from samordner_tui.casework import safety, visits
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.method.terms import ContactKind, ContactOutcome, SafetyAnswer, SafetyOccasion, StageId
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase


def first_round(case: PreparedCase) -> str:
    return Rows(case.session, case.case_id).all(SafetyRound)[0].id


@pytest.mark.parametrize("mark", safety.MARKS)
def test_where_something_is_marked_a_network_visit_is_refused_until_it_is_answered(
    case: PreparedCase, mark: str
) -> None:
    case.open_network()
    case.set(SafetyRound, first_round(case), **{mark: True})
    with pytest.raises(Refused, match="navngiven person"):
        case.add(Contact, kind=ContactKind.NETWORK_VISIT)
    case.set(SafetyRound, first_round(case), answer=SafetyAnswer.WITH_MEASURES, answered_by="Lis Bang")
    case.add(Contact, kind=ContactKind.NETWORK_VISIT)


def test_an_answer_without_a_name_does_not_open_the_network(case: PreparedCase) -> None:
    case.open_network()
    case.set(SafetyRound, first_round(case), violence=True, answer=SafetyAnswer.MAY_BEGIN)
    with pytest.raises(Refused, match="navngiven person"):
        case.add(Contact, kind=ContactKind.NETWORK_VISIT)


def test_no_reason_opens_a_network_that_safety_shuts(case: PreparedCase) -> None:
    case.child()
    case.set(SafetyRound, first_round(case), violence=True)
    with pytest.raises(Refused) as refused:
        case.add(Contact, kind=ContactKind.NETWORK_VISIT)
    assert not isinstance(refused.value, NeedsReason)


def test_a_visit_that_was_planned_is_not_made_while_safety_shuts_the_network(case: PreparedCase) -> None:
    case.open_network()
    visit = visits.plan_visit(case.session, case.case_id, [case.person("Inge")], TODAY)
    case.set(SafetyRound, first_round(case), honour=True)
    with pytest.raises(Refused, match="navngiven person"):
        case.set(Contact, visit, outcome=ContactOutcome.MADE)


def test_when_the_municipality_says_wait_the_network_waits_though_nothing_is_marked(case: PreparedCase) -> None:
    case.open_network()
    case.set(SafetyRound, first_round(case), answer=SafetyAnswer.WAIT, answered_by="Lis Bang")
    with pytest.raises(Refused, match="navngiven person"):
        case.add(Contact, kind=ContactKind.NETWORK_VISIT)


def test_the_child_can_be_talked_with_while_the_network_waits(case: PreparedCase) -> None:
    case.open_network()
    case.set(SafetyRound, first_round(case), violence=True)
    case.add(Contact, kind=ContactKind.CHILD_TALK)


def test_asking_again_is_a_new_round_that_begins_unanswered(case: PreparedCase) -> None:
    case.safe()
    safety.ask_again(case.session, case.case_id, SafetyOccasion.AFTER_TALK, TODAY)
    first, second = case.facts.safety_rounds
    assert (first.violence, second.violence, second.asked_on) == (False, None, TODAY)
    assert len(case.section(StageId.ASSIGNMENT, "safety").rows) == 2
