"""Date and venue: neutral, confirmed, with a room near by, and a second one where a child is small."""

from __future__ import annotations

from datetime import time

from samordner_tui.language import _
from samordner_tui.method.facts import Booking, CaseFacts, Conference, Venue
from samordner_tui.method.predicates.shape import (
    HOLDS,
    NOTHING,
    Finding,
    Predicate,
    by_name,
    holds_if,
    lacks,
    of_conference,
)
from samordner_tui.method.readings import civil_date, is_small_child_coming, local
from samordner_tui.method.terms import BookingKind, BookingState, InvitationChoice, VenueKind

NOT_NEUTRAL = frozenset(
    {
        VenueKind.TOWN_HALL,
        VenueKind.SCHOOL,
        VenueKind.MUNICIPAL_OFFICE,
        VenueKind.FAMILY_HOME,
        VenueKind.NETWORK_HOME,
    }
)
"""Kinds of places where a conference may not be held. Source: R41, R43."""

LATE_AFTERNOON = time(16)
"""From when most people can come. Source: R87."""

_CLOSENESS = (BookingState.NEEDED, BookingState.ASKED, BookingState.CONFIRMED)


def venue_booking(conference: Conference) -> Booking | None:
    """The booking of the venue that has come furthest; a cancelled one counts for nothing."""
    active = [
        booking
        for booking in conference.bookings
        if booking.kind is BookingKind.VENUE and booking.state is not BookingState.CANCELLED
    ]
    return max(active, key=lambda booking: _CLOSENESS.index(booking.state), default=None)


def fits_date(facts: CaseFacts, conference: Conference, booking: Booking) -> bool:
    """Whether a booking is for the day of the conference; one with no time of its own follows it."""
    if booking.starts_at is None or conference.starts_at is None:
        return True
    return civil_date(booking.starts_at, facts) == civil_date(conference.starts_at, facts)


def _venue(conference: Conference) -> Venue | None:
    booking = venue_booking(conference)
    return booking.venue if booking else None


@of_conference
def conference_dated(_facts: CaseFacts, conference: Conference) -> Finding:
    """Day and hour are set. Source: R87."""
    return holds_if(conference.starts_at is not None, _("datoen er ikke sat"))


@of_conference
def conference_in_evening(facts: CaseFacts, conference: Conference) -> Finding:
    """The conference begins in the late afternoon or the evening. Source: R87."""
    if conference.starts_at is None:
        return lacks(_("datoen er ikke sat"))
    late = local(conference.starts_at, facts).time() >= LATE_AFTERNOON
    return holds_if(late, _("sen eftermiddag eller aften passer de fleste"))


@of_conference
def venue_chosen(_facts: CaseFacts, conference: Conference) -> Finding:
    """A venue is chosen. Source: R30."""
    return holds_if(_venue(conference) is not None, _("lokalet er ikke valgt"))


@of_conference
def venue_neutral(_facts: CaseFacts, conference: Conference) -> Finding:
    """The venue is neutral: of no blocked kind, no bad memories, no place of other meetings. Source: R40 to R43."""
    booking = venue_booking(conference)
    if booking is None or booking.venue is None:
        return lacks(_("lokalet er ikke valgt"))
    sentence = _against(booking, booking.venue)
    return lacks(sentence, booking.id, booking.departure_reason) if sentence else HOLDS


def _against(booking: Booking, venue: Venue) -> str:
    if venue.kind is None:
        return _("hvad er {venue} for et sted?").format(venue=venue.name)
    if venue.kind in NOT_NEUTRAL:
        return _("{venue} er ikke neutralt").format(venue=venue.name)
    if booking.bad_memories:
        return _("nogen har dårlige minder fra {venue}").format(venue=venue.name)
    if booking.family_meets_here:
        return _("familien kommer til andre møder på {venue}").format(venue=venue.name)
    return ""


@of_conference
def memories_asked(_facts: CaseFacts, conference: Conference) -> Finding:
    """The family is asked whether anybody has bad memories of the place. Source: R42."""
    booking = venue_booking(conference)
    asked = booking is not None and (booking.memories_asked_on is not None or booking.bad_memories is not None)
    return holds_if(asked, _("familien er ikke spurgt om minder fra stedet"))


@of_conference
def venue_confirmed(facts: CaseFacts, conference: Conference) -> Finding:
    """The venue is confirmed for the day of the conference. Source: R30, R40."""
    booking = venue_booking(conference)
    if booking is None:
        return lacks(_("lokalet er ikke bestilt"))
    if booking.state is not BookingState.CONFIRMED:
        return lacks(_("lokalet er ikke bekræftet"), booking.id)
    if fits_date(facts, conference, booking):
        return HOLDS
    return lacks(_("lokalet er bestilt til en anden dag"), booking.id)


@of_conference
def near_room(_facts: CaseFacts, conference: Conference) -> Finding:
    """There is a room near by for the samordner and the initiativtager. Source: R47, R48, R86, F11."""
    venue = _venue(conference)
    there = venue is not None and venue.near_room is True
    return holds_if(there, _("et rum tæt på til dig og initiativtageren mangler"))


@of_conference
def second_room(facts: CaseFacts, conference: Conference) -> Finding:
    """Where a child is small there is a second room to withdraw to. Source: R45, F11."""
    if not is_small_child_coming(facts, conference):
        return NOTHING
    venue = _venue(conference)
    return holds_if(venue is not None and venue.second_room is True, _("et ekstra rum til et lille barn mangler"))


@of_conference
def evening_access(facts: CaseFacts, conference: Conference) -> Finding:
    """There is access to the venue in the evening, unless the conference is earlier. Source: R51."""
    if conference.ends_at is not None and local(conference.ends_at, facts).time() <= LATE_AFTERNOON:
        return NOTHING
    venue = _venue(conference)
    return holds_if(venue is not None and venue.evening_access is True, _("er der adgang om aftenen?"))


@of_conference
def venue_paid_by_known(_facts: CaseFacts, conference: Conference) -> Finding:
    """It is known who pays for the venue. Source: R50."""
    booking = venue_booking(conference)
    return holds_if(booking is not None and booking.paid_by is not None, _("hvem betaler lokalet?"))


@of_conference
def step_free_where_needed(facts: CaseFacts, conference: Conference) -> Finding:
    """Where somebody has special needs, it is known whether the venue has steps. Source: R53."""
    needing = [one for one in facts.people if one.invited is InvitationChoice.INVITE and one.access_needs]
    venue = _venue(conference)
    if venue is not None and venue.step_free is not None:
        return HOLDS
    if not needing:
        return NOTHING
    return lacks(_("kan {name} komme ind i lokalet?").format(name=needing[0].name), needing[0].id)


PREDICATES: dict[str, Predicate] = {
    **by_name(conference_dated, conference_in_evening, venue_chosen, venue_neutral, memories_asked, venue_confirmed),
    **by_name(near_room, second_room, evening_access, venue_paid_by_known, step_free_where_needed),
}
