"""Somebody comes who is not on the list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samordner_tui.archive.records.network import Person
from samordner_tui.casework import steps
from samordner_tui.casework.attendance_list import attendees
from samordner_tui.casework.change import add
from samordner_tui.casework.walk_in import WalkIn, let_in, who_it_may_be
from samordner_tui.method.readings import beyond_household
from samordner_tui.method.terms import InvitationChoice, PersonKind
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, EveningCase, evening_case


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """Trin 1 has begun, and Jonas Berg is not invited."""
    made = evening_case()
    steps.begin_information(made.session, made.conference_id, made.now)
    not_invited = {"name": "Jonas Berg", "invited": InvitationChoice.NOT_INVITED}
    add(made.session, Person, made.case_id, EVENING, **not_invited)
    yield made
    made.session.close()


@pytest.mark.parametrize("kind", [PersonKind.PRIVATE, PersonKind.PROFESSIONAL, PersonKind.HELPER])
def test_whoever_comes_becomes_a_person_of_the_case_who_is_in_the_room(case: EveningCase, kind: PersonKind) -> None:
    person_id = let_in(case.session, case.conference_id, WalkIn("Palle", kind, "nabo"), case.now)
    palle = next(one for one in case.facts.people if one.id == person_id)
    assert (palle.name, palle.kind, palle.relation) == ("Palle", kind, "nabo")
    assert (1, person_id) in {(one.step, one.person_id) for one in case.conference.presences}
    assert person_id in {one.person_id for one in attendees(case.facts, case.conference, 1)}


def test_somebody_who_is_known_is_noted_and_not_added_twice(case: EveningCase) -> None:
    before = len(case.facts.people)
    assert let_in(case.session, case.conference_id, WalkIn("karen"), case.now) == case.grandmother
    assert len(case.facts.people) == before


@pytest.mark.parametrize(
    ("name", "said"), [("jonas  berg", "ude i gangen"), ("Jonas", "skriv hele navnet"), ("Berg", "skriv hele navnet")]
)
def test_somebody_who_is_not_invited_is_met_outside(case: EveningCase, name: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        let_in(case.session, case.conference_id, WalkIn(name), case.now)


def test_somebody_else_with_the_same_first_name_comes_in(case: EveningCase) -> None:
    person_id = let_in(case.session, case.conference_id, WalkIn("Jonas Holm"), case.now)
    assert person_id in {one.person_id for one in case.conference.presences}


def test_whoever_is_not_invited_and_is_named_more_fully_is_asked_about(case: EveningCase) -> None:
    add(case.session, Person, case.case_id, EVENING, name="Palle", invited=InvitationChoice.NOT_INVITED)
    (palle,) = who_it_may_be(case.session, case.conference_id, "Palle Berg")
    with pytest.raises(Refused, match="Er det Palle, eller er det en anden"):
        let_in(case.session, case.conference_id, WalkIn("Palle Berg"), case.now)
    with pytest.raises(Refused, match="ude i gangen"):
        let_in(case.session, case.conference_id, WalkIn("Palle Berg", known_id=palle), case.now)
    other = let_in(case.session, case.conference_id, WalkIn("Palle Berg", is_somebody_else=True), case.now)
    assert other not in {None, palle}


def test_somebody_known_who_is_called_by_the_first_name_is_not_doubled(case: EveningCase) -> None:
    mette = add(case.session, Person, case.case_id, EVENING, name="Mette Holm", relation="mor", household=True)
    before = len(case.facts.people)
    with pytest.raises(Refused, match="Er det Mette Holm, eller er det en anden"):
        let_in(case.session, case.conference_id, WalkIn("Mette"), case.now)
    assert who_it_may_be(case.session, case.conference_id, "Mette") == (mette,)
    assert let_in(case.session, case.conference_id, WalkIn("Mette", known_id=mette), case.now) == mette
    assert len(case.facts.people) == before


def test_whether_somebody_who_walks_in_lives_with_the_child_stays_open(case: EveningCase) -> None:
    person_id = let_in(case.session, case.conference_id, WalkIn("Palle"), case.now)
    palle = next(one for one in case.facts.people if one.id == person_id)
    assert palle.household is None
    assert beyond_household([palle]) == ()
