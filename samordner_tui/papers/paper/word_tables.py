"""The tables of a Word file: headings that are said again on every page, columns as on paper, room to write by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from samordner_tui.papers.paper.blocks import Line, Table, columns_of_figures, letters
from samordner_tui.papers.paper.column_widths import shares
from samordner_tui.papers.paper.direction import Direction

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable

TO_WRITE_IN: Final = 10
"""Millimetres of a row that is filled in by hand."""


def headings_of(table: Table) -> tuple[tuple[Line, ...], ...]:
    """The row of headings; none where the first column names what stands beside it."""
    return (table.headings,) if any(map(letters, table.headings)) else ()


def lay_out_table(drawn: WordTable, table: Table, document: Document, way: Direction) -> None:
    """Widths and heights, figures under each other, and which row is the headings."""
    from docx.enum.table import WD_TABLE_DIRECTION

    if way == "rtl":
        # The first column stands to the right.
        drawn.table_direction = WD_TABLE_DIRECTION.RTL
    for _row in headings_of(table):
        _said_again(drawn)
    _share_out(drawn, table, document)
    _make_room(drawn, table)
    _align_figures(drawn, table)


def _said_again(drawn: WordTable) -> None:
    """The first row stands again on every page, and says to a screen reader what it is."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    drawn.rows[0]._tr.get_or_add_trPr().append(repeated)


def _share_out(drawn: WordTable, table: Table, document: Document) -> None:
    from docx.shared import Length

    section = document.sections[0]
    across = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    for column, share in zip(drawn.columns, shares(table), strict=True):
        column.width = Length(round(across * share))
        # Word goes by the columns, LibreOffice by the cells.
        for cell in column.cells:
            cell.width = column.width


def _make_room(drawn: WordTable, table: Table) -> None:
    from docx.shared import Mm

    for row, lines in zip([*drawn.rows][-len(table.rows) :] if table.rows else (), table.rows, strict=True):
        if _is_empty(lines):
            row.height = Mm(TO_WRITE_IN)


def _is_empty(lines: Sequence[Line]) -> bool:
    """Whether a row is to be filled in: nothing stands beside its first cell."""
    return not any(map(letters, lines[1:] if len(lines) > 2 else lines))


def _align_figures(drawn: WordTable, table: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for column, is_of_figures in zip(drawn.columns, columns_of_figures(table), strict=True):
        for cell in column.cells if is_of_figures else ():
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
