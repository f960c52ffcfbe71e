"""How dates, moments and times stand in a case file: absolute, or as days from today.

Days from today let a fictional case stay fresh: `today-14` is a date, `today+11 17:00` a moment in the archive's zone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

from samordner_tui.language import _

Dates = Literal["absolute", "from_today"]

T = TypeVar("T")

MOST_DAYS = 3660
FIRST_YEAR, LAST_YEAR = 1000, 9998

DATE_PATTERN = r"^(\d{4}-\d{2}-\d{2}|today([+-]\d{1,4})?)$"
MOMENT_PATTERN = (
    r"^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}(:\d{2})?)?|today([+-]\d{1,4})? \d{2}:\d{2}(:\d{2})?)$"
)
TIME_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"

_FROM_TODAY = re.compile(r"today(?P<days>[+-]\d{1,4})?(?: (?P<time>\d{2}:\d{2}(?::\d{2})?))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are read and written against: today, the archive's zone, and how they are written."""

    today: date
    zone: ZoneInfo
    dates: Dates = "absolute"

    def read_date(self, text: str) -> date:
        """A date. Raises ValueError with the sentence to show."""
        if self._is_from_today(text):
            found = _FROM_TODAY.fullmatch(text)
            if found is None or found["time"] is not None:
                raise ValueError(_date_wanted())
            return self._day(found["days"])
        if re.fullmatch(DATE_PATTERN, text, re.ASCII) is None:
            raise ValueError(_date_wanted())
        return _within_bounds(_or_sentence(date.fromisoformat, text, _date_wanted()))

    def read_moment(self, text: str) -> datetime:
        """A moment, in the archive's zone where the text names none. Raises ValueError with the sentence to show."""
        if self._is_from_today(text):
            found = _FROM_TODAY.fullmatch(text)
            if found is None or found["time"] is None:
                raise ValueError(_moment_wanted())
            clock = _or_sentence(time.fromisoformat, found["time"], _moment_wanted())
            return datetime.combine(self._day(found["days"]), clock, self.zone)
        if re.fullmatch(MOMENT_PATTERN, text, re.ASCII) is None:
            raise ValueError(_moment_wanted())
        moment = _or_sentence(datetime.fromisoformat, text, _moment_wanted())
        _within_bounds(moment.date())
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=self.zone)

    def read_time(self, text: str) -> time:
        """A time of day. Raises ValueError with the sentence to show."""
        if re.fullmatch(TIME_PATTERN, text, re.ASCII) is None:
            raise ValueError(_("Her skal stå et klokkeslæt som 17:30."))
        return time.fromisoformat(text)

    def write_date(self, day: date) -> str:
        """A date as it stands in a file."""
        days = (day - self.today).days
        if self.dates == "absolute" or abs(days) > MOST_DAYS:
            return day.isoformat()
        return f"today{days:+d}" if days else "today"

    def write_moment(self, moment: datetime) -> str:
        """A moment as it stands in a file, on the archive's own clock."""
        civil = moment.astimezone(self.zone)
        day = self.write_date(civil.date())
        if not day.startswith("today"):
            return civil.isoformat(timespec="seconds" if civil.second else "minutes")
        return f"{day} {civil.time().isoformat(timespec='seconds' if civil.second else 'minutes')}"

    def civil_date(self, moment: date | datetime) -> date:
        """The day a date or moment falls on, on the archive's own clock."""
        return moment.astimezone(self.zone).date() if isinstance(moment, datetime) else moment

    def _is_from_today(self, text: str) -> bool:
        if not text.startswith("today"):
            return False
        if self.dates == "absolute":
            raise ValueError(_('En dato regnet fra i dag kræver »"dates": "from_today"« øverst i filen.'))
        return True

    def _day(self, days: str | None) -> date:
        offset = int(days or 0)
        if abs(offset) > MOST_DAYS:
            raise ValueError(_("Der er højst {days} dage til eller fra i dag.").format(days=MOST_DAYS))
        return self.today + timedelta(days=offset)


def _or_sentence(read: Callable[[str], T], text: str, sentence: str) -> T:
    """What `read` makes of `text`; a day or hour that is not there has the same sentence as a wrong form."""
    try:
        return read(text)
    except ValueError:
        raise ValueError(sentence) from None


def _within_bounds(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(_("Året skal ligge mellem {first} og {last}.").format(first=FIRST_YEAR, last=LAST_YEAR))
    return day


def _date_wanted() -> str:
    return _("Her skal stå en dato som 2027-01-21.")


def _moment_wanted() -> str:
    return _("Her skal stå en dato og et klokkeslæt som 2027-01-21T17:00+01:00.")
