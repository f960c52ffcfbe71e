"""Where a conference is, who is small, who is visited, how many eat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samordner_tui.method.facts import CaseFacts, Conference, Decision, Statement
from samordner_tui.method.predicates.catering import covers
from samordner_tui.method.readings import (
    called_off,
    civil_date,
    current,
    day_of,
    invitees,
    is_small_child_coming,
    latest_decision,
    minutes,
    names,
    phase,
)
from samordner_tui.method.terms import (
    Answer,
    Attendance,
    ClosingReason,
    ConferenceState,
    ContactOutcome,
    InvitationChoice,
    Outcome,
    Phase,
    StatementKind,
    StopReason,
)
from samordner_tui.method.visited import Visit, visit_state
from tests.method.cases import (
    APPROVED,
    STEPS,
    THE_DAY,
    at,
    first,
    full_case,
    held_case,
    held_conference,
    step,
    visit,
    with_child,
    with_conference,
    with_invitation,
    with_menu,
    with_person,
)


def running(*steps: tuple[int, bool, int], decisions: tuple[Decision, ...] = ()) -> Conference:
    """A conference whose trin have begun, and ended or not."""
    runs = tuple(step(number, at(17), at(18) if ended else None, turn) for number, ended, turn in steps)
    return Conference("one", 1, starts_at=at(17), steps=runs, decisions=decisions)


RETURNED = replace(APPROVED, outcome=Outcome.RETURNED)


@pytest.mark.parametrize(
    ("conference", "expected"),
    [
        (running(), Phase.BEFORE),
        (running((1, False, 1)), Phase.DAY),
        (running((1, True, 1)), Phase.DAY),
        (running((1, True, 1), (2, True, 1), (3, False, 1)), Phase.DAY),
        (running((1, True, 1), (2, True, 1), (3, True, 1)), Phase.AFTER),
        (running((1, True, 1), (2, True, 1), (3, True, 1), decisions=(RETURNED,)), Phase.DAY),
        (running((1, True, 1), (2, True, 1), (3, True, 1), (2, False, 2)), Phase.DAY),
        (running((1, True, 1), (2, True, 1), (3, True, 1), (2, True, 2), (3, True, 2)), Phase.AFTER),
        (replace(running((1, False, 1)), state=ConferenceState.STOPPED), Phase.AFTER),
        (replace(running(), state=ConferenceState.HELD), Phase.AFTER),
        (replace(running(), state=ConferenceState.PLAN_WITHOUT_MEETING), Phase.AFTER),
    ],
)
def test_the_day_begins_with_trin_1_and_ends_with_the_last_trin_3(conference: Conference, expected: Phase) -> None:
    assert phase(conference) is expected


def test_a_trin_planned_without_a_beginning_is_still_before() -> None:
    assert phase(Conference("one", 1, steps=(step(1, None, None),))) is Phase.BEFORE


def test_late_in_the_evening_in_copenhagen_is_that_evening_and_not_the_next_day() -> None:
    facts = full_case()
    assert civil_date(at(23, 30), facts) == THE_DAY
    assert civil_date(at(23, 30), replace(facts, zone="UTC")) == THE_DAY
    assert civil_date(at(0, 30), replace(facts, zone="America/Nuuk")) == date(2027, 1, 20)
    assert civil_date(at(0, 30), replace(facts, zone="Atlantis/Havn")) == THE_DAY


def test_the_day_of_a_moved_conference_is_the_day_it_was_held() -> None:
    facts = with_conference(held_case(), lambda one: replace(one, starts_at=at(17, day=date(2027, 1, 14))))
    assert day_of(facts, first(facts)) == THE_DAY
    assert day_of(facts, Conference("next", 2)) is None


def test_elapsed_time_is_never_negative() -> None:
    assert minutes(STEPS[1]) == 105
    assert minutes(step(2, at(19), at(18))) == 0
    assert minutes(step(2, at(19), None)) is None


def test_the_answer_that_holds_is_the_last_of_the_last_round() -> None:
    second = replace(APPROVED, id="second", round=2, decided_at=at(19))
    assert latest_decision(replace(held_conference(), decisions=(second, RETURNED))) == second


def test_a_conference_is_called_off_when_it_is_said_why_and_it_never_began() -> None:
    facts = full_case()
    assert not called_off(facts, first(facts))
    assert called_off(replace(facts, closing_reason=ClosingReason.CONSENT_WITHDRAWN), first(facts))
    stopped = replace(first(facts), state=ConferenceState.STOPPED)
    assert not called_off(facts, stopped)
    assert called_off(facts, replace(stopped, stop_reason=StopReason.ILLNESS))
    assert not called_off(
        facts, replace(held_conference(), state=ConferenceState.STOPPED, stop_reason=StopReason.ILLNESS)
    )


def only_alma(age: int | None) -> CaseFacts:
    facts = with_person(full_case(), "alma", lambda one: replace(one, age=age))
    return with_invitation(facts, "mette", lambda one: replace(one, companion_children=0))


@pytest.mark.parametrize(("age", "small"), [(9, True), (10, False), (11, False), (None, False)])
def test_a_child_of_the_case_under_ten_is_small(age: int | None, small: bool) -> None:
    facts = only_alma(age)
    assert is_small_child_coming(facts, first(facts)) is small


def test_a_little_brother_who_is_to_come_is_small_and_one_who_is_not_is_not() -> None:
    facts = only_alma(11)
    coming = with_person(facts, "villads", lambda one: replace(one, invited=InvitationChoice.INVITE))
    assert is_small_child_coming(coming, first(coming))
    assert not is_small_child_coming(facts, first(facts))


def test_children_whom_a_guest_brings_are_taken_to_be_small_when_the_guest_comes() -> None:
    facts = with_invitation(only_alma(11), "nadia", lambda one: replace(one, companion_children=2))
    assert is_small_child_coming(facts, first(facts))
    facts = with_invitation(facts, "nadia", lambda one: replace(one, answer=Answer.NO))
    assert not is_small_child_coming(facts, first(facts))


def test_method_and_responsibility_may_be_explained_on_two_visits() -> None:
    facts = full_case()
    others = tuple(one for one in facts.contacts if one.id != "visit_inge")
    once = replace(visit("once", ("inge",)), responsibility_explained=False)
    again = replace(visit("again", ("inge",)), method_explained=False)
    assert visit_state(replace(facts, contacts=(*others, once)), "inge").visit is Visit.NOTHING
    assert visit_state(replace(facts, contacts=(*others, once, again)), "inge").visit is Visit.VISITED


def test_a_visit_with_two_people_visits_both() -> None:
    facts = replace(full_case(), contacts=(visit("both", ("karen", "inge")),))
    assert {visit_state(facts, one).visit for one in ("karen", "inge")} == {Visit.VISITED}


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (ContactOutcome.INFORMED_OTHERWISE, Visit.INFORMED),
        (ContactOutcome.DECLINED, Visit.DECLINED),
        (ContactOutcome.TRIED, Visit.TRIED),
        (ContactOutcome.PLANNED, Visit.NOTHING),
    ],
)
def test_what_is_recorded_of_a_visit_that_was_not_made(outcome: ContactOutcome, expected: Visit) -> None:
    facts = replace(full_case(), contacts=(visit("one", ("inge",), outcome),))
    state = visit_state(facts, "inge")
    assert (state.visit, state.settled) == (expected, expected is not Visit.NOTHING)


def test_tries_are_counted() -> None:
    tried = tuple(visit(f"try_{number}", ("inge",), ContactOutcome.TRIED) for number in range(3))
    assert visit_state(replace(full_case(), contacts=tried), "inge").tries == 3


def test_private_people_are_invitees_and_professionals_are_not() -> None:
    assert "ulla" not in {one.id for one in invitees(full_case())}
    assert len(invitees(full_case())) == 8


def test_a_question_that_was_replaced_or_withdrawn_no_longer_holds() -> None:
    facts = full_case()
    newer = Statement("newer", StatementKind.QUESTION, "Hvem henter Alma?", version=2, replaces_id="question_1")
    facts = replace(facts, statements=(*facts.statements, newer))
    assert [one.id for one in current(facts, StatementKind.QUESTION)] == ["question_2", "question_3", "newer"]


def test_covers_are_those_who_come_whom_they_bring_and_the_child() -> None:
    facts = full_case()
    # Eight from the network, the teacher, little brother, Alma, and two extra for samordner and initiativtager.
    assert covers(facts, first(facts)) == 13
    facts = with_invitation(facts, "sofie", lambda one: replace(one, attendance=Attendance.VIDEO))
    facts = with_invitation(facts, "amir", lambda one: replace(one, answer=Answer.MAYBE))
    facts = with_invitation(facts, "nadia", lambda one: replace(one, companions=1, companion_children=2))
    assert covers(facts, first(facts)) == 14
    facts = with_menu(with_child(facts, lambda one: replace(one, participation=Attendance.STATEMENT)), lambda one: one)
    assert covers(facts, first(facts)) == 13


def test_names_are_told_so_that_they_fit_a_line() -> None:
    assert names(["Inge"]) == "Inge"
    assert names(["Inge", "Lars"]) == "Inge og Lars"
    assert names(["Inge", "Lars", "Per"]) == "Inge og 2 til"
