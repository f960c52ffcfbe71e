"""The clock of the evening: what time it is, how long a trin has lasted, and whether the clock was moved.

Everything is reckoned from the moment that is kept, so that the clock outlives a lock, a sleeping machine and a program
that was killed. Elapsed time is never negative. Source: design 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

from samordner_tui.language import _
from samordner_tui.refusals import Refused

JUMP: Final = timedelta(seconds=90)
"""A clock that differs by more than this from what has passed was moved."""

NOTHING: Final = timedelta(0)
MINUTE: Final = timedelta(minutes=1)
HOUR: Final = 60
"""Minutes in an hour."""


@dataclass(frozen=True)
class Now:
    """The moment it is, and the zone whose days are counted."""

    moment: datetime
    zone: tzinfo

    @property
    def today(self) -> date:
        """The day it is in the zone."""
        return self.moment.astimezone(self.zone).date()

    def said(self, at: datetime | None, earliest: datetime | None = None) -> datetime:
        """The moment that was typed, or now.

        What is typed must have happened, and not before `earliest`. A clock that was set back keeps nobody waiting:
        where nothing was typed, what happens now happened at `earliest` at the soonest. A time that comes twice, in
        the night the clocks are set back in autumn, is the later of the two that have been.
        """
        moment = self.moment.astimezone(UTC)
        if at is None:
            return not_before(moment.replace(microsecond=0), earliest)
        at = next((one for one in reversed(readings_of(at)) if one <= moment + JUMP), None)
        if at is None:
            raise Refused(not_come_yet())
        if earliest is not None and at < earliest.replace(second=0, microsecond=0):
            raise Refused(_("Det tidspunkt er før det, der skete forud."))
        # A time is typed to the minute: one typed in the minute of what came before is after it.
        return not_before(at.replace(microsecond=0), earliest)


def not_come_yet() -> str:
    """What is said of a moment that is typed as past and is not."""
    return _("Det tidspunkt er ikke kommet endnu.")


def readings_of(moment: datetime) -> tuple[datetime, ...]:
    """The moments a time on the wall can be, in UTC and in their order: two in the hour that comes twice in autumn."""
    return tuple(sorted({moment.replace(fold=fold).astimezone(UTC) for fold in (0, 1)}))


def is_skipped(moment: datetime) -> bool:
    """Whether a time on the wall is one that the clocks leap over in spring."""
    back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return back.replace(tzinfo=None) != moment.replace(tzinfo=None, fold=0)


def elapsed(started_at: datetime, until: datetime) -> timedelta:
    """How long it has lasted; nothing where the clock says that it ended before it began.

    Reckoned in UTC: in the nights when the clocks are set, those on the wall tell an hour too much or too little.
    """
    return max(NOTHING, until.astimezone(UTC) - started_at.astimezone(UTC))


def not_before(moment: datetime, earlier: datetime | None) -> datetime:
    """`moment`, or `earlier` where a clock set back would place it before that."""
    moment = moment.astimezone(UTC)
    return moment if earlier is None else max(moment, earlier.astimezone(UTC))


def jumped(last_seen: datetime, passed: timedelta | None, now: datetime) -> bool:
    """Whether the clock was moved since it was last seen.

    `passed` is what a clock that nobody sets says has gone by; without one only a clock set back can be told.
    """
    last_seen, now = last_seen.astimezone(UTC), now.astimezone(UTC)
    if passed is None:
        return last_seen - now >= JUMP
    return abs(now - (last_seen + passed)) >= JUMP


def hours_and_minutes(duration: timedelta) -> str:
    """`1:51`."""
    hours, minutes = divmod(duration // MINUTE, HOUR)
    return f"{hours}:{minutes:02d}"


def whole_minutes(duration: timedelta) -> int:
    """Minutes begun, so that a short visit counts as one."""
    return -(-duration // MINUTE)
