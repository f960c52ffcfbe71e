"""Taking to the next conference what the last one had: asked for anew, for nobody has said yes yet.

Source: R99, R186, P18.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.practical import Booking, Invitation, Menu, RoleHolder
from samordner_tui.casework import map_views
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.offered_again import Kind, Offered, offered_again
from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import BookingKind
from samordner_tui.refusals import Refused


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
    conference, count = context.conference, 0
    offers = offered_again(context, conference) if conference is not None else ()
    for one in offers:
        # What was just taken may be in the place of the next: there is one venue.
        now = _read_anew(session, context)
        if now.conference is not None and one in offered_again(now, now.conference) and not one.taken:
            _take(session, now, now.conference, one)
            count += 1
    return count


def _read_anew(session: Session, context: Context) -> Context:
    facts = facts_of(session, context.case_id)
    shown = context.conference.id if context.conference is not None else None
    return replace(context, facts=facts, conference=next((one for one in facts.conferences if one.id == shown), None))


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
    """Who had it; nobody has chosen them for this time yet, the child neither."""
    last = session.get_one(RoleHolder, holder_id)
    kept = {name: getattr(last, name) for name in ("role", "person_id", "understudy", "child_id")}
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
