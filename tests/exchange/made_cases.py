"""Cases that hypothesis makes from the columns of the records: everything a case can hold, within its limits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import cast
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from samordner_tui.archive.records.base import Record
from samordner_tui.casework.fields import FieldKind, FieldSpec, adapter_of
from samordner_tui.exchange.shape import CASE, columns, record_of, references, tables
from samordner_tui.method.signs import on_one_line

ZONE = ZoneInfo("Europe/Copenhagen")

LETTERS = st.text("abcæøåÆØÅ é»«[]*_`$€漢🙂\n\t", min_size=1, max_size=40).filter(lambda text: bool(text.strip()))

BY_NAME: Mapping[str, st.SearchStrategy[str]] = {
    "phone": st.from_regex(r"\A[0-9 +()/.\-]{1,7}\Z"),
    "contact_phone": st.just("55 51 20 02"),
    "email": st.just("nogen@fjordby.example"),
    "about": st.sampled_from(
        ["gate:ready/venue_neutral", "task:visit_invitee/people-1", "cornerstone:2", "measure:f7/conferences-1"]
    ),
    "milestone": st.just("rooms"),
    "number": st.just("0112171234"),
    "text_print": st.just("0123456789abcdef"),
}
"""Texts with a form of their own."""

LEFT_OUT = {
    ("people", "invited"),
    ("people", "kind"),
    ("briefings", "read_aloud_on"),
    ("steps", "ended_at"),
    ("plans", "words"),
}
"""What could make a case that the program refuses."""

ALONE = {
    *("engagements", "children", "menus", "conferences", "steps", "plans", "cleared_numbers"),
    *("custodies", "invitations", "role_holders", "briefing_approvals"),
}
"""Tables with something that stands once only."""


@st.composite
def cases(draw: st.DrawFn) -> dict[str, object]:
    """A case file as JSON has it."""
    file: dict[str, object] = {"format": "samordner-case", "version": 1, "dates": "absolute"}
    ids: dict[str, list[str]] = {}
    file[CASE] = {**draw(_row(record_of(CASE), CASE, ids)), "number": "x", "alias": draw(_line(40))}
    for table, record in tables().items():
        wanted = draw(st.integers(0, 1 if table in ALONE else 2))
        if not all(ids.get(cast("str", spec.refers_to)) for spec in references(record).values() if spec.required):
            continue
        rows = [{"id": f"{table}-{number + 1}", **draw(_row(record, table, ids))} for number in range(wanted)]
        if rows:
            file[table] = rows
            ids[table] = [str(row["id"]) for row in rows]
    return file


@st.composite
def _row(draw: st.DrawFn, record: type[Record], table: str, ids: Mapping[str, list[str]]) -> dict[str, object]:
    row: dict[str, object] = {}
    for name, spec in columns(record).items():
        known = ids.get(spec.refers_to or "", [])
        absent = (table, name) in LEFT_OUT or (name in references(record) and not known)
        if absent or not (spec.required or (table, name) == ("presences", "person_id") or draw(st.booleans())):
            continue
        row[name] = draw(st.sampled_from(known) if name in references(record) else _value(spec))
    if table == "presences" and "person_id" not in row:
        row["present_as"] = "samordner"
    return row


def _value(spec: FieldSpec) -> st.SearchStrategy[object]:
    if spec.choices is not None:
        words = st.sampled_from([choice.value for choice in spec.choices])
        return st.lists(words, unique=True) if spec.kind is FieldKind.CHOICES else words
    if spec.kind in {FieldKind.TEXT, FieldKind.LINES}:
        return BY_NAME.get(spec.name, _lines(40) if spec.kind is FieldKind.LINES else _line(40))
    if spec.kind in {FieldKind.INTEGER, FieldKind.DECIMAL}:
        return _number(spec)
    return BY_KIND[spec.kind]


def _line(most: int) -> st.SearchStrategy[str]:
    return _lines(most).map(on_one_line)


def _lines(most: int) -> st.SearchStrategy[str]:
    return LETTERS.map(lambda text: text.strip()[:most].strip()).filter(bool)


def _number(spec: FieldSpec) -> st.SearchStrategy[object]:
    """A number within the limits that pydantic reads from the column."""
    schema = adapter_of(spec).json_schema()
    arms: list[dict[str, float]] = schema.get("anyOf", [schema])
    bounds = next(arm for arm in arms if "minimum" in arm)
    least = int(bounds["minimum"])
    most = int(bounds.get("maximum", 999))
    if spec.kind is FieldKind.INTEGER:
        return st.integers(least, most)
    return st.decimals(least, most, places=1).map(lambda number: float(Decimal(number)))


BY_KIND: Mapping[FieldKind, st.SearchStrategy[object]] = {
    FieldKind.YES_NO: st.booleans(),
    FieldKind.DATE: st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(date.isoformat),
    FieldKind.MOMENT: st.datetimes(datetime(1000, 1, 2), datetime(9998, 12, 30), timezones=st.just(ZONE)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0).isoformat()
    ),
    FieldKind.TIME: st.times(time(0), time(23, 59)).map(lambda clock: clock.strftime("%H:%M")),
}
