"""The series: the next conference grows from the last, and each agreement is followed."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from samordner_tui.archive.records.day import Conference, Progress
from samordner_tui.archive.records.practical import Booking, RoleHolder, Venue
from samordner_tui.casework import follow_up, plan_words, steps
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import (
    BookingKind,
    BookingState,
    ConferenceKind,
    ConferenceState,
    ProgressState,
    RoleName,
)
from samordner_tui.refusals import Refused
from tests.casework.evening_case import COPENHAGEN, EVENING, EveningCase, evening_case

SPRING = date(2027, 4, 15)


@pytest.fixture
def case() -> EveningCase:
    """A plan without a meeting: over, with a date to meet on, a chair and a venue."""
    made = evening_case()
    change_field(made.session, Conference, made.conference_id, "follow_up_on", SPRING, EVENING)
    venue = add(made.session, Venue, None, EVENING, name="Biblioteket")
    values = {"conference_id": made.conference_id}
    booking: dict[str, Value] = {"kind": BookingKind.VENUE, "venue_id": venue, "state": BookingState.CONFIRMED}
    add(made.session, Booking, made.case_id, EVENING, **values, **booking)
    role: dict[str, Value] = {"role": RoleName.CHAIR, "person_id": made.grandmother, "accepted": True}
    add(made.session, RoleHolder, made.case_id, EVENING, **values, **role)
    steps.plan_without_meeting(made.session, made.conference_id, made.now)
    return made


def test_the_next_conference_is_on_the_day_agreed_at_the_same_hour(case: EveningCase) -> None:
    """Summer time has begun: it is still five o'clock."""
    next_id = follow_up.add_next_conference(case.session, case.conference_id, EVENING, COPENHAGEN)
    found = next(one for one in case.facts.conferences if one.id == next_id)
    assert (found.number, found.kind) == (2, ConferenceKind.FOLLOW_UP)
    assert found.starts_at is not None
    assert found.starts_at.astimezone(ZoneInfo("Europe/Copenhagen")).isoformat() == "2027-04-15T17:00:00+02:00"


def test_roles_and_venue_are_offered_again_and_nobody_has_said_yes(case: EveningCase) -> None:
    next_id = follow_up.add_next_conference(case.session, case.conference_id, EVENING, COPENHAGEN)
    found = next(one for one in case.facts.conferences if one.id == next_id)
    assert [(one.role, one.accepted) for one in found.role_holders] == [(RoleName.CHAIR, None)]
    assert [one.state for one in found.bookings] == [BookingState.NEEDED]
    assert len(case.facts.people) == 3


def test_the_next_conference_waits_until_this_one_is_over_and_is_made_once(case: EveningCase) -> None:
    change_field(case.session, Conference, case.conference_id, "state", ConferenceState.PLANNED, EVENING)
    with pytest.raises(Refused, match="Afslut"):
        follow_up.add_next_conference(case.session, case.conference_id, EVENING, COPENHAGEN)
    change_field(case.session, Conference, case.conference_id, "state", ConferenceState.HELD, EVENING)
    follow_up.add_next_conference(case.session, case.conference_id, EVENING, COPENHAGEN)
    with pytest.raises(Refused, match="oprettet"):
        follow_up.add_next_conference(case.session, case.conference_id, EVENING, COPENHAGEN)


def test_meeting_again_before_this_conference_is_refused(case: EveningCase) -> None:
    with pytest.raises(Refused, match="efter denne"):
        change_field(case.session, Conference, case.conference_id, "follow_up_on", date(2027, 1, 20), EVENING)


def test_each_agreement_is_followed_and_a_new_word_takes_the_place_of_the_old(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, "- Karen følger Alma i skole", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    next_id = follow_up.add_next_conference(case.session, case.conference_id, EVENING, COPENHAGEN)
    section = follow_up.view(case.context).sections[1]
    assert section.rows[0].id.startswith("item:")
    item = section.rows[0].id.removeprefix("item:")
    first = follow_up.note_progress(case.session, next_id, item, ProgressState.PARTLY, EVENING)
    assert follow_up.note_progress(case.session, next_id, item, ProgressState.DONE, EVENING) == first
    assert case.session.get_one(Progress, first).state is ProgressState.DONE
