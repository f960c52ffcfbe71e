"""F10 to F13: a neutral place with rooms beside it, a meal together, and roles that the network holds."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.fidelity.seen import Judgement, Seen, by_findings
from samordner_tui.method.predicates.private_time import ate_together, meal_shared
from samordner_tui.method.predicates.roles import chair_ready, note_taker_ready, roles_from_network, supporter_ready
from samordner_tui.method.predicates.venue import near_room, second_room, venue_booking, venue_neutral
from samordner_tui.method.terms import MarkState


def venue_is_neutral(seen: Seen) -> Judgement:
    """F10: the place is neutral. One that is not departs from the day it is chosen. Source: R40 to R43."""
    booking, neutral = venue_booking(seen.conference), seen.finds(venue_neutral)
    if booking is None or booking.venue is None or booking.venue.kind is None:
        return seen.unknown(neutral.detail)
    if neutral.holds:
        return Judgement(MarkState.MET, _("{venue} er et neutralt sted").format(venue=booking.venue.name))
    return Judgement(MarkState.NOT, neutral.detail)


def rooms_beside(seen: Seen) -> Judgement:
    """F11: a room near by, and a second one where a child is small. Source: R45, R47, R48."""
    booking = venue_booking(seen.conference)
    if booking is None or booking.venue is None:
        return seen.unknown(_("lokalet er ikke valgt"))
    near, second = seen.finds(near_room), seen.finds(second_room)
    asked = [booking.venue.near_room, booking.venue.second_room] if second.applies else [booking.venue.near_room]
    if None in asked and False not in asked:
        return seen.unknown(_("rummene omkring lokalet er ikke alle noteret"))
    met = _("der er et rum tæt på og et ekstra rum til et lille barn") if second.applies else _("der er et rum tæt på")
    return by_findings([near, second], met, can_come=seen.is_before)


def meal_is_shared(seen: Seen) -> Judgement:
    """F12: everybody ate together. Source: R54."""
    if seen.is_without_meeting:
        return Judgement(MarkState.NOT_RELEVANT, _("der var ikke noget møde"))
    shared = seen.finds(meal_shared)
    if ate_together(seen.conference) is None:
        return seen.unknown(_("det ses på dagen") if seen.is_before else shared.detail)
    return Judgement(MarkState.MET, _("I spiste sammen")) if shared.holds else Judgement(MarkState.NOT, shared.detail)


def roles_of_network(seen: Seen) -> Judgement:
    """F13: chair, note taker and supporter are of the network, willing and briefed. Source: R31, R64."""
    return by_findings(
        [seen.finds(rule) for rule in (chair_ready, note_taker_ready, supporter_ready, roles_from_network)],
        _("ordstyrer, referent og støtteperson er fra netværket"),
        can_come=seen.is_before,
    )
