"""A case between the file and the archive: its rows, tied together by names that hold within the file alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from samordner_tui.casework.fields import Value
from samordner_tui.exchange.shape import CASE, columns, record_of, tables


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row. `values` holds the columns that differ from their default; references hold local ids."""

    id: str
    values: Mapping[str, Value]
    place: str = ""
    """Where it stands in the file it was read from: `people[3]`."""

    def with_values(self, **values: Value) -> FileRow:
        """The same row with other values; None takes a column out."""
        kept = {name: value for name, value in {**self.values, **values}.items() if value is not None}
        return replace(self, values=kept)

    def text(self, column: str) -> str | None:
        """The text or local id in a column, or None."""
        value = self.values.get(column)
        return str(value) if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class CaseRows:
    """A whole case: its own columns, and its rows by table in their order."""

    case: FileRow
    tables: Mapping[str, tuple[FileRow, ...]]

    def rows(self, table: str) -> tuple[FileRow, ...]:
        """The rows of one table."""
        return self.tables.get(table, ())

    def row(self, table: str, row_id: str | None) -> FileRow | None:
        """One row by its local id."""
        return next((row for row in self.rows(table) if row.id == row_id), None)

    def everything(self) -> tuple[tuple[str, FileRow], ...]:
        """Each row with its table, the case itself first."""
        return ((CASE, self.case), *((table, row) for table in tables() for row in self.rows(table)))


def value_of(table: str, row: FileRow, column: str) -> Value:
    """What a column of a row holds, its default where nothing is said."""
    found = row.values.get(column)
    return columns(record_of(table))[column].default if found is None else found
