"""A case seen as of an earlier day holds what was known then, and nothing of what came later."""

from __future__ import annotations

import json
from typing import cast

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.exchange.case_file import export_case, import_case
from tests.conftest import TODAY
from tests.exchange.hand_written import Json, as_file, small

Tables = dict[str, list[Json]]


def seen(archive: Archive, case: Tables, day: str) -> Tables:
    """What is left of a case as of a day, as an export tells it."""
    number = import_case(archive, as_file(cast("Json", case)), TODAY, as_of=day)
    return cast("Tables", json.loads(export_case(archive, number, TODAY)))


def test_a_row_noted_later_is_left_out_with_everything_that_cannot_be_without_it(archive: Archive) -> None:
    case = small()
    case["people"][1]["noted_on"] = "2027-01-05"
    case["bookings"] = [{"conference_id": "første", "kind": "lift", "person_id": "mor", "asked_on": "2027-01-02"}]
    found = seen(archive, case, "2027-01-04")
    assert [person["name"] for person in found["people"]] == ["Viggo", "Aage"]
    assert "invitations" not in found
    assert "person_id" not in found["bookings"][0]


def test_a_row_that_is_not_dated_as_noted_came_with_the_first_thing_dated_on_it(archive: Archive) -> None:
    case = small()
    case["invitations"][0] |= {"sent_on": "2027-01-05", "answered_on": "2027-01-08", "answer": "yes"}
    assert "invitations" not in seen(archive, case, "2027-01-04")


def test_what_happened_later_is_forgotten_with_every_fact_known_since_then(archive: Archive) -> None:
    case = small()
    case["invitations"][0] |= {
        "sent_on": "2027-01-05",
        "answered_on": "2027-01-08",
        "answer": "yes",
        "companions": 2,
        "needs": "kørestol",
    }
    found = seen(archive, case, "2027-01-05")["invitations"][0]
    assert found["sent_on"] == "2027-01-05"
    assert not {"answered_on", "answer", "companions", "needs"} & found.keys()


def test_a_fact_that_is_not_dated_stays(archive: Archive) -> None:
    case = small()
    case["engagements"] = [{"knows_family": False}]
    assert seen(archive, case, "2026-01-01")["engagements"][0]["knows_family"] is False


def test_who_the_case_is_about_is_known_from_the_beginning(archive: Archive) -> None:
    case = small()
    case["people"][0] |= {"decided_on": "2027-01-05", "decided_by": "child"}
    case["children"][0] |= {"participation": "in_room", "participation_chosen_on": "2027-01-05"}
    case["authorities"] = [{"kind": "leader", "name": "Søren", "may_approve": True, "confirmed_on": "2027-01-05"}]
    found = seen(archive, case, "2027-01-01")
    assert [person["name"] for person in found["people"]] == ["Viggo", "Rikke", "Aage"]
    assert "participation" not in found["children"][0]
    assert found["authorities"][0] == {"id": "authorities-1", "kind": "leader", "name": "Søren"}


def test_what_is_planned_stays(archive: Archive) -> None:
    case = small()
    case["contacts"] = [{"planned_at": "2027-02-01T10:00", "noted_on": "2027-01-01"}]
    found = seen(archive, case, "2027-01-02")
    assert found["conferences"][0]["starts_at"] == "2027-04-15T17:00+02:00"
    assert found["contacts"][0]["planned_at"] == "2027-02-01T10:00+01:00"


def test_a_visit_that_came_later_is_still_planned(archive: Archive) -> None:
    case = small()
    case["contacts"] = [
        {
            "id": "besøg",
            "noted_on": "2027-01-01",
            "held_on": "2027-01-09",
            "outcome": "made",
            "method_explained": True,
            "minutes": 50,
        }
    ]
    case["contact_people"] = [{"contact_id": "besøg", "person_id": "farfar"}]
    case["people"][2]["attendance"] = "in_room"
    found = seen(archive, case, "2027-01-08")
    assert found["contacts"][0] == {"id": "contacts-1", "noted_on": "2027-01-01"}
    assert "attendance" not in found["people"][2]


