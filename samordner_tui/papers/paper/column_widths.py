"""How the width of a page is shared out between the columns of a table."""

from __future__ import annotations

from statistics import fmean
from typing import Final

from samordner_tui.papers.paper.blocks import Table, letters

NARROWEST: Final = 9
"""Letters a column of a table is wide at least, and"""
WIDEST: Final = 46
"""at most, when the page is shared out between them."""
SHORT: Final = 16
"""Letters of a column that is given what it needs and no more, where another has a use for the rest."""
NAME: Final = 30
"""Letters of a first column that names what stands beside it, and is given no more than it needs."""


def widths(table: Table) -> list[int]:
    """The share of the page each column is given: by its longest cell, and where cells run over by how full they are.

    0 is for a column as wide as what stands in it; one to be filled in by hand is never that.
    """
    columns = [[len(letters(cell)) for cell in column] for column in zip(table.headings, *table.rows, strict=True)]
    longest = [max(column) for column in columns]
    if not any(map(letters, table.headings)) and longest[0] <= NAME and len(columns) > 1:
        # The first column says what stands beside it, and nothing is written in it by hand.
        return [0, *(max(NARROWEST, min(WIDEST, most)) for most in longest[1:])]
    if max(longest) <= SHORT or not all(any(column[1:]) for column in columns):
        return [max(NARROWEST, min(WIDEST, most)) for most in longest]
    return [0 if most <= SHORT else _fill(column) for most, column in zip(longest, columns, strict=True)]


def shares(table: Table) -> list[float]:
    """The same as parts of one, for what cannot make a column as wide as what stands in it."""
    longest = [max(map(len, map(letters, column))) for column in zip(table.headings, *table.rows, strict=True)]
    parts = [part or max(NARROWEST, most) for part, most in zip(widths(table), longest, strict=True)]
    return [part / sum(parts) for part in parts]


def _fill(column: list[int]) -> int:
    """The letters of a cell in the middle of what the column holds, within limits: one long cell may run over."""
    return max(SHORT, min(WIDEST, round(fmean(one for one in column[1:] if one))))
