"""Lines in braille: rings and ties drawn with dots, eight to a letter, two across and four down."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from samordner_tui.method.terms import Support, TieQuality
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

DASH: Final = (True, True, True, True, False, False, False, False)
"""Contact with the child is no tie that anybody has named: it is drawn in dashes, dot by dot."""

ARROW_AT: Final = 0.7
"""How far along a tie the arrow stands that tells whom support flows to."""

ARROWS: Final = "→↗↑↖←↙↓↘"
"""The arrows against the clock, from the right."""


Letters = tuple[tuple[int, int, str], ...]
"""A drawing as letters: column, row, letter. Each is kept: somebody who moves changes none but their own."""


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


@lru_cache(maxsize=8)
def rings(frame: Frame) -> Letters:
    """The edges of the rings as letters; the child's own place has none."""
    dots = Dots(frame.width, frame.height)
    for edge in frame.edges[1:]:
        steps = round(2 * math.pi * edge * max(frame.reach[0] * ACROSS, frame.reach[1] * DOWN) / RING_DOTS)
        for step in range(max(steps, 1)):
            column, row = frame.letter(edge, 360 * step / steps)
            dots.put((column + 0.5) * ACROSS, (row + 0.5) * DOWN)
    return tuple(dots.letters())


@lru_cache(maxsize=512)
def line(frame: Frame, here: Label, there: Label, quality: TieQuality) -> Letters:
    """A tie between two names, told from the others by its shape: double, single, dotted, winding, or broken off."""
    dots, stretch = Dots(frame.width, frame.height), Stretch.between(here, there)
    for step in range(0, stretch.steps + 1, EVERY.get(quality, 1)):
        for swing in _swings(quality, step, step / stretch.steps):
            dots.put(*stretch.at(step / stretch.steps, swing))
    return tuple(dots.letters())


@lru_cache(maxsize=128)
def contact(frame: Frame, here: Label, there: Label) -> Letters:
    """Contact that is alive, where nobody has said what the tie is."""
    dots, stretch = Dots(frame.width, frame.height), Stretch.between(here, there)
    for step in range(stretch.steps + 1):
        if DASH[step % len(DASH)]:
            dots.put(*stretch.at(step / stretch.steps))
    return tuple(dots.letters())


def arrows(here: Label, there: Label, support: Support) -> Iterator[tuple[int, int, str]]:
    """Which way support flows along a tie: column, row and a letter that points; two where it flows both ways."""
    if support is not Support.GETS:
        yield _arrow(Stretch.between(here, there))
    if support is not Support.GIVES:
        yield _arrow(Stretch.between(there, here))


def _arrow(stretch: Stretch) -> tuple[int, int, str]:
    across, down = stretch.at(ARROW_AT)
    way = math.degrees(math.atan2(stretch.from_y - stretch.to_y, stretch.to_x - stretch.from_x)) % 360
    return math.floor(across) // ACROSS, math.floor(down) // DOWN, ARROWS[round(way / 45) % len(ARROWS)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The straight line from one name to another, counted in dots: never shorter than one."""

    from_x: float
    from_y: float
    to_x: float
    to_y: float
    length: float

    @classmethod
    def between(cls, here: Label, there: Label) -> Stretch:
        """From the middle of one name to the middle of the other."""
        (from_x, from_y), (to_x, to_y) = ((one.middle[0] * ACROSS + 1, one.row * DOWN + 2) for one in (here, there))
        return cls(from_x, from_y, to_x, to_y, max(math.hypot(to_x - from_x, to_y - from_y), 1.0))

    @property
    def steps(self) -> int:
        """How many dots it takes."""
        return round(self.length)

    def at(self, share: float, swing: float = 0) -> tuple[float, float]:
        """The place at a share of the way, so many dots to the side."""
        across = self.from_x + (self.to_x - self.from_x) * share + (self.from_y - self.to_y) / self.length * swing
        return across, self.from_y + (self.to_y - self.from_y) * share + (self.to_x - self.from_x) / self.length * swing


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