@pytest.mark.parametrize(
    ("day", "state"),
    [("2027-01-04", None), ("2027-01-05", "asked"), ("2027-01-08", "confirmed"), ("2027-01-12", "cancelled")],
)
def test_the_state_of_a_booking_follows_its_dates(archive: Archive, day: str, state: str | None) -> None:
    case = small()
    case["bookings"] = [
        {
            "conference_id": "første",
            "kind": "venue",
            "state": "cancelled",
            "noted_on": "2027-01-01",
            "asked_on": "2027-01-05",
            "confirmed_on": "2027-01-08",
            "cancelled_on": "2027-01-12",
        }
    ]
    assert seen(archive, case, day)["bookings"][0].get("state") == state


def held() -> Tables:
    """A conference that was held on 15 April, with all that belongs to the evening."""
    case = small()
    case["conferences"][0] |= {
        "state": "held",
        "hosted_by_samordner": True,
        "guardian_id": "farfar",
        "follow_up_on": "2027-07-01",
        "plan_read_at": "2027-04-15T20:00",
    }
    case["steps"] = [
        {
            "conference_id": "første",
            "number": number,
            "started_at": f"2027-04-15T{16 + number}:10",
            "ended_at": f"2027-04-15T{16 + number}:50",
        }
        for number in (1, 2, 3)
    ]
    case["presences"] = [{"conference_id": "første", "step": step, "person_id": "viggo"} for step in (1, 2, 3)]
    case["plans"] = [{"id": "plan", "conference_id": "første", "words": "Vi ses.", "typed_on": "2027-04-16"}]
    case["plan_items"] = [{"id": "aftale", "plan_id": "plan", "what": "Vi ses."}]
    case["decisions"] = [
        {"conference_id": "første", "outcome": "approved", "decided_at": "2027-04-15T20:30", "plan_id": "plan"}
    ]
    case["progress"] = [{"conference_id": "anden", "item_id": "aftale", "state": "done"}]
    return case


def test_nothing_of_the_evening_is_known_the_day_before(archive: Archive) -> None:
    found = seen(archive, held(), "2027-04-14")
    assert found["conferences"] == [
        {"id": "conferences-1", "number": 1, "starts_at": "2027-04-15T17:00+02:00"},
    ]
    assert not {"steps", "presences", "plans", "plan_items", "decisions", "progress"} & found.keys()


def test_the_evening_is_known_the_day_it_was_and_what_was_typed_the_day_after_is_not(archive: Archive) -> None:
    found = seen(archive, held(), "2027-04-15")
    assert found["conferences"][0]["guardian_id"] == "people-3"
    assert [row["number"] for row in found["conferences"]] == [1, 2]
    assert len(found["presences"]) == 3
    assert "plans" not in found
    assert "plan_id" not in found["decisions"][0]


def test_the_last_day_shows_everything(archive: Archive) -> None:
    case = held()
    import_case(archive, as_file(cast("Json", case)), TODAY, number="hel")
    whole = json.loads(export_case(archive, "hel", TODAY))
    assert seen(archive, case, "2027-12-31") == {**whole, "case": {"number": "2027-07", "alias": "Viggo"}}


def test_a_version_that_came_later_gives_way_to_the_one_before(archive: Archive) -> None:
    case = small()
    case["statements"] = [
        {"id": "a", "kind": "question", "text": "Hvor?", "noted_on": "2027-01-01"},
        {"kind": "question", "text": "Hvor og hvornår?", "version": 2, "replaces_id": "a", "noted_on": "2027-01-05"},
    ]
    assert [row["text"] for row in seen(archive, case, "2027-01-04")["statements"]] == ["Hvor?"]


def test_a_venue_that_nothing_names_any_more_is_left_out(archive: Archive) -> None:
    case = small()
    case["venues"] = [{"id": "hal", "name": "Hallen"}, {"id": "hus", "name": "Huset"}]
    case["bookings"] = [
        {"conference_id": "første", "kind": "venue", "venue_id": one, "asked_on": day}
        for one, day in (("hal", "2027-01-02"), ("hus", "2027-01-09"))
    ]
    assert [venue["name"] for venue in seen(archive, case, "2027-01-05")["venues"]] == ["Hallen"]


def test_a_moment_belongs_to_the_day_on_the_clock_at_home(archive: Archive) -> None:
    case = small()
    case["serious_matters"] = [{"kind": "seen", "learned_at": "2027-01-04T23:30:00Z"}]
    assert "serious_matters" not in seen(archive, case, "2027-01-04")
