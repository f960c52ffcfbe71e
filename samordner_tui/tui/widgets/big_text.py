"""A text laid out for reading aloud: in big letters, or in the terminal's own with air between the lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from rich.cells import cell_len

from samordner_tui.tui.widgets.big_letters import GAP, HEIGHT, SPACE, points, width

BIG_ROWS: Final = HEIGHT // 2
"""Rows of a line in big letters."""
AIR: Final = ("", "")
"""An empty line between big letters."""
PLAIN_ROWS: Final = 2
"""Rows of a line in the terminal's letters, one of them air."""
QUARTERS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""The cell of four points: upper left 1, upper right 2, lower left 4, lower right 8."""


def big_rows(text: str, cells: int) -> tuple[str, ...]:
    """`text` in big letters on rows of at most `cells` cells. An empty line is air, not as high as letters."""
    return tuple(row for line in wrapped(text, 2 * cells, _points_of) for row in (_drawn(line) if line else AIR))


def plain_rows(text: str, cells: int) -> tuple[str, ...]:
    """`text` in the terminal's letters, with an empty row after each."""
    return tuple(row for line in wrapped(text, cells, cell_len) for row in (line, ""))


def wrapped(text: str, room: int, measure: Callable[[str], int]) -> Iterator[str]:
    """The lines of a text, broken between words; a word longer than a line is broken where it must be."""
    for paragraph in text.strip().splitlines():
        line = ""
        for word in paragraph.split():
            for part in _parts(word, room, measure):
                longer = f"{line} {part}" if line else part
                if line and measure(longer) > room:
                    yield line
                    longer = part
                line = longer
        yield line


def _parts(word: str, room: int, measure: Callable[[str], int]) -> Iterator[str]:
    while measure(word) > room and len(word) > 1:
        most = next((end for end in range(len(word) - 1, 0, -1) if measure(word[:end]) <= room), 1)
        yield word[:most]
        word = word[most:]
    yield word


@cache
def _advance(letter: str) -> int:
    return width(letter) + (0 if letter.isspace() else GAP)


def _points_of(text: str) -> int:
    return sum(_advance(letter) for letter in text)


def _drawn(line: str) -> Iterator[str]:
    """The rows of one line: the letters side by side, two rows of points in each row of cells."""
    rows = [0] * HEIGHT
    at = 0
    for letter in line:
        if not letter.isspace():
            for place, row in enumerate(points(letter)):
                rows[place] |= row << at
        at += SPACE if letter.isspace() else _advance(letter)
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        yield "".join(QUARTERS[(upper >> place & 3) | (lower >> place & 3) << 2] for place in range(0, at, 2)).rstrip()
