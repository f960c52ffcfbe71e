"""The ring table: rings by sectors with the names in the cells. It shows what the map shows, without a drawing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from samordner_tui.method.terms import Sector
from samordner_tui.papers.network_map.layout import Label, Pin
from samordner_tui.papers.network_map.letters import cut, short_names

LEAD: Final = 3
"""Letters to the left of the cells, for the number of the ring."""

HEADING: Final = 4
"""Rows above the first ring: the child, an empty one, and the sectors in two."""


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

    def place_at(self, column: int, row: int) -> tuple[int, Sector] | None:
        """The ring and sector of the cell at a letter; none outside the table."""
        rings = [ring for ring, cell in self.rings if cell.row <= row]
        sectors = [sector for sector, cell in self.sectors if cell.column <= column]
        return (rings[-1], sectors[-1]) if rings and sectors and row < self.height else None


def ring_table(pins: Sequence[Pin], heart: str, width: int, rings: int, sectors: Sequence[Sector]) -> RingTable:
    """The table in `width` letters. It has room for everybody; its height follows."""
    room = max((width - LEAD) // len(sectors), 4)
    columns = {sector: LEAD + room * place for place, sector in enumerate(sectors)}
    cells: dict[tuple[int, Sector], list[tuple[str, str]]] = defaultdict(list)
    for pin, name in zip(pins, short_names([pin.name for pin in pins], room - 2), strict=True):
        cells[pin.ring, pin.sector].append((pin.id, name))
    labels: list[Label] = []
    ring_cells: list[tuple[int, Cell]] = []
    row = HEADING
    for ring in range(1, rings + 1):
        ring_cells.append((ring, Cell(0, row, LEAD - 1)))
        for sector in sectors:
            for below, (person_id, name) in enumerate(cells[ring, sector]):
                labels.append(Label(person_id, name, columns[sector], row + below))
        row += max(1, *(len(cells[ring, sector]) for sector in sectors)) + 1
    return RingTable(
        Label("", cut(heart, width - 1), 0, 0),
        tuple(labels),
        tuple((sector, Cell(column, 2, room - 1)) for sector, column in columns.items()),
        tuple(ring_cells),
        row,
    )
