"""Invitations: worded with the child, sent to each, answered; and what the answers make it necessary to book."""

from __future__ import annotations

from collections.abc import Callable

from samordner_tui.language import _
from samordner_tui.method.facts import Booking, CaseFacts, Conference, Invitation, Person
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
from samordner_tui.method.predicates.venue import fits_date
from samordner_tui.method.readings import invitation_of, invitees, names, person
from samordner_tui.method.terms import Answer, Attendance, BookingKind, BookingState, InvitationChoice


@of_conference
def invitations_worded(_facts: CaseFacts, conference: Conference) -> Finding:
    """The text of the invitations is written. Source: R32."""
    return holds_if(bool(conference.wordings), _("invitationens tekst er ikke skrevet"))


@of_conference
def invitations_made_with_child(_facts: CaseFacts, conference: Conference) -> Finding:
    """It is noted whether the child made the invitations with you. Source: R32."""
    asked = any(wording.made_with_child is not None for wording in conference.wordings)
    return holds_if(asked, _("vil barnet være med til at lave den?"))


def _awaited(facts: CaseFacts, conference: Conference) -> list[Person]:
    """Whoever is to have an invitation: every private invitee, and everybody else who has one. No child of the case."""
    children = {child.person_id for child in facts.children}
    found = {one.id: one for one in invitees(facts)}
    for invitation in conference.invitations:
        somebody = person(facts, invitation.person_id)
        if somebody is not None and somebody.invited is not InvitationChoice.NOT_INVITED:
            found[somebody.id] = somebody
    return [one for one in found.values() if one.id not in children]


def _all(facts: CaseFacts, conference: Conference, test: Callable[[Invitation], bool], otherwise: str) -> Finding:
    people = _awaited(facts, conference)
    if not people:
        return lacks(_("ingen inviteres endnu"))
    left = []
    for one in people:
        invitation = invitation_of(conference, one.id)
        if invitation is None or not test(invitation):
            left.append(one)
    return lacks(otherwise.format(names=names([one.name for one in left])), left[0].id) if left else HOLDS


@of_conference
def invitations_sent(facts: CaseFacts, conference: Conference) -> Finding:
    """Everybody has an invitation. Source: R32."""
    return _all(facts, conference, lambda one: one.sent_on is not None, _("{names} har ikke fået invitationen"))


@of_conference
def invitations_answered(facts: CaseFacts, conference: Conference) -> Finding:
    """Everybody has answered yes or no; maybe is no answer yet. Source: R32, cornerstones.md."""
    silent = _all(facts, conference, lambda one: one.answer is not None, _("{names} har ikke svaret endnu"))
    if not silent.holds:
        return silent
    return _all(facts, conference, lambda one: one.answer is not Answer.MAYBE, _("{names} har svaret måske"))


def _coming(facts: CaseFacts, conference: Conference) -> list[Person]:
    """The children of the case, and everybody who is to be invited and has not said no."""
    children = {child.person_id for child in facts.children}
    coming = []
    for one in facts.people:
        invitation = invitation_of(conference, one.id)
        declined = invitation is not None and invitation.answer is Answer.NO
        if (one.id in children or one.invited is InvitationChoice.INVITE) and not declined:
            coming.append(one)
    return coming


def _booked(
    facts: CaseFacts, conference: Conference, kind: BookingKind, needing: list[Person], otherwise: str
) -> Finding:
    """Whether everybody who needs a thing has it confirmed for the day, and nothing of the kind is still waiting."""
    active = [one for one in conference.bookings if one.kind is kind and one.state is not BookingState.CANCELLED]
    confirmed = [one for one in active if _is_confirmed(facts, conference, one)]
    for one in needing:
        if not any(booking.person_id in {None, one.id} for booking in confirmed):
            return lacks(otherwise.format(name=one.name), one.id)
    if not needing and not active:
        return NOTHING
    waiting = next((one for one in active if one not in confirmed), None)
    return lacks(_("en bestilling er ikke bekræftet"), waiting.id) if waiting else HOLDS


def _is_confirmed(facts: CaseFacts, conference: Conference, booking: Booking) -> bool:
    return booking.state is BookingState.CONFIRMED and fits_date(facts, conference, booking)


@of_conference
def interpreter_booked(facts: CaseFacts, conference: Conference) -> Finding:
    """Everybody who needs an interpreter has one. Source: P13, P14."""
    needing = [one for one in _coming(facts, conference) if one.needs_interpreter]
    return _booked(facts, conference, BookingKind.INTERPRETER, needing, _("{name} mangler en tolk"))


@of_conference
def lifts_booked(facts: CaseFacts, conference: Conference) -> Finding:
    """Everybody who is to be fetched has a lift. Source: P14."""
    needing = [one for one in _coming(facts, conference) if one.needs_lift]
    return _booked(facts, conference, BookingKind.LIFT, needing, _("{name} mangler kørsel"))


@of_conference
def minder_booked(facts: CaseFacts, conference: Conference) -> Finding:
    """A minder who is to be booked is confirmed. Source: P14."""
    return _booked(facts, conference, BookingKind.MINDER, [], "")


@of_conference
def video_link_booked(facts: CaseFacts, conference: Conference) -> Finding:
    """Whoever takes part by video has a link. Source: P10, P32."""
    needing = []
    for one in _coming(facts, conference):
        invitation = invitation_of(conference, one.id)
        if Attendance.VIDEO in {one.attendance, invitation.attendance if invitation else None}:
            needing.append(one)
    return _booked(facts, conference, BookingKind.VIDEO_LINK, needing, _("{name} mangler et link til video"))


PREDICATES: dict[str, Predicate] = {
    **by_name(invitations_worded, invitations_made_with_child, invitations_sent, invitations_answered),
    **by_name(interpreter_booked, lifts_booked, minder_booked, video_link_booked),
}
