"""From what is typed in a field to the value that is kept, and back. What is wrong is a sentence beside the field."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from samordner_tui.casework.clock import is_skipped, readings_of
from samordner_tui.casework.fields import FieldKind, FieldSpec, Value, adapter_of
from samordner_tui.casework.limits import sentence_for
from samordner_tui.language import _
from samordner_tui.method.cpr import find_cpr, is_masked
from samordner_tui.method.signs import is_hiding_something, on_one_line, turns_direction, with_one_kind_of_break
from samordner_tui.method.wording import parse_date, parse_moment, parse_time, show_date, show_moment, show_time


@dataclass(frozen=True)
class Problem:
    """What is wrong with what was typed. `is_cpr` offers *it is not a CPR number* as the way out."""

    sentence: str
    is_cpr: bool = False


@dataclass(frozen=True)
class Entered:
    """The value that was typed."""

    value: Value


@dataclass(frozen=True)
class Clock:
    """What a date or a time is read against: today, and the archive's zone."""

    today: date
    zone: ZoneInfo
    begins: datetime | None = None
    """When what is typed about begins: a time alone is the first such time after it."""


BEGINNING_OF: Final = {"ends_at": "starts_at", "ended_at": "started_at"}
"""The field that says when that begins whose end is typed."""


def parse(spec: FieldSpec, typed: str, clock: Clock, *, cleared: frozenset[str] = frozenset()) -> Entered | Problem:
    """Read what was typed in a field. `cleared` holds numbers said not to be CPR numbers, as ten digits."""
    text = unicodedata.normalize("NFC", typed)
    text = with_one_kind_of_break(text) if spec.kind is FieldKind.LINES else on_one_line(text).strip()
    problem = forbidden(text, cleared)
    if problem is not None and not (problem.is_cpr and _is_moment_near(spec, text, clock)):
        return problem
    if not text.strip():
        return _nothing(spec)
    try:
        value = READERS[spec.kind](spec, text, clock)
    except ValueError as wrong:
        return Problem(str(wrong))
    return checked(spec, value)


def forbidden(text: str, cleared: frozenset[str] = frozenset()) -> Problem | None:
    """What no text may hold: signs that are not seen, and a CPR number."""
    if turns_direction(text):
        return Problem(_("Der er et usynligt tegn i teksten, som vender læseretningen. Skriv teksten igen."))
    if is_hiding_something(text):
        return Problem(_("Der er et usynligt tegn i teksten, som ikke kan gemmes. Skriv teksten igen."))
    if any(span.number not in cleared for span in find_cpr(text)):
        return Problem(_("Det ligner et CPR-nummer. Det må ikke gemmes her."), is_cpr=True)
    if is_masked(text):
        return Problem(_("Her stod et CPR-nummer, som ikke er gemt. Slet prikkerne, så gemmes resten."))
    return None


def checked(spec: FieldSpec, value: Value) -> Entered | Problem:
    """`value` held against the limits of its column."""
    try:
        return Entered(adapter_of(spec).validate_python(value))
    except ValidationError as wrong:
        return Problem(sentence_for(wrong.errors(include_url=False)[0], spec.wanted))


def show(spec: FieldSpec, value: Value, clock: Clock) -> str:
    """What stands in a field that holds `value`. Choices and references are shown by their widgets."""
    if value is None:
        return ""
    shown: dict[FieldKind, Callable[[Value], str]] = {
        FieldKind.DATE: lambda one: show_date(one, clock.today) if isinstance(one, date) else "",
        FieldKind.MOMENT: lambda one: show_moment(one, clock.zone, clock.today) if isinstance(one, datetime) else "",
        FieldKind.TIME: lambda one: show_time(one) if isinstance(one, time) else "",
        FieldKind.DECIMAL: lambda one: show_decimal(one) if isinstance(one, Decimal) else "",
        FieldKind.YES_NO: lambda one: "1" if one else "0",
        FieldKind.CHOICES: lambda one: ",".join(one) if isinstance(one, tuple) else "",
    }
    return shown.get(spec.kind, str)(value)


def show_decimal(value: Decimal) -> str:
    """A number as Danes write it: `12,5`."""
    return format(value, "f").replace(".", ",")


