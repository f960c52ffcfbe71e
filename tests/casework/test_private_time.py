"""Trin 2: the family is alone. What may be stored then, what is shown, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from functools import partial

import pytest

from samordner_tui.archive.records.assignment import Case, Statement
from samordner_tui.archive.records.day import Conference, LogEntry
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import Supplier
from samordner_tui.casework import private_log, silence, steps
from samordner_tui.casework.attendance import Attendee, note_presence, turn_left
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.clock import elapsed, hours_and_minutes, jumped, whole_minutes
from samordner_tui.casework.day import explain_departure, is_unexplained, view_private_time
from samordner_tui.casework.day_shown import ToCallForApproval, read_private_time
from samordner_tui.casework.fields import Value
from samordner_tui.casework.private_log import OWN_PLAN
from samordner_tui.method.cornerstones import familys_own_plan
from samordner_tui.method.terms import (
    Attendance,
    AuthorityKind,
    LogAbout,
    LogBy,
    LogKind,
    PresentAs,
    Standing,
    StatementKind,
    StopReason,
    UncalledReason,
)
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, FIVE_O_CLOCK, EveningCase, evening_case


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The case before the doors open."""
    made = evening_case()
    yield made
    made.session.close()


def in_private_time(case: EveningCase) -> EveningCase:
    """Trin 1 is over and the family is alone."""
    steps.begin_information(case.session, case.conference_id, case.now)
    for person in (case.grandmother, case.child_person, case.teacher):
        who = Attendee(PresentAs.PERSON, person)
        note_presence(case.session, case.conference_id, 1, who, Attendance.IN_ROOM, EVENING)
    case.later(50)
    turn_left(case.session, case.conference_id, 1, Attendee(PresentAs.PERSON, case.teacher), case.now)
    case.session.commit()
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    case.session.commit()
    return case


def test_private_time_ends_trin_1_and_leaves_the_professionals_outside(case: EveningCase) -> None:
    in_private_time(case)
    first, second = case.conference.steps
    assert first.ended_at == second.started_at
    inside = {one.person_id for one in case.conference.presences if one.step == silence.PRIVATE_TIME}
    assert inside == {case.grandmother, case.child_person}


@pytest.mark.parametrize("name", ["name", "relation"])
def test_no_words_about_a_person_while_the_family_is_alone(case: EveningCase, name: str) -> None:
    in_private_time(case)
    with pytest.raises(silence.FamilyIsAlone):
        change_field(case.session, Person, case.grandmother, name, "noget, der blev sagt", EVENING)


def test_no_new_words_in_the_case_while_the_family_is_alone(case: EveningCase) -> None:
    in_private_time(case)
    with pytest.raises(silence.FamilyIsAlone):
        add(case.session, Statement, case.case_id, EVENING, kind=StatementKind.CONCERN, text="noget, der blev sagt")
    with pytest.raises(silence.FamilyIsAlone):
        change_field(case.session, Case, case.case_id, "alias", "noget", EVENING)


def test_fixed_choices_and_moments_are_stored_while_the_family_is_alone(case: EveningCase) -> None:
    in_private_time(case)
    private_log.note(case.session, case.conference_id, LogKind.PAUSE, case.now)
    change_field(case.session, Conference, case.conference_id, "meal_shared", True, EVENING)
    change_field(case.session, Person, case.grandmother, "relation", None, EVENING)
    assert case.conference.log_entries[0].kind is LogKind.PAUSE


def test_another_case_is_not_silent_and_neither_is_the_book_of_suppliers(case: EveningCase) -> None:
    in_private_time(case)
    other = add(case.session, Case, None, EVENING, number="2027-04", alias="Noor")
    add(case.session, Person, other, EVENING, name="Sami")
    add(case.session, Supplier, None, EVENING, name="Kagehuset")


def test_words_are_stored_again_when_the_family_is_ready(case: EveningCase) -> None:
    in_private_time(case)
    steps.end_private_time(case.session, case.conference_id, case.now)
    change_field(case.session, Person, case.grandmother, "relation", "mors mor", EVENING)


def test_the_view_of_trin_2_holds_nothing_of_the_case_while_it_runs(case: EveningCase) -> None:
    in_private_time(case)
    view = view_private_time(case.context)
    assert (view.questions, view.sections) == ((), ())
    assert "Alma" not in f"{view.title}{view.summary}"


