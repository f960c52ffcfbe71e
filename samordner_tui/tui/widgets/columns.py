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


def shown_columns(columns: Sequence[Column], rows: Sequence[Row], width: int) -> tuple[int, ...]:
    """The places of the columns that a list of `width` cells has room for.

    Those give way first that say they may, and the last before the others.
    """
    places = [place for place, column in enumerate(columns) if column.drop_at <= width or place < FEWEST]
    while len(places) > FEWEST and _least(columns, rows, places) > width:
        places.remove(max(places, key=lambda place: (columns[place].drop_at, place)))
    return tuple(places)


def fitted_widths(columns: Sequence[Column], rows: Sequence[Row], places: Sequence[int], width: int) -> tuple[int, ...]:
    """The width of each shown column: what its cells need, narrowed where the list is too narrow for all."""
    wanted = [max(_natural(columns[place], rows, place), 1) for place in places]
    room = width - GAP * (len(places) - 1)
    for may_shrink in (
        [number for number, place in enumerate(places) if columns[place].grow],
        list(range(len(places))),
    ):
        least = [min(columns[place].width, wanted[number]) for number, place in enumerate(places)]
        while sum(wanted) > room:
            widest = max((n for n in may_shrink if wanted[n] > least[n]), key=lambda n: wanted[n], default=None)
            if widest is None:
                break
            wanted[widest] -= 1
    return tuple(wanted)


def head(columns: Sequence[Column], places: Sequence[int], widths: Sequence[int]) -> Content:
    """The line of column titles."""
    titles = (Content.styled(_(columns[place].title), "bold") for place in places)
    return Content(" " * GAP).join(_padded(title, width) for title, width in zip(titles, widths, strict=True))


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
    longest = max((cell_len(row.cells[place]) for row in rows if place < len(row.cells)), default=0)
    return max(longest, cell_len(_(column.title)), column.width if not rows else 0)


def _least(columns: Sequence[Column], rows: Sequence[Row], places: Sequence[int]) -> int:
    widths = (min(columns[place].width, _natural(columns[place], rows, place)) for place in places)
    return sum(widths) + GAP * (len(places) - 1)
