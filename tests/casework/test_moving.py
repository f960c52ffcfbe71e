"""Moving the day: what follows is shown first; only deadlines nobody has changed move."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from samordner_tui.archive.records.assignment import Authority
from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.day import Conference, Step
from samordner_tui.archive.records.practical import Booking, Invitation, Menu, RoleHolder
from samordner_tui.casework import moving
from samordner_tui.casework.change import add
from samordner_tui.casework.fields import Value
from samordner_tui.casework.moving_words import describe
from samordner_tui.casework.series import series
from samordner_tui.casework.views import Context
from samordner_tui.method.definition import method
from samordner_tui.method.terms import (
    Answer,
    AuthorityKind,
    BookingKind,
    BookingState,
    BriefingKind,
    ConferenceState,
    RoleName,
)
from samordner_tui.method.wording import show_date
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import COPENHAGEN, THE_DAY, TODAY, PreparedCase

A_WEEK_LATER = THE_DAY + timedelta(days=7)


@pytest.fixture
def booked(case: PreparedCase) -> PreparedCase:
    """A conference with a confirmed venue, a lift, a meal, a briefing, an answer, a chair and a leader."""
    case.on_the_day()
    own = {"conference_id": case.conference.id}
    karen, per = case.person("Karen"), case.person("Per")
    case.add(Booking, **own, kind=BookingKind.VENUE, state=BookingState.CONFIRMED, confirmed_on=TODAY)
    case.add(Booking, **own, kind=BookingKind.LIFT, person_id=karen)
    case.add(Menu, **own)
    case.add(Briefing, **own, kind=BriefingKind.INITIATOR)
    case.add(Invitation, **own, person_id=karen, sent_on=TODAY, answer=Answer.YES, answered_on=TODAY, companions=1)
    case.add(RoleHolder, **own, role=RoleName.CHAIR, person_id=per, asked_on=TODAY, accepted=True)
    case.add(Authority, kind=AuthorityKind.LEADER, name="Hanne Lund", may_approve=True, confirmed_on=TODAY)
    return case


def test_the_preview_shows_bookings_answers_deadlines_and_people_and_changes_nothing(booked: PreparedCase) -> None:
    before = booked.conference
    shown = moving.preview(booked.session, booked.conference.id, A_WEEK_LATER)
    assert [(one.kind, one.was_confirmed) for one in shown.bookings] == [(BookingKind.VENUE, True)]
    assert shown.answers == (("Karen", Answer.YES),)
    assert shown.people == ("Karen", "Per", "Hanne Lund")
    assert {
        one.after for one in shown.deadlines if isinstance(one.after, date) and not isinstance(one.after, datetime)
    } == {date(2027, 1, 18)}
    assert booked.conference == before


def test_what_was_confirmed_is_said_to_be_so(booked: PreparedCase) -> None:
    shown = moving.preview(booked.session, booked.conference.id, A_WEEK_LATER)
    said = describe(shown, method(), COPENHAGEN, TODAY)
    assert "var bekræftet" in next(line for line in said.splitlines() if "bestilles om" in line)


def test_each_moment_that_follows_is_said_with_what_it_is_of_and_one_full_stop(booked: PreparedCase) -> None:
    booked.session.get_one(Booking, booked.conference.bookings[0].id).starts_at = A_WEEK_LATER
    booked.session.flush()
    said = describe(moving.preview(booked.session, booked.conference.id, A_WEEK_LATER), method(), COPENHAGEN, TODAY)
    stays = [line for line in said.splitlines() if "bliver stående" in line]
    assert stays == [
        "lokale – Fra: torsdag 28. januar kl. 17 er sat af dig og bliver stående.",
        "lokale – Til: torsdag 21. januar kl. 21 er sat af dig og bliver stående.",
    ]
    assert ".." not in said


def test_a_booking_whose_beginning_stays_does_not_come_to_last_until_the_new_day(booked: PreparedCase) -> None:
    lift = next(one for one in booked.conference.bookings if one.kind is BookingKind.LIFT)
    row = booked.session.get_one(Booking, lift.id)
    row.starts_at, ends_at = THE_DAY - timedelta(minutes=15), row.ends_at
    booked.session.flush()
    moving.move(booked.session, booked.conference.id, A_WEEK_LATER, TODAY)
    assert (row.starts_at, row.ends_at) == (THE_DAY - timedelta(minutes=15), ends_at)


def test_a_confirmed_booking_is_asked_for_again(booked: PreparedCase) -> None:
    moving.move(booked.session, booked.conference.id, A_WEEK_LATER, TODAY)
    venue = booked.conference.bookings[0]
    assert (venue.state, venue.asked_on, venue.confirmed_on) == (BookingState.ASKED, TODAY, None)


def test_whoever_answered_is_asked_again_and_what_they_said_of_company_stays(booked: PreparedCase) -> None:
    moving.move(booked.session, booked.conference.id, A_WEEK_LATER, TODAY)
    (invitation,) = booked.conference.invitations
    assert (invitation.answer, invitation.answered_on, invitation.sent_on) == (None, None, TODAY)
    assert invitation.companions == 1


def test_deadlines_nobody_has_changed_move_with_the_day(booked: PreparedCase) -> None:
    moving.move(booked.session, booked.conference.id, A_WEEK_LATER, TODAY)
    conference = booked.conference
    assert conference.starts_at == A_WEEK_LATER
    assert conference.menu is not None
    assert conference.menu.pick_up_at == A_WEEK_LATER - timedelta(hours=1)
    assert conference.briefings[0].draft_due == date(2027, 1, 18)
    assert conference.bookings[1].starts_at == A_WEEK_LATER


def test_a_deadline_somebody_has_changed_stays_and_is_said(booked: PreparedCase) -> None:
    own = date(2027, 1, 12)
    briefing = booked.conference.briefings[0]
    booked.set(Briefing, briefing.id, draft_due=own)
    shown = moving.move(booked.session, booked.conference.id, A_WEEK_LATER, TODAY)
    assert booked.conference.briefings[0].draft_due == own
    assert [one.after for one in shown.deadlines if one.before == own] == [None]


def test_a_conference_keeps_its_length(booked: PreparedCase) -> None:
    booked.set(Conference, booked.conference.id, ends_at=THE_DAY + timedelta(hours=4))
    moving.move(booked.session, booked.conference.id, A_WEEK_LATER, TODAY)
    assert booked.conference.ends_at == A_WEEK_LATER + timedelta(hours=4)


def test_the_day_is_not_changed_in_passing_once_others_count_on_it(booked: PreparedCase) -> None:
    with pytest.raises(Refused, match="Flyt dagen"):
        booked.set(Conference, booked.conference.id, starts_at=A_WEEK_LATER)


def test_a_day_nobody_knows_of_can_be_changed_where_it_stands(case: PreparedCase) -> None:
    case.on_the_day()
    case.on_the_day(A_WEEK_LATER)
    assert case.conference.starts_at == A_WEEK_LATER


def test_a_move_over_the_change_to_summer_time_keeps_the_hour_on_the_wall(booked: PreparedCase) -> None:
    in_summer = datetime(2027, 4, 1, 17, tzinfo=COPENHAGEN)
    moving.move(booked.session, booked.conference.id, in_summer, TODAY)
    assert booked.conference.menu is not None
    assert booked.conference.menu.pick_up_at == in_summer.replace(hour=16)


def test_a_conference_that_is_over_is_not_moved(booked: PreparedCase) -> None:
    booked.set(Conference, booked.conference.id, state=ConferenceState.HELD)
    conference_id = booked.facts.conferences[0].id
    with pytest.raises(Refused, match="ny i rækken"):
        moving.move(booked.session, conference_id, A_WEEK_LATER, TODAY)


def test_the_day_that_was_left_stays_in_the_series_as_moved_with_the_reason(booked: PreparedCase) -> None:
    moving.move(booked.session, booked.conference.id, A_WEEK_LATER, TODAY, "Karen er syg")
    facts = booked.facts
    shown = Context(booked.session, booked.case_id, facts.conferences[0], facts, method(), TODAY, COPENHAGEN)
    first, second = series(shown).rows
    assert first.cells[1:] == (show_date(THE_DAY.date(), TODAY), "flyttet: Karen er syg")
    assert second.cells[1:] == (show_date(A_WEEK_LATER.date(), TODAY), "planlagt")


def test_a_conference_that_has_begun_is_not_moved(booked: PreparedCase) -> None:
    values: dict[str, Value] = {"conference_id": booked.conference.id, "number": 1, "started_at": THE_DAY}
    add(booked.session, Step, booked.case_id, TODAY, **values)
    with pytest.raises(Refused, match="er begyndt"):
        moving.move(booked.session, booked.conference.id, A_WEEK_LATER, TODAY)
