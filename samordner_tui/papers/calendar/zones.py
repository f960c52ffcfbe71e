"""The time zones a file may need, each told with its own rules, so that no calendar has to know them.

Both clocks are changed in the same moment, 01.00 UTC on the last Sunday of March and of October, which is another hour
on each wall. Source: RFC 5545 3.6.5; directive 2000/84/EC, followed by the Faroe Islands and, since 2024, Greenland.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from icalendar import Timezone

LAST_SUNDAY: Final[Mapping[str, str | Sequence[int]]] = {"byday": "-1SU"}
THE_EVENING_BEFORE: Final[Mapping[str, str | Sequence[int]]] = {"byday": "SA", "bymonthday": [*range(24, 31)]}
"""The Saturday before the last Sunday of March."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The clock is changed: from which day on, on which day each year, and what it is called after it."""

    first: datetime
    day: Mapping[str, str | Sequence[int]]
    name: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Hours from UTC in winter, and when summer and winter time begin, in the time that ends there."""

    winter: int
    to_summer: Turn
    to_winter: Turn


RULES: Final = {
    "Europe/Copenhagen": Rules(
        1,
        Turn(datetime(1981, 3, 29, 2), LAST_SUNDAY, "CEST"),  # noqa: DTZ001 - the clock on the wall
        Turn(datetime(1996, 10, 27, 3), LAST_SUNDAY, "CET"),  # noqa: DTZ001
    ),
    "Atlantic/Faroe": Rules(
        0,
        Turn(datetime(1981, 3, 29, 1), LAST_SUNDAY, "WEST"),  # noqa: DTZ001
        Turn(datetime(1996, 10, 27, 2), LAST_SUNDAY, "WET"),  # noqa: DTZ001
    ),
    "America/Nuuk": Rules(
        -2,
        Turn(datetime(2024, 3, 30, 23), THE_EVENING_BEFORE, "-01"),  # noqa: DTZ001
        Turn(datetime(2024, 10, 27, 0), LAST_SUNDAY, "-02"),  # noqa: DTZ001
    ),
}
"""The zones that a file tells the rules of. In any other a moment is given in UTC, which is the same everywhere."""


def told(zone: str) -> Timezone | None:
    """The zone with its rules; None for one that has none here."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    rules = RULES.get(zone)
    if rules is None:
        return None
    winter = timedelta(hours=rules.winter)
    summer = winter + timedelta(hours=1)
    made = Timezone()
    made.add("tzid", zone)
    for part, turn, month, before, after in (
        (TimezoneDaylight(), rules.to_summer, 3, winter, summer),
        (TimezoneStandard(), rules.to_winter, 10, summer, winter),
    ):
        part.add("dtstart", turn.first)
        part.add("rrule", {"freq": "yearly", "bymonth": month, **turn.day})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", turn.name)
        made.add_component(part)
    return made
