"""One line of the settings: what it is called, what it is now, and what happens when it is chosen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting. `help` stands below the list while the line is pointed at."""

    title: str
    shown: str
    help: str
    choose: Callable[[], Awaitable[None]]
