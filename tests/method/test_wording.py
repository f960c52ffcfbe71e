"""Dates, times, lists and numbers, as they are shown and typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from samordner_tui.language import SPEECH
from samordner_tui.method import wording

TODAY = date(2027, 1, 10)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
A_YEAR = [date(2027, 1, 1) + timedelta(days=days) for days in range(365)]


@pytest.fixture
def english() -> Iterator[None]:
    """The screen speaks English."""
    SPEECH.choose("en")
    yield
    SPEECH.choose("da")


def test_a_date_is_short_and_names_its_day() -> None:
    """The form the pictures show."""
    assert wording.show_date(date(2027, 1, 14)) == "tors. 14. jan."


def test_a_day_of_another_time_is_said_without_its_weekday(english: None) -> None:
    assert wording.show_day(date(2019, 3, 1)) == "1 Mar"
    SPEECH.choose("da")
    assert wording.show_day(date(2019, 3, 1)) == "1. mar."


def test_a_date_of_another_year_says_which() -> None:
    """This year is not said."""
    assert wording.show_date(date(2026, 12, 20), TODAY) == "søn. 20. dec. 2026"
    assert wording.show_date(date(2027, 12, 20), TODAY) == "man. 20. dec."


def test_danish_dates_are_those_of_the_reference() -> None:
    """Every day of a year, short and long."""
    assert [wording.show_date(day) for day in A_YEAR] == [format_date(day, "EEE d. MMM", locale="da") for day in A_YEAR]
    assert [wording.show_long_date(day) for day in A_YEAR] == [
        format_date(day, "EEEE d. MMMM", locale="da") for day in A_YEAR
    ]


@pytest.mark.usefixtures("english")
def test_english_dates_are_those_of_the_reference() -> None:
    """Every day of a year, short and long."""
    assert [wording.show_date(day) for day in A_YEAR] == [format_date(day, "EEE d MMM", locale="en") for day in A_YEAR]
    assert [wording.show_long_date(day) for day in A_YEAR] == [
        format_date(day, "EEEE d MMMM", locale="en") for day in A_YEAR
    ]


def test_a_time_on_the_hour_has_no_minutes() -> None:
    """As it is said."""
    assert wording.show_time(time(17)) == "17"
    assert wording.show_time(time(17, 5)) == "17.05"


def test_a_moment_is_shown_on_the_clocks_of_the_archive() -> None:
    """Stored in UTC, read in Copenhagen."""
    moment = datetime(2027, 1, 21, 16, 0, tzinfo=UTC)
    assert wording.show_long_moment(moment, COPENHAGEN) == "torsdag 21. januar kl. 17"
    assert wording.show_moment(moment, ZoneInfo("America/Nuuk")) == "tors. 21. jan. kl. 14"


@pytest.mark.usefixtures("english")
def test_a_moment_in_english() -> None:
    """The other half."""
    moment = datetime(2027, 1, 21, 16, 0, tzinfo=UTC)
    assert wording.show_moment(moment, COPENHAGEN) == "Thu 21 Jan at 17:00"
    assert wording.days_left(date(2027, 1, 21), TODAY) == "in 11 days"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (11, "om 11 dage"),
        (1, "i morgen"),
        (0, "i dag"),
        (-1, "i går"),
        (-3, "for 3 dage siden"),
    ],
)
def test_days_left(days: int, said: str) -> None:
    """How far away a day is."""
    assert wording.days_left(TODAY + timedelta(days=days), TODAY) == said


@pytest.mark.parametrize("count", range(5))
def test_a_list_ends_with_og(count: int) -> None:
    """No comma before the last."""
    names = ["Alma", "Karen", "Per", "Inge"][:count]
    assert wording.listed(names) == format_list(names, locale="da")


@pytest.mark.parametrize("number", [Decimal("1250.50"), Decimal(75), Decimal("0.5"), 12000, Decimal("75.00")])
def test_numbers_are_danish(number: Decimal | int) -> None:
    """Comma before decimals, point between thousands."""
    pattern = "#,##0" if number == int(number) else "#,##0.00"
    assert wording.show_number(number) == format_decimal(number, pattern, locale="da")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14/1", date(2027, 1, 14)),
        ("14/1-27", date(2027, 1, 14)),
        ("14/1 2027", date(2027, 1, 14)),
        ("14.1.", date(2027, 1, 14)),
        ("14.1.2027", date(2027, 1, 14)),
        ("14-01-2027", date(2027, 1, 14)),
        ("2027-01-14", date(2027, 1, 14)),
        ("14. jan", date(2027, 1, 14)),
        ("14. jan.", date(2027, 1, 14)),
        ("14 Januar 2028", date(2028, 1, 14)),
        ("tors. 14. jan.", date(2027, 1, 14)),
        ("tors. 15. jan.", None),
        ("Thursday 14 January", date(2027, 1, 14)),
        ("d. 14. maj", date(2027, 5, 14)),
        ("i dag", TODAY),
        ("I  Morgen", date(2027, 1, 11)),
        ("i går", date(2027, 1, 9)),
        ("i overmorgen", date(2027, 1, 12)),
        ("tors", date(2027, 1, 14)),
        ("Torsdag", date(2027, 1, 14)),
        ("på lørdag", date(2027, 1, 16)),
        ("søn", date(2027, 1, 17)),
        ("thursday", date(2027, 1, 14)),
        ("+3", date(2027, 1, 13)),
        ("-3", date(2027, 1, 7)),
        ("om 3 dage", date(2027, 1, 13)),
        ("om 2 uger", date(2027, 1, 24)),
        ("for 3 dage siden", date(2027, 1, 7)),
        ("in 1 week", date(2027, 1, 17)),
        ("20/12", date(2026, 12, 20)),
        ("1/7", date(2027, 7, 1)),
        ("31/2", None),
        ("29/2", date(2028, 2, 29)),
        ("29/2-27", None),
        ("14/13", None),
        ("", None),
        ("snart", None),
        ("+99999", None),
        ("m", None),
        ("0/0", None),
        ("14", None),
    ],
)
def test_a_typed_date(typed: str, meant: date | None) -> None:
    """Every way a date may be typed; a date without a year is the nearest."""
    assert wording.parse_date(typed, TODAY) == meant


def test_what_is_shown_can_be_typed_again() -> None:
    """A field that is opened and left keeps its date."""
    for day in A_YEAR:
        assert wording.parse_date(wording.show_date(day, TODAY), TODAY) == day
        assert wording.parse_date(wording.show_long_date(day, TODAY), TODAY) == day
    moment = datetime(2027, 1, 21, 16, 30, tzinfo=UTC)
    assert wording.parse_moment(wording.show_moment(moment, COPENHAGEN, TODAY), TODAY, COPENHAGEN) == moment


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17", time(17)),
        ("17.30", time(17, 30)),
        ("17:30", time(17, 30)),
        ("1730", time(17, 30)),
        ("930", time(9, 30)),
        ("kl. 8", time(8)),
        ("kl 8.15", time(8, 15)),
        ("24", None),
        ("17.60", None),
        ("aften", None),
        ("", None),
    ],
)
def test_a_typed_time(typed: str, meant: time | None) -> None:
    """Every way a time may be typed."""
    assert wording.parse_time(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14/1 17.30", datetime(2027, 1, 14, 16, 30, tzinfo=UTC)),
        ("14. jan kl. 17", datetime(2027, 1, 14, 16, 0, tzinfo=UTC)),
        ("i morgen 9", datetime(2027, 1, 11, 8, 0, tzinfo=UTC)),
        ("1/7 1730", datetime(2027, 7, 1, 15, 30, tzinfo=UTC)),
        ("28/3-27 2.30", None),
        ("14/1", None),
        ("17.30", None),
    ],
)
def test_a_typed_moment(typed: str, meant: datetime | None) -> None:
    """A date and a time; a time that the clocks skip is refused."""
    assert wording.parse_moment(typed, TODAY, COPENHAGEN) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.250,50", Decimal("1250.50")),
        ("1250,5", Decimal("1250.5")),
        ("12.5", Decimal("12.5")),
        ("1.250", Decimal(1250)),
        ("1 250", Decimal(1250)),
        ("75", Decimal(75)),
        ("75 kr", None),
        ("", None),
        ("NaN", None),
    ],
)
def test_a_typed_number(typed: str, meant: Decimal | None) -> None:
    """Danish comma; a point before three digits parts thousands."""
    assert wording.parse_number(typed) == meant


@pytest.mark.usefixtures("english")
def test_what_is_shown_in_english_can_be_typed_again() -> None:
    """Dates and numbers, with the English point and comma."""
    for day in A_YEAR:
        assert wording.parse_date(wording.show_date(day, TODAY), TODAY) == day
    assert wording.parse_number(wording.show_number(Decimal("1250.50"))) == Decimal("1250.50")


def test_reading_aloud_takes_a_minute_for_130_words() -> None:
    """R76: rounded up to whole minutes."""
    assert wording.reading_minutes("") == 0
    assert wording.reading_minutes("ord " * 130) == 1
    assert wording.reading_minutes("ord " * 131) == 2
