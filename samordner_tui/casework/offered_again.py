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
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.maps import DrawnMap
from samordner_tui.archive.records.practical import Booking, Invitation, Menu, RoleHolder, Supplier
from samordner_tui.casework import map_views
from samordner_tui.casework.cells import beginning, headed, joined, marked, name_of
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.network_map import network_map
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import BookingKind, BookingState, InvitationChoice, Standing
from samordner_tui.refusals import Refused

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
    """The conference of the series before this one."""
    earlier = [one for one in facts.conferences if one.number < conference.number]
    return max(earlier, key=lambda one: one.number, default=None)


def offered_again(context: Context, conference: f.Conference) -> tuple[Offered, ...]:
    """Everything of the conference before, in the order it is thought of; empty for the first."""
    before = conference_before(context.facts, conference)
    if before is None:
        return ()
    return (
        *_people(context, before, conference),
        *_map(context, before),
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
    note = _("t tager linjen med igen, a tager alt med. Spørg igen: ingen har sagt ja endnu.")
    return (Section(OFFERED, _("Det, I havde sidst"), columns, rows, note=note),)


def take_again(session: Session, context: Context, key: str) -> None:
    """Take one thing to the conference that is shown, as not asked for yet.

    Raises:
        Refused: it is no longer offered, or it is taken already.
    """
    conference = context.conference
    found = next((one for one in offered_again(context, conference) if one.key == key), None) if conference else None
    if conference is None or found is None:
        raise Refused(_("Det kan ikke tages med igen."))
    if found.taken:
        raise Refused(_("Det er allerede med."))
    _take(session, context, conference, found)


def take_all_again(session: Session, context: Context) -> int:
    """Take everything that is offered and not taken yet. Gives how much it was."""
    conference = context.conference
    offers = offered_again(context, conference) if conference is not None else ()
    waiting = [one for one in offers if not one.taken]
    for one in waiting:
        if conference is not None:
            _take(session, context, conference, one)
    return len(waiting)


def _take(session: Session, context: Context, conference: f.Conference, offered: Offered) -> None:
    today, case_id, to = context.today, context.case_id, conference.id
    match offered.kind:
        case Kind.PERSON:
            add(session, Invitation, case_id, today, conference_id=to, person_id=offered.id)
        case Kind.MAP:
            map_views.freeze(session, case_id, "", "", today)
        case Kind.ROLE:
            _take_role(session, offered.id, to, today)
        case Kind.BOOKING:
            _take_booking(session, offered.id, to, today)
        case Kind.MEAL:
            _take_meal(session, offered.id, to, today)


def _take_role(session: Session, holder_id: str, to: str, today: date) -> None:
    last = session.get_one(RoleHolder, holder_id)
    kept = {name: getattr(last, name) for name in ("role", "person_id", "understudy", "child_id", "chosen_by")}
    add(session, RoleHolder, last.case_id, today, conference_id=to, **kept)


def _take_booking(session: Session, booking_id: str, to: str, today: date) -> None:
    last = session.get_one(Booking, booking_id)
    kept = {name: getattr(last, name) for name in ("kind", "venue_id", "person_id", "contact", "phone", "paid_by")}
    add(session, Booking, last.case_id, today, conference_id=to, **kept)
    seats = session.get_one(Conference, last.conference_id).near_seats
    if last.kind is BookingKind.VENUE and seats and session.get_one(Conference, to).near_seats is None:
        change_field(session, Conference, to, "near_seats", seats, today)


def _take_meal(session: Session, menu_id: str, to: str, today: date) -> None:
    """The dishes and where they came from; the child has not chosen them for this time yet."""
    last = session.get_one(Menu, menu_id)
    kept = {name: getattr(last, name) for name in ("dishes", "supplier_id", "price_per_cover", "extra_covers")}
    add(session, Menu, last.case_id, today, conference_id=to, **kept)


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


def _map(context: Context, before: f.Conference) -> Iterator[Offered]:
    """The map as it was, kept to be held against the one that is drawn on."""
    if before.starts_at is None or not network_map(context.facts).placed:
        return
    since = before.starts_at.astimezone(context.zone).date()
    kept = context.session.scalar(
        select(DrawnMap.id).where(DrawnMap.case_id == context.case_id, DrawnMap.frozen_on > since)
    )
    yield Offered(Kind.MAP, before.id, _("Kortet"), _("gem det, som det var, og tegn videre"), kept is not None)


def _roles(context: Context, before: f.Conference, conference: f.Conference) -> Iterator[Offered]:
    now = {(one.role, one.child_id, one.person_id) for one in conference.role_holders}
    kept_out = {one.id for one in context.facts.people if one.invited is InvitationChoice.NOT_INVITED}
    for one in before.role_holders:
        if one.accepted is not False and one.person_id not in kept_out:
            taken = (one.role, one.child_id, one.person_id) in now
            role = headed(context.method.label(one.role))
            yield Offered(Kind.ROLE, one.id, role, name_of(context.facts, one.person_id), taken)


def _bookings(context: Context, before: f.Conference, conference: f.Conference) -> Iterator[Offered]:
    now = {_booked(one) for one in conference.bookings if one.state is not BookingState.CANCELLED}
    for one in before.bookings:
        if one.state is BookingState.CANCELLED or (one.kind is BookingKind.VENUE and one.venue is None):
            continue
        kind = headed(context.method.label(one.kind))
        who = one.venue.name if one.venue is not None else name_of(context.facts, one.person_id)
        yield Offered(Kind.BOOKING, one.id, kind, who, _booked(one) in now)


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
