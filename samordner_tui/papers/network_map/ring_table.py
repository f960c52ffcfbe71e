"""The ring table: rings by sectors with the names in the cells. It shows what the map shows, without a drawing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from samordner_tui.method.terms import Sector
from samordner_tui.papers.network_map.layout import Label, Pin, shortened

LEAD: Final = 3
"""Letters to the left of the cells, for the number of the ring."""

HEADING: Final = 4
"""Rows above the first ring: the child, an empty one, and the sectors in two."""

ORDER: Final = (
    Sector.MOTHERS_SIDE,
    Sector.FATHERS_SIDE,
    Sector.FRIENDS_LEISURE,
    Sector.SCHOOL_WORK,
    Sector.PROFESSIONALS,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """The heading of a column, or the number of a ring, and where it stands."""

    column: int
    row: int
    room: int


@dataclass(frozen=True)
class RingTable:
    """Names in cells, with the same labels as a map has."""

    heart: Label
    labels: tuple[Label, ...]
    sectors: tuple[tuple[Sector, Cell], ...]
    rings: tuple[tuple[int, Cell], ...]
    height: int


def ring_table(pins: Sequence[Pin], heart: str, width: int, rings: int) -> RingTable:
    """The table in `width` letters. It has room for everybody; its height follows."""
    room = max((width - LEAD) // len(ORDER), 4)
    columns = {sector: LEAD + room * place for place, sector in enumerate(ORDER)}
    cells: dict[tuple[int, Sector], list[Pin]] = defaultdict(list)
    for pin in pins:
        cells[pin.ring, pin.sector].append(pin)
    labels: list[Label] = []
    ring_cells: list[tuple[int, Cell]] = []
    row = HEADING
    for ring in range(1, rings + 1):
        ring_cells.append((ring, Cell(0, row, LEAD - 1)))
        for sector in ORDER:
            for below, pin in enumerate(cells[ring, sector]):
                labels.append(Label(pin.id, shortened(pin.name, room - 2), columns[sector], row + below))
        row += max(1, *(len(cells[ring, sector]) for sector in ORDER)) + 1
    return RingTable(
        Label("", heart[: width - 1], 0, 0),
        tuple(labels),
        tuple((sector, Cell(column, 2, room - 1)) for sector, column in columns.items()),
        tuple(ring_cells),
        row,
    )
