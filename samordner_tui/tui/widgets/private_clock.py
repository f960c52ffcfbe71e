"""The clock of the family's own time, which goes on while the archive is locked. It says nothing of the case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from samordner_tui.language import _

TICK = 5.0
"""Seconds between two looks at the clock; it shows minutes."""


class PrivateClock(Vertical):
    """Hours and minutes since trin 2 began."""

    DEFAULT_CSS = """
    PrivateClock {
        width: 60;
        max-width: 92%;
        height: auto;
        margin-bottom: 2;
        Digits { width: 1fr; text-align: center; color: $accent; }
        Static { width: 1fr; text-align: center; }
    }
    """

    def __init__(self, since: datetime, now: Callable[[], datetime]) -> None:
        """Count from `since`; `now` gives aware moments."""
        super().__init__()
        self._since = since
        self._now = now

    def compose(self) -> ComposeResult:
        """Large figures and one line."""
        yield Digits(elapsed(self._since, self._now()))
        yield Static(Content.styled(_("Familien og netværket lægger planen."), "bold"))

    def on_mount(self) -> None:
        """Follow the time."""
        self.set_interval(TICK, self._tick)

    def _tick(self) -> None:
        """Show the time as it is now."""
        self.query_one(Digits).update(elapsed(self._since, self._now()))


def elapsed(since: datetime, now: datetime) -> str:
    """Hours and minutes from `since` to `now`, as `1:51`; never negative, also when a clock has jumped."""
    minutes = max(0, int((now - since).total_seconds())) // 60
    return f"{minutes // 60}:{minutes % 60:02d}"
