"""The child's leaflet by age: each child its own, the others in the list, and all where the age is not known."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import change_field
from samordner_tui.method.terms import PersonKind
from samordner_tui.papers.ages import Fit, ForAge, fit_of
from samordner_tui.papers.kinds import Ages, paper_set
from samordner_tui.papers.room import PaperState, Room
from samordner_tui.papers.state_words import state_in_words
from tests.conftest import TODAY
from tests.papers.demo_cases import ALMA, SIBLINGS, case_id_of, paper, room_of

YOUNG, MIDDLE, TEEN = "leaflet_child_young", "leaflet_child_middle", "leaflet_child_teen"
LEAFLETS = (YOUNG, MIDDLE, TEEN)


def in_pack(room: Room) -> list[str]:
    return [one.sheet.kind.id for one in room.pack("network") if one.sheet.kind.id in LEAFLETS]


def ages_of(kind: str) -> Ages:
    found = paper_set().kind(kind).ages
    assert found is not None
    return found


@pytest.mark.parametrize("age", range(19))
def test_every_age_has_one_leaflet_and_no_more(age: int) -> None:
    fitting = [kind for kind in LEAFLETS if fit_of(ages_of(kind), [age]) is Fit.OWN_AGE]
    assert fitting == [YOUNG if age < 8 else MIDDLE if age < 13 else TEEN]


@pytest.mark.parametrize(
    ("children", "fit"),
    [
        ([8], Fit.OWN_AGE),
        ([12, 3], Fit.OWN_AGE),
        ([7], Fit.OTHER_AGE),
        ([13, 4], Fit.OTHER_AGE),
        ([7, None], Fit.NOT_KNOWN),
        ([None, 9], Fit.OWN_AGE),
        ([], Fit.NOT_KNOWN),
    ],
)
def test_siblings_are_looked_at_one_by_one(children: list[int | None], fit: Fit) -> None:
    assert fit_of(Ages(youngest=8, oldest=12), children) is fit


def test_a_paper_for_no_age_is_for_anyone() -> None:
    assert fit_of(None, [4]) is Fit.ANYONE
    assert ForAge().is_needed
    assert ForAge().reason == ""


def test_a_pack_holds_the_leaflet_for_the_childs_own_age(cases: Archive) -> None:
    assert in_pack(room_of(cases, ALMA)) == [MIDDLE]


def test_siblings_of_different_age_get_each_theirs(cases: Archive) -> None:
    room = room_of(cases, SIBLINGS)
    assert in_pack(room) == [YOUNG, TEEN]
    assert [paper(room, kind).sheet.to.label for kind in LEAFLETS] == ["Noah", "", "Freja"]


def test_the_others_stay_in_the_list_ready_and_said_to_be_for_another_age(cases: Archive) -> None:
    room = room_of(cases, SIBLINGS)
    other = paper(room, MIDDLE)
    assert other.state is PaperState.READY
    assert other.sheet.is_ready
    assert state_in_words(other, cases.zone, TODAY) == "klar · til en anden alder"
    assert state_in_words(paper(room, YOUNG), cases.zone, TODAY) == "klar"


def test_while_the_age_is_not_written_all_three_are_in_the_pack_and_it_is_said(cases: Archive) -> None:
    case_id = case_id_of(cases, ALMA)
    with cases.writing("Alder", case_id) as session:
        wanted = (Person.case_id == case_id, Person.kind == PersonKind.CHILD, Person.name == "Alma")
        change_field(session, Person, session.scalars(select(Person.id).where(*wanted)).one(), "age", None, TODAY)
    room = room_of(cases, ALMA)
    assert in_pack(room) == list(LEAFLETS)
    assert state_in_words(paper(room, TEEN), cases.zone, TODAY) == "klar · barnets alder er ikke skrevet"
