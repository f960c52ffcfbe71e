"""The log of the family's own time: a time and fixed words a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class LogLine:
    """`18.35  kaldt ind · kommunens støtte · 4 min.`."""

    time: str
    words: str
    departs: bool = False
    """Whether it departs from the method, and is to be seen."""


class DayLog(Widget):
    """The latest lines, six at most."""

    DEFAULT_CSS = """
    DayLog { width: auto; height: auto; color: $muted; }
    """
    ROOM: ClassVar[int] = 6
    """The latest lines that are shown."""
    lines: reactive[tuple[LogLine, ...]] = reactive((), layout=True)

    def show(self, lines: Sequence[LogLine]) -> None:
        """Show what has been noted, the newest last."""
        self.lines = tuple(lines)

    def render(self) -> Content:
        """A bar, the time, the words."""
        return Content("\n").join(_line(one) for one in self.lines[-self.ROOM :])


def _line(line: LogLine) -> Content:
    words = (line.words, "$warn") if line.departs else line.words
    return Content.assemble(("▌ ", "$rule"), f"{line.time:<5}  ", words)
