"""The days of the method that are still to come, as whole days in the samordner's own calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method.definition import Anchor, ScheduleEntry
from samordner_tui.method.schedule import due_dates, due_from
from samordner_tui.papers.calendar.conference import is_off
from samordner_tui.papers.calendar.entries import AT_NINE_THE_DAY_BEFORE, Entry
from samordner_tui.papers.calendar.handed import CalendarFile
from samordner_tui.papers.calendar.journal import Image, Journal
from samordner_tui.papers.calendar.lasting_id import lasting_id
from samordner_tui.papers.calendar.sent import Changed, Sent, first_told, sent, version
from samordner_tui.papers.calendar.told import day_of, moment_of
from samordner_tui.papers.recipients import Recipient

KIND: Final = "calendar_deadlines"
COUNTED_FROM: Final[Mapping[Anchor, tuple[str, tuple[str, ...]]]] = {
    "referred": ("engagements", ("referred_on",)),
    "accepted": ("engagements", ("accepted_on",)),
    "conference": ("conferences", ("starts_at", "state")),
    "answered": ("decisions", ("decided_at",)),
    "follow_up": ("conferences", ("follow_up_on", "state")),
    "closed": ("cases", ("closed_on", "closing_reason")),
    "delete_by": ("engagements", ("delete_by",)),
}
"""Where the day stands that a deadline is counted from. Source: method/schedule."""
OF_A_CONFERENCE: Final[frozenset[Anchor]] = frozenset({"conference", "answered", "follow_up"})

Told = dict[tuple[str, str], date]
"""The day of a deadline, by its name and its conference; by no conference where none is in its count."""


def deadline_files(context: Context, journal: Journal) -> list[CalendarFile]:
    """One file of what is to come, and one that takes out what stood in an earlier file and lies ahead no more."""
    entries = {one.id: one for one in context.method.schedule}
    told = _told(context, journal, entries)
    ahead = {key: day for key, day in _now(context, entries).items() if day >= context.today}
    standing = [
        _entry(context, journal, entries[name], conference, day) for (name, conference), day in _in_order(ahead)
    ]
    off = [
        _entry(context, journal, entries[name], conference, day, called_off=True)
        for (name, conference), day in _in_order(told)
        if (name, conference) not in ahead and day >= context.today and _is_shown(context, journal, conference)
    ]
    files = [CalendarFile(KIND, Recipient(), 1, tuple(standing))] if standing else []
    return files + ([CalendarFile(KIND, Recipient(), 1, tuple(off), called_off=True)] if off else [])


def has_changed(context: Context, journal: Journal) -> bool:
    """Whether a deadline that lies ahead, or did in the last file, is on another day now."""
    entries = {one.id: one for one in context.method.schedule}
    told = _told_in(context, journal, entries, sent(journal, KIND)[-1:])
    return _ahead(context, told) != _ahead(context, _now(context, entries))


def _ahead(context: Context, days: Told) -> Told:
    return {
        (name, conference): day
        for (name, conference), day in days.items()
        if day >= context.today and conference in {"", "" if context.conference is None else context.conference.id}
    }


def _now(context: Context, entries: Mapping[str, ScheduleEntry]) -> Told:
    conference = context.conference
    counted = None if conference is None or is_off(context, conference) else conference
    dates = due_dates(context.facts, counted, context.method)
    shown = "" if conference is None else conference.id
    return {(name, _conference(entries[name], shown)): day for name, day in dates.items() if day is not None}


def _in_order(days: Told) -> list[tuple[tuple[str, str], date]]:
    return sorted(days.items(), key=lambda one: (one[1], one[0]))


def _conference(entry: ScheduleEntry, conference: str) -> str:
    """The conference an entry belongs to; none where it is counted from days of the case alone."""
    return conference if any(one.anchor in OF_A_CONFERENCE for one in entry.when) else ""


def _is_shown(context: Context, journal: Journal, conference: str) -> bool:
    """Whether it is a matter of this file: of the case, of the conference that is shown, or of one taken away."""
    shown = "" if context.conference is None else context.conference.id
    return conference in {"", shown} or journal.of("conferences", conference).now is None


def _told(context: Context, journal: Journal, entries: Mapping[str, ScheduleEntry]) -> Told:
    """The last day that each had in a file that was made."""
    return _told_in(context, journal, entries, sent(journal, KIND))


def _told_in(context: Context, journal: Journal, entries: Mapping[str, ScheduleEntry], files: Iterable[Sent]) -> Told:
    found: Told = {}
    for one in files:
        conference = one.conference_id or ""
        days = due_from(_anchors(context, journal, conference, one.moment), context.method)
        found |= {(name, _conference(entries[name], conference)): day for name, day in days.items() if day is not None}
    return found


def _anchors(context: Context, journal: Journal, conference: str, moment: int) -> dict[Anchor, date | None]:
    """The days that deadlines were counted from then."""
    evening = journal.of("conferences", conference).at(moment) or {}
    engagement = next((one.at(moment) or {} for one in journal.where("engagements")), {})
    case = journal.of("cases", context.case_id).at(moment) or {}
    return {
        "referred": day_of(engagement.get("referred_on")),
        "accepted": day_of(engagement.get("accepted_on")),
        "conference": _civil(evening.get("starts_at"), context.zone),
        "answered": _civil(_answered(journal, conference, moment), context.zone),
        "follow_up": day_of(evening.get("follow_up_on")),
        "closed": day_of(case.get("closed_on")),
        "delete_by": day_of(engagement.get("delete_by")),
    }


def _answered(journal: Journal, conference: str, moment: int) -> object:
    rows: Iterator[Image] = (one.at(moment) or {} for one in journal.where("decisions", conference_id=conference))
    return max((str(one["decided_at"]) for one in rows if one.get("decided_at")), default=None)


def _civil(kept: object, zone: ZoneInfo) -> date | None:
    moment = moment_of(kept)
    return None if moment is None else moment.astimezone(zone).date()


def _entry(
    context: Context,
    journal: Journal,
    entry: ScheduleEntry,
    conference: str,
    day: date,
    *,
    called_off: bool = False,
) -> Entry:
    rests_on = _rests_on(context, journal, entry, conference)
    return Entry(
        lasting_id(context.session, "deadline", context.case_id, conference, entry.id),
        version(journal, first_told(sent(journal, KIND)), rests_on, called_off=called_off),
        # Two on one day are told apart by their place in the schedule, which says nothing of what they are.
        _("Frist {place}, sag {number}").format(place=_place(context, entry), number=context.facts.number),
        day,
        reminder=AT_NINE_THE_DAY_BEFORE,
    )


def _place(context: Context, entry: ScheduleEntry) -> int:
    """Its number among the deadlines of the method, from 1."""
    return context.method.schedule.index(entry) + 1


def _rests_on(context: Context, journal: Journal, entry: ScheduleEntry, conference: str) -> Iterator[Changed]:
    """The rows that the day of an entry is counted from, and the fields of it."""
    for anchor in dict.fromkeys(one.anchor for one in entry.when):
        table, fields = COUNTED_FROM[anchor]
        match table:
            case "conferences":
                yield journal.of(table, conference), fields
            case "decisions":
                yield from ((one, fields) for one in journal.where(table, conference_id=conference))
            case "cases":
                yield journal.of(table, context.case_id), fields
            case _:
                yield from ((one, fields) for one in journal.where(table))
