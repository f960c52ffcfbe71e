"""What the last conference of the series had, offered to the next: people, map, roles, venue and the rest, food.

Nothing follows by itself. Each is taken again on its own, and nobody has said yes yet: it is asked for anew. What is
not taken stays offered. Source: R99, R186, P18.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import select

from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.maps import DrawnMap
from samordner_tui.archive.records.practical import Menu, Supplier
from samordner_tui.casework.cells import beginning, headed, joined, marked, name_of
from samordner_tui.casework.network_map import network_map
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import BookingKind, BookingState, ConferenceState, InvitationChoice, Standing

OFFERED: Final = "offered_again"
OFFER: Final = "again:"


class Kind(StrEnum):
    """What is offered."""

    PERSON = "person"
    MAP = "map"
    ROLE = "role"
    BOOKING = "booking"
    MEAL = "meal"


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing of the last conference. `id` is that of its row there; of a person, of the person."""

    kind: Kind
    id: str
    what: str
    who: str
    taken: bool

    @property
    def key(self) -> str:
        """How its line is named."""
        return f"{OFFER}{self.kind}:{self.id}"


def conference_before(facts: f.CaseFacts, conference: f.Conference) -> f.Conference | None:
    """The last one before this in the series that came to something, or that anything had been prepared for."""
    earlier = [one for one in facts.conferences if one.number < conference.number and _had_anything(one)]
    return max(earlier, key=lambda one: one.number, default=None)


def offered_again(context: Context, conference: f.Conference) -> tuple[Offered, ...]:
    """Everything of the conference before, in the order it is thought of; empty for the first."""
    before = conference_before(context.facts, conference)
    if before is None:
        return ()
    return (
        *_people(context, before, conference),
        *_map(context, before, conference),
        *_roles(context, before, conference),
        *_bookings(context, before, conference),
        *_meal(context, before, conference),
    )


def section(context: Context, conference: f.Conference) -> tuple[Section, ...]:
    """The list of what is offered."""
    offers = offered_again(context, conference)
    if not offers:
        return ()
    rows = tuple(Row(one.key, "", (one.what, one.who, _state(one)), dim=one.taken) for one in offers)
    columns = (Column(_("Fra sidst"), 14), Column(_("Hvem eller hvad"), 18, grow=True), Column("", 14))
    note = _("t tager det med igen, du står på, a tager alt med. Spørg igen: ingen har sagt ja endnu.")
    return (Section(OFFERED, _("Det, I havde sidst"), columns, rows, note=note),)


def _had_anything(conference: f.Conference) -> bool:
    """Whether it came to something, or anything had been prepared for it."""
    if conference.state in {ConferenceState.HELD, ConferenceState.PLAN_WITHOUT_MEETING}:
        return True
    prepared = (conference.invitations, conference.presences, conference.role_holders, conference.bookings)
    return any(prepared) or conference.menu is not None


def _kept_out(facts: f.CaseFacts) -> frozenset[str]:
    """Those who are not invited."""
    return frozenset(one.id for one in facts.people if one.invited is InvitationChoice.NOT_INVITED)


def _state(one: Offered) -> str:
    return marked(Standing.MET, _("med igen")) if one.taken else marked(Standing.OPEN, _("tilbydes"))


def _people(context: Context, before: f.Conference, conference: f.Conference) -> Iterator[Offered]:
    """Those who were invited or took part last time, and still are to be."""
    last = {one.person_id for one in before.invitations} | {one.person_id for one in before.presences}
    now = {one.person_id for one in conference.invitations}
    for person in context.facts.people:
        if person.id in last and person.invited is not InvitationChoice.NOT_INVITED:
            who = joined(person.name, person.relation)
            yield Offered(Kind.PERSON, person.id, _("Inviteret"), who, person.id in now)


def _map(context: Context, before: f.Conference, conference: f.Conference) -> Iterator[Offered]:
    """The map as it was, kept since this conference was made, to be held against the one that is drawn on."""
    if not network_map(context.facts).placed:
        return
    made_on = context.session.get_one(Conference, conference.id).noted_on or date.min
    kept = context.session.scalar(
        select(DrawnMap.id).where(DrawnMap.case_id == context.case_id, DrawnMap.frozen_on >= made_on)
    )
    yield Offered(Kind.MAP, before.id, _("Kortet"), _("gem det, som det var, og tegn videre"), kept is not None)


def _roles(context: Context, before: f.Conference, conference: f.Conference) -> Iterator[Offered]:
    now = {(one.role, one.child_id, one.person_id) for one in conference.role_holders}
    kept_out = _kept_out(context.facts)
    for one in before.role_holders:
        if one.accepted is not False and one.person_id not in kept_out:
            taken = (one.role, one.child_id, one.person_id) in now
            role = headed(context.method.label(one.role))
            yield Offered(Kind.ROLE, one.id, role, name_of(context.facts, one.person_id), taken)


def _bookings(context: Context, before: f.Conference, conference: f.Conference) -> Iterator[Offered]:
    """What was booked; of the venues that were asked, the one that said yes, and none where another is booked now."""
    now = {_booked(one): one for one in conference.bookings if one.state is not BookingState.CANCELLED}
    last = [one for one in before.bookings if _can_be_booked(context.facts, one)]
    confirmed = {_booked(one) for one in last if one.state is BookingState.CONFIRMED}
    for one in last:
        there = now.get(_booked(one))
        passed_over = _booked(one) in confirmed and one.state is not BookingState.CONFIRMED
        if passed_over or (there is not None and there.venue != one.venue):
            continue
        kind = headed(context.method.label(one.kind))
        who = one.venue.name if one.venue is not None else name_of(context.facts, one.person_id)
        yield Offered(Kind.BOOKING, one.id, kind, who, there is not None)


def _can_be_booked(facts: f.CaseFacts, one: f.Booking) -> bool:
    """Whether it was not cancelled, says which venue, and is not for somebody who is not invited."""
    is_whole = one.kind is not BookingKind.VENUE or one.venue is not None
    return one.state is not BookingState.CANCELLED and is_whole and one.person_id not in _kept_out(facts)


def _booked(one: f.Booking) -> tuple[BookingKind, str | None]:
    """What makes two bookings the same: one venue a conference, and of the rest one for each person."""
    return (one.kind, None if one.kind is BookingKind.VENUE else one.person_id)


def _meal(context: Context, before: f.Conference, conference: f.Conference) -> Iterator[Offered]:
    menu = context.session.scalar(select(Menu).where(Menu.conference_id == before.id))
    if menu is None or not (menu.dishes or menu.supplier_id):
        return
    supplier = context.session.get(Supplier, menu.supplier_id) if menu.supplier_id else None
    what = joined(beginning(menu.dishes or "", 40), supplier.name if supplier is not None else None)
    yield Offered(Kind.MEAL, menu.id, _("Maden"), what, conference.menu is not None)
