"""A calendar file from entries: an offer to put into a calendar, or the word that they are called off.

Nobody is asked to answer through it, and nobody else who comes stands in it. Source: RFC 5545, RFC 5546 3.2.1, 3.2.5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from samordner_tui.papers.calendar.zones import RULES, told

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

PRODUCER: Final = "-//Samordner//Papirer//DA"
AT_NINE_THE_DAY_BEFORE: Final = timedelta(hours=-15)
"""When a day is reminded of, counted from its midnight."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    Attributes:
        uid: the same each time the file is made, so that a calendar finds the entry again.
        sequence: how often it was moved.
        title: neutral; a calendar is seen by others.
        starts: a moment, or a whole day.
        place: empty where it is not wanted.
        reminder: how long from the start it is reminded of; below zero is before.
    """

    uid: str
    sequence: int
    title: str
    starts: datetime | date
    ends: datetime | None = None
    place: str = ""
    reminder: timedelta | None = None


def calendar_file(entries: Sequence[Entry], zone: ZoneInfo, made_at: datetime, *, called_off: bool = False) -> bytes:
    """The file: PUBLISH, or CANCEL for entries that are `called_off`.

    Args:
        entries: what stands in it.
        zone: where the clock on the wall is read.
        made_at: when it is made; a calendar takes the later of two files.
        called_off: whether the entries are to go.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "CANCEL" if called_off else "PUBLISH")
    rules = told(zone.key)
    if rules is not None and any(isinstance(one.starts, datetime) for one in entries):
        made.add_component(rules)
    for entry in entries:
        made.add_component(_event(entry, zone, made_at, called_off=called_off))
    return _bytes(made)


def _bytes(made: Calendar) -> bytes:
    content = made.to_ical()
    if not isinstance(content, bytes):
        message = "a calendar is bytes"
        raise TypeError(message)
    return content


def _event(entry: Entry, zone: ZoneInfo, made_at: datetime, *, called_off: bool) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made_at.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", entry.sequence)
    event.add("summary", entry.title)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if called_off else "CONFIRMED")
    event.add("dtstart", _at(entry.starts, zone))
    if entry.ends is not None:
        event.add("dtend", _at(entry.ends, zone))
    if not isinstance(entry.starts, datetime):
        event.add("transp", "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.reminder is not None and not called_off:
        event.add_component(_alarm(entry.title, entry.reminder))
    return event


def _at(moment: datetime | date, zone: ZoneInfo) -> datetime | date:
    """A day as it is; a moment on the wall where the file tells the rules of the zone.

    In UTC stands a moment of any other zone, and one in the hour that the clock shows twice: a file cannot say which.
    """
    if not isinstance(moment, datetime):
        return moment
    wall = moment.astimezone(zone)
    is_clear = wall.replace(fold=0).utcoffset() == wall.replace(fold=1).utcoffset()
    return wall if is_clear and zone.key in RULES else moment.astimezone(UTC)


def _alarm(title: str, before: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", before)
    return alarm
