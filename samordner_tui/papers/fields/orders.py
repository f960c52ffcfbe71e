"""What is ordered: room and food in counts and never in names; a lift and an interpreter for one who needs it.

Source: R30, R40 to R57, domain.md 5.2 and 5.3.
"""

from __future__ import annotations

from datetime import datetime

from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import Booking
from samordner_tui.casework.covers import covers, diets
from samordner_tui.casework.views import Context
from samordner_tui.method.readings import is_small_child_coming
from samordner_tui.method.terms import InvitationChoice
from samordner_tui.method.wording import show_clock, show_number
from samordner_tui.papers.fields.shared import (
    BLANK,
    Fields,
    long_day,
    own_row,
    signed,
    supplier_of,
    venue_of,
    when,
    where,
)
from samordner_tui.papers.recipients import Recipient


def food(context: Context, _to: Recipient) -> Fields:
    """The food order, in counts. Who fetches it is not said: that is a name."""
    conference = context.conference
    menu = None if conference is None else conference.menu
    if conference is None or menu is None:
        return {}
    counted = diets(context.facts, conference)
    supplier = supplier_of(context, menu.supplier_id)
    return {
        "supplier": "" if supplier is None else supplier.name,
        "covers": covers(context.facts, conference).total,
        "diets": [{"name": context.method.label(diet), "count": count} for diet, count in counted],
        "dishes": menu.dishes or "",
        "pick_up": _on_the_clock(context, menu.pick_up_at),
        "price": "" if menu.price_per_cover is None else show_number(menu.price_per_cover),
        "reference": context.facts.number,
        **when(context),
        **signed(context),
    }


def room(context: Context, to: Recipient) -> Fields:
    """The order of the room, to whoever lends it."""
    row = own_row(context, Booking, to.id)
    venue = None if row is None or row.venue_id is None else venue_of(context, row.venue_id)
    conference = context.conference
    return {
        "place": "" if venue is None else venue.name,
        "address": "" if venue is None else venue.address or "",
        "seats": "" if conference is None else covers(context.facts, conference).expected,
        "second_room": is_small_child_coming(context.facts, conference),
        "step_free": any(
            one.access_needs and one.invited is not InvitationChoice.NOT_INVITED for one in context.facts.people
        ),
        **_booked(context, row),
        **signed(context),
    }


def lift(context: Context, to: Recipient) -> Fields:
    """The order of a lift, to whoever drives. A secret address is asked for by telephone."""
    row = own_row(context, Booking, to.id)
    person = None if row is None or row.person_id is None else own_row(context, Person, row.person_id)
    return {
        "name": "" if person is None else person.name,
        "home": "" if person is None or person.address_secret else person.address or "",
        "blank": BLANK,
        "needs": "" if person is None else person.access_needs or "",
        "paid_by": "" if row is None or row.paid_by is None else context.method.label(row.paid_by),
        **_booked(context, row),
        **where(context),
        **signed(context),
    }


def interpreter(context: Context, to: Recipient) -> Fields:
    """The sheet of an interpreter."""
    row = own_row(context, Booking, to.id)
    person = None if row is None or row.person_id is None else own_row(context, Person, row.person_id)
    return {
        "language": "" if person is None else person.language or "",
        **_booked(context, row),
        **where(context),
        **signed(context),
    }


def _booked(context: Context, row: Booking | None) -> dict[str, object]:
    """The day and the hours of a booking. One with no time of its own is for the day of the conference."""
    starts, ends = (None, None) if row is None else (row.starts_at, row.ends_at)
    held = context.conference.starts_at if context.conference is not None else None
    return {
        "day": long_day(context, starts or held),
        "from": _on_the_clock(context, starts),
        "until": _on_the_clock(context, ends),
        "reference": "" if row is None else row.reference or "",
    }


def _on_the_clock(context: Context, moment: datetime | None) -> str:
    """`15.00`: an order stands in columns. An hour that is not known is filled in by hand."""
    return BLANK if moment is None else show_clock(moment.astimezone(context.zone))
