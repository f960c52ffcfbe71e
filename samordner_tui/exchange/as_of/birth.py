"""The day a row came into a case: when it was noted, else the first thing that is dated on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.evening import evening_of, step_began
from samordner_tui.exchange.rows import CaseRows, FileRow
from samordner_tui.exchange.shape import columns, record_of


def born_on(case: CaseRows, table: str, row: FileRow, calendar: Calendar) -> date | None:
    """The day the row came into the case; None where it has been there from the beginning."""
    noted = row.values.get("noted_on")
    if isinstance(noted, date):
        return calendar.civil_date(noted)
    if table in BORN_BY_RULE:
        return BORN_BY_RULE[table](case, row, calendar)
    return _first_dated(table, row, calendar)


def _first_dated(table: str, row: FileRow, calendar: Calendar) -> date | None:
    happened = (row.values.get(name) for name, spec in columns(record_of(table)).items() if spec.happened)
    return min((calendar.civil_date(value) for value in happened if isinstance(value, date | datetime)), default=None)


def _from_the_beginning(case: CaseRows, row: FileRow, calendar: Calendar) -> date | None:
    return None


def _after_the_one_before(case: CaseRows, row: FileRow, calendar: Calendar) -> date | None:
    """A follow-up conference is agreed when the one before it is held."""
    number = row.values.get("number")
    before = [
        one for one in case.rows("conferences") if isinstance(number, int) and one.values.get("number") == number - 1
    ]
    return evening_of(case, before[0].id, calendar) if before else None


def _when_its_step_began(case: CaseRows, row: FileRow, calendar: Calendar) -> date | None:
    step, conference = row.values.get("step"), row.text("conference_id")
    began = step_began(case, conference, step if isinstance(step, int) else 1, calendar)
    return began or evening_of(case, conference, calendar)


def _on_the_evening(case: CaseRows, row: FileRow, calendar: Calendar) -> date | None:
    return evening_of(case, row.text("conference_id"), calendar)


def _first_dated_or_on_the_evening(table: str) -> Callable[[CaseRows, FileRow, Calendar], date | None]:
    return lambda case, row, calendar: _first_dated(table, row, calendar) or _on_the_evening(case, row, calendar)


BORN_BY_RULE: Mapping[str, Callable[[CaseRows, FileRow, Calendar], date | None]] = {
    # Who the case is about and who may decide is known before anything that is dated of them.
    "engagements": _from_the_beginning,
    "authorities": _from_the_beginning,
    "people": _from_the_beginning,
    "children": _from_the_beginning,
    "custodies": _from_the_beginning,
    "conferences": _after_the_one_before,
    "presences": _when_its_step_began,
    "child_absences": _on_the_evening,
    "progress": _on_the_evening,
    "plans": _first_dated_or_on_the_evening("plans"),
    "evaluations": _first_dated_or_on_the_evening("evaluations"),
}
"""The tables whose rows are not born with their first date. Source: domain.md 2."""
