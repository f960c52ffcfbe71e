"""After the day: who is to have the plan, and who has got it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.archive.records.day import Conference
from samordner_tui.casework import after, decision, plan_words, steps, together
from samordner_tui.casework.attendance import Attendee, note_presence
from samordner_tui.casework.briefing_deletion import delete_text
from samordner_tui.casework.change import add
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.fields import Value
from samordner_tui.casework.receivers import Receiver, receivers
from samordner_tui.method.facts import Decision
from samordner_tui.method.terms import Attendance, BriefingKind, Outcome, PresentAs, SendChannel
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, FIVE_O_CLOCK, EveningCase, evening_case

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
    assert after.send_by(case.conference, case.method) == case.moment + timedelta(hours=48)


def test_after_a_return_the_48_hours_run_from_the_answer_that_holds(case: EveningCase) -> None:
    returned = Decision("sent-back", 1, Outcome.RETURNED, case.moment)
    approved = Decision("yes", 2, Outcome.APPROVED, case.moment + timedelta(minutes=40))
    once = replace(case.conference, decisions=(returned,))
    twice = replace(case.conference, decisions=(returned, approved))
    assert after.send_by(once, case.method) == case.moment + timedelta(hours=48)
    assert after.send_by(twice, case.method) == approved.decided_at + timedelta(hours=48)


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
