"""From the rows of a case to the bytes of a case file: the same case gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from samordner_tui.casework.fields import Value
from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.rows import CaseRows, FileRow
from samordner_tui.exchange.shape import CASE, FORMAT, VERSION, columns, record_of, tables

Plain = str | int | float | bool | list[str] | None


def write_case(case: CaseRows, calendar: Calendar) -> bytes:
    """The file. Tables, rows and columns stand in a fixed order; what is not known is left out."""
    file: dict[str, object] = {"format": FORMAT, "version": VERSION, "dates": calendar.dates}
    file[CASE] = _columns(CASE, case.case, calendar)
    for table in tables():
        if case.rows(table):
            file[table] = [{"id": row.id, **_columns(table, row, calendar)} for row in case.rows(table)]
    return (json.dumps(file, ensure_ascii=False, indent=2) + "\n").encode()


def _columns(table: str, row: FileRow, calendar: Calendar) -> Mapping[str, Plain]:
    specs = columns(record_of(table))
    return {
        name: _plain(row.values[name], calendar)
        for name, spec in specs.items()
        if name in row.values and row.values[name] != spec.default
    }


def _plain(value: Value, calendar: Calendar) -> Plain:
    """A value as JSON has it. A moment is a date too, so it is asked for first."""
    if isinstance(value, datetime):
        return calendar.write_moment(value)
    if isinstance(value, date):
        return calendar.write_date(value)
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, Decimal):
        # At most nine digits: a float gives each of them back.
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [choice.value for choice in value]
    return value.value if isinstance(value, StrEnum) else value
