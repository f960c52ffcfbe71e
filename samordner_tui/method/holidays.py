"""Danish public holidays, so that a deadline in working days does not fall on one."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

SATURDAY = 5
FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)
"""Days from Easter: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday."""

FIXED = ((1, 1), (12, 25), (12, 26))
"""Month and day of the holidays that do not move."""


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by Butcher's rule."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, century_rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quarter, years = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * quarter - epact - years) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """The public holidays of a year."""
    moving = {easter(year) + timedelta(days=days) for days in FROM_EASTER}
    return frozenset(moving | {date(year, month, day) for month, day in FIXED})


def is_working_day(day: date) -> bool:
    """Whether offices are open."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def working_days_after(day: date, count: int) -> date:
    """The `count`th working day after `day`."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day