FIRST_YEAR, LAST_YEAR = 1900, 2199

NEAR = timedelta(days=730)
"""How far from today a date typed with its clock is taken for a moment of the case, and not for a birthday."""


def _is_moment_near(spec: FieldSpec, text: str, clock: Clock) -> bool:
    """Whether it is a moment that only looks like a CPR number: `14-01-27 1730`."""
    found = parse_moment(text, clock.today, clock.zone) if spec.kind is FieldKind.MOMENT else None
    return found is not None and abs(found.date() - clock.today) <= NEAR


def _nothing(spec: FieldSpec) -> Entered | Problem:
    if spec.optional:
        return Entered(None)
    if spec.default is not None and not spec.required:
        return Entered(spec.default)
    return Problem(_("Her skal stå noget."))


def _integer(spec: FieldSpec, text: str, clock: Clock) -> Value:
    try:
        return int(text.replace(" ", ""))
    except ValueError:
        raise ValueError(_("Skriv et helt tal, for eksempel 12.")) from None


def _decimal(spec: FieldSpec, text: str, clock: Clock) -> Value:
    plain = text.replace(" ", "")
    if "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise ValueError(_("Skriv et tal, for eksempel 12,5.")) from None
    if not value.is_finite():
        raise ValueError(_("Skriv et tal, for eksempel 12,5."))
    return value


def _date(spec: FieldSpec, text: str, clock: Clock) -> Value:
    found = parse_date(text, clock.today)
    if found is None:
        raise ValueError(_("Skriv en dato, for eksempel 14/1, 14-01-2027, i morgen eller tors."))
    return _within_reach(found)


D = TypeVar("D", date, datetime)


def _within_reach(found: D) -> D:
    """The date, unless its year was mistyped: no case reaches beyond these."""
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(_("Årstallet ser forkert ud. Skriv det med fire cifre, for eksempel 2027."))
    return found


def _moment(spec: FieldSpec, text: str, clock: Clock) -> Value:
    found = parse_moment(text, clock.today, clock.zone) or _same_day(text, clock)
    if found is None:
        raise ValueError(_("Skriv dato og klokkeslæt, for eksempel 14/1 17.30."))
    if clock.begins is not None:
        # In the hour that comes twice in autumn, what begins before it ends.
        begins = clock.begins
        found = next((one for one in readings_of(found) if one >= begins), found)
    return _within_reach(found)


def _same_day(text: str, clock: Clock) -> datetime | None:
    """A time alone, on the day it begins or the night after: `21`."""
    at = parse_time(text)
    if at is None or clock.begins is None:
        return None
    begins = clock.begins.astimezone(clock.zone)
    day = begins.date() if at >= begins.time() else begins.date() + timedelta(days=1)
    found = datetime.combine(day, at, clock.zone)
    return None if is_skipped(found) else found


def _time(spec: FieldSpec, text: str, clock: Clock) -> Value:
    found = parse_time(text)
    if found is None:
        raise ValueError(_("Skriv et klokkeslæt, for eksempel 17 eller 17.30."))
    return found


def _choice(spec: FieldSpec, text: str, clock: Clock) -> Value:
    return _member(spec, text)


def _choices(spec: FieldSpec, text: str, clock: Clock) -> Value:
    return tuple(_member(spec, part) for part in text.split(",") if part)


def _member(spec: FieldSpec, text: str) -> StrEnum:
    if spec.choices is None:
        raise TypeError(spec)
    try:
        return spec.choices(text)
    except ValueError:
        raise ValueError(_("Vælg et af svarene på listen.")) from None


def _text(spec: FieldSpec, text: str, clock: Clock) -> Value:
    return text


READERS: dict[FieldKind, Callable[[FieldSpec, str, Clock], Value]] = {
    FieldKind.TEXT: _text,
    FieldKind.LINES: _text,
    FieldKind.REFERENCE: _text,
    FieldKind.INTEGER: _integer,
    FieldKind.DECIMAL: _decimal,
    FieldKind.DATE: _date,
    FieldKind.MOMENT: _moment,
    FieldKind.TIME: _time,
    FieldKind.YES_NO: lambda spec, text, clock: text == "1",
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
}
