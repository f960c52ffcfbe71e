"""Whether every reference in a case file names a row that is there, in the right table and the right conference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samordner_tui.exchange.problems import Problem
from samordner_tui.exchange.rows import CaseRows, FileRow
from samordner_tui.exchange.shape import record_of, references
from samordner_tui.language import _


def broken_references(case: CaseRows) -> Iterator[Problem]:
    """Each reference that names nothing, something of another table, or a row of another conference."""
    known = {table: {row.id: row for row in rows} for table, rows in case.tables.items()}
    for table, row in case.everything():
        for column, spec in references(record_of(table)).items():
            named = row.text(column)
            if named is None or spec.refers_to is None:
                continue
            place = f"{row.place}.{column}"
            there = known.get(spec.refers_to, {}).get(named)
            if there is None:
                yield Problem(place, _missing(named, spec.refers_to, known))
            elif _in_another_conference(row, there):
                yield Problem(place, _("Det hører til en anden rådslagning."))
    yield from _circles(case)


def _missing(named: str, wanted: str, known: dict[str, dict[str, FileRow]]) -> str:
    elsewhere = next((table for table, rows in known.items() if named in rows), None)
    if elsewhere is not None:
        return _("Det skal være en række i »{wanted}«, men er en i »{found}«.").format(wanted=wanted, found=elsewhere)
    return _("Ingen række i »{table}« har det id.").format(table=wanted)


def _in_another_conference(row: FileRow, named: FileRow) -> bool:
    here, there = row.text("conference_id"), named.text("conference_id")
    return here is not None and there is not None and here != there


def _circles(case: CaseRows) -> Iterator[Problem]:
    """A statement may replace an earlier one, and an agreement build on one: never by a round about way itself."""
    for table, field, sentence in (
        ("statements", "replaces_id", _("Teksten erstatter sig selv.")),
        ("plan_items", "previous_id", _("Aftalen bygger på sig selv.")),
    ):
        earlier = {row.id: row.text(field) for row in case.rows(table)}
        for row in case.rows(table):
            if _leads_back(row.id, earlier):
                yield Problem(f"{row.place}.{field}", sentence)


def _leads_back(row_id: str, earlier: Mapping[str, str | None]) -> bool:
    step, seen = earlier[row_id], {row_id}
    while step is not None and step not in seen:
        seen.add(step)
        step = earlier.get(step)
    return step is not None
