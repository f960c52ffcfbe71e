"""Before the doors open: the room as the child wishes it, who comes when, and who sits where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import pytest
from sqlalchemy import select

from samordner_tui.archive.records.assignment import Authority
from samordner_tui.archive.records.day import Arrival, Conference, EveningMark
from samordner_tui.archive.records.network import Child, ConflictPair, Person
from samordner_tui.archive.records.practical import Menu, RoleHolder
from samordner_tui.casework import steps
from samordner_tui.casework.arrivals import APART, too_close, turn_arrived
from samordner_tui.casework.attendance import Attendee, note_presence, turn_left
from samordner_tui.casework.before_doors import ON_WALL, READY, SET_UP
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.day import view_information
from samordner_tui.casework.evening_marks import turn_mark
from samordner_tui.casework.fields import Value
from samordner_tui.casework.form_view import read_form
from samordner_tui.casework.references import reference
from samordner_tui.casework.views import Row
from samordner_tui.method.terms import Attendance, AuthorityKind, PresentAs, RoleName, Standing, Voice
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, EveningCase, evening_case


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The case before the doors open."""
    made = evening_case()
    yield made
    made.session.close()


def rows(case: EveningCase, section: str) -> dict[str, Row]:
    """The rows of a section by id."""
    found = [one for one in view_information(case.context).sections if one.id == section]
    return {row.id: row for one in found for row in one.rows}


def test_the_room_is_set_up_from_the_childs_own_wishes(case: EveningCase) -> None:
    for name, words in (("wish_room", "Lyskæder"), ("wish_seat", "Ved mormor"), ("wish_music", "Min egen liste")):
        change_field(case.session, Child, case.child, name, words, EVENING)
    add(case.session, Menu, case.case_id, EVENING, conference_id=case.conference_id, dishes="Tacos")
    found = rows(case, SET_UP)
    wishes = [found[f"setup:{one}"].cells[1] for one in ("table", "seats", "music", "food")]
    assert wishes == ["Lyskæder", "Ved mormor", "Min egen liste", "Tacos"]


def test_a_drawing_hangs_only_where_the_child_is_heard_by_one(case: EveningCase) -> None:
    assert "setup:drawing" not in rows(case, SET_UP)
    change_field(case.session, Child, case.child, "voice", Voice.DRAWING, EVENING)
    assert rows(case, SET_UP)["setup:drawing"].cells[1] == "Alma: vil høres ved en tegning"


def test_a_room_to_withdraw_to_is_made_ready_where_a_small_child_comes(case: EveningCase) -> None:
    assert "setup:second_room" not in rows(case, SET_UP)
    change_field(case.session, Person, case.child_person, "age", 6, EVENING)
    assert "setup:second_room" in rows(case, SET_UP)


def test_what_is_in_place_says_since_when_and_can_be_taken_back(case: EveningCase) -> None:
    for mark, since in ((Standing.MET, ["på plads kl. 17"]), (Standing.OPEN, [])):
        turn_mark(case.session, case.conference_id, "setup:table", case.now)
        row = rows(case, SET_UP)["setup:table"]
        assert (row.mark, list(row.cells[2:])) == (mark, since)


def test_on_the_wall_hangs_what_there_is_to_hang(case: EveningCase) -> None:
    assert [row.cells[1] for row in rows(case, ON_WALL).values()] == ["1 i alt", "1 i alt"]
    for _key in range(2):
        turn_mark(case.session, case.conference_id, "wall:questions", case.now)
    assert case.conference.evening_marks == ()


def test_where_the_hosts_sit_who_minds_the_small_and_the_leaders_hours_are_said_or_asked_for(case: EveningCase) -> None:
    assert [row.mark for row in rows(case, READY).values()] == [Standing.OPEN, Standing.OPEN]
    change_field(case.session, Conference, case.conference_id, "near_seats", "Køkkenet", EVENING)
    role: dict[str, Value] = {"role": RoleName.MINDER, "person_id": case.grandmother}
    add(case.session, RoleHolder, case.case_id, EVENING, conference_id=case.conference_id, **role)
    leader: dict[str, Value] = {"kind": AuthorityKind.LEADER, "name": "Hanne Lund", "phone": "23 45 67 89"}
    hours = {"reachable_from": time(17), "reachable_until": time(21, 30)}
    leader_id = add(case.session, Authority, case.case_id, EVENING, **leader)
    assert rows(case, READY)[leader_id].mark is Standing.PARTLY
    for name, value in hours.items():
        change_field(case.session, Authority, leader_id, name, value, EVENING)
    said = [row.cells[1] for row in rows(case, READY).values()]
    assert said == ["Køkkenet", "Karen", "Hanne Lund · 23 45 67 89 · kl. 17 til 21.30"]


def pair(case: EveningCase, **of_first: Value) -> tuple[str, ...]:
    """In which ways Karen and Ulla would meet, where Karen comes at five by the front door."""
    values = {"first_id": case.grandmother, "second_id": case.teacher, "arrives_first_id": case.grandmother}
    add(case.session, ConflictPair, case.case_id, EVENING, **values)
    second: dict[str, Value] = {"comes_at": time(17), "door": "Hoveddøren", "leaves_with": "Bent"}
    for person, said in ((case.teacher, second), (case.grandmother, {**second, **of_first})):
        add(case.session, Arrival, case.case_id, EVENING, conference_id=case.conference_id, person_id=person, **said)
    return too_close(case.facts, case.conference, case.facts.conflict_pairs[0])


