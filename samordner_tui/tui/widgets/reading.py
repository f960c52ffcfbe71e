"""A text that scrolls by itself as fast as it is read aloud.

The reader's place moves on by rows; the screen follows it, so that the line being read stands in the upper third.
"""

from __future__ import annotations

from math import ceil

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from samordner_tui.method.wording import WORDS_PER_MINUTE, count_words
from samordner_tui.tui.widgets.big_text import BIG_ROWS, PLAIN_ROWS, big_rows, plain_rows

TICK = 0.1
"""Seconds between two moves."""
SLOWEST, FASTEST, PACE_STEP = 60, 220, 10
"""Words a minute."""
WIDEST = 72
"""Cells of a line in the terminal's own letters: a longer one is hard to follow."""
SECONDS = 60


class Reading(ScrollView, can_focus=False):
    """The text of a briefing. It stands still until it is set rolling."""

    DEFAULT_CSS = """
    Reading {
        height: 1fr;
        background: $background;
        color: $foreground;
        text-style: bold;
        scrollbar-size: 0 0;
    }
    """
    rolls: reactive[bool] = reactive(False)
    pace: reactive[int] = reactive(WORDS_PER_MINUTE)
    big: reactive[bool] = reactive(True)

    class Ended(Message):
        """The last word has been reached."""

    class Changed(Message):
        """It rolls or stands, its pace is another, or the reader has come further."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.place = 0.0
        """The row the reader has come to."""
        self._rows: tuple[str, ...] = ()

    def on_mount(self) -> None:
        """Follow the time."""
        self.set_interval(TICK, self._tick)

    def show(self, text: str) -> None:
        """Another text, from its beginning; the same stays where it is."""
        if text == self.text:
            return
        self.text, self.place, self.rolls = text, 0.0, False
        self._lay_out()

    @property
    def rows_a_minute(self) -> float:
        """How fast the reader's place moves."""
        return len(self._rows) * self.pace / max(count_words(self.text), 1)

    @property
    def minutes_left(self) -> int:
        """Whole minutes to the end at this pace, rounded up."""
        rows = len(self._rows) - int(self.place)
        return ceil(rows / self.rows_a_minute) if rows else 0

    @property
    def has_ended(self) -> bool:
        """Whether the last row has been read."""
        return bool(self._rows) and self.place >= len(self._rows)

    def faster(self, steps: int) -> None:
        """Change the pace by so many steps."""
        self.pace = min(max(self.pace + steps * PACE_STEP, SLOWEST), FASTEST)

    def go_lines(self, lines: int) -> None:
        """Move the reader's place by lines."""
        self._go(self.place + lines * (BIG_ROWS if self.big else PLAIN_ROWS))

    def restart(self) -> None:
        """Back to the beginning."""
        self._go(0.0)

    def watch_rolls(self) -> None:
        """Tell."""
        self.post_message(self.Changed())

    def watch_pace(self) -> None:
        """Tell."""
        self.post_message(self.Changed())

    def watch_big(self) -> None:
        """Lay out anew, at the same place in the text."""
        before = len(self._rows)
        share = self.place / before if before else 0.0
        self._lay_out()
        self._go(share * len(self._rows))

    def on_resize(self) -> None:
        """Lay out anew, at the same place in the text."""
        self.watch_big()

    def _lay_out(self) -> None:
        cells = max(self.size.width, 8)
        self._rows = big_rows(self.text, cells) if self.big else plain_rows(self.text, min(cells, WIDEST))
        self.virtual_size = Size(cells, len(self._rows))
        self.refresh()

    def _tick(self) -> None:
        if self.rolls:
            self._go(self.place + self.rows_a_minute * TICK / SECONDS)

    def _go(self, place: float) -> None:
        ended = self.has_ended
        self.place = min(max(place, 0.0), float(len(self._rows)))
        self.post_message(self.Changed())
        self.scroll_to(y=max(0, int(self.place) - self.size.height // 3), animate=False)
        if self.has_ended and not ended:
            self.rolls = False
            self.post_message(self.Ended())

    def render_line(self, y: int) -> Strip:
        """One row of the text."""
        row = y + self.scroll_offset.y
        text = self._rows[row] if row < len(self._rows) else ""
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(self.size.width, self.rich_style)
