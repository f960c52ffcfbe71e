"""The names of days and months in both languages, as they are shown and as they may be typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samordner_tui.language import SPEECH, Language


@dataclass(frozen=True, slots=True)
class Words:
    """What one language needs to say a date. Lists begin with Monday and January."""

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    ordinal: str
    """What stands after the day of the month."""
    last_of_list: str
    at: str
    """What stands before a time of day."""
    between_hour_and_minute: str
    whole_hour: str
    """How a time on the hour is written."""
    thousands: str
    decimals: str


WORDS: Final[dict[Language, Words]] = {
    "da": Words(
        weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        short_weekdays=("man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn."),
        months=(
            "januar",
            "februar",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "december",
        ),
        short_months=(
            "jan.",
            "feb.",
            "mar.",
            "apr.",
            "maj",
            "jun.",
            "jul.",
            "aug.",
            "sep.",
            "okt.",
            "nov.",
            "dec.",
        ),
        ordinal=".",
        last_of_list="og",
        at="kl.",
        between_hour_and_minute=".",
        whole_hour="{hour}",
        thousands=".",
        decimals=",",
    ),
    "en": Words(
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        ordinal="",
        last_of_list="and",
        at="at",
        between_hour_and_minute=":",
        whole_hour="{hour}:00",
        thousands=",",
        decimals=".",
    ),
}

# Both languages may be typed at any time: a habit does not change with the screen.

WEEKDAY_NAMES: Final = tuple((name.lower(), day) for words in WORDS.values() for day, name in enumerate(words.weekdays))
MONTH_NAMES: Final = tuple(
    (name.lower(), month) for words in WORDS.values() for month, name in enumerate(words.months, start=1)
)
NAMED_DAYS: Final = {
    "i dag": 0,
    "idag": 0,
    "i morgen": 1,
    "imorgen": 1,
    "i overmorgen": 2,
    "overmorgen": 2,
    "i går": -1,
    "igår": -1,
    "i forgårs": -2,
    "forgårs": -2,
    "today": 0,
    "tomorrow": 1,
    "yesterday": -1,
}


def words() -> Words:
    """The words of the language in use."""
    return WORDS[SPEECH.language]
