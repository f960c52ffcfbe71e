"""Names on the map: each in its ring and sector, none over another.

A name stands as near as it can to where it would stand alone. Where a ring or sector is too crowded it is given more
room, and only then are names shortened. What does not fit at all has no map: the ring table shows the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final, Protocol

from samordner_tui.method.terms import Sector
from samordner_tui.papers.network_map.crowding import Where, shares, with_room
from samordner_tui.papers.network_map.geometry import Frame
from samordner_tui.papers.network_map.letters import cut, short_names, width_of

LONGEST: Final = (14, 10, 7, 5)
"""Letters a name may have, tried in this order."""

TRIES: Final = 14
"""How often a crowded ring or sector is given more room before names are shortened."""

MORE: Final = 1.5
"""How much more room a crowded ring or sector is given at a time."""

BETWEEN: Final = 1
"""Empty letters beside a name."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Somebody to be placed."""

    id: str
    name: str
    ring: int
    sector: Sector

    @property
    def where(self) -> Where:
        """The region they are placed in."""
        return self.ring, self.sector


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map. `column` and `row` are its first letter."""

    id: str
    text: str
    column: int
    row: int

    @property
    def width(self) -> int:
        """Letters across."""
        return width_of(self.text)

    @property
    def middle(self) -> tuple[int, int]:
        """The letter that lies in the ring and the sector."""
        return self.column + self.width // 2, self.row

    def covers(self, column: int, row: int) -> bool:
        """Whether a letter is one of the name's."""
        return row == self.row and self.column <= column < self.column + self.width


class Placed(Protocol):
    """The names of a map or of a ring table, each in its place."""

    @property
    def heart(self) -> Label:
        """The child."""

    @property
    def labels(self) -> tuple[Label, ...]:
        """Everybody around."""


@dataclass(frozen=True)
class Layout:
    """A map with every name in its place."""

    frame: Frame
    heart: Label
    labels: tuple[Label, ...]

    def place_at(self, column: int, row: int) -> tuple[int, Sector] | None:
        """The ring and sector at a letter; the outermost ring outside the map, and none at the child's own place."""
        out, way = self.frame.measures(column, row)
        if out < self.frame.edges[0]:
            return None
        return self.frame.ring_at(out) or self.frame.rings, self.frame.sector_at(way)


def lay_out(
    pins: Sequence[Pin], heart: str, width: int, height: int, rings: int, sectors: Sequence[Sector]
) -> Layout | None:
    """Place everybody, or None where a field of `width` by `height` letters has no room for them.

    Args:
        pins: whom, in an order that stays the same: who is added later moves nobody else but in their own region.
        heart: the child's name.
        width: letters across.
        height: letters down.
        rings: how many rings are drawn.
        sectors: with the clock, from the left.
    """
    frame = Frame(width, height, rings, tuple(sectors))
    for longest in LONGEST:
        found = with_room(frame, MORE, TRIES, partial(_placed, heart, pins, longest))
        if found is not None:
            return found
    return None


def _placed(heart: str, pins: Sequence[Pin], longest: int, frame: Frame) -> Layout | Where:
    return _Field(frame, heart).place(pins, longest)


@lru_cache(maxsize=64)
def _letters(frame: Frame) -> Mapping[tuple[int, Sector], tuple[tuple[int, int], ...]]:
    """The letters of each ring and sector, column and row. Moving somebody changes no frame, so they are kept."""
    found: dict[tuple[int, Sector], list[tuple[int, int]]] = defaultdict(list)
    for row in range(frame.height):
        for column in range(frame.width):
            place = frame.place_at(column, row)
            if place is not None:
                found[place].append((column, row))
    return {place: tuple(letters) for place, letters in found.items()}


@lru_cache(maxsize=512)
def _by_distance(frame: Frame, ring: int, sector: Sector, share: float) -> tuple[tuple[int, int], ...]:
    """The letters of a ring and a sector, the nearest to a share of the way around first.

    Whoever moves changes the shares of two places; for everybody else they are the same as before.
    """
    wanted_column, wanted_row = frame.letter(*frame.region(ring, sector).middle(share))
    inside = _letters(frame).get((ring, sector), ())
    return tuple(sorted(inside, key=lambda one: (one[0] - wanted_column) ** 2 + 4 * (one[1] - wanted_row) ** 2))


class _Field:
    """The letters of one map, and which of them are taken."""

    def __init__(self, frame: Frame, heart: str) -> None:
        self.frame = frame
        self.taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
        text = cut(f"( {heart} )", frame.width)
        column, row = frame.centre
        self.heart = Label("", text, max(round(column - width_of(text) / 2), 0), round(row))
        self._take(self.heart)

    def place(self, pins: Sequence[Pin], longest: int) -> Layout | Where:
        """Everybody in their place, or the ring and sector where there was no room."""
        labels = []
        names = short_names([pin.name for pin in pins], longest)
        for pin, name, share in zip(pins, names, shares([pin.where for pin in pins]), strict=True):
            label = self._nearest(pin, name, share)
            if label is None:
                return pin.where
            self._take(label)
            labels.append(label)
        return Layout(self.frame, self.heart, tuple(labels))

    def _nearest(self, pin: Pin, text: str, share: float) -> Label | None:
        """The free place nearest to where the name would stand by itself."""
        for column, row in _by_distance(self.frame, pin.ring, pin.sector, share):
            label = Label(pin.id, text, column - width_of(text) // 2, row)
            if self._is_free(label):
                return label
        return None

    def _is_free(self, label: Label) -> bool:
        first, last = label.column - BETWEEN, label.column + label.width + BETWEEN
        if label.column < 0 or label.column + label.width > self.frame.width:
            return False
        return all(last <= begins or first >= ends for begins, ends in self.taken[label.row])

    def _take(self, label: Label) -> None:
        self.taken[label.row].append((label.column, label.column + label.width))


def neighbours(layout: Placed, from_id: str, across: int, down: int) -> Iterator[str]:
    """Who stands in a direction from somebody, the nearest on the screen first.

    Args:
        layout: the map, or the ring table.
        from_id: from whom; the empty text is the child.
        across: -1 to the left, 1 to the right, 0 neither.
        down: -1 up, 1 down, 0 neither.
    """
    everybody = (layout.heart, *layout.labels)
    here = next(one for one in everybody if one.id == from_id)
    found = []
    for other in everybody:
        right = other.middle[0] - here.middle[0]
        below = (other.middle[1] - here.middle[1]) * 2
        ahead = right * across + below * down
        aside = abs(right * down) + abs(below * across)
        if other.id != from_id and ahead > 0:
            # Whoever stands more ahead than aside comes first, each by how far away they are.
            found.append((aside > ahead, ahead * ahead + aside * aside, other.id))
    return (other_id for _aside, _far, other_id in sorted(found))
