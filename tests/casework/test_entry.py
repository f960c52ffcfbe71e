"""What is typed in a field becomes the value that is kept, or a sentence beside the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordner_tui.archive.records.after import TimeEntry
from samordner_tui.archive.records.assignment import Authority, Case, Engagement
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.entry import Clock, Entered, Problem, parse, show
from samordner_tui.casework.fields import FieldKind, Value, field_of
from samordner_tui.method.terms import Diet, Side

CLOCK = Clock(date(2027, 1, 10), ZoneInfo("Europe/Copenhagen"))


@pytest.mark.parametrize(
    ("record", "name", "typed", "value"),
    [
        (Person, "name", "  Åse Ørsted ", "Åse Ørsted"),
        (Person, "name", "[red]Inge[/red] {x}", "[red]Inge[/red] {x}"),
        (Person, "age", "11", 11),
        (Person, "age", "", None),
        (Person, "side", "mother", Side.MOTHER),
        (Person, "diets", "vegan,halal", (Diet.VEGAN, Diet.HALAL)),
        (Person, "household", "1", True),
        (Person, "household", "", None),
        (Engagement, "agreed_hours", "12,5", Decimal("12.5")),
        (Engagement, "hourly_rate", "1.234,50", Decimal("1234.50")),
        (Engagement, "delete_by", "14/1", date(2027, 1, 14)),
        (Engagement, "delete_by", "i morgen", date(2027, 1, 11)),
        (Authority, "reachable_from", "16.30", time(16, 30)),
        (Conference, "starts_at", "21/1 17", datetime(2027, 1, 21, 16, tzinfo=UTC)),
    ],
)
def test_what_is_typed_becomes_its_value(record: type[Record], name: str, typed: str, value: Value) -> None:
    assert parse(field_of(record, name), typed, CLOCK) == Entered(value)


@pytest.mark.parametrize(
    ("record", "name", "typed", "part_of_sentence"),
    [
        (Person, "name", "   ", "skal stå noget"),
        (Person, "name", "x" * 121, "120 tegn"),
        (Person, "age", "elleve", "helt tal"),
        (Person, "age", "121", "højst være 120"),
        (Person, "age", "-1", "mindst være 0"),
        (Person, "side", "nabo", "listen"),
        (Person, "phone", "ring til mor", "telefonnummer"),
        (Person, "relation", "far\x07", "usynligt tegn"),
        (Engagement, "agreed_hours", "mange", "12,5"),
        (Engagement, "agreed_hours", "NaN", "12,5"),
        (Engagement, "agreed_hours", "1,234", "efter kommaet"),
        (Engagement, "delete_by", "31/2", "en dato"),
        (Engagement, "delete_by", "14-01-0027", "Årstallet"),
        (Authority, "reachable_from", "25", "klokkeslæt"),
        (Conference, "starts_at", "på torsdag", "klokkeslæt"),
        (TimeEntry, "minutes", "", "skal stå noget"),
        (Case, "number", "../2027", "sagsnummer"),
    ],
)
def test_what_cannot_be_kept_gets_a_sentence(
    record: type[Record], name: str, typed: str, part_of_sentence: str
) -> None:
    problem = parse(field_of(record, name), typed, CLOCK)
    assert isinstance(problem, Problem)
    assert part_of_sentence in problem.sentence


@pytest.mark.parametrize("typed", ["ring 010203-4567 i aften", "0102034567", "01.02.03 4567", "71 610203-4567"])
def test_a_cpr_number_is_held_back_anywhere(typed: str) -> None:
    problem = parse(field_of(Person, "relation"), typed, CLOCK)
    assert isinstance(problem, Problem)
    assert problem.is_cpr


@pytest.mark.parametrize("typed", ["bestilling 010203-4567", "bestilling 010203–4567"])
def test_a_number_said_not_to_be_a_cpr_number_is_kept(typed: str) -> None:
    assert parse(field_of(Person, "relation"), typed, CLOCK, cleared=frozenset({"0102034567"})) == Entered(typed)


@pytest.mark.parametrize("typed", ["14-01-27 1730", "14/01/27 1730", "14. 01. 27 1730"])
def test_a_moment_that_looks_like_a_cpr_number_is_a_moment(typed: str) -> None:
    assert parse(field_of(Conference, "starts_at"), typed, CLOCK) == Entered(datetime(2027, 1, 14, 16, 30, tzinfo=UTC))


@pytest.mark.parametrize("typed", ["01-02-03 1234", "010203-1234", "14-01-17 1730"])
def test_a_birthday_and_four_digits_are_no_moment(typed: str) -> None:
    problem = parse(field_of(Conference, "starts_at"), typed, CLOCK)
    assert isinstance(problem, Problem)
    assert problem.is_cpr


def test_a_text_of_several_lines_keeps_its_newlines_and_tabs() -> None:
    typed = "Første linje\n\tanden linje\n"
    assert parse(field_of(Case, "purpose"), typed, CLOCK) == Entered(typed)


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\v", "\x85", "\u2028", "\u2029"])
def test_every_break_of_a_line_is_kept_as_one_kind(line_break: str) -> None:
    assert parse(field_of(Case, "purpose"), f"a{line_break}b", CLOCK) == Entered("a\nb")


@pytest.mark.parametrize("between", ["\n", "\r\n", "\t", "\u2028", "\u2029", "\n\n\t"])
def test_in_a_field_of_one_line_a_break_becomes_a_space(between: str) -> None:
    assert parse(field_of(Person, "relation"), f"farmor{between}Skive\n", CLOCK) == Entered("farmor Skive")


@pytest.mark.parametrize("sign", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"])
@pytest.mark.parametrize(("record", "name"), [(Person, "name"), (Case, "purpose")])
def test_a_sign_that_turns_the_direction_of_reading_is_refused(sign: str, record: type[Record], name: str) -> None:
    problem = parse(field_of(record, name), f"Noor {sign}Ali", CLOCK)
    assert isinstance(problem, Problem)
    assert "læseretningen" in problem.sentence


@pytest.mark.parametrize("sign", [*"\u200b\u2060\ufeff\x00\x1b"])
def test_a_sign_that_is_not_seen_is_refused(sign: str) -> None:
    problem = parse(field_of(Case, "purpose"), f"et{sign}to", CLOCK)
    assert isinstance(problem, Problem)
    assert "usynligt tegn" in problem.sentence


@pytest.mark.parametrize(
    "typed", ["نور علي", "می\u200cخواهم", "क्\u200dष", "familie\u00adråd", "👩\u200d👧", "Zoë 🙂\ufe0f"]
)
def test_names_and_words_of_any_language_are_kept(typed: str) -> None:
    assert parse(field_of(Person, "relation"), typed, CLOCK) == Entered(typed)


SHOWN_AND_TYPED_AGAIN: dict[FieldKind, tuple[type[Record], str, st.SearchStrategy[Value]]] = {
    FieldKind.DATE: (Engagement, "delete_by", st.dates(date(1990, 1, 1), date(2100, 1, 1))),
    FieldKind.TIME: (Authority, "reachable_from", st.times().map(lambda one: one.replace(second=0, microsecond=0))),
    FieldKind.DECIMAL: (Engagement, "hourly_rate", st.decimals(0, 1000000, places=2)),
}


@pytest.mark.parametrize("kind", SHOWN_AND_TYPED_AGAIN)
@given(data=st.data())
def test_what_is_shown_can_be_typed_again(kind: FieldKind, data: st.DataObject) -> None:
    record, name, values = SHOWN_AND_TYPED_AGAIN[kind]
    value = data.draw(values)
    spec = field_of(record, name)
    assert parse(spec, show(spec, value, CLOCK), CLOCK) == Entered(value)


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("21", datetime(2027, 1, 21, 20, tzinfo=UTC)),
        ("21.30", datetime(2027, 1, 21, 20, 30, tzinfo=UTC)),
        ("0.30", datetime(2027, 1, 21, 23, 30, tzinfo=UTC)),
        ("22/1 1", datetime(2027, 1, 22, 0, tzinfo=UTC)),
    ],
)
def test_a_time_alone_is_on_the_day_it_begins_or_the_night_after(typed: str, ends: datetime) -> None:
    clock = replace(CLOCK, begins=datetime(2027, 1, 21, 16, tzinfo=UTC))
    assert parse(field_of(Conference, "ends_at"), typed, clock) == Entered(ends)
    assert isinstance(parse(field_of(Conference, "ends_at"), "21", CLOCK), Problem)
