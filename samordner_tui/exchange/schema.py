"""The JSON Schema of the case file (draft 2020-12), so that a case can be written by hand.

It is read from the columns like the models are; the words of the choices stand in the method file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from samordner_tui.archive.records.base import Record
from samordner_tui.casework.fields import FieldKind, FieldSpec, adapter_of
from samordner_tui.exchange.calendar import DATE_PATTERN, MOMENT_PATTERN, MOST_DAYS, TIME_PATTERN
from samordner_tui.exchange.schema_words import EXAMPLE, UNLABELLED, about_dates, about_file, about_rows
from samordner_tui.exchange.shape import CASE, FORMAT, VERSION, columns, record_of, tables
from samordner_tui.language import _
from samordner_tui.method.definition import Method

Piece = dict[str, object]
"""A part of a JSON Schema."""


def case_schema(method: Method) -> Piece:
    """The schema of a whole file, in the language in use."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT}:{VERSION}",
        "title": _("Sagsfil til Samordner"),
        "description": about_file(),
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "minimum": 1, "maximum": VERSION, "default": VERSION},
            "dates": _how_dates_stand(),
            CASE: {"$ref": f"#/$defs/{CASE}"},
            **{table: _list_of(table) for table in tables()},
        },
        "required": ["format", CASE],
        "additionalProperties": False,
        "$defs": {CASE: _row(CASE, method), **{table: _row(table, method) for table in tables()}},
        "examples": [EXAMPLE],
    }


def _how_dates_stand() -> Piece:
    return {
        "title": _("Datoer"),
        "description": about_dates(MOST_DAYS),
        "enum": ["absolute", "from_today"],
        "default": "absolute",
    }


def _list_of(table: str) -> Piece:
    return {"type": "array", "title": _title(record_of(table)), "items": {"$ref": f"#/$defs/{table}"}}


def _title(record: type[Record]) -> str:
    return _(record.TITLE.danish)


def _row(table: str, method: Method) -> Piece:
    record = record_of(table)
    fields = columns(record)
    own_id: Piece = {} if table == CASE else {"id": {"type": "string", "minLength": 1, "description": about_rows()}}
    return {
        "title": _title(record),
        "type": "object",
        "properties": {**own_id, **{name: column_schema(spec, method) for name, spec in fields.items()}},
        "required": [name for name, spec in fields.items() if spec.required],
        "additionalProperties": False,
    }


def column_schema(spec: FieldSpec, method: Method) -> Piece:
    """One column: what it is called, what it may hold, and what it hangs together with."""
    said = {"title": _(spec.label), "description": _description(spec)}
    piece: Piece = {key: text for key, text in said.items() if text}
    piece |= PIECES[spec.kind](spec, method) if spec.refers_to in {None, *tables()} else {"type": "string"}
    if not spec.required and not spec.optional and spec.default is not None:
        piece["default"] = [] if spec.default == () else spec.default
    return piece


def _description(spec: FieldSpec) -> str:
    sentences = [_(spec.help), _(UNLABELLED.get((spec.table, spec.name), UNLABELLED.get(("", spec.name), "")))]
    if spec.refers_to is not None:
        sentences.append(_("Et id på en række i »{table}«.").format(table=spec.refers_to))
    if spec.since is not None:
        sentences.append(_("Gælder siden datoen i »{column}«.").format(column=spec.since))
    return " ".join(sentence for sentence in sentences if sentence)


def _limits(spec: FieldSpec, method: Method) -> Piece:
    """Text and whole numbers: pydantic says their limits as a schema already."""
    found = adapter_of(spec).json_schema()
    arms = found.get("anyOf", [found])
    return {key: value for key, value in arms[0].items() if key not in {"title", "default"}}


def _number(spec: FieldSpec, method: Method) -> Piece:
    arms: list[Piece] = adapter_of(spec).json_schema().get("anyOf", [])
    none: Piece = {}
    bounds = next((arm for arm in arms if arm.get("type") == "number"), none)
    return {"type": "number", **{key: bounds[key] for key in ("minimum", "maximum") if key in bounds}}


def _words(choices: type[StrEnum] | None, method: Method) -> list[Piece]:
    return [{"const": choice.value, "title": method.label(choice)} for choice in choices or ()]


def _choice(spec: FieldSpec, method: Method) -> Piece:
    return {"oneOf": _words(spec.choices, method)}


def _choices(spec: FieldSpec, method: Method) -> Piece:
    return {"type": "array", "uniqueItems": True, "items": {"oneOf": _words(spec.choices, method)}}


def _pattern(pattern: str, example: str) -> Callable[[FieldSpec, Method], Piece]:
    return lambda spec, method: {"type": "string", "pattern": pattern, "examples": [example]}


def _reference(spec: FieldSpec, method: Method) -> Piece:
    return {"type": "string", "minLength": 1, "maxLength": 200}


PIECES: Mapping[FieldKind, Callable[[FieldSpec, Method], Piece]] = {
    FieldKind.TEXT: _limits,
    FieldKind.LINES: _limits,
    FieldKind.INTEGER: _limits,
    FieldKind.DECIMAL: _number,
    FieldKind.DATE: _pattern(DATE_PATTERN, "2027-01-21"),
    FieldKind.MOMENT: _pattern(MOMENT_PATTERN, "2027-01-21T17:00+01:00"),
    FieldKind.TIME: _pattern(TIME_PATTERN, "17:00"),
    FieldKind.YES_NO: lambda spec, method: {"type": "boolean"},
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.REFERENCE: _reference,
}
