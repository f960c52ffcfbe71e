"""The prompter of trin 1: one point at a time, and nothing on it that is not for everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samordner_tui.archive.records.assignment import Statement
from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.practical import Menu, RoleHolder
from samordner_tui.casework import steps
from samordner_tui.casework.attendance import Attendee, note_presence
from samordner_tui.casework.briefing_reading import read_aloud
from samordner_tui.casework.briefings import leave_out
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.fields import Value
from samordner_tui.casework.prompter import Prompter, come_to, read_prompter
from samordner_tui.method.terms import Attendance, BriefingKind, PresentAs, RoleName, StatementKind
from tests.casework.evening_case import EVENING, EveningCase, evening_case


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """Trin 1 has begun."""
    made = evening_case()
    steps.begin_information(made.session, made.conference_id, made.now)
    yield made
    made.session.close()


def prompter(case: EveningCase) -> Prompter:
    """The prompter as it stands now."""
    return read_prompter(case.session, case.case_id, case.conference_id, case.method)


def lines(case: EveningCase, point: str) -> tuple[str, ...]:
    """What is named with a point."""
    return next(one.lines for one in prompter(case).points if one.about == f"prompt:{point}")


def a_briefing(case: EveningCase, text: str | None = "Alma er glad for dansk", *, approved: bool = True) -> str:
    """The teacher's briefing."""
    values = {"kind": BriefingKind.INFORMANT_CHILD, "author_id": case.teacher, "text": text}
    briefing = add(case.session, Briefing, case.case_id, EVENING, conference_id=case.conference_id, **values)
    if approved:
        by: dict[str, Value] = {"person_id": case.child_person, "approved": True, "approved_version": 1}
        add(case.session, BriefingApproval, case.case_id, EVENING, briefing_id=briefing, **by)
    return briefing


def test_the_points_stand_in_the_order_of_the_method_from_the_welcome_on(case: EveningCase) -> None:
    about = [one.about.removeprefix("prompt:") for one in prompter(case).points]
    assert about[:6] == ["welcome", "practical", "purpose", "three_steps", "ground_rules", "strengths"]
    assert about[6:] == ["briefings", "questions", "the_questions", "informants_leave"]


def test_the_briefings_stand_one_by_one_the_initiators_last(case: EveningCase) -> None:
    initiators = add(
        case.session,
        Briefing,
        case.case_id,
        EVENING,
        conference_id=case.conference_id,
        kind=BriefingKind.INITIATOR,
        text="Vi er bekymrede for Almas fravær",
    )
    teachers = a_briefing(case)
    found = [one for one in prompter(case).points if one.briefing is not None]
    assert [one.about for one in found] == [f"prompt:briefing/{one}" for one in (teachers, initiators)]
    assert found[0].say == "Oplæg 1 af 2: Ulla · klasselærer"
    assert [one.briefing.text for one in found if one.briefing] == [
        "Alma er glad for dansk",
        "Vi er bekymrede for Almas fravær",
    ]


def test_what_belongs_to_a_point_in_this_case_stands_with_it(case: EveningCase) -> None:
    add(case.session, Menu, case.case_id, EVENING, conference_id=case.conference_id, dishes="Tacos")
    change_field(case.session, Conference, case.conference_id, "near_seats", "Køkkenet", EVENING)
    chair = {"role": RoleName.CHAIR, "person_id": case.grandmother}
    add(case.session, RoleHolder, case.case_id, EVENING, conference_id=case.conference_id, **chair)
    ulla = Attendee(PresentAs.PERSON, case.teacher)
    note_presence(case.session, case.conference_id, 1, ulla, Attendance.IN_ROOM, EVENING)
    assert lines(case, "practical") == ("Maden: Tacos", "Du og initiativtageren sidder her: Køkkenet")
    assert lines(case, "three_steps") == ("Ordstyrer: Karen",)
    assert lines(case, "the_questions") == ("Hvem følger Alma i skole?", "Alma skal i skole hver dag")
    assert lines(case, "informants_leave") == ("Ulla",)


def test_what_the_family_does_not_know_is_not_on_the_screen(case: EveningCase) -> None:
    strength = {"kind": StatementKind.STRENGTH, "text": "Alma er omsorgsfuld"}
    add(case.session, Statement, case.case_id, EVENING, **strength, known_to_family_on=EVENING)
    add(case.session, Statement, case.case_id, EVENING, kind=StatementKind.STRENGTH, text="Noget nyt")
    assert lines(case, "strengths") == ("Alma er omsorgsfuld", "1 vises ikke: familien kender den ikke endnu.")


def test_a_briefing_that_is_not_approved_is_named_and_not_shown(case: EveningCase) -> None:
    briefing = a_briefing(case, approved=False)
    for said, is_over in (("ikke godkendt", False), ("Grunden er skrevet ned", True)):
        (found,) = [one.briefing for one in prompter(case).points if one.briefing is not None]
        assert (found.text, found.is_over) == ("", is_over)
        assert said in found.withheld
        leave_out(case.session, briefing, "Familien ønskede det ikke", EVENING)


def test_a_briefing_on_paper_alone_is_read_from_it(case: EveningCase) -> None:
    a_briefing(case, None)
    (found,) = [one.briefing for one in prompter(case).points if one.briefing is not None]
    assert (found.text, found.on_paper) == ("", True)
    assert "fra papiret" in found.withheld


def test_a_briefing_that_is_read_is_over_and_still_shown(case: EveningCase) -> None:
    briefing = a_briefing(case)
    read_aloud(case.session, briefing, EVENING)
    (found,) = [one.briefing for one in prompter(case).points if one.briefing is not None]
    assert (found.text, found.is_over) == ("Alma er glad for dansk", True)


def test_the_place_is_kept_forwards_and_backwards(case: EveningCase) -> None:
    assert (prompter(case).begins_at, prompter(case).is_running) == (0, True)
    for place in (3, 5, 2):
        come_to(case.session, case.conference_id, prompter(case).points, place, case.now)
        assert prompter(case).begins_at == place
    assert case.conference.questions_answered is None


def test_before_trin_1_and_after_it_the_prompter_is_a_rehearsal(case: EveningCase) -> None:
    steps.end_information(case.session, case.conference_id, case.now)
    assert prompter(case).is_running is False
