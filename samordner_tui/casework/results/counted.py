"""What is counted of the cases: amounts by figure and case, before anything is added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Amounts = dict[str, dict[str, tuple[int, ...]]]
"""By figure and case: one amount where it is a count, each single value where a middle is taken of them.

A case that has nothing of a figure does not stand under it.
"""


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both counted in; None is without an end."""

    begins: date | None = None
    ends: date | None = None

    @property
    def is_all_time(self) -> bool:
        """Whether it leaves nothing out."""
        return self.begins is None and self.ends is None

    def holds(self, day: date | None) -> bool:
        """Whether a day is in it. A case without any day is counted where nothing is left out."""
        if day is None:
            return self.is_all_time
        return (self.begins is None or self.begins <= day) and (self.ends is None or day <= self.ends)

    def holds_year(self, year: int, today: date) -> bool:
        """Whether a whole year is in it, as far as it has come."""
        last = date(year, 12, 31)
        # What is deleted lies behind: a period that ends today holds the rest of this year too.
        return self.holds(date(year, 1, 1)) and self.holds(min(last, max(today, date(year, 1, 1))))

    def touches_year(self, year: int) -> bool:
        """Whether any day of a year is in it."""
        return (self.begins is None or self.begins.year <= year) and (self.ends is None or year <= self.ends.year)


@dataclass(frozen=True)
class Counted:
    """Everything that is counted in a period.

    `cases` maps each case to its municipality, folded, or to an empty text; `names` gives the municipality as it is
    written; `measures` are those of fidelity that were counted; `is_partly_left_out` says that deleted cases lie in a
    year that the period has only a part of.
    """

    cases: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, Mapping[str, tuple[int, ...]]] = field(default_factory=dict)
    measures: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    has_deleted: bool = False
    is_partly_left_out: bool = False
