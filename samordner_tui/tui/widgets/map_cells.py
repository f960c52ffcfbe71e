"""A field of letters that names and lines are written on, and that becomes one text."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from samordner_tui.papers.network_map.letters import width_of


class Cells:
    """Letters with their styles, by column and row; what is written last is seen."""

    def __init__(self) -> None:
        self._letters: dict[tuple[int, int], tuple[str, str]] = {}

    def dots(self, letters: Iterable[tuple[int, int, str]], style: str) -> None:
        """Write letters of a drawing where they stand."""
        for column, row, letter in letters:
            self._letters[column, row] = letter, style

    def write(self, column: int, row: int, text: str, style: str) -> None:
        """Write a text from a place. A letter that is two wide covers the next place too."""
        place = column
        for letter in text:
            width = width_of(letter)
            if width:
                self._letters[place, row] = letter, style
                self._letters.update({(place + more, row): ("", style) for more in range(1, width)})
            elif (place - 1, row) in self._letters:
                before, styled = self._letters[place - 1, row]
                self._letters[place - 1, row] = before + letter, styled
            place += width

    def content(self, width: int, height: int) -> Content:
        """Everything as one text of `height` lines."""
        return Content("\n").join(self._line(row, width) for row in range(height))

    def _line(self, row: int, width: int) -> Content:
        """One row: letters of the same style together."""
        parts: list[tuple[str, str]] = []
        run, style = "", ""
        for column in range(width):
            letter, wanted = self._letters.get((column, row), (" ", ""))
            if wanted != style and run:
                parts.append((run, style))
                run = ""
            style = wanted
            run += letter
        return Content.assemble(*parts, (run, style))
