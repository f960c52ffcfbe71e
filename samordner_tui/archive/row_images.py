"""Rows as the journal keeps them: a row's whole content as JSON, or None where there is no row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Table
from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.keeping import Change
from samordner_tui.archive.triggers import image

Place = tuple[str, str]
"""A table and the id of a row in it."""

Images = dict[Place, str | None]


def net_images(changes: Iterable[Change]) -> tuple[Images, Images]:
    """What each row was before the first of `changes` that touched it, and what it was after the last."""
    earlier: Images = {}
    later: Images = {}
    for change in changes:
        place = (change.record, change.row_id)
        earlier.setdefault(place, change.before)
        later[place] = change.after
    return earlier, later


def rows_as_they_are(session: Session, places: Iterable[Place]) -> Images:
    """The rows at `places` now."""
    return {place: _row(session, *place) for place in places}


def put_rows(session: Session, wanted: Mapping[Place, str | None]) -> None:
    """Bring the rows to what is wanted. Rows go first: what a key then clears in others is written again after."""
    connection = session.connection()
    for (record, row_id), content in wanted.items():
        if content is None:
            connection.exec_driver_sql(f'DELETE FROM "{_table(record).name}" WHERE id = ?', (row_id,))  # noqa: S608 - a table of ours
    for (record, _row_id), content in wanted.items():
        if content is not None:
            _put(session, _table(record), json.loads(content))


def _put(session: Session, table: Table, values: Mapping[str, object]) -> None:
    names = [column.name for column in table.columns]
    columns = ", ".join(f'"{name}"' for name in names)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
    statement = (
        f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join("?" for _name in names)}) '  # noqa: S608 - names of ours
        f"ON CONFLICT (id) DO UPDATE SET {changes}"
    )
    session.connection().exec_driver_sql(statement, tuple(values[name] for name in names))


def _row(session: Session, record: str, row_id: str) -> str | None:
    table = _table(record)
    statement = f'SELECT {image(table)} FROM "{table.name}" WHERE id = ?'  # noqa: S608 - names of ours
    found = session.connection().exec_driver_sql(statement, (row_id,)).scalar_one_or_none()
    return None if found is None else str(found)


def _table(record: str) -> Table:
    return Record.metadata.tables[record]
