"""A tie as a line of its own style, told apart by form and not by colour alone, and arrows for who supports whom.

Conventions differ from book to book, so the legend always stands beside it in words. Source: case_systems.md 4.3.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordner_tui.method.terms import Support, TieQuality
from samordner_tui.papers.network_map.marks import INK, QUIET, TENSE, element, line, number
from samordner_tui.papers.network_map.tie_paths import Path, beside, parted, shortened_at_end, waved

APART: Final = 0.42
"""Half the way between the two lines of a strong tie."""
GAP: Final = 4.0
"""Nothing, in the middle of a broken tie."""
ARROW: Final = 2.6
"""How long an arrow is."""
PEN: Final = 0.4
"""How thick a line is."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What ties are drawn with; a finer one, `fine` below 1, where they are many."""

    fine: float = 1.0

    @property
    def width(self) -> float:
        """How thick a line is, in millimetres."""
        return PEN * self.fine

    @property
    def arrow(self) -> float:
        """How long an arrow is, in millimetres."""
        return ARROW * self.fine


def tie_lines(path: Path, quality: TieQuality, support: Support | None, pen: Pen) -> str:
    """A tie along `path`; nothing where two names lie so close that there is none."""
    if len(path) < 2:
        return ""
    arrows = []
    if support in {Support.GIVES, Support.BOTH}:
        arrows.append(_arrow(path, pen))
        path = shortened_at_end(path, pen.arrow * 0.8)
    if support in {Support.GETS, Support.BOTH}:
        turned = path[::-1]
        arrows.append(_arrow(turned, pen))
        path = shortened_at_end(turned, pen.arrow * 0.8)[::-1]
    return "".join((*_drawn(path, quality, pen), *arrows))


def _drawn(path: Path, quality: TieQuality, pen: Pen) -> Iterator[str]:
    match quality:
        case TieQuality.STRONG:
            yield line(beside(path, APART * max(pen.fine, 0.85)), pen.width, INK)
            yield line(beside(path, -APART * max(pen.fine, 0.85)), pen.width, INK)
        case TieQuality.ORDINARY:
            yield line(path, pen.width, QUIET)
        case TieQuality.WEAK:
            yield line(path, pen.width * 1.25, QUIET, stroke_dasharray="0 1.5", stroke_linecap="round")
        case TieQuality.TENSE:
            yield line(waved(path, 0.8 * pen.fine, 3.2 * pen.fine), pen.width, TENSE)
        case TieQuality.BROKEN:
            yield from _broken(path, pen)


def _broken(path: Path, pen: Pen) -> Iterator[str]:
    """Two halves that do not meet, each ended by a small bar."""
    for half in parted(path, GAP):
        if len(half) > 1:
            yield line(half, pen.width, TENSE)
    for half, way in zip(parted(path, GAP), (1, -1), strict=True):
        if len(half) > 1:
            ends = half[::way][-2:]
            yield line((beside(ends, 1.1)[-1], beside(ends, -1.1)[-1]), pen.width, TENSE)


def _arrow(path: Path, pen: Pen) -> str:
    """A head at the end of a path, along the way it has gone over the length of the head."""
    tip, behind = path[-1], shortened_at_end(path, pen.arrow)[-1]
    length = math.dist(tip, behind) or 1.0
    over, under = (tip[0] - behind[0]) / length, (tip[1] - behind[1]) / length
    foot = tip[0] - over * pen.arrow, tip[1] - under * pen.arrow
    corners = (
        tip,
        (foot[0] - under * pen.arrow * 0.42, foot[1] + over * pen.arrow * 0.42),
        (foot[0] + under * pen.arrow * 0.42, foot[1] - over * pen.arrow * 0.42),
    )
    return element("polygon", {"points": " ".join(f"{number(a)},{number(d)}" for a, d in corners), "fill": INK})