SAME_DOOR = "De kommer samtidig ad samme dør."
TOGETHER = "De går hjem sammen."


@pytest.mark.parametrize(
    ("of_first", "said"),
    [
        ({}, (SAME_DOOR, TOGETHER)),
        ({"comes_at": time(16, 51)}, (SAME_DOOR, TOGETHER)),
        ({"comes_at": time(16, 50), "leaves_with": None}, ()),
        ({"door": "bagdøren", "leaves_with": "Alma, Ulla"}, (TOGETHER,)),
        ({"door": " hoveddøren", "leaves_with": "Ulle"}, (SAME_DOOR,)),
        ({"comes_at": time(17, 30), "leaves_with": None}, ("Karen skulle komme først.",)),
        ({"comes_at": None, "leaves_with": None}, ()),
    ],
)
def test_two_who_need_distance_do_not_meet_unsaid(
    case: EveningCase, of_first: dict[str, Value], said: tuple[str, ...]
) -> None:
    assert pair(case, **of_first) == said


def test_a_pair_that_would_meet_is_asked_about_until_trin_1_and_not_shown_after(case: EveningCase) -> None:
    pair(case)
    assert any("Karen og Ulla skal have afstand" in one.text for one in view_information(case.context).questions)
    assert next(iter(rows(case, APART).values())).cells[1] == f"{SAME_DOOR} {TOGETHER}"
    steps.begin_information(case.session, case.conference_id, case.now)
    assert rows(case, APART) == {}


def test_whoever_has_come_is_in_the_room_when_trin_1_begins(case: EveningCase) -> None:
    for person, times in ((case.grandmother, 1), (case.teacher, 2)):
        for _key in range(times):
            turn_arrived(case.session, case.conference_id, Attendee(PresentAs.PERSON, person), case.now)
    steps.begin_information(case.session, case.conference_id, case.now)
    assert {one.person_id for one in case.conference.presences} == {case.grandmother, None}


def test_what_is_in_place_and_who_comes_are_called_what_they_are_where_the_history_and_a_form_name_them(
    case: EveningCase,
) -> None:
    turn_mark(case.session, case.conference_id, "wall:questions", case.now)
    mark = case.session.scalars(select(EveningMark)).one()
    told = reference(case.session, "evening_marks", mark.id)
    assert told is not None
    assert told.name == "Spørgsmålene, som planen skal svare på"
    turn_arrived(case.session, case.conference_id, Attendee(PresentAs.PERSON, case.grandmother), case.now)
    turn_arrived(case.session, case.conference_id, Attendee(PresentAs.INITIATOR), case.now)
    forms = [read_form(case.session, "arrivals", one.id, case.case_id) for one in case.session.scalars(select(Arrival))]
    assert [one.title for one in forms if one is not None] == ["Ankomst · Karen", "Ankomst · initiativtageren"]


def test_whoever_comes_late_is_in_the_room_at_once(case: EveningCase) -> None:
    steps.begin_information(case.session, case.conference_id, case.now)
    case.later(20)
    turn_arrived(case.session, case.conference_id, Attendee(PresentAs.PERSON, case.grandmother), case.now)
    assert case.grandmother in {one.person_id for one in case.conference.presences}


@pytest.mark.parametrize("came_before", [True, False])
def test_whoever_was_noted_as_come_by_mistake_is_not_in_the_room_and_not_carried_on(
    case: EveningCase, came_before: bool
) -> None:
    karen = Attendee(PresentAs.PERSON, case.grandmother)
    if came_before:
        turn_arrived(case.session, case.conference_id, karen, case.now)
    steps.begin_information(case.session, case.conference_id, case.now)
    if not came_before:
        turn_arrived(case.session, case.conference_id, karen, case.now)
    turn_arrived(case.session, case.conference_id, karen, case.now)
    assert [one.arrived_at for one in case.conference.arrivals] == [None]
    case.session.commit()
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    assert case.grandmother not in {one.person_id for one in case.conference.presences}


def test_how_else_somebody_is_noted_in_trin_1_stays_when_their_coming_is_taken_back(case: EveningCase) -> None:
    karen = Attendee(PresentAs.PERSON, case.grandmother)
    steps.begin_information(case.session, case.conference_id, case.now)
    turn_arrived(case.session, case.conference_id, karen, case.now)
    note_presence(case.session, case.conference_id, 1, karen, Attendance.PHONE, EVENING)
    turn_arrived(case.session, case.conference_id, karen, case.now)
    assert (case.grandmother, Attendance.PHONE) in {(one.person_id, one.form) for one in case.conference.presences}


def test_a_professional_who_was_here_leaves_by_one_key_and_can_be_called_back(case: EveningCase) -> None:
    ulla = Attendee(PresentAs.PERSON, case.teacher)
    with pytest.raises(Refused, match="er her"):
        turn_left(case.session, case.conference_id, 1, ulla, case.now)
    steps.begin_information(case.session, case.conference_id, case.now)
    note_presence(case.session, case.conference_id, 1, ulla, Attendance.IN_ROOM, EVENING)
    asked = [one.jump.row_id for one in view_information(case.context).questions if "Ulla er her endnu" in one.text]
    assert asked == [f"who:person:{case.teacher}"]
    turn_left(case.session, case.conference_id, 1, ulla, case.now)
    assert rows(case, "attendance")[f"who:person:{case.teacher}"].cells[2] == "● gik 17"
    turn_left(case.session, case.conference_id, 1, ulla, case.now)
    assert all(one.left_at is None for one in case.conference.presences)
