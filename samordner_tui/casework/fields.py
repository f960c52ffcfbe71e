"""What a field is, read from its column: the form, the check of what is typed and the case file start here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum, StrEnum, auto
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, cast, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter
from sqlalchemy import Column, Table, inspect
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.marks import (
    Happened,
    Help,
    Hidden,
    Kept,
    Label,
    Lines,
    NamesSomebody,
    ReadBy,
    Since,
    Wanted,
)

Value = str | int | bool | Decimal | date | datetime | time | StrEnum | tuple[StrEnum, ...] | None
"""What a column may hold."""


class FieldKind(Enum):
    """How a field is shown and typed."""

    TEXT = auto()
    LINES = auto()
    INTEGER = auto()
    DECIMAL = auto()
    DATE = auto()
    MOMENT = auto()
    TIME = auto()
    YES_NO = auto()
    CHOICE = auto()
    CHOICES = auto()
    REFERENCE = auto()


PLAIN_KINDS: dict[type, FieldKind] = {
    str: FieldKind.TEXT,
    int: FieldKind.INTEGER,
    bool: FieldKind.YES_NO,
    Decimal: FieldKind.DECIMAL,
    date: FieldKind.DATE,
    datetime: FieldKind.MOMENT,
    time: FieldKind.TIME,
}


@dataclass(frozen=True)
class FieldSpec:
    """One column as a field. `annotation` is the column's own type with its limits, without `Mapped`."""

    record: type[Record]
    name: str
    kind: FieldKind
    annotation: object
    optional: bool
    required: bool
    label: str = ""
    help: str = ""
    choices: type[StrEnum] | None = None
    refers_to: str | None = None
    happened: bool = False
    since: str | None = None
    hidden: bool = False
    kept: bool = False
    wanted: str = ""
    names_somebody: bool = False
    read_by: Literal["child", "family"] | None = None

    @cached_property
    def table(self) -> str:
        """The name of the record's table."""
        return table_of(self.record).name

    @cached_property
    def default(self) -> Value:
        """What the column holds when nothing was said."""
        default = table_of(self.record).columns[self.name].default
        return default.arg if isinstance(default, ScalarElementColumnDefault) else None


def table_of(record: type[Record]) -> Table:
    """The table a record is kept in."""
    table = inspect(record).local_table
    if not isinstance(table, Table):
        raise TypeError(record)
    return table


@cache
def record_named(table: str) -> type[Record]:
    """The record kept in `table`."""
    for mapper in Record.registry.mappers:
        if table_of(mapper.class_).name == table:
            return cast("type[Record]", mapper.class_)
    raise KeyError(table)


@cache
def fields_of(record: type[Record]) -> dict[str, FieldSpec]:
    """Every column of `record` by name, in the order they were declared, its own before those it shares."""
    hints = get_type_hints(record, include_extras=True)
    columns = table_of(record).columns
    return {
        name: _field(record, name, get_args(hint)[0], columns[name])
        for name, hint in hints.items()
        if get_origin(hint) is Mapped and name in columns
    }


def field_of(record: type[Record], name: str) -> FieldSpec:
    """One column of `record`."""
    return fields_of(record)[name]


@cache
def _adapter(spec: tuple[type[Record], str]) -> TypeAdapter[Value]:
    return TypeAdapter(cast("type[Value]", field_of(*spec).annotation))


def adapter_of(spec: FieldSpec) -> TypeAdapter[Value]:
    """The pydantic check of one field, from the limits on its column."""
    return _adapter((spec.record, spec.name))


def _field(record: type[Record], name: str, annotation: object, column: Column[object]) -> FieldSpec:
    inner, optional = _without_none(annotation)
    plain, marks = _unwrapped(inner)
    reference = next(iter(column.foreign_keys), None)
    lines = any(isinstance(mark, Lines) for mark in marks)
    kind, choices = _kind_of(plain, is_reference=reference is not None and name != "case_id", lines=lines)
    found = {type(mark): mark for mark in marks}
    label, help_mark, since, wanted, reader = (found.get(mark) for mark in (Label, Help, Since, Wanted, ReadBy))
    return FieldSpec(
        record=record,
        name=name,
        kind=kind,
        annotation=annotation,
        optional=optional,
        required=not optional and column.default is None,
        label=label.danish if isinstance(label, Label) else "",
        help=help_mark.danish if isinstance(help_mark, Help) else "",
        choices=choices,
        refers_to=reference.target_fullname.split(".")[0] if reference is not None else None,
        happened=Happened in found,
        since=since.column if isinstance(since, Since) else None,
        hidden=Hidden in found,
        kept=Kept in found,
        wanted=wanted.danish if isinstance(wanted, Wanted) else "",
        names_somebody=NamesSomebody in found,
        read_by=reader.reader if isinstance(reader, ReadBy) else None,
    )


def _without_none(annotation: object) -> tuple[object, bool]:
    if get_origin(annotation) in {Union, UnionType}:
        rest = [part for part in get_args(annotation) if part is not NoneType]
        return rest[0], len(rest) < len(get_args(annotation))
    return annotation, False


def _unwrapped(annotation: object) -> tuple[object, tuple[object, ...]]:
    if get_origin(annotation) is Annotated:
        plain, *marks = get_args(annotation)
        return plain, tuple(marks)
    return annotation, ()


def _kind_of(plain: object, *, is_reference: bool, lines: bool) -> tuple[FieldKind, type[StrEnum] | None]:
    if is_reference:
        return FieldKind.REFERENCE, None
    if get_origin(plain) is tuple:
        return FieldKind.CHOICES, get_args(plain)[0]
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return FieldKind.CHOICE, plain
    if lines:
        return FieldKind.LINES, None
    return PLAIN_KINDS[plain], None  # type: ignore[index]
