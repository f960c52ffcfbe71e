"""The evening, in a file of its own for each who comes, and the word that it is off for whoever got one and does not.

Whoever is not to come any more is told of the evening as it stood in the file they got: neither of the day it was
moved to since, nor of the place.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.venue import fits_date
from samordner_tui.method.readings import called_off, invitees
from samordner_tui.method.terms import (
    Answer,
    AuthorityKind,
    BookingKind,
    BookingState,
    ConferenceState,
    InvitationChoice,
    VenueKind,
)
from samordner_tui.papers.calendar.entries import Entry
from samordner_tui.papers.calendar.handed import CalendarFile
from samordner_tui.papers.calendar.journal import Image, Journal, Past
from samordner_tui.papers.calendar.lasting_id import lasting_id
from samordner_tui.papers.calendar.sent import Changed, first_told, sent, version
from samordner_tui.papers.calendar.told import moment_of
from samordner_tui.papers.fields.shared import booked, samordner, venue_of
from samordner_tui.papers.recipients import Recipient

KIND: Final = "calendar_conference"
OF_THE_DAY: Final = ("starts_at", "ends_at", "state")
OF_THE_BOOKING: Final = ("venue_id", "state", "starts_at")
OF_THE_VENUE: Final = ("name", "address", "kind")
AT_HOME: Final = frozenset({VenueKind.FAMILY_HOME, VenueKind.NETWORK_HOME})
"""A private address stands in no calendar: a calendar lies in a cloud."""
GIVEN_UP: Final = frozenset({ConferenceState.STOPPED, ConferenceState.PLAN_WITHOUT_MEETING})


def conference_files(context: Context, journal: Journal, *, with_place: bool) -> Iterator[CalendarFile]:
    """A file for each who comes to the conference that is shown, and for each who got one and is not to come."""
    conference = context.conference
    shown = "" if conference is None else conference.id
    comers = [] if conference is None or is_off(context, conference) else list(_comers(context, conference))
    number = 0
    for to in comers:
        if conference is not None and conference.starts_at is not None:
            number += 1
            moved = _version(context, journal, shown, to.id)
            uid = lasting_id(context.session, "conference", shown, to.id)
            place = _place(context) if with_place else ""
            entry = Entry(uid, moved, _title(context, to), conference.starts_at, conference.ends_at, place)
            yield CalendarFile(KIND, to, number, (entry,))
    standing = {(shown, to.id) for to in comers} if number else set()
    for to, entry in _fallen_away(context, journal, standing):
        number += 1
        yield CalendarFile(KIND, to, number, (entry,), called_off=True)


def has_changed(context: Context, journal: Journal) -> bool:
    """Whether day, hour, place or who comes was changed since somebody's file was made for the conference shown."""
    shown = "" if context.conference is None else context.conference.id
    last = {one.to: one.moment for one in sent(journal, KIND) if one.conference_id == shown}
    return any(
        row.changed(fields, moment)
        for to, moment in last.items()
        for row, fields in _rests_on(journal, shown, to, context.case_id)
    )


def is_off(context: Context, conference: f.Conference) -> bool:
    """Whether it was given up before it began."""
    has_begun = any(step.started_at for step in conference.steps)
    return called_off(context.facts, conference) or (conference.state in GIVEN_UP and not has_begun)


def _title(context: Context, to: Recipient) -> str:
    return _("Møde") if to.id else _("Møde, sag {number}").format(number=context.facts.number)


def _comers(context: Context, conference: f.Conference) -> Iterator[Recipient]:
    """Who is given the evening, the samordner first."""
    yield Recipient("", samordner(context.session).name or _("dig"))
    for one in context.facts.authorities:
        if one.kind is AuthorityKind.INITIATOR:
            yield Recipient(one.id, one.name)
    people = {one.id: one for one in context.facts.people}
    declined = {one.person_id for one in conference.invitations if one.answer is Answer.NO}
    asked = (one.person_id for one in conference.invitations if one.sent_on is not None)
    wanted = [one for one in asked if one in people and people[one].invited is not InvitationChoice.NOT_INVITED]
    for person in dict.fromkeys([*(one.id for one in invitees(context.facts)), *wanted]):
        if person not in declined:
            yield Recipient(person, people[person].name)


