"""The shape of a case file as pydantic models, made from the columns of the records.

Nothing is declared twice: limits, labels and choices stand on the columns, and a new column is in the file by itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Annotated, Literal, Optional, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, create_model
from pydantic_core import PydanticCustomError

from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.base import Record
from samordner_tui.casework.entry import forbidden
from samordner_tui.casework.fields import FieldKind, FieldSpec, table_of
from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.problems import OWN_WORDS
from samordner_tui.exchange.shape import CASE, FORMAT, VERSION, columns, tables
from samordner_tui.language import _
from samordner_tui.method.signs import has_breaks


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file is read against: the calendar, and the numbers said not to be CPR numbers."""

    calendar: Calendar
    cleared: frozenset[str] = frozenset()


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


def _wrong(sentence: str) -> PydanticCustomError:
    return PydanticCustomError(OWN_WORDS, "{sentence}", {"sentence": sentence})


def _reading(info: ValidationInfo) -> Reading:
    return cast("Reading", info.context)


def _lines(value: object, info: ValidationInfo) -> object:
    """Text as it is kept: composed letters, one kind of line ending, nothing that may not be stored."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n"))
    problem = forbidden(text, _reading(info).cleared)
    if problem is not None:
        raise _wrong(problem.sentence)
    return text if text.strip() else ""


def _text(value: object, info: ValidationInfo) -> object:
    """One line of text, without space around it."""
    text = _lines(value, info)
    if not isinstance(text, str):
        return text
    line = text.strip()
    if has_breaks(line):
        raise _wrong(_("Her kan kun stå én linje, uden linjeskift og tabulator."))
    return line


LocalId = Annotated[str, Field(min_length=1, max_length=200), BeforeValidator(_text)]
"""What names a row within the file. It is not kept, but it stands in the file, and is held to the same limits."""


def _calendar_reader(
    kind: type, read: Callable[[Calendar, str], date | datetime | time]
) -> Callable[[object, ValidationInfo], object]:
    def reader(value: object, info: ValidationInfo) -> object:
        if not isinstance(value, str):
            raise _wrong(_("Her skal stå en tekst."))
        try:
            return read(_reading(info).calendar, value)
        except ValueError as wrong:
            raise _wrong(str(wrong)) from None

    return reader


def _decimal(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise _wrong(_("Her skal stå et tal."))
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise _wrong(_("Her skal stå et tal.")) from None
    if not number.is_finite():
        raise _wrong(_("Her skal stå et tal."))
    return number


def _member(choices: type[StrEnum], value: object) -> StrEnum:
    try:
        return choices(cast("str", value))
    except ValueError:
        raise _wrong(
            _("Her skal stå et af disse ord: {words}.").format(words=", ".join(choice.value for choice in choices))
        ) from None


def _choice(choices: type[StrEnum]) -> Callable[[object], object]:
    return lambda value: None if value is None else _member(choices, value)


def _choices(choices: type[StrEnum]) -> Callable[[object], object]:
    def reader(value: object) -> object:
        if not isinstance(value, list | tuple):
            raise _wrong(_("Her skal stå en liste."))
        chosen = {_member(choices, one) for one in value}
        return tuple(one for one in choices if one in chosen)

    return reader


READERS: Mapping[FieldKind, Callable[[object, ValidationInfo], object]] = {
    FieldKind.TEXT: _text,
    FieldKind.LINES: _lines,
    FieldKind.DATE: _calendar_reader(date, Calendar.read_date),
    FieldKind.MOMENT: _calendar_reader(datetime, Calendar.read_moment),
    FieldKind.TIME: _calendar_reader(time, Calendar.read_time),
}


def _reader(spec: FieldSpec) -> BeforeValidator | None:
    """What turns the value of a file into the value of the column."""
    if spec.kind in READERS:
        return BeforeValidator(READERS[spec.kind])
    if spec.choices is not None:
        return BeforeValidator(_choice(spec.choices) if spec.kind is FieldKind.CHOICE else _choices(spec.choices))
    return BeforeValidator(_decimal) if spec.kind is FieldKind.DECIMAL else None


def _without_none(annotation: object) -> object:
    """A column's own type with its limits: whether nothing is allowed is said once, around it."""
    arms: tuple[object, ...] = getattr(annotation, "__args__", ())
    return arms[0] if type(None) in arms else annotation


def _column(spec: FieldSpec) -> tuple[object, object]:
    """One column as a field of a model: its type with its reader, and its default."""
    inner = LocalId if spec.kind is FieldKind.REFERENCE else _without_none(spec.annotation)
    reader = _reader(spec)
    read = inner if reader is None else Annotated[cast("type", inner), reader]
    if spec.required:
        return read, Field(...)
    return Optional[cast("type", read)], Field(default=None)  # noqa: UP045 - the type is a value here


@cache
def row_model(record: type[Record]) -> type[BaseModel]:
    """The shape of one row of `record`; its own `id` may be left out, and the case has none."""
    fields = {name: _column(spec) for name, spec in columns(record).items()}
    if record is not Case:
        fields["id"] = (LocalId | None, Field(default=None))
    made = create_model(table_of(record).name, __base__=_Shape, **fields)  # type: ignore[call-overload]
    return cast("type[BaseModel]", made)


@cache
def file_model() -> type[BaseModel]:
    """The shape of a whole file."""
    fields: dict[str, tuple[object, object]] = {
        "format": (Literal[FORMAT], Field(...)),
        "version": (Annotated[int, Field(ge=1, le=VERSION)], Field(default=VERSION)),
        "dates": (Literal["absolute", "from_today"], Field(default="absolute")),
        CASE: (row_model(Case), Field(...)),
    }
    for table, record in tables().items():
        fields[table] = (list[row_model(record)], Field(default=[]))  # type: ignore[misc]
    return cast("type[BaseModel]", create_model("samordner_case", __base__=_Shape, **fields))  # type: ignore[call-overload]
