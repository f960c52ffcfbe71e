"""Moving the day of a conference: what follows is shown first, and nothing is moved behind anybody's back.

A deadline moves only where nobody has changed it. What was confirmed for the old day is asked for again, and everybody
who had answered is asked again. Source: domain.md 2.3, issue 2 point 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Authority
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import Booking, Invitation, Menu, RoleHolder, Venue
from samordner_tui.casework.change import Change, gone
from samordner_tui.casework.derived import Moment, derived_of, zone_of
from samordner_tui.casework.evening import Evening
from samordner_tui.casework.fields import field_of
from samordner_tui.casework.honest_ends import keep_day_that_was_left
from samordner_tui.casework.series_order import refuse_out_of_order
from samordner_tui.language import _
from samordner_tui.method.terms import Answer, BookingKind, BookingState, ConferenceState
from samordner_tui.refusals import Refused


@dataclass(frozen=True)
class Deadline:
    """A moment that follows from the day. `after` is None where somebody has changed it: then it stays.

    Attributes:
        kind: of the booking it is a moment of; None for a briefing and the food.
        whose: the venue, or the person it is about; empty where there is none.
    """

    what: str
    before: Moment
    after: Moment | None
    kind: BookingKind | None = None
    whose: str = ""


@dataclass(frozen=True)
class Booked:
    """A booking for the old day. A confirmed one is asked for again."""

    kind: BookingKind
    name: str
    was_confirmed: bool


@dataclass(frozen=True)
class Move:
    """Everything that a new day touches."""

    before: datetime | None
    after: datetime
    bookings: tuple[Booked, ...]
    answers: tuple[tuple[str, Answer], ...]
    """Who had answered, and what."""
    deadlines: tuple[Deadline, ...]
    people: tuple[str, ...]
    """Everybody who is to hear of the new day: invited, with a role, or to be reached on the day."""

    @property
    def touches_nothing(self) -> bool:
        """Whether nobody has to be told, and nothing is booked."""
        return not (self.bookings or self.answers or self.people)


def preview(session: Session, conference_id: str, starts_at: datetime) -> Move:
    """What moving a conference to `starts_at` touches. Nothing is changed.

    Raises:
        Refused: the day is out of order in the series.
    """
    conference = _conference(session, conference_id)
    refuse_out_of_order(session, conference, starts_at)
    return Move(
        before=conference.starts_at,
        after=starts_at,
        bookings=tuple(_booked(session, one) for one in _bookings(session, conference_id)),
        answers=tuple(
            (_name(session, one.person_id), one.answer) for one in _invitations(session, conference_id) if one.answer
        ),
        deadlines=tuple(_deadlines(session, conference, starts_at)),
        people=tuple(dict.fromkeys(_touched(session, conference))),
    )


def move(session: Session, conference_id: str, starts_at: datetime, today: date, reason: str = "") -> Move:
    """Move a conference, and give back what was touched, to be told and asked again.

    With a `reason` the day that was left stays in the series, as moved.

    Raises:
        Refused: the conference has begun or is over, or the day is out of order in the series.
    """
    moved = preview(session, conference_id, starts_at)
    conference = _conference(session, conference_id)
    if conference.state is not ConferenceState.PLANNED:
        raise Refused(_("Rådslagningen er holdt eller stoppet. Lav en ny i rækken i stedet."))
    if any(one.started_at is not None for one in Evening(session, conference_id).steps):
        raise Refused(_("Rådslagningen er begyndt og kan ikke flyttes. Den kan stoppes med en grund."))
    keep_day_that_was_left(session, conference, reason, today)
    _move_deadlines(session, conference, starts_at)
    conference.ends_at = _same_length(conference, starts_at)
    conference.starts_at = starts_at
    for booking in _bookings(session, conference_id):
        if booking.state is BookingState.CONFIRMED:
            booking.state, booking.asked_on, booking.confirmed_on = BookingState.ASKED, today, None
    for invitation in _invitations(session, conference_id):
        if invitation.answer is not None:
            invitation.answer, invitation.answered_on, invitation.answered_by = None, None, None
    session.flush()
    return moved


def show_before_moving(change: Change) -> None:
    """A day that others have been told of is not changed in passing: what follows is shown first."""
    if change.field.name != "starts_at" or not isinstance(change.row, Conference):
        return
    if change.before is None or not isinstance(change.after, datetime):
        return
    if not preview(change.session, change.row.id, change.after).touches_nothing:
        raise Refused(_("Andre regner med dagen. Vælg »Flyt dagen«, så ser du først, hvem og hvad det rører."))


def _conference(session: Session, conference_id: str) -> Conference:
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    return conference


def _bookings(session: Session, conference_id: str) -> list[Booking]:
    live = Booking.state.in_((BookingState.ASKED, BookingState.CONFIRMED))
    return list(session.scalars(select(Booking).where(Booking.conference_id == conference_id, live)))


def _booked(session: Session, booking: Booking) -> Booked:
    venue = session.get(Venue, booking.venue_id) if booking.venue_id is not None else None
    name = venue.name if venue is not None else _name(session, booking.person_id)
    return Booked(booking.kind, name, booking.state is BookingState.CONFIRMED)


def _invitations(session: Session, conference_id: str) -> list[Invitation]:
    return list(session.scalars(select(Invitation).where(Invitation.conference_id == conference_id)))


def _touched(session: Session, conference: Conference) -> Iterator[str]:
    """Everybody who knows the old day: by invitation, by role, or because they are to be reached."""
    for invitation in _invitations(session, conference.id):
        if invitation.sent_on is not None or invitation.answer is not None:
            yield _name(session, invitation.person_id)
    asked = select(RoleHolder).where(RoleHolder.conference_id == conference.id, RoleHolder.asked_on.is_not(None))
    for holder in session.scalars(asked):
        yield _name(session, holder.person_id)
    for briefing in session.scalars(select(Briefing).where(Briefing.conference_id == conference.id)):
        if briefing.author_id is not None:
            yield _name(session, briefing.author_id)
    confirmed = select(Authority).where(Authority.case_id == conference.case_id, Authority.confirmed_on.is_not(None))
    for authority in session.scalars(confirmed):
        yield authority.name


def _with_deadlines(session: Session, conference_id: str) -> Iterator[Record]:
    for record in (Booking, Briefing, Menu):
        yield from session.scalars(select(record).where(record.conference_id == conference_id))


def _deadlines(session: Session, conference: Conference, starts_at: datetime) -> Iterator[Deadline]:
    """Every deadline that hangs on the day, moved where nobody has changed it."""
    for row in _with_deadlines(session, conference.id):
        for name, after in _new_moments(session, row, conference, starts_at).items():
            before = getattr(row, name)
            if before is not None:
                kind = row.kind if isinstance(row, Booking) else None
                yield Deadline(_(field_of(type(row), name).label), before, after, kind, _whose(session, row))


def _whose(session: Session, row: Record) -> str:
    """The venue that is booked, or whom something is booked for or asked of."""
    if isinstance(row, Booking):
        return _booked(session, row).name
    return _name(session, row.author_id) if isinstance(row, Briefing) and row.author_id is not None else ""


def _move_deadlines(session: Session, conference: Conference, starts_at: datetime) -> None:
    for row in _with_deadlines(session, conference.id):
        for name, after in _new_moments(session, row, conference, starts_at).items():
            if after is not None:
                setattr(row, name, after)


def _new_moments(
    session: Session, row: Record, conference: Conference, starts_at: datetime
) -> dict[str, Moment | None]:
    """What each derived column of a row becomes; None where it is changed by hand and stays."""
    zone = zone_of(session)
    now = derived_of(row, conference.starts_at, conference.ends_at, zone)
    then = derived_of(row, starts_at, _same_length(conference, starts_at), zone)
    found = {name: then[name] if getattr(row, name) in (None, now.get(name)) else None for name in then}
    if isinstance(row, Booking) and row.starts_at is not None and found.get("starts_at") is None:
        # Where the beginning stays, so does the end: a booking does not come to last a week.
        found["ends_at"] = None
    return found


def _same_length(conference: Conference, starts_at: datetime) -> datetime | None:
    """The end of a conference that begins at `starts_at` and lasts as long as before."""
    if conference.starts_at is None or conference.ends_at is None:
        return conference.ends_at
    return starts_at + (conference.ends_at - conference.starts_at)


def _name(session: Session, person_id: str | None) -> str:
    person = session.get(Person, person_id) if person_id is not None else None
    return person.name if person is not None else ""
