"""From the rows of a case file to the archive: every row gets an id of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Table, insert, select, text
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.casework.fields import FieldKind, Value, table_of
from samordner_tui.exchange.about import renamed
from samordner_tui.exchange.rows import CaseRows, FileRow
from samordner_tui.exchange.shape import case_tables, columns, references, shared_tables
from samordner_tui.language import _
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

Ids = dict[str, dict[str, str]]
"""The new id of each row, by table and local id."""


def add_case(archive: Archive, case: CaseRows) -> str:
    """Add a case with all its rows, as one step of the journal, and return its number.

    Raises:
        Refused: The number is taken.
    """
    number = str(case.case.values["number"])
    case_id = new_id()
    with archive.writing(_("Sag hentet ind"), case_id, kind="fixed") as session:
        if session.scalar(select(Case.id).where(Case.number == number)) is not None:
            raise Refused(
                _("Der er allerede en sag med nummeret {number}. Giv den et andet med --as.").format(number=number)
            )
        _store_case(session, case, case_id)
    return number


def _store_case(session: Session, case: CaseRows, case_id: str) -> None:
    """Add the rows in their order, as the case `case_id`. A venue known already is used again."""
    # A text may replace one that stands further down in the file.
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    ids: Ids = {}
    for record in shared_tables().values():
        _store_shared(session, record, case, ids)
    for table in case_tables():
        ids[table] = {row.id: new_id() for row in case.rows(table)}
    session.execute(insert(table_of(Case)), [{"id": case_id, **_values(Case, case.case, ids)}])
    for table, record in case_tables().items():
        rows = [{"id": ids[table][row.id], "case_id": case_id, **_values(record, row, ids)} for row in case.rows(table)]
        if rows:
            session.execute(insert(table_of(record)), rows)


def _store_shared(session: Session, record: type[Record], case: CaseRows, ids: Ids) -> None:
    """A venue or supplier that the archive holds already, equal in every column, is not added again."""
    table = table_of(record)
    ids[table.name] = {}
    for row in case.rows(table.name):
        values = _values(record, row, ids)
        row_id = _already_there(session, table, values, set(ids[table.name].values()))
        if row_id is None:
            row_id = new_id()
            session.execute(insert(table), [{"id": row_id, **values}])
        ids[table.name][row.id] = row_id


def _already_there(session: Session, table: Table, values: Mapping[str, Value], taken: set[str]) -> str | None:
    alike = (table.c[name].is_(None) if value is None else table.c[name] == value for name, value in values.items())
    return session.scalar(select(table.c.id).where(*alike, table.c.id.not_in(taken)).limit(1))


def _values(record: type[Record], row: FileRow, ids: Ids) -> dict[str, Value]:
    """Every column of a row, with its default where nothing is said and ids of the archive for those of the file."""
    aimed = references(record)
    values: dict[str, Value] = {}
    for name, spec in columns(record).items():
        value = row.values.get(name, spec.default)
        if name in aimed and spec.refers_to is not None and value is not None:
            value = ids[spec.refers_to][str(value)]
        elif name == "about" and spec.kind is FieldKind.TEXT:
            value = renamed(str(value), {local: new for known in ids.values() for local, new in known.items()})
        values[name] = value
    return values