def test_the_log_is_noted_only_while_the_family_is_alone(case: EveningCase) -> None:
    with pytest.raises(Refused, match="ikke i gang"):
        private_log.note(case.session, case.conference_id, LogKind.MEAL, case.now)


def test_called_in_says_by_whom_and_about_what_and_the_minutes_are_those_that_pass(case: EveningCase) -> None:
    in_private_time(case)
    with pytest.raises(Refused, match="kaldt ind om"):
        private_log.note(case.session, case.conference_id, LogKind.CALLED_IN, case.now, called_by=LogBy.CHAIR)
    with pytest.raises(Refused, match="hvem"):
        private_log.note(case.session, case.conference_id, LogKind.CALLED_IN, case.now, about=LogAbout.PRACTICAL)
    entry = case.called_in(LogBy.CHAIR, LogAbout.MUNICIPAL_SUPPORT)
    case.later(4)
    private_log.came_out(case.session, entry, case.now)
    assert case.session.get_one(LogEntry, entry).minutes == 4


def test_called_in_keeps_hjørnesten_2_and_uncalled_departs_from_it(case: EveningCase) -> None:
    in_private_time(case)
    case.called_in(LogBy.NOTE_TAKER, LogAbout.THE_SHEET, 3)
    assert familys_own_plan(case.facts, case.conference, EVENING).standing is Standing.PARTLY
    private_log.note(case.session, case.conference_id, LogKind.STAYED, case.now)
    assert familys_own_plan(case.facts, case.conference, EVENING).standing is Standing.BROKEN


def test_a_professional_who_is_still_here_when_the_family_is_to_be_alone_departs_from_hjørnesten_2(
    case: EveningCase,
) -> None:
    steps.begin_information(case.session, case.conference_id, case.now)
    for person in (case.grandmother, case.child_person, case.teacher):
        note_presence(
            case.session, case.conference_id, 1, Attendee(PresentAs.PERSON, person), Attendance.IN_ROOM, EVENING
        )
    case.session.commit()
    begin = partial(steps.begin_private_time, case.session, case.conference_id, case.now, case.method)
    case.with_reasons(begin, "Ulla ville blive")
    assert [one.kind for one in case.conference.log_entries] == [LogKind.STAYED]
    assert familys_own_plan(case.facts, case.conference, EVENING).standing is Standing.BROKEN
    kept = {one.about: one.reason for one in case.facts.notices if one.about in OWN_PLAN}
    assert kept == dict.fromkeys(OWN_PLAN, "Ulla ville blive")
    case.later(60)
    steps.end_private_time(case.session, case.conference_id, case.now)
    assert not is_unexplained(case.facts, case.conference)


def test_a_professional_who_is_noted_as_gone_keeps_hjørnesten_2(case: EveningCase) -> None:
    steps.begin_information(case.session, case.conference_id, case.now)
    ulla = Attendee(PresentAs.PERSON, case.teacher)
    note_presence(case.session, case.conference_id, 1, ulla, Attendance.IN_ROOM, EVENING)
    turn_left(case.session, case.conference_id, 1, ulla, case.now)
    case.session.commit()
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    assert case.conference.log_entries == ()


def test_the_reason_for_staying_is_asked_when_private_time_is_over(case: EveningCase) -> None:
    in_private_time(case)
    private_log.note(case.session, case.conference_id, LogKind.STAYED, case.now)
    with pytest.raises(silence.FamilyIsAlone):
        explain_departure(case.session, case.conference_id, "Barnet bad om det", EVENING)
    steps.end_private_time(case.session, case.conference_id, case.now)
    assert len(view_private_time(case.context).questions) == 1
    explain_departure(case.session, case.conference_id, "Barnet bad om det", EVENING)
    assert view_private_time(case.context).questions == ()


def test_a_fixed_reason_is_kept_while_the_family_is_alone_and_stands_for_the_departure_when_it_is_over(
    case: EveningCase,
) -> None:
    in_private_time(case)
    stayed = private_log.note(case.session, case.conference_id, LogKind.STAYED, case.now)
    private_log.give_reason(case.session, stayed, UncalledReason.WOULD_NOT_LEAVE, case.now)
    assert case.conference.steps[1].ended_at is None
    assert all(one.about not in OWN_PLAN for one in case.facts.notices)
    steps.end_private_time(case.session, case.conference_id, case.now)
    kept = {one.about: one.reason for one in case.facts.notices if one.about in OWN_PLAN}
    assert kept == dict.fromkeys(OWN_PLAN, "ville ikke gå ud")
    assert view_private_time(case.context).questions == ()
    assert familys_own_plan(case.facts, case.conference, EVENING).standing is Standing.BROKEN
    explain_departure(case.session, case.conference_id, "Læreren ventede på en taxa", EVENING)
    assert {one.reason for one in case.facts.notices if one.about in OWN_PLAN} == {"Læreren ventede på en taxa"}


