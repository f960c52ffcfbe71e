"""The large clock of the family's own time: hours and minutes since it began, reckoned from the kept moment."""

from __future__ import annotations

from datetime import datetime

from textual.widgets import Digits

from samordner_tui.casework.clock import elapsed, hours_and_minutes


class ElapsedClock(Digits):
    """`1:51`, never negative."""

    DEFAULT_CSS = """
    ElapsedClock { width: 1fr; text-align: center; color: $accent; }
    """

    def show(self, started_at: datetime, now: datetime) -> None:
        """Show what has gone by."""
        text = hours_and_minutes(elapsed(started_at, now))
        if text != self.value:
            self.update(text)
