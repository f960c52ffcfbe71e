"""Finding people by asking: what goes without saying in an answer, and whom each question has brought up."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.network import Person, View
from samordner_tui.casework.prompts import answered, bring_up, read_conversation
from samordner_tui.casework.quick_add import Understood, understand
from samordner_tui.method.definition import Prompt, method
from samordner_tui.method.terms import ContactView, Sector, Side, Tie
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase


def prompt(name: str) -> Prompt:
    return next(one for one in method().prompts if one.id == name)


def line(typed: str) -> Understood:
    found = understand(typed)
    assert isinstance(found, Understood)
    return found


def names(case: PreparedCase, name: str) -> tuple[str, ...]:
    asked = read_conversation(case.session, case.case_id, method()).asked
    return next(one.names for one in asked if one.prompt.id == name)


@pytest.mark.parametrize(
    "subject",
    [
        *("lives_with", "at_night", "mothers_side", "fathers_side", "once_mattered", "missed"),
        *("school", "leisure", "faith", "professionals", "not_there"),
    ],
)
def test_everything_a_child_is_to_be_asked_is_among_the_questions(subject: str) -> None:
    assert prompt(subject).text.text


def test_what_a_question_is_about_goes_without_saying_in_the_answer() -> None:
    assert answered(line("Lars"), prompt("fathers_side")).side is Side.FATHER
    assert answered(line("Lars"), prompt("fathers_side")).sector is Sector.FATHERS_SIDE
    assert answered(line("Bo"), prompt("once_mattered")).tie is Tie.PASSIVE
    home = answered(line("Bertil"), prompt("lives_with"))
    assert (home.ring, home.household) == (1, True)
    assert answered(line("Nora"), prompt("school")).sector is Sector.SCHOOL_WORK


def test_what_is_typed_stands_whatever_the_question_was() -> None:
    assert answered(line("Karen, mormor, 2"), prompt("fathers_side")).side is Side.MOTHER
    assert answered(line("Karen, mormor, 2"), prompt("lives_with")).ring == 2


def test_every_fragment_that_a_question_adds_is_understood_whole() -> None:
    for one in method().prompts:
        if one.adds:
            told = line(f"Navn, {one.adds}")
            assert told.relation is None, f"{one.id}: {one.adds} was taken for who they are"
            assert told.extra == ()


def test_each_question_remembers_whom_it_brought_up(case: PreparedCase) -> None:
    case.child()
    bring_up(case.session, case.case_id, line("Karen, mormor"), prompt("at_night"), TODAY)
    bring_up(case.session, case.case_id, line("Per"), prompt("at_night"), TODAY)
    bring_up(case.session, case.case_id, line("Lars"), prompt("fathers_side"), TODAY)
    assert names(case, "at_night") == ("Karen", "Per")
    assert names(case, "fathers_side") == ("Lars",)
    assert names(case, "missed") == ()
    begins = read_conversation(case.session, case.case_id, method()).begins_at
    assert method().prompts[begins].id == "lives_with"


def test_whoever_is_there_already_is_not_written_twice_and_the_question_remembers_them(case: PreparedCase) -> None:
    holm = case.person("Åse Holm")
    assert bring_up(case.session, case.case_id, line("AASE Holm"), prompt("missed"), TODAY) == holm
    assert names(case, "missed") == ("Åse Holm",)
    with pytest.raises(Refused, match="Åse Holm står her allerede"):
        bring_up(case.session, case.case_id, line("Åse Holm"), prompt("school"), TODAY)
    assert names(case, "school") == ()


def test_who_must_not_be_there_is_what_the_child_says_and_nothing_is_decided(case: PreparedCase) -> None:
    case.child()
    kim = bring_up(case.session, case.case_id, line("Kim"), prompt("not_there"), TODAY)
    (said,) = case.session.query(View).all()
    assert (said.person_id, said.view) == (kim, ContactView.NO)
    assert case.session.get_one(Person, kim).decided_by is None


def test_of_siblings_it_is_asked_which_of_them_says_so(case: PreparedCase) -> None:
    case.child("Freja", 15)
    case.child("Noah", 4)
    bring_up(case.session, case.case_id, line("Kim"), prompt("not_there"), TODAY)
    assert case.session.query(View).all() == []
