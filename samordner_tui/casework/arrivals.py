"""Who comes when, by which door, and goes home with whom; two who need distance do not meet in the doorway.

Source: domain.md 2 phase 3 and 6, R3.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Arrival, Conference
from samordner_tui.casework.attendance import Attendee, is_just_in_the_room, note_presence
from samordner_tui.casework.attendance_list import attendees, called_on_list
from samordner_tui.casework.cells import joined, name_of
from samordner_tui.casework.change import add, change_field, gone
from samordner_tui.casework.clock import Now
from samordner_tui.casework.evening import INFORMATION, Evening
from samordner_tui.casework.evening_sections import clock_time
from samordner_tui.casework.folding import folded
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.names_in_words import name_said
from samordner_tui.casework.offers import said_at_the_day
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import Attendance, Standing
from samordner_tui.method.wording import show_time
from samordner_tui.refusals import Refused

SECTION: Final = "arrivals"
APART: Final = "apart"
CLOSE: Final = 10
"""Minutes: two who come by one door within so short a time meet in it."""
DAY: Final = 24 * 60
"""Minutes of a day."""

FORMS.add(Form(Arrival, (Group("", ("comes_at", "door", "leaves_with", "arrived_at")),)))


def arrivals(context: Context, conference: f.Conference) -> Section:
    """Everybody who may come, with when and by which door; noted by one key when they come."""
    rows = tuple(_row(context, conference, who) for who in attendees(context.facts, conference, INFORMATION))
    columns = (
        Column(_("Navn"), 14, grow=True),
        Column(_("Kommer"), 18, grow=True),
        Column(_("Går hjem med"), 16, drop_at=60),
        Column(_("Er kommet"), 9, drop_at=40),
    )
    note = _("Enter skriver hvornår og ad hvilken dør. Mellemrum noterer, at de er kommet.")
    note = "\n".join(part for part in (note, said_at_the_day(context)) if part)
    return Section(SECTION, _("Hvem kommer hvornår?"), columns, rows, note=note)


def apart(context: Context, conference: f.Conference) -> tuple[Section, ...]:
    """The pairs that need distance, each with what stands in the way of it; nothing where there are none."""
    rows = tuple(_pair(context, conference, one) for one in context.facts.conflict_pairs)
    return (Section(APART, _("De skal have afstand"), rows=rows),) if rows else ()


def too_close(facts: f.CaseFacts, conference: f.Conference, pair: f.ConflictPair) -> tuple[str, ...]:
    """In which ways two who need distance would meet, as sentences; empty where they do not."""
    return tuple(_meetings(facts, conference, pair))


def arrival_of(conference: f.Conference, who: Attendee) -> f.Arrival | None:
    """What is agreed about somebody's coming; None where nothing is."""
    return next((one for one in conference.arrivals if (one.present_as, one.person_id) == _key(who)), None)


def turn_arrived(session: Session, conference_id: str, who: Attendee, now: Now) -> None:
    """Note that somebody came just now, or take the note back. In trin 1 they are in the room, or not, at once.

    How else somebody is noted in trin 1, as by telephone or as gone again, stays when the note is taken back.
    """
    row = _found(session, conference_id, who, now.today)
    arrived_at = now.said(None) if row.arrived_at is None else None
    change_field(session, Arrival, row.id, "arrived_at", arrived_at, now.today)
    running = Evening(session, conference_id).begun_step
    if running is None or running.number != INFORMATION:
        return
    if arrived_at is not None:
        note_presence(session, conference_id, INFORMATION, who, Attendance.IN_ROOM, now.today)
    elif is_just_in_the_room(session, conference_id, INFORMATION, who):
        note_presence(session, conference_id, INFORMATION, who, None, now.today)


def those_who_came(session: Session, conference_id: str) -> tuple[Attendee, ...]:
    """Everybody who is noted as come."""
    query = select(Arrival).where(Arrival.conference_id == conference_id, Arrival.arrived_at.is_not(None))
    return tuple(Attendee(one.present_as, one.person_id) for one in session.scalars(query))


