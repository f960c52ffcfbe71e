"""Which calendar files a case has: the evening for each who comes, the samordner's visits, and the deadlines.

A title says only what sort of thing it is. In the samordner's own files the number of the case stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

from samordner_tui.archive.records.assignment import Engagement
from samordner_tui.archive.records.network import Contact
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.views import Context
from samordner_tui.language import SPEECH, Language, _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import called_off, invitees
from samordner_tui.method.schedule import due_dates
from samordner_tui.method.terms import AuthorityKind, BookingKind, ConferenceState, ContactOutcome, InvitationChoice
from samordner_tui.papers.calendar.entries import AT_NINE_THE_DAY_BEFORE, Entry, calendar_file
from samordner_tui.papers.calendar.moves import lasting_id, times_moved
from samordner_tui.papers.fields.shared import samordner, where
from samordner_tui.papers.recipients import Recipient

CalendarKind = Literal["calendar_conference", "calendar_visits", "calendar_deadlines"]

OF_THE_DAY: Final = ("starts_at", "ends_at", "state")
OF_A_VISIT: Final = ("planned_at", "outcome", "place")
ANCHORS: Final = {
    "conferences": ("starts_at", "follow_up_on", "state"),
    "engagements": ("referred_on", "accepted_on", "delete_by"),
    "decisions": ("decided_at",),
    "cases": ("closed_on",),
}
"""What deadlines are counted from, by table. Source: method/schedule."""
GIVEN_UP: Final = frozenset({ConferenceState.STOPPED, ConferenceState.PLAN_WITHOUT_MEETING})


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A file as it is handed to one receiver.

    Attributes:
        kind: which of the sorts.
        to: whose calendar it is for; empty id for the samordner's own.
        number: among those of its kind, from 1; it stands in the file name, where no name may.
        called_off: whether it takes its entries out of the calendar again.
    """

    kind: CalendarKind
    to: Recipient
    number: int
    entries: tuple[Entry, ...]
    called_off: bool = False

    def content(self, context: Context, made_at: datetime) -> bytes:
        """The bytes of the file."""
        return calendar_file(self.entries, context.zone, made_at, called_off=self.called_off)

    def name(self, case_number: str, language: Language = "da") -> str:
        """`2027-03-calendar-conference-04.ics`; one that calls off says so. No name stands in it."""
        off = "-cancel" if self.called_off else ""
        spoken = "" if language == "da" else f"-{language}"
        return f"{case_number}-{self.kind.replace('_', '-')}{off}-{self.number:02}{spoken}.ics"


def calendar_files(context: Context, language: Language, *, with_place: bool = False) -> tuple[CalendarFile, ...]:
    """Every file there is reason for today; none of a sort with nothing in it.

    Args:
        context: the case, and the conference that is shown.
        language: of the titles.
        with_place: whether the place of the evening and of visits stands in them too.
    """
    with SPEECH.speaking(language):
        return (
            *_of_the_conference(context, with_place=with_place),
            *_of_visits(context, with_place=with_place),
            *_of_deadlines(context),
        )


def _of_the_conference(context: Context, *, with_place: bool) -> Iterator[CalendarFile]:
    """The evening, in a file of its own for each. Whoever was asked and then not is told that it is off for them."""
    conference = context.conference
    if conference is None or conference.starts_at is None:
        return
    is_off = _is_off(context, conference)
    moved = times_moved(context.session, "conferences", [conference.id], OF_THE_DAY)
    if with_place:
        venues = [one.id for one in conference.bookings if one.kind is BookingKind.VENUE]
        moved += times_moved(context.session, "bookings", venues, ("venue_id",))
    place = _place(context) if with_place else ""
    for number, (to, is_asked) in enumerate(_comers(context, conference), 1):
        title = _("Møde") if to.id else _("Møde, sag {number}").format(number=context.facts.number)
        uid = lasting_id(context.session, "conference", conference.id, to.id)
        entry = Entry(uid, moved, title, conference.starts_at, conference.ends_at, place)
        yield CalendarFile("calendar_conference", to, number, (entry,), called_off=is_off or not is_asked)


