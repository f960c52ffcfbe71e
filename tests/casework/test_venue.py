"""The venue: neutral for this family, near and open in the evening, and confirmed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.practical import Booking, Venue
from samordner_tui.casework import bookings, venue
from samordner_tui.method.terms import BookingKind, BookingState, StageId, VenueKind
from tests.casework.prepared_case import COPENHAGEN, THE_DAY, TODAY, PreparedCase


def book(case: PreparedCase, **of_venue: object) -> str:
    """A library with everything, booked for the conference."""
    values = {
        "name": "Biblioteket",
        "kind": VenueKind.LIBRARY,
        "near_room": True,
        "second_room": True,
        "evening_access": True,
        **of_venue,
    }
    place = Venue(**values)
    case.session.add(place)
    case.session.flush()
    return venue.choose_venue(case.session, case.case_id, case.conference.id, place.id, TODAY)


def checked(case: PreparedCase) -> dict[str, str]:
    """The demands, each with its mark first, and the reason."""
    return {row.cells[0]: row.cells[1] for row in case.section(StageId.VENUE, "checks").rows}


def test_a_venue_is_taken_from_the_book_and_follows_the_day(case: PreparedCase) -> None:
    case.on_the_day()
    book(case)
    (booked,) = case.conference.bookings
    assert (booked.kind, booked.state) == (BookingKind.VENUE, BookingState.NEEDED)
    assert booked.starts_at == datetime(2027, 1, 21, 16, tzinfo=COPENHAGEN)


@pytest.mark.parametrize(
    ("state", "column"),
    [
        (BookingState.ASKED, "asked_on"),
        (BookingState.CONFIRMED, "confirmed_on"),
        (BookingState.CANCELLED, "cancelled_on"),
    ],
)
def test_how_far_a_booking_has_come_is_dated(case: PreparedCase, state: BookingState, column: str) -> None:
    booking_id = book(case)
    bookings.set_state(case.session, booking_id, state, TODAY)
    assert getattr(case.conference.bookings[0], column) == TODAY


def test_a_neutral_venue_with_everything_has_only_marks_of_what_is_met(case: PreparedCase) -> None:
    case.on_the_day()
    booking_id = book(case, step_free=True)
    case.set(Booking, booking_id, bad_memories=False, family_meets_here=False, state=BookingState.CONFIRMED)
    case.set(Booking, booking_id, paid_by="municipality")
    assert [title for title in checked(case) if not title.startswith("●")] == []


@pytest.mark.parametrize(
    "kind",
    [
        VenueKind.TOWN_HALL,
        VenueKind.SCHOOL,
        VenueKind.MUNICIPAL_OFFICE,
        VenueKind.FAMILY_HOME,
        VenueKind.NETWORK_HOME,
    ],
)
def test_a_blocked_kind_can_be_chosen_and_departs_until_there_is_a_reason(case: PreparedCase, kind: VenueKind) -> None:
    booking_id = book(case, kind=kind)
    assert checked(case)["✕ Et neutralt sted"] == "Biblioteket er ikke neutralt"
    assert "skriv, hvorfor familien hellere vil være her" in case.asks(StageId.VENUE)
    case.set(Booking, booking_id, departure_reason="Alma vil helst være på sin skole")
    assert checked(case)["✕ Et neutralt sted"] == "fraveget: Alma vil helst være på sin skole"
    assert "skriv, hvorfor" not in case.asks(StageId.VENUE)


def test_bad_memories_make_a_place_not_neutral_for_this_family(case: PreparedCase) -> None:
    booking_id = book(case)
    case.set(Booking, booking_id, bad_memories=True)
    assert "dårlige minder" in checked(case)["✕ Et neutralt sted"]
    assert case.conference.bookings[0].memories_asked_on == TODAY


def test_where_a_child_is_small_a_second_room_and_an_adult_are_asked_for(case: PreparedCase) -> None:
    book(case, second_room=False)
    assert not any("Ekstra rum" in title for title in checked(case))
    case.child("Noor", 4)
    assert "○ Ekstra rum til et lille barn" in checked(case)
    assert "○ En voksen, der kan undværes" in checked(case)


def test_another_venue_has_been_neither_asked_for_nor_spoken_of(case: PreparedCase) -> None:
    booking_id = book(case)
    case.set(Booking, booking_id, bad_memories=False, state=BookingState.CONFIRMED)
    book(case, name="Forsamlingshuset", kind=VenueKind.VILLAGE_HALL)
    (booked,) = case.conference.bookings
    assert booked.venue is not None
    assert (booked.venue.name, booked.state) == ("Forsamlingshuset", BookingState.NEEDED)
    assert (booked.bad_memories, booked.confirmed_on) == (None, None)


def test_after_a_cancelled_venue_a_new_one_is_chosen(case: PreparedCase) -> None:
    bookings.set_state(case.session, book(case), BookingState.CANCELLED, TODAY)
    rows = case.section(StageId.VENUE, "venue").rows
    assert [row.is_expected for row in rows] == [False, True]
    book(case, name="Forsamlingshuset")
    assert len(case.conference.bookings) == 2


def test_a_conference_in_the_morning_is_asked_about(case: PreparedCase) -> None:
    case.on_the_day(THE_DAY.replace(hour=9))
    assert "Kan alle komme på det tidspunkt?" in case.asks(StageId.VENUE)


def test_the_day_is_asked_for_while_it_is_not_set(case: PreparedCase) -> None:
    assert case.view(StageId.VENUE).summary == "dagen er ikke sat"
    case.on_the_day()
    assert case.view(StageId.VENUE).summary == "torsdag 21. januar kl. 17"
    assert case.session.get_one(Conference, case.conference.id).starts_at == THE_DAY.astimezone(UTC)


def test_a_venue_confirmed_for_another_day_says_so(case: PreparedCase) -> None:
    case.on_the_day()
    booking_id = book(case)
    case.set(Booking, booking_id, state=BookingState.CONFIRMED, starts_at=THE_DAY.replace(day=22))
    assert case.section(StageId.VENUE, "venue").rows[0].cells[1] == "✕ bekræftet til en anden dag"
