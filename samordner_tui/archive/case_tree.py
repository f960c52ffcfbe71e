"""Which tables a case has, and which rows go with a row when it is deleted: one walk along the keys."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records import CASE_RECORDS
from samordner_tui.archive.row_images import Place
from samordner_tui.archive.triggers import table_of

CASES = "cases"
PEOPLE = "people"


def case_tables() -> tuple[Table, ...]:
    """Every table of a case, each after those it points to."""
    return tuple(table_of(record) for record in CASE_RECORDS)


def rows_going_with(session: Session, place: Place) -> frozenset[Place]:
    """The row at `place` and every row that goes away with it."""
    found: set[Place] = set()
    waiting = [place]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(_resting_on(session, here))
    return frozenset(found)


def _resting_on(session: Session, place: Place) -> Iterator[Place]:
    record, row_id = place
    for table in case_tables():
        for key in table.foreign_keys:
            if key.column.table.name == record and key.ondelete == "CASCADE":
                for found in session.execute(select(table.c.id).where(key.parent == row_id)).scalars():
                    yield table.name, found
