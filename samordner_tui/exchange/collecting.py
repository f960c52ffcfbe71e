"""From the archive to the rows of a case file: the rows of a case in the order they were added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import RowMapping, select, text
from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Evaluation
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.base import Record
from samordner_tui.casework.fields import FieldKind, Value, table_of
from samordner_tui.exchange.about import renamed
from samordner_tui.exchange.rows import CaseRows, FileRow
from samordner_tui.exchange.shape import CASE, case_tables, columns, references, shared_tables, tables


@dataclass
class _Names:
    """The local name of each row met so far, by table and id: `people-1`, `people-2`."""

    by_table: dict[str, dict[str, str]] = field(default_factory=dict)

    def give(self, table: str, row_id: str) -> str:
        """The name of a row, given when it is first met."""
        named = self.by_table.setdefault(table, {})
        return named.setdefault(row_id, f"{table}-{len(named) + 1}")

    def all(self) -> Mapping[str, str]:
        """Every name by the id it stands for."""
        return {row_id: name for named in self.by_table.values() for row_id, name in named.items()}


def collect_case(session: Session, case_id: str) -> CaseRows:
    """The rows of one case, with the venues and suppliers it refers to in the order it does so."""
    names = _Names()
    found = {table: _read(session, record, case_id) for table, record in case_tables().items()}
    for table, rows in found.items():
        for row in rows:
            names.give(table, row["id"])
    shared = {table: _referred(session, record, found, names) for table, record in shared_tables().items()}
    case = session.execute(select(table_of(Case)).where(table_of(Case).c.id == case_id)).mappings().one()
    gathered = {**shared, **found}
    return CaseRows(
        FileRow(CASE, _values(Case, case, names)),
        {table: _rows(record, gathered[table], names) for table, record in tables().items() if gathered[table]},
    )


def _read(session: Session, record: type[Record], case_id: str) -> list[RowMapping]:
    table = table_of(record)
    query = select(table).where(table.c.case_id == case_id).order_by(text("rowid"))
    rows = list(session.execute(query).mappings())
    return sorted(rows, key=_without_order) if record is Evaluation else rows


def _without_order(row: RowMapping) -> tuple[str, ...]:
    """What evaluations are listed by: never the order they came in, which could point to somebody. Source: R127."""
    return tuple(str(value) for name, value in sorted(row.items()) if name not in {"id", "conference_id"})


def _referred(
    session: Session, record: type[Record], found: Mapping[str, Iterable[RowMapping]], names: _Names
) -> list[RowMapping]:
    """The rows of a shared table that the case refers to, in the order of its references."""
    table = table_of(record)
    wanted: dict[str, None] = {}
    for name, rows in found.items():
        pointing = [column for column, spec in references(tables()[name]).items() if spec.refers_to == table.name]
        wanted.update((row[column], None) for row in rows for column in pointing if row[column] is not None)
    by_id = {row["id"]: row for row in session.execute(select(table).where(table.c.id.in_(wanted))).mappings()}
    rows = [by_id[row_id] for row_id in wanted if row_id in by_id]
    for row in rows:
        names.give(table.name, row["id"])
    return rows


def _rows(record: type[Record], rows: Iterable[RowMapping], names: _Names) -> tuple[FileRow, ...]:
    table = table_of(record).name
    return tuple(FileRow(names.give(table, row["id"]), _values(record, row, names)) for row in rows)


def _values(record: type[Record], row: RowMapping, names: _Names) -> dict[str, Value]:
    values: dict[str, Value] = {}
    aimed = references(record)
    for name, spec in columns(record).items():
        value: Value = row[name]
        if value is None or value in ("", spec.default):
            continue
        if name in aimed and spec.refers_to is not None:
            value = names.by_table.get(spec.refers_to, {}).get(str(value))
        elif name == "about" and spec.kind is FieldKind.TEXT:
            value = renamed(str(value), names.all())
        values[name] = value
    return {name: value for name, value in values.items() if value is not None}
