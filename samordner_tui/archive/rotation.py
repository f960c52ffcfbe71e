"""Which copies are kept: the newest of each day, week and month, back a week, five weeks and a year."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

NEWEST = 3
"""So many of the newest are kept whatever their day, should the last one hold a mistake."""

SPANS: tuple[tuple[timedelta, Callable[[datetime], Hashable]], ...] = (
    (timedelta(days=7), lambda moment: moment.date()),
    (timedelta(weeks=5), lambda moment: moment.isocalendar()[:2]),
    (timedelta(days=366), lambda moment: (moment.year, moment.month)),
)


def kept(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Those of `moments` whose copies are kept at `now`."""
    newest_first = sorted(set(moments), reverse=True)
    stay = set(newest_first[:NEWEST])
    for span, period in SPANS:
        periods: set[Hashable] = set()
        for moment in newest_first:
            if now - moment <= span and period(moment) not in periods:
                periods.add(period(moment))
                stay.add(moment)
    return frozenset(stay)
