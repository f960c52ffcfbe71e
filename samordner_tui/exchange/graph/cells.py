"""Cells of a table as a spreadsheet takes them: what would be a formula is a text, and read back as it was.

Source: case_systems.md 5.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samordner_tui.exchange.contacts.letters import text_of
from samordner_tui.exchange.contacts.rows import rows_of as rows_of_text
from samordner_tui.language import _
from samordner_tui.refusals import Refused

MARK: Final = "'"
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row by the names of its columns.

    Attributes:
        place: the line it begins on; 1 is the first line of the file.
        said: each cell under its heading.
        fault: why it cannot be read; empty where it can.
    """

    place: int
    said: Mapping[str, str]
    fault: str = ""


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


def rows_of(content: bytes) -> Iterator[Row]:
    """The rows of a table, whatever stands between its cells and whoever wrote it.

    Raises:
        Refused: its headings cannot be read.
    """
    columns: list[str] | None = None
    for row in rows_of_text(text_of(content)):
        if columns is not None:
            said = dict(zip(columns, (as_it_was(cell) for cell in row.cells), strict=False))
            yield Row(row.place, said, row.fault)
        elif row.fault:
            raise Refused(_("Tabellen kan ikke læses."))
        else:
            columns = [one.strip() for one in row.cells]
