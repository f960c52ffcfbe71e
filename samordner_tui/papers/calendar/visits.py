"""The samordner's own visits and talks: what is agreed and not held yet, and apart from it what fell away."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method.terms import ContactForm, ContactOutcome
from samordner_tui.papers.calendar.entries import Entry
from samordner_tui.papers.calendar.handed import CalendarFile
from samordner_tui.papers.calendar.journal import Image, Journal, Past
from samordner_tui.papers.calendar.lasting_id import lasting_id
from samordner_tui.papers.calendar.sent import first_told, sent, version
from samordner_tui.papers.calendar.told import moment_of
from samordner_tui.papers.recipients import Recipient

KIND: Final = "calendar_visits"
OF_A_VISIT: Final = ("planned_at", "outcome", "place", "minutes")
IN_PUBLIC: Final = frozenset({ContactForm.CAFE, ContactForm.SCHOOL, ContactForm.OFFICE})
"""Where a place is no private address. Anywhere else it may be one, and a calendar lies in a cloud."""
WAS_THERE: Final = frozenset({ContactOutcome.MADE, ContactOutcome.TRIED})


def visit_files(context: Context, journal: Journal, *, with_place: bool) -> list[CalendarFile]:
    """One file of what is agreed, and one that takes out what stood in an earlier file and is not to be."""
    moments = [one.moment for one in sent(journal, KIND)]
    standing: list[Entry] = []
    off: list[Entry] = []
    for row, past in journal.tables["contacts"].items():
        starts_at = _agreed(past.now)
        if starts_at is not None:
            standing.append(_entry(context, journal, row, starts_at, with_place=with_place))
            continue
        told = _told(past, moments)
        if told is not None and _is_ahead(context, told, past):
            off.append(_entry(context, journal, row, told, called_off=True))
    files = [CalendarFile(KIND, Recipient(), 1, tuple(standing))] if standing else []
    return files + ([CalendarFile(KIND, Recipient(), 1, tuple(off), called_off=True)] if off else [])


def has_changed(context: Context, journal: Journal) -> bool:
    """Whether a visit that lies ahead was agreed, moved or called off since the last file. Held is none of these."""
    last = max((one.moment for one in sent(journal, KIND)), default=0)
    return any(_is_another(context, past, last) for past in journal.tables["contacts"].values())


def _is_another(context: Context, past: Past, last: int) -> bool:
    then, now = _agreed(past.at(last)), _agreed(past.now)
    if now is None:
        return then is not None and _is_ahead(context, then, past)
    return then != now or past.changed(("place", "minutes"), last) > 0


def _agreed(row: Image | None) -> datetime | None:
    """When it is to be; None for one that is not to be, or was held."""
    if row is None or row.get("outcome") != ContactOutcome.PLANNED:
        return None
    return moment_of(row.get("planned_at"))


def _told(past: Past, moments: list[int]) -> datetime | None:
    """When it was to be in the last file it stood in; None where it stood in none."""
    stood = (_agreed(past.at(one)) for one in reversed(moments))
    return next((one for one in stood if one is not None), None)


def _is_ahead(context: Context, starts_at: datetime, past: Past) -> bool:
    """Whether it would stand in the calendar still. What was held today stays where it is."""
    day = starts_at.astimezone(context.zone).date()
    was_there = past.now is not None and past.now.get("outcome") in WAS_THERE
    return day > context.today if was_there else day >= context.today


def _entry(
    context: Context,
    journal: Journal,
    row: str,
    starts_at: datetime,
    *,
    with_place: bool = False,
    called_off: bool = False,
) -> Entry:
    past = journal.of("contacts", row)
    minutes, place = past.last.get("minutes"), past.last.get("place")
    is_public = past.last.get("form") in IN_PUBLIC
    return Entry(
        lasting_id(context.session, "visit", row),
        version(journal, first_told(sent(journal, KIND)), [(past, OF_A_VISIT)], called_off=called_off),
        _("Aftale, sag {number}").format(number=context.facts.number),
        starts_at,
        starts_at + timedelta(minutes=minutes) if isinstance(minutes, int) else None,
        str(place) if with_place and is_public and place else "",
    )
