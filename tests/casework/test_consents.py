"""Consent: every answer that is expected stands there, and a withdrawal stops the contact."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samordner_tui.archive.records.assignment import Authority, Consent
from samordner_tui.archive.records.network import Contact
from samordner_tui.casework import consents, visits
from samordner_tui.method.terms import (
    AuthorityKind,
    ConsentAnswer,
    ConsentScope,
    ContactKind,
    ContactOutcome,
    StageId,
)
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import THE_DAY, TODAY, PreparedCase


def test_each_custody_holder_of_each_child_is_expected_to_answer_for_method_and_talk(case: PreparedCase) -> None:
    first = case.child("Noor", 4)
    second = case.child("Sami", 12)
    both = case.parent("Leila")
    only_second = case.parent("Karim", second)
    wanted = {(one.person_id, one.child_id, one.scope) for one in consents.expected(case.facts)}
    assert wanted == {
        (person, child, scope)
        for person, child in ((both, first), (both, second), (only_second, second))
        for scope in (ConsentScope.METHOD, ConsentScope.CHILD_TALK)
    }


@pytest.mark.parametrize(("age", "asked"), [(14, False), (15, True)])
def test_a_young_person_answers_for_itself_from_15(case: PreparedCase, age: int, asked: bool) -> None:
    case.child("Sami", age)
    own = {one.person_id for one in case.facts.children}
    assert any(one.person_id in own for one in consents.expected(case.facts)) is asked


def test_a_consent_nobody_has_asked_for_stands_as_a_line_that_makes_it(case: PreparedCase) -> None:
    case.child()
    mette = case.parent()
    row = case.section(StageId.ASSIGNMENT, "consents").rows[0]
    assert row.is_expected
    case.add(Consent, **row.add_values)
    assert case.facts.consents[0].person_id == mette
    assert not case.section(StageId.ASSIGNMENT, "consents").rows[0].is_expected


def test_where_the_municipality_proceeds_it_is_asked_who_and_on_what_ground(case: PreparedCase) -> None:
    case.child()
    case.consent(case.parent(), ConsentAnswer.MUNICIPALITY_PROCEEDS)
    assert "Hvem i kommunen går videre uden et ja fra Mette" in case.asks(StageId.ASSIGNMENT)


def test_a_no_is_met_with_a_talk_and_not_with_pressure(case: PreparedCase) -> None:
    case.child()
    case.consent(case.parent(), ConsentAnswer.NO)
    assert "Rådslagningen er frivillig" in case.asks(StageId.ASSIGNMENT)


def withdrawn_case(case: PreparedCase) -> tuple[str, ...]:
    """The network is open and Inge is to be visited; then consent is withdrawn. Gives back who is to be told."""
    case.open_network()
    case.add(Authority, kind=AuthorityKind.INITIATOR, name="Birgit Holm")
    inge = case.person("Inge")
    visits.plan_visit(case.session, case.case_id, [inge], TODAY, planned_at=THE_DAY - timedelta(days=3))
    method = next(one for one in case.facts.consents if one.scope is ConsentScope.METHOD)
    return consents.withdraw(case.session, method.id, TODAY)


def test_when_consent_is_withdrawn_those_who_have_heard_of_it_are_told(case: PreparedCase) -> None:
    assert withdrawn_case(case) == ("Birgit Holm", "Inge")
    note = case.section(StageId.ASSIGNMENT, "consents").note
    assert "Birgit Holm, Inge" in note
    assert "Aflys aftalerne med Inge" in note
    assert "Har alle fået besked?" in case.asks(StageId.ASSIGNMENT)


def test_when_consent_is_withdrawn_nothing_more_is_planned(case: PreparedCase) -> None:
    withdrawn_case(case)
    with pytest.raises(Refused, match="trukket tilbage"):
        case.add(Contact, kind=ContactKind.NETWORK_VISIT)
    planned = next(one.id for one in case.facts.contacts)
    with pytest.raises(Refused, match="trukket tilbage"):
        case.set(Contact, planned, planned_at=THE_DAY)


def test_a_talk_with_a_parent_is_still_possible_when_consent_is_withdrawn(case: PreparedCase) -> None:
    withdrawn_case(case)
    case.add(Contact, kind=ContactKind.PARENT_TALK)


def test_a_new_yes_after_a_withdrawal_opens_again(case: PreparedCase) -> None:
    withdrawn_case(case)
    mette = case.facts.custodies[0].person_id
    case.add(
        Consent,
        person_id=mette,
        scope=ConsentScope.METHOD,
        answer=ConsentAnswer.YES,
        answered_on=TODAY + timedelta(days=1),
    )
    case.add(Contact, kind=ContactKind.NETWORK_VISIT, outcome=ContactOutcome.PLANNED)
