"""The walk over a case that leaves out what came after a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from samordner_tui.casework.fields import Value
from samordner_tui.exchange.as_of.birth import born_on
from samordner_tui.exchange.as_of.rules import ABOUT_SOMEBODY, ALSO_SINCE, settled
from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.rows import CaseRows, FileRow
from samordner_tui.exchange.shape import columns, record_of, references, shared_tables, tables


def case_as_of(case: CaseRows, day: date, calendar: Calendar) -> CaseRows:
    """The case as it stood at the end of `day`."""
    known = {
        table: tuple(row for row in case.rows(table) if _is_born(case, table, row, day, calendar)) for table in tables()
    }
    earlier = CaseRows(
        _earlier(case, "case", case.case, day, calendar),
        {table: tuple(_earlier(case, table, row, day, calendar) for row in rows) for table, rows in known.items()},
    )
    return _with_venues_in_use(case, _tied(earlier))


def _is_born(case: CaseRows, table: str, row: FileRow, day: date, calendar: Calendar) -> bool:
    """Whether a row was there on `day`. One that cannot be without a date that lies later was not."""
    born = born_on(case, table, row, calendar)
    needed = (name for name, spec in columns(record_of(table)).items() if spec.happened and spec.required)
    return (born is None or born <= day) and not any(_is_later(row.values.get(name), day, calendar) for name in needed)


def _earlier(case: CaseRows, table: str, row: FileRow, day: date, calendar: Calendar) -> FileRow:
    """The row without what happened later, and without what is known only since then."""
    later = {
        name
        for name, spec in columns(record_of(table)).items()
        if spec.happened and _is_later(row.values.get(name), day, calendar)
    }
    unknown = {name for name, spec in columns(record_of(table)).items() if spec.since in later}
    unknown |= {name for name, since in ALSO_SINCE.get(table, {}).items() if since in later}
    kept = {name: value for name, value in row.values.items() if name not in later | unknown}
    return settled(case, table, FileRow(row.id, kept, row.place), day, calendar)


def _is_later(value: Value, day: date, calendar: Calendar) -> bool:
    return isinstance(value, date | datetime) and calendar.civil_date(value) > day


def _tied(case: CaseRows) -> CaseRows:
    """The same case without references to rows left out; a row that cannot be without one goes too.

    Each table stands after those it points to, so that one walk is enough.
    """
    kept: dict[str, tuple[FileRow, ...]] = {}
    for table in tables():
        ids = {name: {row.id for row in rows} for name, rows in kept.items()}
        ids[table] = {row.id for row in case.rows(table)}
        rows = (_without_lost_references(table, row, ids) for row in case.rows(table))
        kept[table] = tuple(row for row in rows if row is not None)
    return CaseRows(case.case, {table: rows for table, rows in kept.items() if rows})


def _without_lost_references(table: str, row: FileRow, ids: dict[str, set[str]]) -> FileRow | None:
    lost = {
        name: spec
        for name, spec in references(record_of(table)).items()
        if row.text(name) is not None and row.text(name) not in ids.get(spec.refers_to or "", ())
    }
    if any(spec.required or (table, name) in ABOUT_SOMEBODY for name, spec in lost.items()):
        return None
    return row.with_values(**dict.fromkeys(lost))


def _with_venues_in_use(before: CaseRows, after: CaseRows) -> CaseRows:
    """What cases share is left out when the rows that named it are."""
    shared = shared_tables()
    gone = {table: _named(before, table) - _named(after, table) for table in shared}
    kept = {
        table: tuple(row for row in rows if table not in shared or row.id not in gone[table])
        for table, rows in after.tables.items()
    }
    return CaseRows(after.case, {table: rows for table, rows in kept.items() if rows})


def _named(case: CaseRows, table: str) -> set[str]:
    return {named for other, row in case.everything() for named in _names_in(other, row, table)}


def _names_in(table: str, row: FileRow, wanted: str) -> Iterable[str]:
    aimed = references(record_of(table)).items()
    return [str(row.text(name)) for name, spec in aimed if spec.refers_to == wanted and row.text(name)]