def _place(context: Context) -> str:
    """Where it is, once that is confirmed for the day of the conference; nothing of a private home."""
    conference, booking = context.conference, booked(context, BookingKind.VENUE)
    if conference is None or booking is None or booking.venue is None or booking.venue.kind in AT_HOME:
        return ""
    if booking.state is not BookingState.CONFIRMED or not fits_date(context.facts, conference, booking):
        return ""
    row = venue_of(context, booking.venue.id)
    return "" if row is None else ", ".join(part for part in (row.name, row.address) if part)


def _fallen_away(
    context: Context, journal: Journal, standing: set[tuple[str, str]]
) -> Iterator[tuple[Recipient, Entry]]:
    """Whoever got a file for an evening that is not behind, and for whom it does not stand any more."""
    told: dict[tuple[str, str], tuple[datetime, datetime | None]] = {}
    for one in sent(journal, KIND):
        evening = _evening(journal, one.conference_id or "", one.to, one.moment)
        if evening is not None:
            told[one.conference_id or "", one.to] = evening
    shown = "" if context.conference is None else context.conference.id
    for (conference, to), (starts_at, ends_at) in told.items():
        is_here = conference == shown or journal.of("conferences", conference).now is None
        if (conference, to) not in standing and is_here and _day(context, starts_at) >= context.today:
            uid = lasting_id(context.session, "conference", conference, to)
            recipient = Recipient(to, _called(context, journal, to))
            number = _version(context, journal, conference, to, called_off=True)
            yield recipient, Entry(uid, number, _title(context, recipient), starts_at, ends_at)


def _day(context: Context, moment: datetime) -> date:
    return moment.astimezone(context.zone).date()


def _evening(journal: Journal, conference: str, to: str, moment: int) -> tuple[datetime, datetime | None] | None:
    """When it was to be, as it stood in a file that was made then; None where that file called it off."""
    then = journal.of("conferences", conference).at(moment) or {}
    starts_at = moment_of(then.get("starts_at"))
    if starts_at is None or then.get("state") in GIVEN_UP or not _was_to_come(journal, conference, to, moment):
        return None
    return starts_at, moment_of(then.get("ends_at"))


def _was_to_come(journal: Journal, conference: str, to: str, moment: int) -> bool:
    if not to:
        return True
    person, authority = (journal.of(table, to).at(moment) for table in ("people", "authorities"))
    if person is not None:
        answers = (one.at(moment) or {} for one in _invitations(journal, conference, to))
        said_no = any(one.get("answer") == Answer.NO for one in answers)
        return not said_no and person.get("invited") != InvitationChoice.NOT_INVITED
    return authority is not None and authority.get("kind") == AuthorityKind.INITIATOR


def _invitations(journal: Journal, conference: str, to: str) -> Iterator[Past]:
    return journal.where("invitations", conference_id=conference, person_id=to)


def _version(context: Context, journal: Journal, conference: str, to: str, *, called_off: bool = False) -> int:
    own = [one for one in sent(journal, KIND) if (one.conference_id, one.to) == (conference, to)]
    rests_on = _rests_on(journal, conference, to, context.case_id)
    return version(journal, first_told(own), rests_on, called_off=called_off)


def _rests_on(journal: Journal, conference: str, to: str, case_id: str) -> Iterator[Changed]:
    """What says when and where it is, whether it is given up, and whether this receiver comes."""
    yield journal.of("conferences", conference), OF_THE_DAY
    bookings = list(journal.where("bookings", conference_id=conference, kind=BookingKind.VENUE))
    yield from ((one, OF_THE_BOOKING) for one in bookings)
    venues = dict.fromkeys(str(venue) for one in bookings for venue in one.ever("venue_id"))
    yield from ((journal.of("venues", one), OF_THE_VENUE) for one in venues)
    yield from ((one, ("answer",)) for one in _invitations(journal, conference, to))
    yield journal.of("people", to), ("invited",)
    yield journal.of("authorities", to), ("kind",)
    yield journal.of("cases", case_id), ("closing_reason",)


def _called(context: Context, journal: Journal, to: str) -> str:
    """The name of a receiver, also of one who was taken off the list."""
    if not to:
        return samordner(context.session).name or _("dig")
    rows: list[Image] = [journal.of(table, to).last for table in ("people", "authorities")]
    return next((str(one["name"]) for one in rows if one.get("name")), _("en person"))
