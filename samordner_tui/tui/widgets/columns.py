"""How wide the columns of a list are, and how a row is drawn in them. No word is cut: a cell that is too long wraps."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from samordner_tui.casework.views import Column, Row
from samordner_tui.language import _

GAP = 2
FEWEST = 2
"""Columns that are never left out."""
SHORT = 1.4
"""A column is short whose longest cell is at most so many times its width."""


def shown_columns(columns: Sequence[Column], rows: Sequence[Row], width: int) -> tuple[int, ...]:
    """The places of the columns that a list of `width` cells has room for.

    Those give way first that say they may, and the last before the others.
    """
    places = [place for place, column in enumerate(columns) if column.drop_at <= width or place < FEWEST]
    while len(places) > FEWEST and _least(columns, rows, places) > width:
        places.remove(max(places, key=lambda place: (columns[place].drop_at, place)))
    return tuple(places)


def fitted_widths(columns: Sequence[Column], rows: Sequence[Row], places: Sequence[int], width: int) -> tuple[int, ...]:
    """The width of each shown column: what its cells need, narrowed where the list is too narrow for all.

    Columns that may grow give way first, and none becomes narrower than its longest word while another can give way.
    """
    wanted = [_natural(columns[place], rows, place) for place in places]
    room = width - GAP * (len(places) - 1)
    growing = [number for number, place in enumerate(places) if columns[place].grow]
    everyone = list(range(len(places)))
    least = [_fewest_cells(columns[place], rows, place) for place in places]
    for may_shrink, floor in ((growing, least), (everyone, least), (everyone, [1] * len(places))):
        while sum(wanted) > room:
            widest = max((n for n in may_shrink if wanted[n] > floor[n]), key=lambda n: wanted[n], default=None)
            if widest is None:
                break
            wanted[widest] -= 1
    return tuple(wanted)


def head(columns: Sequence[Column], places: Sequence[int], widths: Sequence[int]) -> list[Content]:
    """The line of column titles; a title that is too long wraps."""
    return drawn([Content.styled(_(columns[place].title), "bold") for place in places], widths)


def drawn(cells: Sequence[Content], widths: Sequence[int]) -> list[Content]:
    """A row as lines: each cell wrapped to its column."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max((len(lines) for lines in wrapped), default=1)
    gap = Content(" " * GAP)
    return [
        gap.join(
            _padded(lines[number] if number < len(lines) else Content(""), width)
            for lines, width in zip(wrapped, widths, strict=True)
        )
        for number in range(height)
    ]


def _wrapped(content: Content, width: int) -> list[Content]:
    return content.wrap(width) if content.cell_length > width else [content]


def _padded(content: Content, width: int) -> Content:
    short = width - content.cell_length
    return content.truncate(width, ellipsis=True) if short < 0 else content.append(" " * short)


def _natural(column: Column, rows: Sequence[Row], place: int) -> int:
    """Cells that the longest cell needs."""
    longest = max((cell_len(row.cells[place]) for row in rows if place < len(row.cells)), default=0)
    return max(longest, cell_len(_(column.title)), 1)


def _fewest_cells(column: Column, rows: Sequence[Row], place: int) -> int:
    """Cells under which the column is no use: a short one is never wrapped, a longer one never inside a word."""
    natural = _natural(column, rows, place)
    if not column.grow and natural <= column.width * SHORT:
        return natural
    cells = (_(column.title), *(row.cells[place] for row in rows if place < len(row.cells)))
    return min(natural, max(column.width, *(cell_len(word) for cell in cells for word in cell.split()), 1))


def _least(columns: Sequence[Column], rows: Sequence[Row], places: Sequence[int]) -> int:
    return sum(_fewest_cells(columns[place], rows, place) for place in places) + GAP * (len(places) - 1)
