"""What several papers say: who the samordner is, when and where, and who is who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import OfCase
from samordner_tui.archive.records.keeping import Setting
from samordner_tui.archive.records.practical import Booking, Supplier, Venue
from samordner_tui.archive.settings import OWN_NAME, OWN_PHONE
from samordner_tui.casework.views import Context
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.roles import holders
from samordner_tui.method.predicates.venue import fits_date
from samordner_tui.method.readings import called, child_name
from samordner_tui.method.terms import Attendance, BookingKind, BookingState, InvitationChoice, PersonKind, RoleName
from samordner_tui.method.wording import listed, show_long_date, show_time
from samordner_tui.papers.fields.kept import once

Fields = Mapping[str, object]
R = TypeVar("R", bound=OfCase)

BLANK: Final = "____________________"
"""Where something is filled in by hand."""


@dataclass(frozen=True, slots=True)
class Samordner:
    """Whoever signs the papers."""

    name: str
    phone: str


def samordner(session: Session) -> Samordner:
    """Name and phone, as they stand in the settings of the archive; empty where they do not."""
    return Samordner(*(setting(session, name) for name in (OWN_NAME, OWN_PHONE)))


def setting(session: Session, name: str) -> str:
    """A setting of the archive; empty where it is not set."""
    found = session.get(Setting, name)
    return found.value if found is not None else ""


def signer(context: Context) -> Samordner:
    """Whoever signs the papers of a case."""
    return once(context, Samordner, lambda: samordner(context.session))


def signed(context: Context) -> dict[str, object]:
    """`samordner` and `phone`; lines to write on where the settings hold no name."""
    own = signer(context)
    return {"samordner": own.name or BLANK, "phone": own.phone or ("" if own.name else BLANK)}


def children(context: Context) -> str:
    """`Freja og Noah`."""
    return listed([child_name(context.facts, one) for one in context.facts.children])


def child_of(context: Context, child_id: str) -> f.Child | None:
    """A child of the case by its id."""
    return next((one for one in context.facts.children if one.id == child_id), None)


def when(context: Context) -> dict[str, object]:
    """`day`, `starts` and `ends`, empty where they are not known."""
    conference = context.conference
    starts = conference.starts_at if conference is not None else None
    ends = conference.ends_at if conference is not None else None
    return {"day": long_day(context, starts), "starts": clock(context, starts), "ends": clock(context, ends)}


def long_day(context: Context, moment: datetime | None) -> str:
    """`torsdag 21. januar`; empty where it is not known."""
    return "" if moment is None else show_long_date(moment.astimezone(context.zone).date(), context.today)


def clock(context: Context, moment: datetime | None) -> str:
    """`17.30`; empty where it is not known."""
    return "" if moment is None else show_time(moment.astimezone(context.zone))


def where(context: Context) -> dict[str, object]:
    """`place` and `address` of the venue that is booked."""
    venue = booked_venue(context)
    return {
        "place": venue.name if venue is not None else "",
        "address": (venue.address or "") if venue is not None else "",
    }


FROM_AFAR: Final = frozenset({Attendance.VIDEO, Attendance.PHONE, Attendance.LETTER, Attendance.RECORDING})
"""How somebody takes part who is not in the room."""


def other_children(facts: f.CaseFacts) -> tuple[f.Person, ...]:
    """Children who are asked to come, beside those the case is about: a little brother, a cousin."""
    own = {one.person_id for one in facts.children}
    return tuple(
        one
        for one in facts.people
        if one.kind is PersonKind.CHILD and one.id not in own and one.invited is InvitationChoice.INVITE
    )


def at_work(context: Context) -> tuple[f.Person, ...]:
    """Those from outside the family who are asked to come: professionals, helpers, and whoever holds a briefing."""
    conference = context.conference
    informers = {one.author_id for one in (conference.briefings if conference is not None else ())}
    return tuple(
        one
        for one in context.facts.people
        if one.kind in {PersonKind.PROFESSIONAL, PersonKind.HELPER}
        and one.invited is not InvitationChoice.NOT_INVITED
        and (one.invited is InvitationChoice.INVITE or one.id in informers)
    )


def booked_venue(context: Context) -> Venue | None:
    """The venue of the conference, a confirmed one before one that is asked."""
    booking = booked(context, BookingKind.VENUE)
    row = own_row(context, Booking, booking.id) if booking is not None else None
    return None if row is None or row.venue_id is None else venue_of(context, row.venue_id)


def venue_of(context: Context, venue_id: str) -> Venue | None:
    """A place from the book of venues."""
    return once(context, (Venue, venue_id), lambda: context.session.get(Venue, venue_id))


def supplier_of(context: Context, supplier_id: str | None) -> Supplier | None:
    """A supplier from the book of those who deliver food."""
    if supplier_id is None:
        return None
    return once(context, (Supplier, supplier_id), lambda: context.session.get(Supplier, supplier_id))


def booked(context: Context, kind: BookingKind) -> f.Booking | None:
    """What is booked of a kind for the day of the conference and not called off, what is confirmed first."""
    conference = context.conference
    if conference is None:
        return None
    standing = [
        one
        for one in conference.bookings
        if one.kind is kind and one.state is not BookingState.CANCELLED and fits_date(context.facts, conference, one)
    ]
    return min(standing, key=lambda one: one.state is not BookingState.CONFIRMED, default=None)


def who_is(context: Context, role: RoleName) -> str:
    """`Per`, or `Lis og Camilla` where several have the role; empty where nobody has."""
    return listed(_holding(context, role))


def _holding(context: Context, role: RoleName) -> list[str]:
    if context.conference is None:
        return []
    held = (one for one in holders(context.conference, role) if one.accepted is not False)
    return list(dict.fromkeys(called(context.facts, one.person_id) for one in held))


def in_a_row(text: str | None) -> str:
    """Lines below each other, as a menu is written, in one: `lasagne, salat, is`."""
    lines = (line.strip() for line in (text or "").split("\n"))
    return ", ".join(line.rstrip(",") for line in lines if line)


def own_row(context: Context, record: type[R], row_id: str) -> R | None:
    """A row of this case."""
    row = once(context, (record, row_id), lambda: context.session.get(record, row_id))
    return row if row is not None and row.case_id == context.case_id else None


def names(context: Context, people: Iterable[str]) -> str:
    """The names of people, in a list."""
    return listed([called(context.facts, one) for one in people])
