"""A field of letters that names and lines are written on, and that becomes one text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from textual.content import Content

from samordner_tui.papers.network_map.letters import width_of

Written = tuple[str, str]
"""A letter and its style; the second half of a wide letter is empty."""


class Cells:
    """Letters with their styles, by row and column; what is written last is seen."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, Written]] = defaultdict(dict)

    def dots(self, letters: Iterable[tuple[int, int, str]], style: str) -> None:
        """Write letters of a drawing where they stand: column, row, letter."""
        for column, row, letter in letters:
            self._rows[row][column] = letter, style

    def write(self, column: int, row: int, text: str, style: str) -> None:
        """Write a text from a place. A letter that is two wide covers the next place too."""
        there, place = self._rows[row], column
        for letter in text:
            width = width_of(letter)
            if width:
                there[place] = letter, style
                there.update({place + more: ("", style) for more in range(1, width)})
            elif place - 1 in there:
                before, styled = there[place - 1]
                there[place - 1] = before + letter, styled
            place += width

    def content(self, width: int, height: int) -> Content:
        """Everything as one text of `height` lines."""
        parts: list[str | Written] = []
        for row in range(height):
            parts += _line(self._rows.get(row, {}), width)
            parts.append("\n")
        return Content.assemble(*parts[:-1])


def _line(there: Mapping[int, Written], width: int) -> Iterator[str | Written]:
    """One row: letters of the same style together."""
    run, style, reached = "", "", 0
    for column in sorted(place for place in there if 0 <= place < width):
        letter, wanted = there[column]
        if column > reached or wanted != style:
            if run:
                yield run, style
            if column > reached:
                yield " " * (column - reached)
            run, style = "", wanted
        run += letter
        reached = column + 1
    if run:
        yield run, style
    yield " " * (width - reached)
