"""The rows of a table, each with the line it begins on, whatever stands between its cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from samordner_tui.exchange.contacts.columns import known_headings
from samordner_tui.exchange.how_many import far_too_much
from samordner_tui.language import _

BETWEEN: Final = (";", "\t", ",")
"""What may stand between cells, the likeliest of Danish tables first."""
LONGEST_CELL: Final = 1_000_000
LONGEST_HEADING: Final = 20_000
QUOTE: Final = '"'
SAYS_BETWEEN: Final = "sep="
"""How Excel tells in the first line what stands between the cells."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row, and why it cannot be read where it cannot. `is_open` where a quote in it is never closed."""

    place: int
    cells: tuple[str, ...]
    fault: str = ""
    is_open: bool = False


def rows_of(text: str) -> Iterator[TableRow]:
    """Every row that says something.

    A quote that is never closed would swallow what follows: its row is open, and the rows after its first line are
    read without quotes.
    """
    csv.field_size_limit(LONGEST_CELL)
    between, text, skipped = _between(text)
    lines = io.StringIO(text, newline="").readlines()
    for row in _read(lines, between, skipped):
        yield row
        if row.is_open:
            rest = lines[row.place - skipped :]
            yield from _read(rest, between, row.place, quoted=False)


def _read(lines: Sequence[str], between: str, before: int, *, quoted: bool = True) -> Iterator[TableRow]:
    """The rows of `lines`, `before` being the lines above them."""
    reader = csv.reader(iter(lines), delimiter=between, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)
    begins = 0
    while True:
        try:
            cells, fault = next(reader, None), ""
        except csv.Error:
            cells, fault = [], far_too_much()
        if cells is None:
            return
        place, is_open = before + begins + 1, _is_open(lines, begins, reader.line_num)
        if is_open:
            fault = _("Et citationstegn bliver aldrig lukket.")
        # Of a row like »""« nothing is left without its quotes.
        plain = cells if quoted else [cell.strip(QUOTE) for cell in cells]
        if fault or any(cell.strip() for cell in plain):
            yield TableRow(place, tuple(plain), fault, is_open)
        begins = reader.line_num


def _is_open(lines: Sequence[str], begins: int, ends: int) -> bool:
    """Whether a row of several lines ends with the file, and within a quote."""
    if ends < len(lines) or ends - begins < 2:
        return False
    return sum(line.count(QUOTE) for line in lines[begins:ends]) % 2 == 1


def _between(text: str) -> tuple[str, str, int]:
    """What stands between the cells, the text without the line that tells it, and how many lines that is."""
    first, _end, rest = text.partition("\n")
    told = first.strip().strip(QUOTE)
    if told.lower().startswith(SAYS_BETWEEN) and len(told) == len(SAYS_BETWEEN) + 1:
        return told[-1], rest, 1
    filled = next((line for line in text.splitlines() if line.strip()), "")[:LONGEST_HEADING]
    cells = {between: next(csv.reader([filled], delimiter=between), []) for between in BETWEEN}
    best = max(BETWEEN, key=lambda between: (known_headings(cells[between]), len(cells[between])))
    return best, text, 0
