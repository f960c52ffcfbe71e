"""The briefings: short, appreciative, known to the family, and approved in the version that is read."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.casework import briefings
from samordner_tui.casework.briefing_list import length_words, those_it_tells_about
from samordner_tui.method.terms import BriefingKind, PersonKind, StageId
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase


@pytest.fixture
def oplaeg(case: PreparedCase) -> str:
    """The teacher's briefing about Alma, whose mother has custody."""
    case.child()
    case.parent()
    ulla = case.person("Ulla", kind=PersonKind.PROFESSIONAL)
    return case.add(
        Briefing,
        conference_id=case.conference.id,
        kind=BriefingKind.INFORMANT_CHILD,
        author_id=ulla,
        text="Alma er god til at tegne.",
    )


def approved_by_all(case: PreparedCase, oplaeg: str) -> None:
    briefings.approve_for(case.session, oplaeg, those_it_tells_about(case.facts), TODAY)


def test_the_child_and_those_with_custody_are_expected_to_approve(case: PreparedCase, oplaeg: str) -> None:
    rows = case.section(StageId.BRIEFINGS, "approvals").rows
    assert [row.cells[1] for row in rows] == ["Alma", "Mette"]
    assert all(row.is_expected for row in rows)


def test_a_briefing_nobody_has_approved_is_not_read_out(case: PreparedCase, oplaeg: str) -> None:
    with pytest.raises(Refused, match="ikke godkendt"):
        case.set(Briefing, oplaeg, read_aloud_on=TODAY)


def test_a_briefing_everybody_has_approved_is_read_out(case: PreparedCase, oplaeg: str) -> None:
    approved_by_all(case, oplaeg)
    case.set(Briefing, oplaeg, read_aloud_on=TODAY)
    assert case.conference.briefings[0].read_aloud_on == TODAY


def test_what_was_read_aloud_stands_as_it_was_read_and_approved(case: PreparedCase, oplaeg: str) -> None:
    approved_by_all(case, oplaeg)
    case.set(Briefing, oplaeg, read_aloud_on=TODAY)
    with pytest.raises(Refused, match="som den blev læst"):
        case.set(Briefing, oplaeg, text="Noget andet end det, der blev hørt.")
    with pytest.raises(Refused, match="svarene står"):
        briefings.approve(
            case.session, oplaeg, case.conference.briefings[0].approvals[0].person_id, TODAY, approved=False
        )


def test_a_new_text_is_a_new_version_that_nobody_has_approved_or_seen(case: PreparedCase, oplaeg: str) -> None:
    approved_by_all(case, oplaeg)
    briefings.gone_through(case.session, oplaeg, TODAY)
    case.set(Briefing, oplaeg, text="Alma er god til at tegne og til fodbold.")
    briefing = case.conference.briefings[0]
    assert briefing.version == 2
    assert (briefing.shown_to_child_on, briefing.shown_to_parents_on) == (None, None)
    assert [one.approved_version for one in briefing.approvals] == [1, 1]
    assert case.section(StageId.BRIEFINGS, "approvals").rows[0].cells[2] == "◐ godkendte 1. udgave; vis den nye"
    with pytest.raises(Refused, match="ikke godkendt"):
        case.set(Briefing, oplaeg, read_aloud_on=TODAY)


def test_approving_the_new_version_opens_for_reading_again(case: PreparedCase, oplaeg: str) -> None:
    approved_by_all(case, oplaeg)
    case.set(Briefing, oplaeg, text="Alma er god til at tegne og til fodbold.")
    approved_by_all(case, oplaeg)
    assert [one.approved_version for one in case.conference.briefings[0].approvals] == [2, 2]
    case.set(Briefing, oplaeg, read_aloud_on=TODAY)


def test_a_draft_nobody_has_seen_stays_the_first_version(case: PreparedCase, oplaeg: str) -> None:
    case.set(Briefing, oplaeg, text="Alma tegner.")
    assert case.conference.briefings[0].version == 1


def test_a_briefing_can_be_left_out_with_a_reason(case: PreparedCase, oplaeg: str) -> None:
    with pytest.raises(Refused, match="hvorfor"):
        briefings.leave_out(case.session, oplaeg, " ", TODAY)
    briefings.leave_out(case.session, oplaeg, "Alma vil ikke have det læst op", TODAY)
    row = next(one for one in case.section(StageId.BRIEFINGS, "briefings").rows if one.id == oplaeg)
    assert row.dim
    assert "godkendt" not in case.asks(StageId.BRIEFINGS)


def test_the_initiativtagers_briefing_is_gone_through_and_not_approved(case: PreparedCase) -> None:
    case.child()
    row = case.section(StageId.BRIEFINGS, "briefings").rows[0]
    assert row.is_expected
    own = case.add(Briefing, **row.add_values, text="Vi er bekymrede for, at Alma ikke kommer i skole.")
    case.set(Briefing, own, read_aloud_on=TODAY)
    assert case.section(StageId.BRIEFINGS, "approvals").rows == ()


def test_how_long_it_takes_to_read_aloud_stands_beside_it() -> None:
    assert length_words("ord " * 412) == "412 ord · 4 min."
    assert length_words(None) == ""


def test_an_answer_is_to_the_version_that_stands(case: PreparedCase, oplaeg: str) -> None:
    alma = case.facts.children[0].person_id
    approval = case.add(BriefingApproval, briefing_id=oplaeg, person_id=alma)
    case.set(BriefingApproval, approval, approved=False)
    (answer,) = case.conference.briefings[0].approvals
    assert (answer.approved, answer.approved_version, answer.approved_on) == (False, 1, TODAY)


def test_everybody_stands_once_among_those_who_approve(case: PreparedCase, oplaeg: str) -> None:
    alma = case.facts.children[0].person_id
    case.add(BriefingApproval, briefing_id=oplaeg, person_id=alma)
    with pytest.raises(Refused, match="allerede"):
        case.add(BriefingApproval, briefing_id=oplaeg, person_id=alma)


def test_before_there_is_an_initiativtagers_briefing_it_is_asked_for_once(case: PreparedCase, oplaeg: str) -> None:
    asked = case.asks(StageId.BRIEFINGS)
    assert asked.count("nitiativtager") == 1
    assert "mangler med" not in asked
