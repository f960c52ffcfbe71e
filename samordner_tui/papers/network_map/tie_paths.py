"""The way of a tie over the sheet: from the edge of one name to that of another, around the names between."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from samordner_tui.papers.network_map.boxes import Box

Place = tuple[float, float]
"""Across and down, in millimetres."""
Path = tuple[Place, ...]
"""Places one after the other."""

STEP: Final = 1.0
"""Millimetres from one place of a path to the next."""

BOWS: Final = (0.0, 0.08, -0.08, 0.16, -0.16, 0.26, -0.26, 0.38, -0.38)
"""How far a tie may swing out, of its length; the straightest that meets fewest names is taken."""


def tie_path(first: Box, last: Box, names: Sequence[Box], is_outside: Callable[[Place], bool]) -> Path:
    """From one name to another; empty where they lie so close that nothing of the tie would be seen.

    Args:
        first: where it begins.
        last: where it ends.
        names: everything it should go around.
        is_outside: whether a place is off the map, where ties do not go.
    """
    between = [one for one in names if one not in (first, last)]
    best: Path = ()
    fewest = math.inf
    for bow in BOWS:
        path = _between(first, last, bow)
        met = sum(any(box.holds(*place) for place in path) for box in between)
        met += len(names) * any(is_outside(place) for place in path)
        if met < fewest:
            best, fewest = path, met
        if not met:
            break
    return best


def _between(first: Box, last: Box, bow: float) -> Path:
    """A bow from the middle of one to the middle of the other, without what the two names cover."""
    begins, ends = (first.across, first.down), (last.across, last.down)
    over, under = ends[0] - begins[0], ends[1] - begins[1]
    turned = (begins[0] + over / 2 - under * bow * 2, begins[1] + under / 2 + over * bow * 2)
    count = max(round(math.hypot(over, under) * (1 + abs(bow)) / STEP), 6)
    path = [_on_bow(begins, turned, ends, place / count) for place in range(count + 1)]
    return tuple(place for place in path if not first.holds(*place) and not last.holds(*place))


def _on_bow(begins: Place, turned: Place, ends: Place, share: float) -> Place:
    left = 1 - share
    across, down = (
        left * left * begins[side] + 2 * left * share * turned[side] + share * share * ends[side] for side in (0, 1)
    )
    return across, down


def beside(path: Path, far: float) -> Path:
    """The same way, `far` to its right."""
    return tuple((across - down_by * far, down + over_by * far) for (across, down), (over_by, down_by) in _ways(path))


def waved(path: Path, far: float, long: float) -> Path:
    """The same way as a wave, `far` to either side, `long` from top to top."""
    found, gone = [], 0.0
    fine = _finer(path)
    for (place, (over_by, down_by)), (_before, length) in zip(_ways(fine), _lengths(fine), strict=True):
        gone += length
        swing = far * math.sin(2 * math.pi * gone / long)
        found.append((place[0] - down_by * swing, place[1] + over_by * swing))
    return tuple(found)


def parted(path: Path, gap: float) -> tuple[Path, Path]:
    """The same way with a gap of `gap` in the middle."""
    length = sum(one for _place, one in _lengths(path))
    first, last, gone = [], [], 0.0
    for place, step in _lengths(path):
        gone += step
        if gone < (length - gap) / 2:
            first.append(place)
        elif gone > (length + gap) / 2:
            last.append(place)
    return tuple(first), tuple(last)


def shortened_at_end(path: Path, far: float) -> Path:
    """The same way without its last `far`; at least its first two places stay."""
    kept = list(path)
    ends = kept[-1]
    while len(kept) > 2 and math.dist(kept[-1], ends) < far:
        kept.pop()
    return tuple(kept)


def _finer(path: Path) -> Path:
    """The same way with four times the places, so that a wave is round."""
    found: list[Place] = []
    for (across, down), (other_across, other_down) in pairwise(path):
        found += [(across + (other_across - across) * q / 4, down + (other_down - down) * q / 4) for q in range(4)]
    return (*found, *path[-1:])


def _lengths(path: Path) -> list[tuple[Place, float]]:
    """Every place, and how far it is from the one before."""
    return [(place, math.dist(before, place)) for before, place in pairwise((*path[:1], *path))]


def _ways(path: Path) -> list[tuple[Place, Place]]:
    """Every place, and the way the path goes there, as a step of length one."""
    found = []
    for number, place in enumerate(path):
        before, after = path[max(number - 1, 0)], path[min(number + 1, len(path) - 1)]
        length = math.dist(before, after) or 1.0
        found.append((place, ((after[0] - before[0]) / length, (after[1] - before[1]) / length)))
    return found
