"""The evening before the family is alone: the trin, who is here, and what is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.archive.records.day import Conference, Step
from samordner_tui.casework import silence, steps
from samordner_tui.casework.attendance import Attendee, note_presence
from samordner_tui.casework.briefing_reading import read_aloud
from samordner_tui.casework.briefings import leave_out
from samordner_tui.casework.change import add, change_field, remove
from samordner_tui.casework.day import view_information
from samordner_tui.casework.fields import Value
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.method.terms import (
    Attendance,
    BriefingKind,
    PresentAs,
)
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, FIVE_O_CLOCK, EveningCase, evening_case


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The case before the doors open."""
    made = evening_case()
    yield made
    made.session.close()


def test_trin_1_begins_now_or_at_the_time_that_is_typed(case: EveningCase) -> None:
    case.later(20)
    steps.begin_information(case.session, case.conference_id, case.now, FIVE_O_CLOCK + timedelta(minutes=5))
    (step,) = case.conference.steps
    assert step.started_at == FIVE_O_CLOCK + timedelta(minutes=5)
    assert case.conference.hosted_by_samordner is True


def test_a_time_that_has_not_come_is_refused(case: EveningCase) -> None:
    with pytest.raises(Refused, match="ikke kommet"):
        steps.begin_information(case.session, case.conference_id, case.now, FIVE_O_CLOCK + timedelta(hours=1))


def test_a_trin_does_not_end_before_it_began(case: EveningCase) -> None:
    steps.begin_information(case.session, case.conference_id, case.now)
    with pytest.raises(Refused, match="skete forud"):
        steps.end_information(case.session, case.conference_id, case.now, FIVE_O_CLOCK - timedelta(hours=1))


def test_a_time_can_be_corrected_and_not_taken_away(case: EveningCase) -> None:
    steps.begin_information(case.session, case.conference_id, case.now)
    step = case.conference.steps[0].id
    change_field(case.session, Step, step, "started_at", FIVE_O_CLOCK - timedelta(minutes=10), EVENING)
    with pytest.raises(Refused, match="rettes"):
        change_field(case.session, Step, step, "started_at", None, EVENING)
    with pytest.raises(Refused, match="rettes"):
        remove(case.session, Step, step, EVENING)


def test_a_conference_that_has_begun_is_not_taken_away(case: EveningCase) -> None:
    steps.begin_information(case.session, case.conference_id, case.now)
    with pytest.raises(Refused, match="stoppes"):
        remove(case.session, Conference, case.conference_id, EVENING)


def test_attendance_is_noted_changed_and_taken_away_by_one_call(case: EveningCase) -> None:
    who = Attendee(PresentAs.PERSON, case.grandmother)
    for form in (Attendance.IN_ROOM, Attendance.VIDEO):
        note_presence(case.session, case.conference_id, 1, who, form, EVENING)
        assert [one.form for one in case.conference.presences] == [form]
    note_presence(case.session, case.conference_id, 1, who, None, EVENING)
    assert case.conference.presences == ()


def test_everybody_who_may_come_stands_on_the_list_the_child_first(case: EveningCase) -> None:
    steps.begin_information(case.session, case.conference_id, case.now)
    rows = view_information(case.context).sections[0].rows
    assert [row.cells[0] for row in rows] == ["Alma", "Karen", "Ulla", "Du", "Initiativtageren"]


def test_an_informants_briefing_is_read_only_when_approved_and_may_be_left_out(case: EveningCase) -> None:
    values = {
        "conference_id": case.conference_id,
        "kind": BriefingKind.INFORMANT_CHILD,
        "text": "Alma er glad for dansk",
    }
    briefing = add(case.session, Briefing, case.case_id, EVENING, author_id=case.teacher, **values)
    with pytest.raises(Refused, match="ikke godkendt"):
        read_aloud(case.session, briefing, EVENING)
    add(
        case.session,
        BriefingApproval,
        case.case_id,
        EVENING,
        briefing_id=briefing,
        person_id=case.child_person,
        approved=True,
        approved_version=1,
    )
    read_aloud(case.session, briefing, EVENING)
    assert case.conference.briefings[0].read_aloud_on == EVENING
    other = add(case.session, Briefing, case.case_id, EVENING, author_id=case.teacher, **values)
    leave_out(case.session, other, "Familien ønskede det ikke", EVENING)


def test_what_lacks_before_private_time_is_named_and_goes_on_with_a_reason(case: EveningCase) -> None:
    read: dict[str, Value] = {"kind": BriefingKind.INITIATOR, "read_aloud_on": EVENING}
    add(case.session, Briefing, case.case_id, EVENING, conference_id=case.conference_id, **read)
    steps.begin_information(case.session, case.conference_id, case.now)
    case.session.commit()
    with pytest.raises(NeedsReason) as needs:
        steps.begin_private_time(case.session, case.conference_id, case.now, case.method)
    lacking = ("questions_answered", "questions_on_wall", "bottom_lines_on_wall")
    assert needs.value.about == tuple(f"gate:private_time/{one}" for one in lacking)
    case.session.rollback()
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    assert silence.is_running(case.session, case.case_id)
