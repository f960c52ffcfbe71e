"""Locking when nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

MINUTES_TO_BEGIN_WITH = 10
SETTING = "idle_minutes"
LOOK_EVERY = 5.0
"""Seconds between two looks at the clock."""


class IdleWatch:
    """Knows when the keyboard or mouse was touched last."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """`clock` counts seconds and never runs backwards."""
        self._clock = clock
        self._touched = clock()
        self.minutes = MINUTES_TO_BEGIN_WITH

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()

    def is_due(self) -> bool:
        """Whether the time is up. Zero minutes means never."""
        return self.minutes > 0 and self._clock() - self._touched >= self.minutes * 60


def minutes_from(setting: str) -> int:
    """The minutes of a setting kept as text; the usual ones where it is no number."""
    return int(setting) if setting.isdecimal() else MINUTES_TO_BEGIN_WITH
