"""After the day: who is to have the plan, and who has got it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.after import TimeEntry
from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.archive.records.day import Conference, PlanItem
from samordner_tui.archive.records.network import Child, Contact, ContactPerson, Person
from samordner_tui.casework import after, decision, plan_words, steps, together
from samordner_tui.casework.account import account_of
from samordner_tui.casework.agreement_names import NOT_INVITED
from samordner_tui.casework.attendance import Attendee, note_presence
from samordner_tui.casework.briefing_deletion import delete_text
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.day_account import ACCOUNT, minutes_of_the_day, proposed_time
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.fields import Value
from samordner_tui.casework.plan_due import send_by, time_left
from samordner_tui.casework.receivers import Receiver, receivers
from samordner_tui.casework.talks_after import planned_talks, without_a_talk
from samordner_tui.casework.task_agreements import TASKS, Said, note_answer
from samordner_tui.casework.views import Row
from samordner_tui.method.facts import Decision
from samordner_tui.method.terms import (
    Attendance,
    BriefingKind,
    ConferenceState,
    ContactKind,
    ContactOutcome,
    DecidedBy,
    InvitationChoice,
    Outcome,
    PersonKind,
    PresentAs,
    SendChannel,
)
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, FIVE_O_CLOCK, EveningCase, evening_case

IN_ROOM = Attendance.IN_ROOM
SHEET = "Karen følger Alma i skole hver mandag"


@pytest.fixture
def case() -> EveningCase:
    """A plan has been typed after an evening where the teacher was informatør."""
    made = evening_case()
    steps.begin_information(made.session, made.conference_id, made.now)
    for person in (made.grandmother, made.child_person, made.teacher):
        who = Attendee(PresentAs.PERSON, person)
        note_presence(made.session, made.conference_id, 1, who, Attendance.IN_ROOM, EVENING)
    made.session.commit()
    made.with_reasons(lambda: steps.begin_private_time(made.session, made.conference_id, made.now, made.method))
    made.later(60)
    steps.end_private_time(made.session, made.conference_id, made.now)
    decision.read_plan_aloud(made.session, made.conference_id, made.now)
    plan_words.type_plan(made.session, made.conference_id, SHEET, EVENING)
    made.session.commit()
    made.with_reasons(lambda: decision.close_day(made.session, made.conference_id, made.now, made.method))
    return made


def test_the_plan_goes_to_those_who_took_part_and_the_initiativtager_and_not_to_the_informatør(
    case: EveningCase,
) -> None:
    assert receivers(case.facts, case.conference) == (
        Receiver(person_id=case.child_person),
        Receiver(person_id=case.grandmother),
        Receiver(authority_id=case.initiator),
    )


def test_everybody_is_written_down_once(case: EveningCase) -> None:
    assert after.make_deliveries(case.session, case.conference_id, case.case_id, EVENING) == 3
    assert after.make_deliveries(case.session, case.conference_id, case.case_id, EVENING) == 0


def test_who_lacks_the_plan_is_counted_until_it_is_sent(case: EveningCase) -> None:
    assert "3 har ikke" in after.view(case.context).questions[0].text
    after.make_deliveries(case.session, case.conference_id, case.case_id, EVENING)
    rows = after.view(case.context).sections[0].rows
    given: dict[str, Value] = {"channel": SendChannel.BY_HAND, "sent_on": EVENING}
    together.hand_over_plan(case.session, case.case_id, rows, given, EVENING)
    assert not any("har ikke fået planen" in one.text for one in after.view(case.context).questions)


def test_the_plan_is_due_within_48_hours_of_the_end(case: EveningCase) -> None:
    assert send_by(case.conference, case.method) == case.moment + timedelta(hours=48)


def test_after_a_return_the_48_hours_run_from_the_answer_that_holds(case: EveningCase) -> None:
    returned = Decision("sent-back", 1, Outcome.RETURNED, case.moment)
    approved = Decision("yes", 2, Outcome.APPROVED, case.moment + timedelta(minutes=40))
    once = replace(case.conference, decisions=(returned,))
    twice = replace(case.conference, decisions=(returned, approved))
    assert send_by(once, case.method) == case.moment + timedelta(hours=48)
    assert send_by(twice, case.method) == approved.decided_at + timedelta(hours=48)


def test_no_deliveries_without_a_plan() -> None:
    case = evening_case()
    with pytest.raises(Refused):
        after.make_deliveries(case.session, case.conference_id, case.case_id, EVENING)


def test_the_text_of_a_briefing_goes_for_good_and_who_approved_it_stays(tmp_path: Path) -> None:
    archive = Archive.create_training(tmp_path / "arkiv")
    words = "Fortrolige ord om Almas fravær"
    with archive.writing("Sagen") as session:
        case_id, person = _small_case(session)
        conference = add(session, Conference, case_id, EVENING, number=1, starts_at=FIVE_O_CLOCK)
        briefing = add(
            session,
            Briefing,
            case_id,
            EVENING,
            conference_id=conference,
            kind=BriefingKind.INFORMANT_CHILD,
            author_id=person,
            text=words,
        )
        add(
            session,
            BriefingApproval,
            case_id,
            EVENING,
            briefing_id=briefing,
            person_id=person,
            approved=True,
            approved_version=1,
        )
    delete_text(archive, case_id, briefing, FIVE_O_CLOCK)
    with archive.reading() as session:
        (left,) = facts_of(session, case_id).conferences[0].briefings
    assert (left.text, left.deleted_on) == (None, EVENING)
    assert left.approvals[0].approved is True
    archive.close()
    assert not any(words.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def _small_case(session: object) -> tuple[str, str]:
    from sqlalchemy.orm import Session

    from samordner_tui.archive.records.assignment import Case
    from samordner_tui.archive.records.network import Person

    assert isinstance(session, Session)
    case_id = add(session, Case, None, EVENING, number="2027-03", alias="Alma")
    return case_id, add(session, Person, case_id, EVENING, name="Ulla")


def given_to(case: EveningCase, who: str, what: str = "Henter Alma hver fredag") -> str:
    """An agreement that gives somebody a task."""
    plan = case.conference.plans[0].id
    return add(case.session, PlanItem, case.case_id, EVENING, plan_id=plan, what=what, who=who)


def asks(case: EveningCase) -> str:
    """The open questions of the stage."""
    return "\n".join(one.text for one in after.view(case.context).questions)


def task_rows(case: EveningCase) -> tuple[Row, ...]:
    """The lines of those who are to be asked."""
    return next((one.rows for one in after.view(case.context).sections if one.id == TASKS), ())


def test_somebody_with_a_task_who_was_not_there_is_asked_and_those_who_were_there_are_not(case: EveningCase) -> None:
    bo = add(case.session, Person, case.case_id, EVENING, name="Bo Lund", relation="farbror")
    given_to(case, "Karen og farbror")
    note_presence(case.session, case.conference_id, 2, Attendee(PresentAs.PERSON, case.grandmother), IN_ROOM, EVENING)
    (row,) = task_rows(case)
    assert (row.cells[0], row.add_values["person_id"]) == ("Bo Lund", bo)
    assert "Bo Lund var der ikke. Siger Bo Lund ja til »Henter Alma hver fredag«?" in asks(case)


def test_the_initiativtager_alone_noted_in_trin_3_makes_nobody_absent(case: EveningCase) -> None:
    given_to(case, "Karen")
    note_presence(case.session, case.conference_id, 3, Attendee(PresentAs.INITIATOR), IN_ROOM, EVENING)
    assert task_rows(case) == ()


def test_whoever_sent_a_letter_has_not_heard_the_plan_and_is_asked(case: EveningCase) -> None:
    ole = add(case.session, Person, case.case_id, EVENING, name="Ole")
    given_to(case, "Ole og Karen")
    for who, form in ((ole, Attendance.LETTER), (case.grandmother, IN_ROOM)):
        note_presence(case.session, case.conference_id, 2, Attendee(PresentAs.PERSON, who), form, EVENING)
    assert [one.cells[0] for one in task_rows(case)] == ["Ole"]


def test_two_answers_from_a_line_that_was_not_read_anew_are_one(case: EveningCase) -> None:
    add(case.session, Person, case.case_id, EVENING, name="Bo Lund")
    item = given_to(case, "Bo Lund")
    (stale,) = task_rows(case)
    for said in (Said.YES, Said.NO):
        note_answer(case.session, case.case_id, stale, said, EVENING)
    (one,) = next(one for one in case.conference.plans[0].items if one.id == item).agreements
    assert one.agrees is False


def test_asked_yes_and_no_are_each_kept_and_a_no_asks_who_does_it_then(case: EveningCase) -> None:
    add(case.session, Person, case.case_id, EVENING, name="Bo Lund")
    item = given_to(case, "Bo Lund")
    said = []
    for answer in (Said.ASKED, Said.YES, Said.NO):
        note_answer(case.session, case.case_id, task_rows(case)[0], answer, EVENING)
        (one,) = next(one for one in case.conference.plans[0].items if one.id == item).agreements
        said.append((one.asked_on, one.agrees, one.answered_on))
    assert said == [(EVENING, None, None), (EVENING, True, EVENING), (EVENING, False, EVENING)]
    assert "Bo Lund siger nej til »Henter Alma hver fredag«. Hvem gør det så?" in asks(case)


def test_somebody_who_is_not_invited_is_not_asked_but_named_to_the_samordner(case: EveningCase) -> None:
    stays_away: dict[str, Value] = {"invited": InvitationChoice.NOT_INVITED, "decided_by": DecidedBy.CHILD}
    add(case.session, Person, case.case_id, EVENING, name="Bo Lund", **stays_away)
    given_to(case, "Bo Lund")
    assert task_rows(case) == ()
    assert any(one.id == NOT_INVITED for one in after.view(case.context).sections)


def test_the_hours_until_everybody_is_to_have_the_plan_are_counted_down_and_stop_when_they_have_it(
    case: EveningCase,
) -> None:
    def told(hours: float) -> str:
        return time_left(case.facts, case.conference, case.method, case.moment + timedelta(hours=hours))

    assert told(0) == "Der er 48 timer, til alle skal have planen."
    assert told(47.5) == "Der er 1 time, til alle skal have planen."
    assert told(50) == "Fristen for at sende planen udløb for 2 timer siden."
    assert told(48 + 72) == "Fristen for at sende planen udløb for 3 dage siden."
    after.make_deliveries(case.session, case.conference_id, case.case_id, EVENING)
    given: dict[str, Value] = {"channel": SendChannel.BY_HAND, "sent_on": EVENING}
    together.hand_over_plan(case.session, case.case_id, after.view(case.context).sections[0].rows, given, EVENING)
    assert told(1) == ""


def test_the_time_of_the_day_is_proposed_from_the_first_trin_to_the_last(case: EveningCase) -> None:
    assert minutes_of_the_day(case.conference) == 60
    assert "Har du skrevet dagens tid op? Tryk t." in asks(case)
    values = proposed_time(case.facts, case.conference)
    add(case.session, TimeEntry, case.case_id, EVENING, **values)
    assert (values["spent_on"], values["minutes"]) == (EVENING, 60)
    assert "dagens tid" not in asks(case)
    assert account_of(case.session, case.case_id).minutes == 60


def test_a_plan_without_a_meeting_has_no_time_of_the_day_to_note() -> None:
    case = evening_case()
    steps.plan_without_meeting(case.session, case.conference_id, case.now)
    plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    section = next(one for one in after.view(case.context).sections if one.id == ACCOUNT)
    assert section.rows == ()
    assert "dagens tid" not in asks(case)


def talk(case: EveningCase, day: date, *people: str) -> None:
    """A talk about how it went."""
    kind: dict[str, Value] = {"kind": ContactKind.AFTER_TALK, "outcome": ContactOutcome.MADE, "held_on": day}
    contact = add(case.session, Contact, case.case_id, EVENING, **kind)
    for person in people:
        add(case.session, ContactPerson, case.case_id, EVENING, contact_id=contact, person_id=person)


def test_a_talk_after_the_last_conference_is_none_after_this_one(case: EveningCase) -> None:
    assert "Har du talt med barnet om, hvordan det gik?" in asks(case)
    talk(case, EVENING - timedelta(days=40), case.child_person)
    assert "Har du talt med barnet om, hvordan det gik?" in asks(case)
    talk(case, EVENING + timedelta(days=1), case.child_person)
    assert "Har du talt med" not in asks(case)


def test_each_child_of_the_case_is_talked_with(case: EveningCase) -> None:
    bertil = add(case.session, Person, case.case_id, EVENING, name="Bertil", kind=PersonKind.CHILD)
    add(case.session, Child, case.case_id, EVENING, person_id=bertil)
    assert without_a_talk(case.facts, case.conference) == (case.child_person, bertil)
    talk(case, EVENING + timedelta(days=1), case.child_person)
    assert "Har du talt med Bertil om, hvordan det gik? Tryk b." in asks(case)
    assert without_a_talk(case.facts, case.conference) == (bertil,)
    talk(case, EVENING + timedelta(days=1), bertil)
    assert "Har du talt med" not in asks(case)


@pytest.mark.parametrize(("days", "counts"), [(-40, False), (3, True), (None, True)])
def test_a_talk_that_was_agreed_on_before_the_conference_is_not_of_this_one(
    case: EveningCase, days: int | None, counts: bool
) -> None:
    at = None if days is None else FIVE_O_CLOCK + timedelta(days=days)
    planned: dict[str, Value] = {"kind": ContactKind.GUARDIAN_CALL, "outcome": ContactOutcome.PLANNED, "planned_at": at}
    add(case.session, Contact, case.case_id, EVENING, **planned)
    assert bool(planned_talks(case.facts, case.conference, ContactKind.GUARDIAN_CALL)) is counts


def test_a_trin_that_was_never_ended_proposes_no_time(case: EveningCase) -> None:
    running = replace(case.conference, steps=tuple(replace(one, ended_at=None) for one in case.conference.steps))
    assert minutes_of_the_day(running) is None


def test_the_plan_guardian_is_called_when_the_weeks_have_gone(case: EveningCase) -> None:
    change_field(case.session, Conference, case.conference_id, "guardian_id", case.grandmother, EVENING)
    assert "planvogter" not in asks(case)
    case.later(60 * 24 * 30)
    assert "Ring til Karen, som er planvogter. Tryk g." in asks(case)


def test_after_a_day_whose_plan_is_not_typed_the_rest_can_be_done_all_the_same() -> None:
    made = evening_case()
    change_field(made.session, Conference, made.conference_id, "state", ConferenceState.HELD, EVENING)
    assert "Skriv planen af i trin 3" in asks(made)
    assert {one.id for one in after.view(made.context).sections} >= {after.TALKS, after.BRIEFINGS, ACCOUNT}
