"""The assignment: a case is opened, the samordner is independent, and the municipality has said who decides."""

from __future__ import annotations

from datetime import time

import pytest

from samordner_tui.archive.records.assignment import Authority, Case, Engagement, Statement
from samordner_tui.casework import assignment, statements
from samordner_tui.method.terms import AuthorityKind, SafetyOccasion, StageId, StatementKind, WrittenBy
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase


def test_a_new_case_has_its_first_conference_and_the_safety_questions_to_ask(case: PreparedCase) -> None:
    assert [one.number for one in case.facts.conferences] == [1]
    assert [one.occasion for one in case.facts.safety_rounds] == [SafetyOccasion.BEFORE_CONTACT]
    assert case.facts.opened_on == TODAY


@pytest.mark.parametrize(
    ("number", "alias", "sentence"),
    [
        ("2027-03", "Noor", "allerede en sag"),
        ("", "Noor", "Her skal stå noget"),
        ("2027 04", "Noor", "ingen mellemrum"),
        ("2027-04", "010190-1234", "CPR"),
        ("2027-04", "N" * 41, "for lang"),
    ],
)
def test_a_case_that_cannot_be_kept_as_typed_is_refused(
    case: PreparedCase, number: str, alias: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        assignment.open_case(case.session, number, alias, TODAY)


def test_a_yes_to_an_independence_question_is_said_kindly_and_leads_to_another_samordner(case: PreparedCase) -> None:
    case.set(Engagement, case.only(Engagement), knows_family=True)
    note = case.section(StageId.ASSIGNMENT, "agreement").note
    assert "du kender familien" in note
    assert "en anden samordner" in note


def test_the_open_independence_question_is_where_the_question_leads(case: PreparedCase) -> None:
    case.set(Engagement, case.only(Engagement), knows_family=False)
    asked = next(one for one in case.view(StageId.ASSIGNMENT).questions if "uafhængig" in one.text)
    assert asked.jump.field == "employed_by_department"


def question(case: PreparedCase, text: str = "Hvem følger Alma i skole?") -> str:
    return case.add(Statement, kind=StatementKind.QUESTION, text=text, written_by=WrittenBy.TOGETHER)


@pytest.mark.parametrize(("written", "adds"), [(0, True), (1, True), (2, True), (6, False)])
def test_the_question_about_questions_adds_one_more_until_there_are_enough(
    case: PreparedCase, written: int, adds: bool
) -> None:
    for number in range(written):
        question(case, f"Spørgsmål {number}?")
    asked = next(one for one in case.view(StageId.ASSIGNMENT).questions if "er skrevet" in one.text)
    assert asked.jump.adds is adds
    assert asked.jump.row_id is None


def test_a_text_the_family_does_not_know_is_changed_where_it_stands(case: PreparedCase) -> None:
    row_id = question(case)
    case.set(Statement, row_id, text="Hvem henter Alma?")
    assert [(one.id, one.version, one.text) for one in case.facts.statements] == [(row_id, 1, "Hvem henter Alma?")]


def test_changing_a_question_the_family_knows_makes_a_new_version_and_keeps_the_old(case: PreparedCase) -> None:
    row_id = question(case)
    case.set(Statement, row_id, known_to_family_on=TODAY)
    case.set(Statement, row_id, text="Hvem henter Alma?")
    (now,) = case.facts.statements
    assert (now.version, now.replaces_id, now.known_to_family_on) == (2, row_id, None)
    assert now.written_by is WrittenBy.TOGETHER
    assert [text for _number, text, _known in statements.versions_of(case.session, now.id)] == [
        "Hvem henter Alma?",
        "Hvem følger Alma i skole?",
    ]


def test_a_version_that_is_replaced_is_not_changed_any_more(case: PreparedCase) -> None:
    row_id = question(case)
    case.set(Statement, row_id, known_to_family_on=TODAY)
    case.set(Statement, row_id, text="Hvem henter Alma?")
    with pytest.raises(Refused, match="nyere udgave"):
        case.set(Statement, row_id, text="Noget tredje")


def test_a_statement_taken_back_is_kept_and_no_longer_asked(case: PreparedCase) -> None:
    row_id = question(case)
    statements.withdraw(case.session, row_id, TODAY)
    assert case.facts.statements == ()
    assert "1 er taget tilbage" in case.section(StageId.ASSIGNMENT, "question").note


def test_three_to_five_questions_are_advised(case: PreparedCase) -> None:
    question(case)
    assert "1 er skrevet; tre til fem er godt" in case.asks(StageId.ASSIGNMENT)


def test_a_leader_who_cannot_be_reached_all_evening_is_asked_about(case: PreparedCase) -> None:
    case.on_the_day()
    case.add(
        Authority,
        kind=AuthorityKind.LEADER,
        name="Hanne Lund",
        may_approve=True,
        phone="20 30 40 50",
        reachable_from=time(18),
        reachable_until=time(21),
    )
    assert "Kan Hanne Lund nås hele den aften" in case.asks(StageId.ASSIGNMENT)


def test_the_17_milestones_stand_as_questions_to_the_municipality(case: PreparedCase) -> None:
    section = case.section(StageId.ASSIGNMENT, "milestones")
    assert len(section.rows) == 17
    assert all(row.is_expected for row in section.rows)


def test_a_case_is_not_given_a_number_that_is_taken(case: PreparedCase) -> None:
    other = assignment.open_case(case.session, "2027-04", "Noor", TODAY)
    with pytest.raises(Refused, match="allerede en sag"):
        case.set(Case, other, number="2027-03")
    case.set(Case, other, number="2027-05")