@pytest.mark.parametrize("reason", [UncalledReason.LATER, None])
def test_a_reason_that_waits_for_words_is_asked_when_private_time_is_over(
    case: EveningCase, reason: UncalledReason | None
) -> None:
    in_private_time(case)
    known = private_log.note(case.session, case.conference_id, LogKind.STAYED, case.now)
    private_log.give_reason(case.session, known, UncalledReason.PRACTICAL, case.now)
    waits = private_log.note(case.session, case.conference_id, LogKind.CAME_UNCALLED, case.now)
    if reason is not None:
        private_log.give_reason(case.session, waits, reason, case.now)
    steps.end_private_time(case.session, case.conference_id, case.now)
    assert len(view_private_time(case.context).questions) == 1


def test_a_reason_is_for_a_professional_and_for_nothing_else_of_the_log(case: EveningCase) -> None:
    in_private_time(case)
    meal = private_log.note(case.session, case.conference_id, LogKind.MEAL, case.now)
    with pytest.raises(Refused, match="ingen fagperson"):
        private_log.give_reason(case.session, meal, UncalledReason.PRACTICAL, case.now)


def test_what_the_day_shows_holds_moments_and_one_number_and_no_name_of_the_family(case: EveningCase) -> None:
    from samordner_tui.archive.records.assignment import Authority

    leader: dict[str, Value] = {
        "kind": AuthorityKind.LEADER,
        "name": "Hanne Lund",
        "phone": "23 45 67 89",
        "reachable_until": time(21),
    }
    add(case.session, Authority, case.case_id, EVENING, **leader)
    in_private_time(case)
    private_log.note(case.session, case.conference_id, LogKind.CHILD_WITHDRAWS, case.now)
    shown = read_private_time(case.session, case.case_id)
    assert shown is not None
    assert shown.started_at == FIVE_O_CLOCK + timedelta(minutes=50)
    assert shown.leader == ToCallForApproval("Hanne Lund", "23 45 67 89", "Kan nås til kl. 21")
    assert shown.child_is_away
    assert "Karen" not in repr(shown)
    assert "Alma" not in repr(shown)


def test_elapsed_time_is_reckoned_from_the_kept_moment_and_is_never_negative() -> None:
    assert hours_and_minutes(elapsed(FIVE_O_CLOCK, FIVE_O_CLOCK + timedelta(minutes=111))) == "1:51"
    assert hours_and_minutes(elapsed(FIVE_O_CLOCK, FIVE_O_CLOCK - timedelta(hours=2))) == "0:00"
    assert whole_minutes(timedelta(seconds=61)) == 2


def test_a_clock_set_back_ends_private_time_when_it_began(case: EveningCase) -> None:
    in_private_time(case)
    case.later(-120)
    steps.end_private_time(case.session, case.conference_id, case.now)
    step = case.conference.steps[1]
    assert step.ended_at == step.started_at


def test_a_clock_that_jumps_is_told_from_a_machine_that_sleeps() -> None:
    an_hour = timedelta(hours=1)
    assert jumped(FIVE_O_CLOCK, None, FIVE_O_CLOCK - an_hour)
    assert not jumped(FIVE_O_CLOCK, None, FIVE_O_CLOCK + an_hour)
    assert not jumped(FIVE_O_CLOCK, an_hour, FIVE_O_CLOCK + an_hour)
    assert jumped(FIVE_O_CLOCK, timedelta(seconds=1), FIVE_O_CLOCK + an_hour)


def test_stopping_ends_the_silence_with_an_honest_reason(case: EveningCase) -> None:
    in_private_time(case)
    steps.stop(case.session, case.conference_id, StopReason.CHILD_SAID_STOP, case.now)
    assert case.conference.stop_reason is StopReason.CHILD_SAID_STOP
    assert not silence.is_running(case.session, case.case_id)
