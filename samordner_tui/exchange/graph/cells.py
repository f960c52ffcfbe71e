"""Cells of a table as a spreadsheet takes them: what would be a formula is a text, and read back as it was.

Source: case_systems.md 5.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from samordner_tui.language import _
from samordner_tui.refusals import Refused

MARK: Final = "'"
LONGEST_CELL: Final = 131_072
"""Letters of one cell; a longer one is no cell of a network."""
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")

Rows = list[tuple[int, dict[str, str]]]
"""Each row by the names of its columns, with the line it begins on; 1 is the first line of the file."""


def neutral(text: str) -> str:
    """A text with a mark before it where a spreadsheet would reckon with it."""
    return MARK + text if _FORMULA.match(text) else text


def as_it_was(cell: str) -> str:
    """The text of a cell without the mark that `neutral` sets."""
    return cell[1:] if cell.startswith(MARK) and _FORMULA.match(cell) else cell


def table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """A table as a Danish spreadsheet opens it: UTF-8 with its mark, semicolons between the cells."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(columns)
    writer.writerows([neutral(row.get(column, "")) for column in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def rows_of(content: bytes) -> Rows:
    """The rows of a table, with semicolon, comma or tab between the cells.

    Raises:
        Refused: it is not a table in UTF-8.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(_("Tabellen er ikke skrevet i UTF-8.")) from None
    # The limit is one for the whole program, and another table may have set it.
    csv.field_size_limit(LONGEST_CELL)
    heading = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=heading.count))
    found: Rows = []
    try:
        columns = [one.strip() for one in next(reader, [])]
        begins = reader.line_num + 1
        for row in reader:
            if any(row):
                cells = (as_it_was(cell) for cell in row)
                found.append((begins, dict(zip(columns, cells, strict=False))))
            begins = reader.line_num + 1
    except csv.Error:
        raise Refused(_("Tabellen kan ikke læses.")) from None
    return found
