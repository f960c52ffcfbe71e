"""What a person types for a date, a time or a number. Danish and English are both understood at any time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from typing import Final

from samordner_tui.method.wording.words import MONTH_NAMES, NAMED_DAYS, WEEKDAY_NAMES, words

SHORTEST_WEEKDAY: Final = 2
SHORTEST_MONTH: Final = 3
WEEK: Final = 7
HOURS_OF_A_DAY: Final = 24
TWO_DIGITS: Final = 2
CENTURY: Final = 2000
LONGEST_OFFSET: Final = 3660
"""Days; what is further away is a slip of the finger."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\.?(?:\s*[/.\s-]\s*(\d{4}|\d{2}))?")
_MONTH_NAME = re.compile(r"(?:d\.\s*)?(\d{1,2})\.?\s*([a-zæøå]+)\.?(?:\s*[\s-]\s*(\d{4}|\d{2}))?")
_OFFSET = re.compile(r"([+-])\s*(\d{1,4})")
_AHEAD = re.compile(r"(?:om|in)\s+(\d{1,4})\s+(dage?|days?|uger?|weeks?)")
_AGO = re.compile(r"(?:for\s+)?(\d{1,4})\s+(dage?|days?|uger?|weeks?)\s+(?:siden|ago)")
_TIME = re.compile(r"(?:kl\.?\s*|at\s+)?(\d{1,2})(?:[.:,]?([0-5]\d))?")
_MOMENT = re.compile(r"(.+?)[\s,]+((?:kl\.?\s*|at\s+)?\d{1,2}(?:[.:]?[0-5]\d)?)")


def parse_date(text: str, today: date) -> date | None:
    """The date that was typed, or None.

    `14/1`, `14/1-27`, `14-01-2027`, `14. jan`, `tors. 14. jan.`, `2027-01-14`, `i dag`, `i morgen`, `i går`, `tors`
    (the next one), `+3`, `om 3 dage`. A date without a year is the nearest such date (on the weekday, where one stands
    before it), since dates are typed of what has happened as well as of what is to come.
    """
    typed = " ".join(text.lower().split())
    readers: tuple[Callable[[str, date], date | None], ...] = (_named_day, _weekday, _offset, _calendar_date)
    return next((found for found in (reader(typed, today) for reader in readers) if found is not None), None)


def parse_time(text: str) -> time | None:
    """The time of day that was typed, or None: `17`, `17.30`, `17:30`, `1730`, `kl. 17`."""
    match = _TIME.fullmatch(text.strip().lower())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < HOURS_OF_A_DAY else None


def parse_moment(text: str, today: date, zone: tzinfo) -> datetime | None:
    """The moment that was typed, on the clocks of `zone`, or None: `14/1 17.30`, `i morgen kl. 17`.

    A time that the clocks skip in spring is not a moment.
    """
    match = _MOMENT.fullmatch(" ".join(text.lower().split()))
    if match is None:
        return None
    day, clock = parse_date(match[1], today), parse_time(match[2])
    if day is None or clock is None:
        return None
    moment = datetime.combine(day, clock, zone)
    return moment if moment.astimezone(UTC).astimezone(zone).time() == clock else None


def parse_number(text: str) -> Decimal | None:
    """The number that was typed, or None: `1.250,50`, `1250,5`, `12.5`, `1 250`."""
    said = words()
    typed = "".join(text.split())
    if said.decimals in typed or re.fullmatch(rf"-?\d{{1,3}}({re.escape(said.thousands)}\d{{3}})+", typed):
        typed = typed.replace(said.thousands, "")
    typed = typed.replace(",", ".")
    return Decimal(typed) if re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", typed) else None


def _named_day(typed: str, today: date) -> date | None:
    """`i dag`, `tomorrow`."""
    days = NAMED_DAYS.get(typed)
    return None if days is None else _shifted(today, days)


def _weekday(typed: str, today: date) -> date | None:
    """`tors`, `torsdag`, `på torsdag`: the next such day, never today."""
    name = typed.removeprefix("på ").removeprefix("on ").rstrip(".")
    day = _by_beginning(name, WEEKDAY_NAMES, SHORTEST_WEEKDAY)
    return None if day is None else _shifted(today, (day - today.weekday() - 1) % WEEK + 1)


def _offset(typed: str, today: date) -> date | None:
    """`+3`, `om 3 dage`, `for 2 uger siden`."""
    if match := _OFFSET.fullmatch(typed):
        return _shifted(today, int(match[1] + match[2]))
    if match := _AHEAD.fullmatch(typed):
        return _shifted(today, int(match[1]) * _days_of(match[2]))
    if match := _AGO.fullmatch(typed):
        return _shifted(today, -int(match[1]) * _days_of(match[2]))
    return None


def _calendar_date(typed: str, today: date) -> date | None:
    """A day of the calendar, with its weekday before it or not: `14/1`, `2027-01-14`, `tors. 14. jan.`."""
    first, _, rest = typed.partition(" ")
    weekday = _by_beginning(first.rstrip(".,"), WEEKDAY_NAMES, SHORTEST_WEEKDAY)
    parts = _parts(typed if weekday is None else rest)
    if parts is None:
        return None
    fitting = (day for day in _meant(parts, today) if weekday in (None, day.weekday()))
    return next(fitting, None)


def _meant(parts: tuple[int, int, str | None], today: date) -> tuple[date, ...]:
    """What a date may mean: with its year only that; without, the nearest such date, or else the one this year."""
    day, month, year = parts
    if year is not None:
        years: tuple[int, ...] = (int(year) if len(year) > TWO_DIGITS else CENTURY + int(year),)
    else:
        years = (today.year, today.year + 1, today.year - 1)
    days = tuple(found for found in (_real(candidate, month, day) for candidate in years) if found)
    near = sorted(days, key=lambda found: abs(found - today))[:1]
    return (*near, *(found for found in days if found.year == today.year))


def _parts(typed: str) -> tuple[int, int, str | None] | None:
    """Day, month and perhaps year of `2027-01-14`, `14/1-27`, `14. jan`."""
    if match := _ISO.fullmatch(typed):
        return int(match[3]), int(match[2]), match[1]
    if match := _NUMBERS.fullmatch(typed):
        return int(match[1]), int(match[2]), match[3]
    if match := _MONTH_NAME.fullmatch(typed):
        month = _by_beginning(match[2], MONTH_NAMES, SHORTEST_MONTH)
        return None if month is None else (int(match[1]), month, match[3])
    return None


def _by_beginning(name: str, names: Iterable[tuple[str, int]], shortest: int) -> int | None:
    """The number of the name that begins so; None where it is too short to say."""
    if len(name) < shortest:
        return None
    return next((number for full, number in names if full.startswith(name)), None)


def _days_of(unit: str) -> int:
    """Days in the unit that was typed."""
    return WEEK if unit[0] in "uw" else 1


def _shifted(today: date, days: int) -> date | None:
    """`today` and so many days, within reason."""
    return today + timedelta(days=days) if abs(days) <= LONGEST_OFFSET else None


def _real(year: int, month: int, day: int) -> date | None:
    """The date, where there is such a day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
