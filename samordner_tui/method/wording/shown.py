"""How dates, times, lists and numbers stand on the screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from typing import Final

from samordner_tui.language import SPEECH
from samordner_tui.method.wording.words import words

WORDS_PER_MINUTE: Final = 130
"""How fast a briefing is read aloud, calmly. Source: R76."""


def show_date(day: date, today: date | None = None) -> str:
    """`tors. 14. jan.`; with its year where that is another than the year of `today`."""
    return f"{words().short_weekdays[day.weekday()]} {show_day(day)}" + _year(day, today)


def show_day(day: date) -> str:
    """`14. jan.`: a day of another time, of which nobody asks for the weekday."""
    said = words()
    return f"{day.day}{said.ordinal} {said.short_months[day.month - 1]}"


def show_long_date(day: date, today: date | None = None) -> str:
    """`torsdag 21. januar`; with its year where that is another than the year of `today`."""
    said = words()
    return f"{said.weekdays[day.weekday()]} {day.day}{said.ordinal} {said.months[day.month - 1]}" + _year(day, today)


def show_time(moment: time | datetime) -> str:
    """`17` or `17.30`; what stands before it (`kl.`) is the caller's."""
    said = words()
    if moment.minute == 0:
        return said.whole_hour.format(hour=moment.hour)
    return f"{moment.hour}{said.between_hour_and_minute}{moment.minute:02d}"


def show_clock(moment: time | datetime) -> str:
    """`09.05`, in English `09:05`: always as wide, for a column."""
    return f"{moment.hour:02d}{words().between_hour_and_minute}{moment.minute:02d}"


def show_moment(moment: datetime, zone: tzinfo, today: date | None = None) -> str:
    """`tors. 14. jan. kl. 17.30`, on the clocks of `zone`."""
    local = moment.astimezone(zone)
    return f"{show_date(local.date(), today)} {words().at} {show_time(local)}"


def show_long_moment(moment: datetime, zone: tzinfo, today: date | None = None) -> str:
    """`torsdag 21. januar kl. 17`, on the clocks of `zone`."""
    local = moment.astimezone(zone)
    return f"{show_long_date(local.date(), today)} {words().at} {show_time(local)}"


def days_left(day: date, today: date) -> str:
    """`om 11 dage`, `i morgen`, `i dag`, `i går`, `for 3 dage siden`."""
    days = (day - today).days
    near = {-1: ("i går", "yesterday"), 0: ("i dag", "today"), 1: ("i morgen", "tomorrow")}
    if days in near:
        danish, english = near[days]
    elif days > 0:
        danish, english = f"om {days} dage", f"in {days} days"
    else:
        danish, english = f"for {-days} dage siden", f"{-days} days ago"
    return danish if SPEECH.language == "da" else english


def listed(names: Sequence[str]) -> str:
    """`A, B og C`."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} {words().last_of_list} {names[-1]}"


def show_number(number: Decimal | int) -> str:
    """`1.250,50`, `75`: decimals only where there are some."""
    said = words()
    text = f"{number:,}" if number == int(number) else f"{number:,.2f}"
    whole, _, decimals = text.partition(".")
    whole = whole.replace(",", said.thousands)
    return f"{whole}{said.decimals}{decimals}" if decimals.strip("0") else whole


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def reading_minutes(text: str, words_per_minute: int = WORDS_PER_MINUTE) -> int:
    """Whole minutes it takes to read aloud, rounded up; none for an empty text. Source: R76."""
    return -(-count_words(text) // words_per_minute)


def _year(day: date, today: date | None) -> str:
    """The year after a date, where it has to be said."""
    return "" if today is None or day.year == today.year else f" {day.year}"
