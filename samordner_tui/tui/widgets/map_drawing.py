"""Lines in braille: rings and ties drawn with dots, eight to a letter, two across and four down."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from samordner_tui.method.terms import Tie, TieQuality
from samordner_tui.papers.network_map.geometry import Frame
from samordner_tui.papers.network_map.layout import Label

ACROSS: Final = 2
DOWN: Final = 4
BLANK: Final = 0x2800
BITS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Which bit of the letter each dot is, by row and column."""

RING_DOTS: Final = 2
"""Every so many dots of a ring is drawn: it is dimmer than a tie."""

EVERY: Final = {TieQuality.WEAK: 4}
"""Every so many dots of a tie is drawn; of the others every one."""

WAVE: Final = (0, 1, 2, 1, 0, -1, -2, -1)
"""How far a tense tie swings to either side, dot by dot."""

GAP: Final = (0.42, 0.58)
"""The part of a broken tie that is missing."""

OF_CONTACT: Final = {Tie.ACTIVE: TieQuality.ORDINARY, Tie.PASSIVE: TieQuality.WEAK, Tie.NEW: TieQuality.ORDINARY}
"""How contact with the child is drawn while nobody has said what the tie is."""


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


def line(frame: Frame, here: Label, there: Label, quality: TieQuality) -> Dots:
    """A tie between two names, told from the others by its shape: double, single, dotted, winding, or broken off."""
    dots = Dots(frame.width, frame.height)
    (from_x, from_y), (to_x, to_y) = ((one.middle[0] * ACROSS + 1, one.row * DOWN + 2) for one in (here, there))
    length = max(math.hypot(to_x - from_x, to_y - from_y), 1.0)
    aside = (from_y - to_y) / length, (to_x - from_x) / length
    steps = max(round(length), 1)
    for step in range(0, steps + 1, EVERY.get(quality, 1)):
        share = step / steps
        across, down = from_x + (to_x - from_x) * share, from_y + (to_y - from_y) * share
        for swing in _swings(quality, step, share):
            dots.put(across + aside[0] * swing, down + aside[1] * swing)
    return dots


def _swings(quality: TieQuality, step: int, share: float) -> tuple[float, ...]:
    """How far beside the straight line the dots of one step lie."""
    match quality:
        case TieQuality.STRONG:
            return (-1, 1)
        case TieQuality.TENSE:
            return (WAVE[step % len(WAVE)],)
        case TieQuality.BROKEN if GAP[0] < share < GAP[1]:
            return ()
        case _:
            return (0,)