def _is_off(context: Context, conference: f.Conference) -> bool:
    return called_off(context.facts, conference) or conference.state in GIVEN_UP


def _comers(context: Context, conference: f.Conference) -> Iterator[tuple[Recipient, bool]]:
    """Who is given the evening, the samordner first, and whether they still are to come."""
    yield Recipient("", samordner(context.session).name or _("dig")), True
    for one in context.facts.authorities:
        if one.kind is AuthorityKind.INITIATOR:
            yield Recipient(one.id, one.name), True
    people = {one.id: one for one in context.facts.people}
    sent = [one.person_id for one in conference.invitations if one.sent_on is not None and one.person_id in people]
    for person in dict.fromkeys([*(one.id for one in invitees(context.facts)), *sent]):
        yield Recipient(person, people[person].name), people[person].invited is not InvitationChoice.NOT_INVITED


def _place(context: Context) -> str:
    there = where(context)
    return ", ".join(str(part) for part in (there["place"], there["address"]) if part)


def _of_visits(context: Context, *, with_place: bool) -> Iterator[CalendarFile]:
    """The samordner's own: what is agreed and not held yet, and apart from it what was called off."""
    title = _("Aftale, sag {number}").format(number=context.facts.number)
    standing: list[Entry] = []
    off: list[Entry] = []
    for one in Rows(context.session, context.case_id).all(Contact):
        if one.planned_at is None or one.outcome not in {ContactOutcome.PLANNED, ContactOutcome.DECLINED}:
            continue
        uid = lasting_id(context.session, "visit", one.id)
        moved = times_moved(context.session, "contacts", [one.id], OF_A_VISIT)
        place = (one.place or "") if with_place else ""
        ends = None if one.minutes is None else one.planned_at + timedelta(minutes=one.minutes)
        found = Entry(uid, moved, title, one.planned_at, ends, place)
        (standing if one.outcome is ContactOutcome.PLANNED else off).append(found)
    return _own("calendar_visits", standing, off)


def _of_deadlines(context: Context) -> Iterator[CalendarFile]:
    """The days of the method that are still to come. With the conference go those that are counted from it."""
    conference = context.conference
    dates = due_dates(context.facts, conference, context.method)
    is_off = conference is not None and _is_off(context, conference)
    left = due_dates(context.facts, None, context.method) if is_off else dates
    moved = _anchors_moved(context)
    standing = list(_deadlines(context, left, moved))
    gone = {name: day for name, day in dates.items() if left[name] is None}
    return _own("calendar_deadlines", standing, list(_deadlines(context, gone, moved)))


def _anchors_moved(context: Context) -> int:
    conference = context.conference
    rows = {
        "conferences": [] if conference is None else [conference.id],
        "decisions": [] if conference is None else [one.id for one in conference.decisions],
        "cases": [context.case_id],
        "engagements": [one.id for one in Rows(context.session, context.case_id).all(Engagement)],
    }
    return sum(times_moved(context.session, table, rows[table], fields) for table, fields in ANCHORS.items())


def _deadlines(context: Context, dates: dict[str, date | None], moved: int) -> Iterator[Entry]:
    title = _("Frist, sag {number}").format(number=context.facts.number)
    conference = context.conference.id if context.conference is not None else ""
    for name, day in sorted(dates.items(), key=lambda one: (one[1] or date.max, one[0])):
        if day is not None and day >= context.today:
            uid = lasting_id(context.session, "deadline", context.case_id, conference, name)
            yield Entry(uid, moved, title, day, reminder=AT_NINE_THE_DAY_BEFORE)


def _own(kind: CalendarKind, standing: Sequence[Entry], off: Sequence[Entry]) -> Iterator[CalendarFile]:
    own = Recipient()
    if standing:
        yield CalendarFile(kind, own, 1, tuple(standing))
    if off:
        yield CalendarFile(kind, own, 1, tuple(off), called_off=True)
