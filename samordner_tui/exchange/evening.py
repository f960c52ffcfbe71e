"""The day a conference is held, as the rows of a case tell it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.rows import CaseRows, FileRow


def step_began(case: CaseRows, conference_id: str | None, number: int, calendar: Calendar) -> date | None:
    """The day trin `number` of a conference first began."""
    days = (
        row.values.get("started_at") for row in _of(case, "steps", conference_id) if row.values.get("number") == number
    )
    return min(_dated(days, calendar), default=None)


def evening_of(case: CaseRows, conference_id: str | None, calendar: Calendar) -> date | None:
    """The day its trin 1 began, else the day it was planned for, else the first day its plan or answer is dated."""
    began = step_began(case, conference_id, 1, calendar)
    if began is not None:
        return began
    conference = case.row("conferences", conference_id)
    planned = conference.values.get("starts_at") if conference is not None else None
    if isinstance(planned, datetime):
        return calendar.civil_date(planned)
    written = (row.values.get("typed_on") for row in _of(case, "plans", conference_id))
    answered = (row.values.get("decided_at") for row in _of(case, "decisions", conference_id))
    return min((*_dated(written, calendar), *_dated(answered, calendar)), default=None)


def _of(case: CaseRows, table: str, conference_id: str | None) -> Iterator[FileRow]:
    return (row for row in case.rows(table) if row.text("conference_id") == conference_id)


def _dated(values: Iterator[object], calendar: Calendar) -> Iterator[date]:
    return (calendar.civil_date(value) for value in values if isinstance(value, date | datetime))
