"""Names on paper: each in its ring and sector, none over another, measured in millimetres.

First everybody has their whole name and relation in large letters, where few are on the map in larger ones still. Where
that has no room, a crowded ring or sector is given more, then letters grow smaller, then relations are left out, and
last only first names stand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from samordner_tui.casework.network_map import MIDDLE, NetworkMap, OnMap
from samordner_tui.language import _
from samordner_tui.method.terms import Sector
from samordner_tui.papers.network_map.boxes import Box, Printed
from samordner_tui.papers.network_map.crowding import Where, shares, with_room
from samordner_tui.papers.network_map.letters import short_names
from samordner_tui.papers.network_map.paper import Paper, PaperFrame
from samordner_tui.papers.network_map.printed_letters import lines_of, printed_width
from samordner_tui.refusals import Refused

TRIES: Final = 10
"""How often a crowded ring or sector is given more room before names are made smaller."""
MORE: Final = 1.35
"""How much more room a crowded ring or sector is given at a time."""
LINE: Final = 1.18
"""From line to line, in the size of the letters."""
SMALLER: Final = 0.82
"""The size of a relation beside that of its name."""
INSIDE: Final = (0.45, 0.28)
"""White inside the edge of a name, across and down, in the size of the letters."""
FULLEST: Final = 0.5
"""How much of the map names may cover."""
ROOMY: Final = 0.14
"""How much where they are larger than they need be, so that what is between them is still seen."""
BETWEEN: Final = 0.4
"""White between two names, in the size of the letters."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How names are set.

    Attributes:
        size: of the letters, of those that are read at arm's length.
        widest: a line, in the size of the letters.
        lines: of a name.
        relation: whether the relation stands below it.
        shortest: whether first names stand alone.
        fullest: how much of the map names may cover then; more is not tried.
    """

    size: float
    widest: float = 10
    lines: int = 2
    relation: bool = True
    shortest: bool = False
    fullest: float = FULLEST


WISHES: Final = (
    Wanted(1.35, 14, fullest=ROOMY),
    Wanted(1.15, 14, fullest=ROOMY),
    Wanted(1.0, 14),
    Wanted(1.0),
    Wanted(0.9),
    Wanted(0.9, relation=False),
    Wanted(0.8, 9, relation=False),
    Wanted(0.8, 8, 1, relation=False, shortest=True),
    Wanted(0.7, 7, 1, relation=False, shortest=True),
    Wanted(0.6, 6, 1, relation=False, shortest=True),
)
"""Tried in this order. The smallest letters are 2 mm on A4."""


@dataclass(frozen=True)
class PaperLayout:
    """A map with every name in its place on the sheet."""

    frame: PaperFrame
    hearts: tuple[Printed, ...]
    people: tuple[Printed, ...]
    ring_names: tuple[Printed, ...]

    def printed(self, person_id: str) -> Printed | None:
        """Where somebody stands; the empty id is the first in the middle."""
        if person_id == MIDDLE:
            return self.hearts[0]
        return next((one for one in (*self.hearts, *self.people) if one.id == person_id), None)


def lay_out_on_paper(shown: NetworkMap, paper: Paper) -> PaperLayout:
    """Place everybody.

    Raises:
        Refused: they are too many for the sheet.
    """
    frame = _frame(shown, paper)
    for wanted in WISHES:
        if _Sheet(shown, paper, frame, wanted).fullness() > wanted.fullest:
            continue
        found = with_room(frame, MORE, TRIES, partial(_placed, shown, paper, wanted))
        if found is not None:
            return found
    if paper is Paper.A4:
        raise Refused(_("Der er for mange på kortet til et A4-ark. Vælg A3."))
    raise Refused(_("Der er for mange på kortet til ét ark. Gem det som data i stedet, eller tegn flere kort."))


def _frame(shown: NetworkMap, paper: Paper) -> PaperFrame:
    """The rings and sectors of a map on its sheet."""
    across, down = paper.size
    return PaperFrame(
        width=round(across),
        height=round(down),
        rings=shown.rings,
        sectors=shown.round,
        at=paper.middle,
        radius=paper.outermost,
    )


def _placed(shown: NetworkMap, paper: Paper, wanted: Wanted, frame: PaperFrame) -> PaperLayout | Where:
    return _Sheet(shown, paper, frame, wanted).place()


class _Sheet:
    """One sheet, and what of it is taken."""

    def __init__(self, shown: NetworkMap, paper: Paper, frame: PaperFrame, wanted: Wanted) -> None:
        self.shown, self.frame, self.wanted = shown, frame, wanted
        self.size = paper.letters * wanted.size
        self.taken: list[Box] = []
        self.places: dict[tuple[int, Sector], list[tuple[float, float]]] = {}
        self.hearts = tuple(self._hearts(paper.letters * 1.25))
        self.ring_names = tuple(self._ring_names(paper.letters * 0.72))
        self.taken += [one.box for one in (*self.hearts, *self.ring_names)]

    def _hearts(self, usual: float) -> Iterator[Printed]:
        """The children, one below the other; a long name in smaller letters, so that it stands whole."""
        across, down = self.frame.centre
        widest = 2 * self.frame.edges[0] * self.frame.radius * 0.96
        longest = max(printed_width(name, bold=True) for _id, name in self.shown.hearts) + 2 * INSIDE[0]
        wanted = usual * min(max(self.wanted.size, 0.85), 1.15)
        size = max(min(wanted, widest / longest), min(wanted, usual * 0.65))
        room = widest / size
        high = size * (LINE + 2 * INSIDE[1])
        first = down - (len(self.shown.hearts) - 1) / 2 * high * 1.1
        for place, (person_id, name) in enumerate(self.shown.hearts):
            lines = lines_of(name, room - 2 * INSIDE[0], 1, bold=True)
            half = (printed_width(lines[0], bold=True) / 2 + INSIDE[0]) * size
            yield Printed(person_id, lines, "", Box(across, first + place * high * 1.1, half, high / 2), size)

    def _ring_names(self, size: float) -> Iterator[Printed]:
        """The names of the rings just inside their edges, where two sectors meet nearest the top."""
        upwards = min(
            (edge % 360 for edges in self.frame.directions.values() for edge in edges), key=lambda one: abs(one - 90)
        )
        for ring in range(1, self.frame.rings + 1):
            name = self.shown.shape.ring_name(ring)
            if name:
                out = self.frame.edges[ring] - size * 0.95 / self.frame.radius
                box = Box(*self.frame.letter(out, upwards), printed_width(name) / 2 * size, size * 0.6)
                yield Printed("", (name,), "", box, size)

    def fullness(self) -> float:
        """How much of the map the names would cover."""
        boxes = [self._box_of(lines, below) for lines, below in self._names(self.shown.placed)]
        covered = sum(4 * across * down for across, down in boxes)
        return covered / (math.pi * self.frame.radius**2)

    def place(self) -> PaperLayout | Where:
        """Everybody in their place, or the ring and sector where there was no room."""
        standing = [(one, (one.ring, one.sector)) for one in self.shown.placed if one.ring and one.sector]
        names = self._names([one for one, _where in standing])
        apart = shares([where for _one, where in standing])
        people = []
        for (person, where), (lines, below), share in zip(standing, names, apart, strict=True):
            box = self._nearest(where, self._box_of(lines, below), share)
            if box is None:
                return where
            self.taken.append(box)
            people.append(Printed(person.id, lines, below, box, self.size))
        return PaperLayout(self.frame, self.hearts, tuple(people), self.ring_names)

    def _names(self, people: Sequence[OnMap]) -> Iterator[tuple[tuple[str, ...], str]]:
        """The lines of every name, and what stands below them."""
        wanted = self.wanted
        names: Sequence[str] = [one.name for one in people]
        if wanted.shortest:
            names = short_names(names, round(wanted.widest * 2))
        for person, name in zip(people, names, strict=True):
            below = lines_of(person.relation, wanted.widest / SMALLER, 1) if wanted.relation else ()
            yield lines_of(name, wanted.widest, wanted.lines) or ("?",), "".join(below)

    def _box_of(self, lines: Sequence[str], below: str) -> tuple[float, float]:
        """Half the width and height a name takes."""
        width = max(*(printed_width(line) for line in lines), printed_width(below) * SMALLER)
        height = len(lines) * LINE + (LINE * SMALLER if below else 0)
        return (width / 2 + INSIDE[0]) * self.size, (height / 2 + INSIDE[1]) * self.size

    def _nearest(self, where: tuple[int, Sector], half: tuple[float, float], share: float) -> Box | None:
        """The free place nearest to where the name would stand by itself."""
        wanted_across, wanted_down = self.frame.letter(*self.frame.region(*where).middle(share))
        if where not in self.places:
            self.places[where] = list(self._places(where))
        nearest = sorted(
            self.places[where], key=lambda one: (one[0] - wanted_across) ** 2 + (one[1] - wanted_down) ** 2
        )
        for across, down in nearest:
            box = Box(across, down, *half)
            if self._is_inside(box) and not any(box.meets(one, BETWEEN * self.size) for one in self.taken):
                return box
        return None

    def _places(self, where: tuple[int, Sector]) -> Iterator[tuple[float, float]]:
        """Places in a ring and sector, on arcs about a letter apart."""
        region, radius = self.frame.region(*where), self.frame.radius
        step = self.size * 0.8 / radius
        arcs = max(int((region.outer - region.inner) / step), 1)
        for arc in range(arcs):
            out = region.inner + (region.outer - region.inner) * (arc + 0.5) / arcs
            around = max(int(out * (region.last - region.first) * 0.01745 / step), 1)
            for part in range(around):
                yield self.frame.letter(out, region.first + (region.last - region.first) * (part + 0.5) / around)

    def _is_inside(self, box: Box) -> bool:
        """Whether a name lies within the outermost ring."""
        across, down = self.frame.centre
        reaches = abs(box.across - across) + box.half_width, abs(box.down - down) + box.half_height
        return reaches[0] ** 2 + reaches[1] ** 2 <= self.frame.radius**2
