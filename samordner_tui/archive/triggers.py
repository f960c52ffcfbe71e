# ruff: noqa: S608 - every name comes from our own tables
"""The triggers of the archive: every change of a row is written to the journal, and makes its case's summary stale.

They are made from the tables, so that cascades and bulk changes are caught like any other. A change outside a journal
step finds no current step and is refused by the database itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from sqlalchemy import Table

from samordner_tui.archive.records import CASE_RECORDS, SHARED_RECORDS
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.keeping import CaseSummary

Row = Literal["old", "new"]
Happening = Literal["insert", "update", "delete"]

ROWS: dict[Happening, tuple[Row, ...]] = {"insert": ("new",), "update": ("old", "new"), "delete": ("old",)}

PREFIX = "journal_"


def journalled_tables() -> tuple[Table, ...]:
    """Every table whose changes are kept in the journal."""
    records: tuple[type[object], ...] = (Case, *CASE_RECORDS, *SHARED_RECORDS)
    return tuple(table_of(record) for record in records)


def image(table: Table, row: Row | None = None) -> str:
    """SQL for a whole row as JSON, its columns in the order of the table."""
    place = "" if row is None else f"{row}."
    parts = (f"'{column.name}', {place}\"{column.name}\"" for column in table.columns)
    return f"json_object({', '.join(parts)})"


def trigger_statements() -> Iterator[str]:
    """SQL that makes every trigger."""
    for table in journalled_tables():
        for happening in ROWS:
            yield _trigger(table, happening)


def table_of(record: type[object]) -> Table:
    """The table a record is mapped to."""
    table = record.__table__ if issubclass(record, Record) else None
    if not isinstance(table, Table):
        message = f"{record.__name__} is mapped to no table"
        raise TypeError(message)
    return table


def _trigger(table: Table, happening: Happening) -> str:
    when = f"\nWHEN {_differs(table)}" if happening == "update" else ""
    body = "\n".join(f"  {statement};" for statement in (_journals(table, happening), *_stales(table, happening)))
    return (
        f'CREATE TRIGGER "{PREFIX}{table.name}_{happening}" AFTER {happening.upper()} ON "{table.name}"{when}\n'
        f"BEGIN\n{body}\nEND"
    )


def _differs(table: Table) -> str:
    """True when any column has another value; a change that changes nothing leaves no trace."""
    return " OR ".join(f'old."{column.name}" IS NOT new."{column.name}"' for column in table.columns)


def _journals(table: Table, happening: Happening) -> str:
    rows = ROWS[happening]
    before = image(table, "old") if "old" in rows else "NULL"
    after = image(table, "new") if "new" in rows else "NULL"
    return (
        "INSERT INTO changes (step_id, case_id, record, row_id, before, after) VALUES "
        f"((SELECT step_id FROM current_step), {_case_of(table, rows[-1])}, "
        f"'{table.name}', {rows[-1]}.id, {before}, {after})"
    )


def _case_of(table: Table, row: Row) -> str:
    if table.name == "cases":
        return f"{row}.id"
    return f"{row}.case_id" if "case_id" in table.columns else "NULL"


def _stales(table: Table, happening: Happening) -> Iterator[str]:
    """SQL that makes the summaries stale which rest on the row."""
    row = ROWS[happening][-1]
    if "case_id" in table.columns or table.name == "cases":
        if table.name != "cases" or happening != "delete":
            yield _stale(_case_of(table, row), of_case=table.name == "cases")
        return
    for users, column in _users(table):
        cases = f'SELECT case_id FROM "{users}" WHERE "{column}" = {row}.id'
        yield f"UPDATE case_summaries SET stale = 1 WHERE case_id IN ({cases})"


def _stale(case_id: str, *, of_case: bool) -> str:
    """SQL that writes a stale summary of a case, or makes the one it has stale.

    While a case goes away with its rows, its own row is gone first, and nothing is written.
    """
    names, values = zip(*_empty_summary(), strict=True)
    changes = "stale = 1, number = excluded.number, alias = excluded.alias" if of_case else "stale = 1"
    unless = "" if of_case else " WHERE stale = 0"
    return (
        f"INSERT INTO case_summaries ({', '.join(names)}) SELECT {', '.join(values)} FROM cases WHERE id = {case_id} "
        f"ON CONFLICT (case_id) DO UPDATE SET {changes}{unless}"
    )


def _empty_summary() -> Iterator[tuple[str, str]]:
    """What stands in a summary that is not yet made, column by column."""
    yield "case_id", "id"
    yield "number", "number"
    yield "alias", "alias"
    yield "stale", "1"
    for column in table_of(CaseSummary).columns:
        if not column.nullable and column.name not in {"case_id", "number", "alias", "stale"}:
            yield column.name, "''" if column.type.python_type is str else "0"


def _users(shared: Table) -> Iterator[tuple[str, str]]:
    """The tables of a case that point at `shared`, and the column they do it by."""
    for record in CASE_RECORDS:
        for column in table_of(record).columns:
            if any(key.column.table is shared for key in column.foreign_keys):
                yield table_of(record).name, column.name
