"""What the program refuses is refused in a file too, and what it allows is not."""

from __future__ import annotations

from samordner_tui.archive.file import Archive
from samordner_tui.exchange.case_file import export_case, import_case
from tests.conftest import TODAY
from tests.exchange.hand_written import Json, as_file, problems_of, small

BRIEFING: Json = {"id": "oplæg", "conference_id": "første", "kind": "informant_child", "text": "Viggo er god til tal."}


def test_somebody_who_is_not_invited_gets_no_invitation() -> None:
    case = small()
    case["people"][1]["invited"] = "not_invited"
    (problem,) = problems_of(as_file(case))
    assert problem.place == "invitations[0].person_id"
    assert "inviteres" in problem.sentence


def test_somebody_who_is_not_invited_gets_no_role() -> None:
    case = small()
    case["people"][2]["invited"] = "not_invited"
    case["role_holders"] = [{"conference_id": "første", "role": "chair", "person_id": "farfar"}]
    assert [problem.place for problem in problems_of(as_file(case))] == ["role_holders[0].person_id"]


def test_an_invitation_stands_when_it_was_decided_after_the_conference_not_to_invite_any_more() -> None:
    case = small()
    case["conferences"][0]["state"] = "held"
    case["people"][1] |= {"invited": "not_invited", "decided_by": "child", "decided_on": "2027-05-01"}
    assert not problems_of(as_file(case))
    case["people"][1]["decided_on"] = "2027-04-01"
    assert problems_of(as_file(case))


def test_a_briefing_that_nobody_has_approved_is_not_read_aloud() -> None:
    case = small()
    case["briefings"] = [{**BRIEFING, "read_aloud_on": "2027-04-15"}]
    (problem,) = problems_of(as_file(case))
    assert problem.place == "briefings[0].read_aloud_on"
    assert "godkendt" in problem.sentence


def test_a_briefing_is_read_aloud_when_all_it_tells_about_have_approved_this_version() -> None:
    case = small()
    case["briefings"] = [{**BRIEFING, "version": 2, "read_aloud_on": "2027-04-15"}]
    yes: Json = {"briefing_id": "oplæg", "approved": True, "approved_on": "2027-04-10", "approved_version": 2}
    case["briefing_approvals"] = [{**yes, "person_id": "mor"}, {**yes, "person_id": "viggo"}]
    assert not problems_of(as_file(case))
    for wrong in ({"approved": False}, {"approved_version": 1}, {"approved_on": "2027-04-16"}):
        case["briefing_approvals"][1] = {**yes, "person_id": "viggo", **wrong}
        assert [problem.place for problem in problems_of(as_file(case))] == ["briefings[0].read_aloud_on"]


def test_the_initiativtagers_briefing_needs_no_approval() -> None:
    case = small()
    case["briefings"] = [{**BRIEFING, "kind": "initiator", "read_aloud_on": "2027-04-15"}]
    assert not problems_of(as_file(case))


def test_no_words_stand_while_the_family_is_alone() -> None:
    case = small()
    case["steps"] = [{"conference_id": "første", "number": 2, "started_at": "2027-04-15T18:00"}]
    case["plans"] = [{"conference_id": "første", "words": "Vi hjælper hinanden."}]
    (problem,) = problems_of(as_file(case))
    assert problem.place == "plans[0].words"
    case["steps"][0]["ended_at"] = "2027-04-15T20:00"
    assert not problems_of(as_file(case))


def test_the_plan_of_the_first_round_stands_while_the_second_runs() -> None:
    case = small()
    case["steps"] = [
        {"conference_id": "første", "number": 2, "started_at": "2027-04-15T18:00", "ended_at": "2027-04-15T19:00"},
        {"conference_id": "første", "number": 2, "round": 2, "started_at": "2027-04-15T20:00"},
    ]
    case["plans"] = [{"conference_id": "første", "words": "Vi hjælper hinanden."}]
    assert not problems_of(as_file(case))
    case["plans"].append({"conference_id": "første", "version": 2, "words": "Vi hjælper hinanden hver dag."})
    assert [problem.place for problem in problems_of(as_file(case))] == ["plans[1].words"]


def test_words_dated_within_a_private_time_over_several_days_are_refused() -> None:
    case = small()
    case["steps"] = [
        {"conference_id": "første", "number": 2, "started_at": "2027-04-15T18:00", "ended_at": "2027-04-17T19:00"}
    ]
    case["plans"] = [{"conference_id": "første", "words": "Vi hjælper hinanden.", "typed_on": "2027-04-16"}]
    assert [problem.place for problem in problems_of(as_file(case))] == ["plans[0].words"]


def test_a_departure_from_the_method_is_no_reason_to_refuse(archive: Archive) -> None:
    """A professional stayed in private time, the venue is a school, and nobody may approve: all of it can be told."""
    case = small()
    case["venues"] = [{"id": "skolen", "name": "Skolen", "kind": "school"}]
    case["bookings"] = [{"conference_id": "første", "kind": "venue", "venue_id": "skolen", "state": "confirmed"}]
    case["presences"] = [{"conference_id": "første", "step": 2, "present_as": "initiator"}]
    case["decisions"] = [
        {"conference_id": "første", "outcome": "refused", "decided_at": "2027-04-15T21:00", "reason": "Nej."}
    ]
    assert import_case(archive, as_file(case), TODAY) == "2027-07"


def test_what_need_not_be_said_is_understood(archive: Archive) -> None:
    """Ids nothing points to, the kind of a child, empty texts, nulls, an agreement and a conference."""
    import_case(
        archive,
        as_file(
            {
                "format": "samordner-case",
                "case": {"number": "7", "alias": "Viggo", "purpose": ""},
                "people": [{"id": "v", "name": " Viggo ", "phone": None, "relation": "barn\r\n"}, {"name": "Rikke"}],
                "children": [{"person_id": "v"}],
            }
        ),
        TODAY,
    )
    text = export_case(archive, "7", TODAY).decode()
    assert '"kind": "child"' in text
    assert '"name": "Viggo"' in text
    assert '"engagements"' in text
    assert '"number": 1' in text
    assert "null" not in text
    assert "purpose" not in text


def test_agreements_do_not_build_on_each_other_in_a_ring() -> None:
    case = small()
    case["plans"] = [{"id": "plan", "conference_id": "første"}]
    ring = (("a", "b"), ("b", "a"))
    case["plan_items"] = [
        {"id": one, "plan_id": "plan", "what": "Farfar ringer", "previous_id": previous} for one, previous in ring
    ]
    assert {problem.place for problem in problems_of(as_file(case))} == {
        "plan_items[0].previous_id",
        "plan_items[1].previous_id",
    }
    case["plan_items"][0].pop("previous_id")
    assert not problems_of(as_file(case))
