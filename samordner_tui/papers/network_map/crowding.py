"""Names that stand close: how they share a region, and more room where they find none, on the screen as on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from samordner_tui.method.terms import Sector
from samordner_tui.papers.network_map.geometry import Frame

Where = tuple[int, Sector]
"""A ring and a sector."""

Around = TypeVar("Around", bound=Frame)
Fitting = TypeVar("Fitting")


def with_room(frame: Around, more: float, tries: int, place: Callable[[Around], Fitting | Where]) -> Fitting | None:
    """What `place` makes of a frame, or None where it finds no room in so many tries.

    Args:
        frame: as it is while nothing is crowded.
        more: how many times the room is given to a crowded ring or sector at a time.
        tries: how often.
        place: puts everybody in their place, or gives the ring and sector where there was no room.
    """
    crowded: Counter[Where] = Counter()
    for _try in range(tries):
        found = place(frame.roomier(crowded, more))
        if not isinstance(found, tuple):
            return found
        crowded[found] += 1
    return None


def shares(regions: Sequence[Where]) -> Iterator[float]:
    """How far around its region each name stands by itself, between 0 and 1: those of one region evenly apart."""
    together, before = Counter(regions), Counter[Where]()
    for where in regions:
        yield (before[where] + 0.5) / together[where]
        before[where] += 1
