"""Lokale: when and where. A neutral place the family can be at ease in, from a book of venues that cases share.

Source: R40 to R53, R87, R122.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.practical import Booking, Venue
from samordner_tui.casework import change, derived, moving, venue_checks
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.bookings import state_words, what
from samordner_tui.casework.cells import joined, kroner, marked, short_day, yes_no
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.views import Column, Context, Row, Section, StageView
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.venue import NOT_NEUTRAL, venue_booking
from samordner_tui.method.terms import BookingKind, BookingState, StageId, Standing
from samordner_tui.method.wording import days_left, show_long_moment, show_time

WHEN = "when"
VENUE = "venue"
VENUES = "venues"

FORMS.add(
    Form(Conference, (Group("Dagen", ("starts_at", "ends_at", "meal_time")),)),
    Form(
        Venue,
        (
            Group("Stedet", ("name", "kind", "address", "seats")),
            Group("Rum og adgang", ("near_room", "second_room", "evening_access", "access_how", "step_free")),
            Group("I lokalet", ("kitchen", "facilities")),
            Group("Aftalen", ("contact", "phone", "price", "lent_by")),
        ),
    ),
)

change.rules_of(Booking).before_add.append(derived.fill_in)
change.rules_of(Conference).before_change.append(moving.show_before_moving)


def choose_venue(session: Session, case_id: str, conference_id: str, venue_id: str, today: date) -> str:
    """Take a venue from the book for a conference; a booking that is there already gets it. Gives back the booking."""
    booking = session.scalar(
        select(Booking).where(
            Booking.conference_id == conference_id,
            Booking.kind == BookingKind.VENUE,
            Booking.state != BookingState.CANCELLED,
        )
    )
    if booking is None:
        return change.add(
            session, Booking, case_id, today, conference_id=conference_id, kind=BookingKind.VENUE, venue_id=venue_id
        )
    if booking.venue_id != venue_id:
        change.change_field(session, Booking, booking.id, "venue_id", venue_id, today)
    return booking.id


def forget_what_was_said_of_another_place(changed: change.Change) -> None:
    """Another venue: it is not asked for yet, and nobody has said what they remember of it."""
    row = changed.row
    if changed.field.name != "venue_id" or not isinstance(row, Booking) or changed.before is None:
        return
    row.state = BookingState.NEEDED
    row.asked_on = row.confirmed_on = row.memories_asked_on = None
    row.bad_memories = row.family_meets_here = row.departure_reason = None


change.rules_of(Booking).after_change.append(forget_what_was_said_of_another_place)


def view(context: Context) -> StageView:
    """The stage as it is shown."""
    ask = Questions(context, StageId.VENUE)
    questions(ask)
    return StageView(
        StageId.VENUE,
        context.method.stage(StageId.VENUE).title.text,
        _summary(context),
        tuple(ask.gathered),
        (_when_section(context), _venue_section(context), venue_checks.section(context), _book_section(context)),
    )


def questions(ask: Questions) -> None:
    """What is open about day and place."""
    conference = ask.context.conference
    if conference is None:
        return
    booking = venue_booking(conference)
    row_id = booking.id if booking is not None else _expected_id(conference)
    dated = conference.starts_at is not None
    ask.unless(
        "conference_dated",
        _("Hvilken dag passer familien bedst? Sen eftermiddag eller aften plejer at være godt."),
        section=WHEN,
        record="conferences",
        row_id=conference.id,
        name="starts_at",
    )
    if dated:
        ask.unless(
            "conference_in_evening",
            _("Kan alle komme på det tidspunkt? {Detail}."),
            section=WHEN,
            record="conferences",
            row_id=conference.id,
            name="starts_at",
        )
    ask.unless(
        "venue_chosen", _("Hvor skal I mødes?"), section=VENUE, record="bookings", row_id=row_id, name="venue_id"
    )
    if booking is not None and booking.venue is not None:
        _ask_about_venue(ask, booking, booking.venue)


def _ask_about_venue(ask: Questions, booking: f.Booking, venue: f.Venue) -> None:
    of_booking = {
        "memories_asked": (_("Har nogen i familien dårlige minder fra {venue}?"), "bad_memories"),
        "venue_confirmed": (_("{Detail}. Hvornår svarer {venue}?"), "state"),
        "venue_paid_by_known": (_("Hvem betaler for {venue}?"), "paid_by"),
    }
    of_venue = {
        "near_room": (_("Er der et rum tæt på i {venue}, hvor du og initiativtageren kan vente?"), "near_room"),
        "second_room": (_("Er der et ekstra rum i {venue}, hvor et lille barn kan trække sig tilbage?"), "second_room"),
        "evening_access": (_("Kan I komme ind i {venue} om aftenen, og hvem har nøglen?"), "evening_access"),
        "step_free_where_needed": ("{Detail}", "step_free"),
    }
    if venue.kind is None:
        ask.unless("venue_neutral", "{Detail}", section=VENUES, record="venues", row_id=venue.id, name="kind")
    elif booking.departure_reason is None:
        text = _("{Detail}. Find et andet sted, eller skriv, hvorfor familien hellere vil være her.")
        ask.unless("venue_neutral", text, section=VENUE, record="bookings", row_id=booking.id, name="departure_reason")
    for predicate, (text, name) in of_booking.items():
        said = text.replace("{venue}", venue.name)
        ask.unless(predicate, said, section=VENUE, record="bookings", row_id=booking.id, name=name)
    for predicate, (text, name) in of_venue.items():
        said = text.replace("{venue}", venue.name)
        ask.unless(predicate, said, section=VENUES, record="venues", row_id=venue.id, name=name)
    small = _("Hvilken voksen kan undværes og være hos det lille barn? {Detail}.")
    ask.unless("minder_named", small, stage=StageId.ROLES, section="minder")


def _summary(context: Context) -> str:
    conference = context.conference
    if conference is None or conference.starts_at is None:
        return _("dagen er ikke sat")
    booking = venue_booking(conference)
    return joined(
        show_long_moment(conference.starts_at, context.zone, context.today),
        what(context, booking) if booking is not None else None,
    )


def _when_section(context: Context) -> Section:
    conference = context.conference
    rows: tuple[Row, ...] = ()
    if conference is not None:
        begins, ends = _("sæt dagen"), ""
        if conference.starts_at is not None:
            begins = joined(
                show_long_moment(conference.starts_at, context.zone, context.today),
                days_left(conference.starts_at.astimezone(context.zone).date(), context.today),
            )
        if conference.ends_at is not None:
            ends = _("kl. {time}").format(time=show_time(conference.ends_at.astimezone(context.zone)))
        meal = context.method.label(conference.meal_time) if conference.meal_time is not None else _("aftal det")
        rows = (
            Row(conference.id, "conferences", (_("Begynder"), begins), field="starts_at"),
            Row(conference.id, "conferences", (_("Slutter senest"), ends), field="ends_at"),
            Row(conference.id, "conferences", (_("I spiser"), meal), field="meal_time"),
        )
    return Section(WHEN, _("Dagen"), (Column("", 16), Column("", 30, grow=True)), rows)


def _expected_id(conference: f.Conference) -> str:
    return f"+venue/{conference.id}"


def _venue_section(context: Context) -> Section:
    columns = (
        Column(_("Sted"), 20, grow=True),
        Column(_("Hvordan står det"), 24),
        Column(_("Afbestilles senest"), 18, drop_at=72),
    )
    conference = context.conference
    rows: tuple[Row, ...] = ()
    if conference is not None:
        rows = tuple(
            Row(
                one.id,
                "bookings",
                (what(context, one), state_words(context, one), short_day(one.cancel_by, context.today)),
                dim=one.state is BookingState.CANCELLED,
            )
            for one in conference.bookings
            if one.kind is BookingKind.VENUE
        )
        if venue_booking(conference) is None:
            values = {"conference_id": conference.id, "kind": BookingKind.VENUE}
            cells = (marked(Standing.OPEN, _("vælg et lokale")), "", "")
            rows = (*rows, Row(_expected_id(conference), "bookings", cells, add_values=values, field="venue_id"))
    return Section(VENUE, _("Lokalet"), columns, rows, adds="bookings", add_values={"kind": BookingKind.VENUE})


def _book_section(context: Context) -> Section:
    """The venues every case can choose from. Source: R44, R49, R52."""
    columns = (
        Column(_("Navn"), 20, grow=True),
        Column(_("Hvad er det"), 18),
        Column(_("Rum tæt på"), 11, drop_at=66),
        Column(_("Ekstra rum"), 11, drop_at=66),
        Column(_("Aften"), 8, drop_at=84),
        Column(_("Leje"), 10, drop_at=84),
    )
    venues = context.session.scalars(select(Venue).order_by(Venue.name))
    rows = tuple(Row(one.id, "venues", _book_cells(context, one), dim=one.kind in NOT_NEUTRAL) for one in venues)
    empty = _("Skriv de steder ind, du kender: bibliotek, forsamlingshus, fritidscenter.")
    return Section(VENUES, _("Lokaler at vælge imellem"), columns, rows, empty=empty, adds="venues")


def _book_cells(context: Context, venue: Venue) -> tuple[str, ...]:
    kind = context.method.label(venue.kind) if venue.kind is not None else ""
    if venue.kind in NOT_NEUTRAL:
        kind = marked(Standing.BROKEN, kind)
    price = kroner(venue.price) if venue.price is not None else ""
    rooms = (yes_no(venue.near_room, "?"), yes_no(venue.second_room, "?"), yes_no(venue.evening_access, "?"))
    return (venue.name, kind, *rooms, price)
