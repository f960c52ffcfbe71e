"""Rings and sectors on a field of letters, twice as high as they are wide.

Inside the map a place has two measures: how far out it is, 0 at the child and 1 at the outermost ring, and in which
direction, in degrees from the right against the clock. Letters are counted from the top left.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Self

from samordner_tui.method.terms import Sector

HEART: Final = 0.2
"""How far out the child's own place reaches."""

WIDEST: Final = 1.3
"""How much wider than high the map may be drawn, so that names find room beside each other."""

TWICE_AS_HIGH: Final = 2
"""The height of a letter in its own widths."""

BEGINS: Final = 180
"""The direction in which the first sector begins, with the clock: to the left. The sides of the family lie on top."""

OF_THE_FAMILY: Final = frozenset({Sector.MOTHERS_SIDE, Sector.FATHERS_SIDE})
FAMILY: Final = 1.5
"""How much wider a side of the family is than another sector, while there is room."""


@dataclass(frozen=True, slots=True)
class Region:
    """The part of the map where one ring crosses one sector."""

    inner: float
    outer: float
    first: float
    last: float
    """Degrees, against the clock from `first` to `last`; `first` is negative where the right lies between them."""

    def holds(self, out: float, direction: float) -> bool:
        """Whether a place lies in it."""
        return self.inner <= out < self.outer and (direction - self.first) % 360 < self.last - self.first

    def middle(self, share: float) -> tuple[float, float]:
        """A place half way out, at `share` of the way around: 0 at one edge, 1 at the other."""
        return (self.inner + self.outer) / 2, self.first + share * (self.last - self.first)


@dataclass(frozen=True)
class Frame:
    """A map of `width` by `height` letters. The weights give a ring or sector more room than it has by itself."""

    width: int
    height: int
    rings: int
    sectors: tuple[Sector, ...]
    """With the clock, from the left."""
    ring_weights: tuple[float, ...] = ()
    sector_weights: tuple[float, ...] = ()

    def roomier(self, crowded: Mapping[tuple[int, Sector], int], more: float) -> Self:
        """The same map, on which what was crowded has `more` times the room, as often as it was found crowded."""
        ring_weights = [1.0] * self.rings
        sector_weights = dict.fromkeys(self.sectors, 1.0)
        for (ring, sector), times in crowded.items():
            ring_weights[ring - 1] *= more ** (times / 2)
            sector_weights[sector] *= more**times
        return replace(self, ring_weights=tuple(ring_weights), sector_weights=tuple(sector_weights.values()))

    @cached_property
    def centre(self) -> tuple[float, float]:
        """The child's place, in letters."""
        return (self.width - 1) / 2, (self.height - 1) / 2

    @cached_property
    def reach(self) -> tuple[float, float]:
        """How far the outermost ring reaches, in letters across and down."""
        down = max((self.height - 1) / 2, 1.0)
        across = min((self.width - 1) / 2, down * TWICE_AS_HIGH * WIDEST)
        return max(across, 1.0), min(down, across / TWICE_AS_HIGH * WIDEST)

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Where each ring ends, from the child's own place to the outermost."""
        weights = self.ring_weights or (1.0,) * self.rings
        whole, reached, edges = sum(weights), 0.0, [HEART]
        for weight in weights:
            reached += weight
            edges.append(HEART + (1 - HEART) * reached / whole)
        return tuple(edges)

    @cached_property
    def directions(self) -> Mapping[Sector, tuple[float, float]]:
        """Where each sector begins and ends, in degrees against the clock."""
        weights = self.sector_weights or (1.0,) * len(self.sectors)
        wanted = {
            one: weight * (FAMILY if one in OF_THE_FAMILY else 1.0)
            for one, weight in zip(self.sectors, weights, strict=True)
        }
        whole, last, found = sum(wanted.values()), float(BEGINS), {}
        for sector, weight in wanted.items():
            first = last - 360 * weight / whole
            found[sector] = (first, last)
            last = first
        return found

    def region(self, ring: int, sector: Sector) -> Region:
        """Where ring `ring`, 1 closest to the child, crosses a sector."""
        first, last = self.directions[sector]
        return Region(self.edges[ring - 1], self.edges[ring], first, last)

    def ring_at(self, out: float) -> int | None:
        """The ring so far out; None at the child's own place and outside the map."""
        if out < self.edges[0]:
            return None
        return next((ring for ring, edge in enumerate(self.edges[1:], start=1) if out < edge), None)

    def sector_at(self, direction: float) -> Sector:
        """The sector in a direction."""
        spans = self.directions.items()
        return next((one for one, (first, last) in spans if (direction - first) % 360 < last - first), self.sectors[0])

    def place_at(self, column: float, row: float) -> tuple[int, Sector] | None:
        """The ring and sector at a letter; None at the child's own place and outside the map."""
        out, direction = self.measures(column, row)
        ring = self.ring_at(out)
        return None if ring is None else (ring, self.sector_at(direction))

    def letter(self, out: float, direction: float) -> tuple[float, float]:
        """The place in letters, column and row."""
        angle = math.radians(direction)
        across, up = out * self.reach[0] * math.cos(angle), out * self.reach[1] * math.sin(angle)
        return self.centre[0] + across, self.centre[1] - up

    def measures(self, column: float, row: float) -> tuple[float, float]:
        """How far out a letter stands, and in which direction."""
        across = (column - self.centre[0]) / self.reach[0]
        up = (self.centre[1] - row) / self.reach[1]
        return math.hypot(across, up), math.degrees(math.atan2(up, across)) % 360