def _found(session: Session, conference_id: str, who: Attendee, today: date) -> Arrival:
    query = select(Arrival).where(Arrival.conference_id == conference_id)
    known = next((one for one in session.scalars(query) if (one.present_as, one.person_id) == _key(who)), None)
    if known is not None:
        return known
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    values = {"conference_id": conference_id, "present_as": who.present_as, "person_id": who.person_id}
    made = session.get(Arrival, add(session, Arrival, conference.case_id, today, **values))
    if made is None:
        raise Refused(gone())
    return made


def _key(who: Attendee) -> tuple[object, str | None]:
    return who.present_as, who.person_id


def _row(context: Context, conference: f.Conference, who: Attendee) -> Row:
    arrival = arrival_of(conference, who)
    name = called_on_list(context.facts, who)
    if arrival is None:
        values = {"conference_id": conference.id, "present_as": who.present_as, "person_id": who.person_id}
        row_id = f"+arrival/{who.present_as}:{who.person_id or ''}"
        return Row(row_id, "arrivals", (name, "", "", ""), Standing.OPEN, add_values=values, field="comes_at")
    comes_at = None if arrival.comes_at is None else show_time(arrival.comes_at)
    came, mark = "", Standing.OPEN
    if arrival.arrived_at is not None:
        came, mark = clock_time(context, arrival.arrived_at), Standing.MET
    return Row(arrival.id, "arrivals", (name, joined(comes_at, arrival.door), arrival.leaves_with or "", came), mark)


def _pair(context: Context, conference: f.Conference, pair: f.ConflictPair) -> Row:
    facts = context.facts
    names = _("{first} og {second}").format(first=name_of(facts, pair.first_id), second=name_of(facts, pair.second_id))
    close = too_close(facts, conference, pair)
    known = [_of(conference, one) for one in (pair.first_id, pair.second_id)]
    mark, said = Standing.MET, _("kommer hver for sig")
    if close:
        mark, said = Standing.BROKEN, " ".join(close)
    elif any(one is None or one.comes_at is None for one in known):
        mark, said = Standing.OPEN, _("hvornår kommer de?")
    seating = _("ved bordet: {seating}").format(seating=pair.seating) if pair.seating else ""
    return Row(pair.id, "conflict_pairs", (names, said, seating), mark)


def _of(conference: f.Conference, person_id: str) -> f.Arrival | None:
    return next((one for one in conference.arrivals if one.person_id == person_id), None)


def _meetings(facts: f.CaseFacts, conference: f.Conference, pair: f.ConflictPair) -> Iterator[str]:
    first, second = _of(conference, pair.first_id), _of(conference, pair.second_id)
    if first is None or second is None:
        return
    if first.comes_at is not None and second.comes_at is not None:
        if _same(first.door, second.door) and _between(first.comes_at, second.comes_at) < CLOSE:
            yield _("De kommer samtidig ad samme dør.")
        early, late = sorted((first, second), key=lambda one: one.comes_at or time.max)
        if pair.arrives_first_id == late.person_id and early.comes_at != late.comes_at:
            yield _("{name} skulle komme først.").format(name=name_of(facts, late.person_id))
    if pair.separate_lifts and _leave_together(facts, first, second):
        yield _("De går hjem sammen.")


def _leave_together(facts: f.CaseFacts, first: f.Arrival, second: f.Arrival) -> bool:
    """Whether they go with the same person, or one of them with the other."""
    if first.leaves_with and second.leaves_with and _same(first.leaves_with, second.leaves_with):
        return True
    both_ways = ((first, second), (second, first))
    return any(name_said(name_of(facts, other.person_id), one.leaves_with or "") for one, other in both_ways)


def _same(first: str | None, second: str | None) -> bool:
    """Whether two words say the same; where neither is said, there is one door."""
    return folded(first or "").strip() == folded(second or "").strip()


def _between(first: time, second: time) -> int:
    minutes = abs((first.hour - second.hour) * 60 + first.minute - second.minute)
    return min(minutes, DAY - minutes)
