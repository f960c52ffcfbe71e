"""How dates, times, lists and numbers are said and typed, in Danish and English.

Written here because the libraries that do it are out of proportion to seven weekdays and twelve months.
"""

from __future__ import annotations

from samordner_tui.method.wording.shown import (
    WORDS_PER_MINUTE,
    count_words,
    days_left,
    listed,
    reading_minutes,
    show_clock,
    show_date,
    show_day,
    show_long_date,
    show_long_moment,
    show_moment,
    show_number,
    show_time,
)
from samordner_tui.method.wording.typed import parse_date, parse_moment, parse_number, parse_time

__all__ = [
    "WORDS_PER_MINUTE",
    "count_words",
    "days_left",
    "listed",
    "parse_date",
    "parse_moment",
    "parse_number",
    "parse_time",
    "reading_minutes",
    "show_clock",
    "show_date",
    "show_day",
    "show_long_date",
    "show_long_moment",
    "show_moment",
    "show_number",
    "show_time",
]
