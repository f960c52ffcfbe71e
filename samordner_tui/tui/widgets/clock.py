"""The large clock of the family's own time: hours and minutes since it began, reckoned from the kept moment.

It also watches the clock of the machine: where that was moved, it says so. Source: design 3.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from textual.message import Message
from textual.widgets import Digits

from samordner_tui.casework.clock import elapsed, hours_and_minutes, jumped

TICK = 1.0
"""Seconds between two looks at the clock."""


class ElapsedClock(Digits):
    """`1:51`, never negative."""

    DEFAULT_CSS = """
    ElapsedClock { width: 1fr; text-align: center; color: $accent; }
    """

    class Ticked(Message):
        """A second has gone by."""

    class Jumped(Message):
        """The clock of the machine was moved since it was last looked at."""

    def __init__(
        self, started_at: datetime, last_seen: datetime, now: Callable[[], datetime], *, is_wall_clock: bool
    ) -> None:
        """Count from `started_at`; the clock is known to have been at `last_seen`."""
        super().__init__("")
        self.started_at = started_at
        self._now = now
        self._is_wall_clock = is_wall_clock
        self._seen: tuple[datetime, float | None] = (last_seen, None)

    def on_mount(self) -> None:
        """Follow the time."""
        self._tick()
        self.set_interval(TICK, self._tick)

    def _tick(self) -> None:
        now, steady = self._now(), steady_seconds() if self._is_wall_clock else None
        self._show(now)
        (moment, before), self._seen = self._seen, (now, steady)
        passed = None if steady is None or before is None else timedelta(seconds=steady - before)
        if jumped(moment, passed, now):
            self.post_message(self.Jumped())
        self.post_message(self.Ticked())

    def _show(self, now: datetime) -> None:
        text = hours_and_minutes(elapsed(self.started_at, now))
        if text != self.value:
            self.update(text)


def steady_seconds() -> float | None:
    """Seconds on a clock that nobody sets and that goes on while the machine sleeps; None where there is none."""
    which = getattr(time, "CLOCK_BOOTTIME", None)
    return None if which is None else time.clock_gettime(which)
