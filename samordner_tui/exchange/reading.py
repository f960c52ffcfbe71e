"""From the bytes of a case file to the rows of a case; refused whole, with every problem and its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from pydantic import BaseModel, ValidationError

from samordner_tui.casework.fields import Value
from samordner_tui.exchange.calendar import Calendar, Dates
from samordner_tui.exchange.checks import problems_in
from samordner_tui.exchange.json_text import read_json
from samordner_tui.exchange.models import Reading, file_model
from samordner_tui.exchange.problems import CaseFileWrong, Problem, problem_of
from samordner_tui.exchange.rows import CaseRows, FileRow
from samordner_tui.exchange.shape import CASE, FORMAT, VERSION, columns, record_of, tables
from samordner_tui.language import _
from samordner_tui.method.terms import PersonKind

TOP_KEYS = ("format", "version", "dates", CASE)


def read_case(content: bytes, calendar: Calendar) -> CaseRows:
    """The case a file holds. Raises CaseFileWrong; `calendar` says what `today` means and which zone holds."""
    found = read_json(content)
    if not isinstance(found, dict):
        raise CaseFileWrong([Problem("", _("Filen er ikke en sagsfil."))])
    file = cast("dict[str, object]", found)
    _check_head(file)
    calendar = Calendar(calendar.today, calendar.zone, _dates(file))
    try:
        model = file_model().model_validate(file, context=Reading(calendar, _cleared(file)))
    except ValidationError as wrong:
        raise CaseFileWrong(problem_of(error, _known_keys) for error in wrong.errors(include_url=False)) from None
    case = _with_children_named(_rows(model))
    problems = problems_in(case, calendar)
    if problems:
        raise CaseFileWrong(problems)
    return case


def _check_head(file: Mapping[str, object]) -> None:
    if file.get("format") != FORMAT:
        sentence = _("Filen er ikke en sagsfil: her skal stå »{name}«.").format(name=FORMAT)
        raise CaseFileWrong([Problem("format", sentence)])
    version = file.get("version", VERSION)
    if isinstance(version, int) and version > VERSION:
        sentence = _("Filen er lavet af en nyere udgave af programmet. Hent den nye udgave først.")
        raise CaseFileWrong([Problem("version", sentence)])


def _dates(file: Mapping[str, object]) -> Dates:
    return "from_today" if file.get("dates") == "from_today" else "absolute"


def _cleared(file: Mapping[str, object]) -> frozenset[str]:
    """The numbers that the file itself says are not CPR numbers."""
    rows = file.get("cleared_numbers")
    numbers = [row.get("number") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return frozenset(number for number in numbers if isinstance(number, str))


def _known_keys(place: tuple[str | int, ...]) -> Iterable[str]:
    if not place:
        return (*TOP_KEYS, *tables())
    table = str(place[0])
    return ("id", *columns(record_of(table))) if table == CASE or table in tables() else ()


def _rows(model: BaseModel) -> CaseRows:
    case = FileRow(CASE, _values(getattr(model, CASE)), CASE)
    return CaseRows(case, {table: _table(table, getattr(model, table)) for table in tables() if getattr(model, table)})


def _table(table: str, rows: list[BaseModel]) -> tuple[FileRow, ...]:
    return tuple(FileRow(_id(row, number), _values(row), f"{table}[{number}]") for number, row in enumerate(rows))


def _id(row: BaseModel, number: int) -> str:
    """The id of a row. One that nothing refers to needs none; the name it gets then cannot be written in a file."""
    return str(dict(row).get("id") or f"\0{number}")


def _values(row: BaseModel) -> dict[str, Value]:
    """What is said of a row. Empty text in a field that may be empty says nothing."""
    said = {name: cast("Value", getattr(row, name)) for name in type(row).model_fields if name != "id"}
    return {name: value for name, value in said.items() if value is not None and value != ""}


def _with_children_named(case: CaseRows) -> CaseRows:
    """Somebody whom a row of `children` points to is a child, also where the file does not say so."""
    children = {row.text("person_id") for row in case.rows("children")}
    people = tuple(
        row.with_values(kind=PersonKind.CHILD) if row.id in children and "kind" not in row.values else row
        for row in case.rows("people")
    )
    return CaseRows(case.case, {**case.tables, "people": people} if people else case.tables)
