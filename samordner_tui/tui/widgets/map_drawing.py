"""Lines in braille: rings and ties drawn with dots, eight to a letter, two across and four down."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from samordner_tui.method.terms import Tie
from samordner_tui.papers.network_map.geometry import Frame
from samordner_tui.papers.network_map.layout import Label

ACROSS: Final = 2
DOWN: Final = 4
BLANK: Final = 0x2800
BITS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Which bit of the letter each dot is, by row and column."""

RING_DOTS: Final = 2
"""Every so many dots of a ring is drawn: it is dimmer than a tie."""

EVERY: Final = {Tie.ACTIVE: 1, Tie.PASSIVE: 4, Tie.NEW: 2}
"""Every so many dots of a tie is drawn: a living one is a line, a new one dashes, a sleeping one dots."""


@dataclass
class Dots:
    """A field of dots."""

    width: int
    height: int
    bits: dict[tuple[int, int], int] = field(default_factory=lambda: defaultdict(int))

    def put(self, across: float, down: float) -> None:
        """A dot at a place counted in dots."""
        column, row = math.floor(across), math.floor(down)
        if 0 <= column < self.width * ACROSS and 0 <= row < self.height * DOWN:
            self.bits[column // ACROSS, row // DOWN] |= BITS[row % DOWN][column % ACROSS]

    def letters(self) -> Iterator[tuple[int, int, str]]:
        """Every letter that has dots: column, row, letter."""
        for (column, row), bits in self.bits.items():
            yield column, row, chr(BLANK | bits)


def rings(frame: Frame) -> Dots:
    """The edges of the rings; the child's own place has none."""
    dots = Dots(frame.width, frame.height)
    for edge in frame.edges[1:]:
        steps = round(2 * math.pi * edge * max(frame.reach[0] * ACROSS, frame.reach[1] * DOWN) / RING_DOTS)
        for step in range(max(steps, 1)):
            column, row = frame.letter(edge, 360 * step / steps)
            dots.put((column + 0.5) * ACROSS, (row + 0.5) * DOWN)
    return dots


def tie(frame: Frame, heart: Label, other: Label, kind: Tie) -> Dots:
    """A line from the child to somebody."""
    dots = Dots(frame.width, frame.height)
    here, there = ((one.middle[0] * ACROSS + 1, one.row * DOWN + 2) for one in (heart, other))
    steps = max(abs(there[0] - here[0]), abs(there[1] - here[1]), 1)
    for step in range(0, steps + 1, EVERY[kind]):
        dots.put(here[0] + (there[0] - here[0]) * step / steps, here[1] + (there[1] - here[1]) * step / steps)
    return dots
