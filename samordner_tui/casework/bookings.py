"""What is booked for a conference, and how far each booking has come: needed, asked, confirmed, cancelled.

A booking that is asked for and one that is confirmed are not the same: only the last can be relied on.
Source: R30, R42, R50, P14.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.practical import Booking
from samordner_tui.casework.cells import joined, marked, name_of, short_day
from samordner_tui.casework.change import Change, change_field, rules_of
from samordner_tui.casework.forms import FORMS, Form, Group, is_set
from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.venue import fits_date
from samordner_tui.method.terms import BookingKind, BookingState, Standing

FORMS.add(
    Form(
        Booking,
        (
            Group("Bestillingen", ("kind",)),
            Group("Hvor", ("venue_id",), shown_when=is_set(kind=BookingKind.VENUE)),
            Group("Hvem det er til", ("person_id",), shown_when=lambda row: row.get("kind") is not BookingKind.VENUE),
            Group("Aftalen", ("state", "asked_on", "confirmed_on", "cancelled_on")),
            Group("Tiden", ("starts_at", "ends_at", "cancel_by")),
            Group(
                "Er stedet neutralt for familien?",
                ("memories_asked_on", "bad_memories", "family_meets_here", "departure_reason"),
                shown_when=is_set(kind=BookingKind.VENUE),
            ),
            Group("Aftalen", ("contact", "phone", "reference", "price", "paid_by")),
        ),
    )
)

DATED_BY = {
    BookingState.ASKED: "asked_on",
    BookingState.CONFIRMED: "confirmed_on",
    BookingState.CANCELLED: "cancelled_on",
}
"""The date that tells since when a booking has come so far."""


def date_the_state(change: Change) -> None:
    """A booking that has come further is dated today, where no date stands there already."""
    row = change.row
    if change.field.name != "state" or not isinstance(row, Booking) or not isinstance(change.after, BookingState):
        return
    column = DATED_BY.get(change.after)
    if column is not None and getattr(row, column) is None:
        setattr(row, column, change.today)


rules_of(Booking).after_change.append(date_the_state)


def set_state(session: Session, booking_id: str, state: BookingState, today: date) -> None:
    """Ask for, confirm or cancel a booking; it is dated today."""
    change_field(session, Booking, booking_id, "state", state, today)


def state_words(context: Context, booking: f.Booking) -> str:
    """`● bekræftet 3. jan.`; one confirmed for another day than the conference says so."""
    word = context.method.label(booking.state)
    column = DATED_BY.get(booking.state)
    day = short_day(getattr(booking, column), context.today) if column is not None else None
    conference = context.conference
    if booking.state is BookingState.CONFIRMED and conference and not fits_date(context.facts, conference, booking):
        return marked(Standing.BROKEN, _("bekræftet til en anden dag"))
    standing = {
        BookingState.NEEDED: Standing.OPEN,
        BookingState.ASKED: Standing.PARTLY,
        BookingState.CONFIRMED: Standing.MET,
        BookingState.CANCELLED: Standing.BROKEN,
    }[booking.state]
    return marked(standing, joined(word, day))


def what(context: Context, booking: f.Booking) -> str:
    """What a booking is: `Medborgerhuset`; `tolk · Amina`."""
    if booking.kind is BookingKind.VENUE:
        return booking.venue.name if booking.venue is not None else _("vælg et lokale")
    return joined(context.method.label(booking.kind), name_of(context.facts, booking.person_id))
