"""The program's own fictional cases, read as they stand.

A file from elsewhere is held to every limit before a row of it is kept. These files come with the program, and its
tests hold them to the same; a demo does not wait for that.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import cast

from samordner_tui.archive.records.base import Record
from samordner_tui.casework.fields import FieldKind, FieldSpec, Value
from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.rows import CaseRows, FileRow
from samordner_tui.exchange.shape import CASE, columns, record_of, tables

READERS: Mapping[FieldKind, Callable[[Calendar, str], Value]] = {
    FieldKind.DATE: Calendar.read_date,
    FieldKind.MOMENT: Calendar.read_moment,
    FieldKind.TIME: Calendar.read_time,
    FieldKind.DECIMAL: lambda _calendar, text: Decimal(text),
}


def read_own_case(content: bytes, calendar: Calendar) -> CaseRows:
    """The case in one of the program's own files."""
    file = json.loads(content, parse_float=Decimal)
    own = Calendar(calendar.today, calendar.zone, file["dates"])
    rows = {
        table: tuple(_row(record, row, f"{table}[{number}]", own) for number, row in enumerate(file[table]))
        for table, record in tables().items()
        if file.get(table)
    }
    return CaseRows(_row(record_of(CASE), {"id": CASE, **file[CASE]}, CASE, own), rows)


def _row(record: type[Record], row: Mapping[str, object], place: str, calendar: Calendar) -> FileRow:
    """A row; one that nothing refers to has no id in the file, and gets its place."""
    said = {name: _value(spec, row[name], calendar) for name, spec in columns(record).items() if name in row}
    return FileRow(str(row.get("id", place)), {name: value for name, value in said.items() if value != ""}, place)


def _value(spec: FieldSpec, found: object, calendar: Calendar) -> Value:
    if spec.kind is FieldKind.CHOICES and spec.choices is not None:
        return tuple(choice for choice in spec.choices if choice in cast("list[str]", found))
    if spec.choices is not None:
        return spec.choices(cast("str", found))
    if spec.kind in READERS:
        return READERS[spec.kind](calendar, str(found))
    return cast("Value", found)
