"""What may stand once only in a case."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from samordner_tui.casework.fields import Value, table_of
from samordner_tui.casework.once import ONCE
from samordner_tui.exchange.problems import Problem
from samordner_tui.exchange.rows import CaseRows, value_of
from samordner_tui.exchange.shape import record_of, tables
from samordner_tui.language import _

TOGETHER: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("conferences", ("number",)),
    ("steps", ("conference_id", "number", "round")),
    ("plans", ("conference_id", "version")),
    *((table_of(record).name, once.names) for record, once in ONCE.items()),
)
"""Columns that together name one thing of a case."""


def repeated(case: CaseRows) -> Iterator[Problem]:
    """Each row that says again what another row says already."""
    yield from _same_id(case)
    if len(case.rows("engagements")) > 1:
        yield Problem(case.rows("engagements")[1].place, _("En sag har kun én aftale med kommunen."))
    alone = ((table, (column,)) for table in tables() for column in _unique_columns(table))
    for table, names in dict.fromkeys(chain(alone, TOGETHER)):
        yield from _same_values(case, table, names)


def _unique_columns(table: str) -> list[str]:
    return [column.name for column in table_of(record_of(table)).columns if column.unique]


def _same_id(case: CaseRows) -> Iterator[Problem]:
    for table in tables():
        seen: set[str] = set()
        for row in case.rows(table):
            if row.id in seen:
                yield Problem(f"{row.place}.id", _("En anden række i »{table}« har det samme id.").format(table=table))
            seen.add(row.id)


def _same_values(case: CaseRows, table: str, names: tuple[str, ...]) -> Iterator[Problem]:
    first: dict[tuple[Value, ...], str] = {}
    for row in case.rows(table):
        values = tuple(value_of(table, row, name) for name in names)
        if values in first:
            place = f"{row.place}.{names[-1]}"
            yield Problem(place, _("Det står allerede i {place}.").format(place=first[values]))
        first.setdefault(values, row.place)
