"""A paper as a Word file: real headings, lists and tables, so that whoever changes it can go on from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import singledispatch
from io import BytesIO
from typing import TYPE_CHECKING, Final

from samordner_tui.papers.paper.blocks import (
    Block,
    Box,
    Heading,
    Line,
    Paper,
    Paragraph,
    Picture,
    Points,
    Table,
    WriteOn,
)
from samordner_tui.papers.paper.word_direction import parts_of, turn
from samordner_tui.papers.paper.word_page import lay_out, set_in
from samordner_tui.papers.paper.word_pictures import put_frame, put_motif, put_picture
from samordner_tui.papers.paper.word_styles import BOX, WRITE_ON, put_styles
from samordner_tui.papers.paper.word_tables import headings_of, lay_out_table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

LEVELS: Final = 3
"""Lists inside lists that Word has a style for."""
SETTLED: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Who wrote a Word file, and when, stands in it: here it says nothing about either."""


def word_of(paper: Paper) -> bytes:
    """The paper as .docx."""
    from docx import Document as NewDocument

    document = NewDocument()
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.title = paper.title
    document.core_properties.language = paper.language
    document.core_properties.created = document.core_properties.modified = SETTLED
    lay_out(document, paper)
    set_in(document, paper)
    put_styles(document, paper)
    desk = Desk(document, paper)
    put_frame(document, paper)
    put_motif(document, paper, is_above=True)
    _write(desk, paper.blocks)
    put_motif(document, paper, is_above=False)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Desk:
    """What is written, and into what."""

    document: Document
    paper: Paper


def _write(desk: Desk, blocks: Sequence[Block], level: int = 0, style: str | None = None) -> None:
    for block in blocks:
        _put(block, desk, level, style)


@singledispatch
def _put(_block: Block, desk: Desk, _level: int, _style: str | None) -> None:
    """A block that is a line across: the rest stands on a page of its own."""
    desk.document.add_page_break()  # type: ignore[no-untyped-call]


@_put.register(Heading)
def _(block: Heading, desk: Desk, _level: int, _style: str | None) -> None:
    _spans(desk, desk.document.add_heading(level=min(block.level, 3)), block.line)


@_put.register(Paragraph)
def _(block: Paragraph, desk: Desk, _level: int, style: str | None) -> None:
    _spans(desk, desk.document.add_paragraph(style=style), block.line)


@_put.register(Box)
def _(block: Box, desk: Desk, level: int, _style: str | None) -> None:
    _write(desk, block.blocks, level, BOX)


@_put.register(WriteOn)
def _(block: WriteOn, desk: Desk, _level: int, _style: str | None) -> None:
    for _line in range(block.lines):
        desk.document.add_paragraph(style=WRITE_ON)


@_put.register(Picture)
def _(block: Picture, desk: Desk, _level: int, _style: str | None) -> None:
    put_picture(desk.document, block, desk.paper)


@_put.register(Points)
def _(points: Points, desk: Desk, level: int, _style: str | None) -> None:
    name = "List Bullet" if points.first is None else "List Number"
    style = name if level == 0 else f"{name} {min(level + 1, LEVELS)}"
    for item in points.items:
        first, *rest = item.blocks or (Paragraph(()),)
        if isinstance(first, Paragraph):
            written = desk.document.add_paragraph(style=None if item.box else style)
            if item.box:
                written.add_run("☐ ")
            _spans(desk, written, first.line)
        else:
            rest = [first, *rest]
        _write(desk, rest, level + 1)


@_put.register(Table)
def _(table: Table, desk: Desk, _level: int, _style: str | None) -> None:
    rows = [*headings_of(table), *table.rows]
    drawn = desk.document.add_table(rows=len(rows), cols=len(table.headings), style="Table Grid")
    for number, (row, lines) in enumerate(zip(drawn.rows, rows, strict=True)):
        for cell, line in zip(row.cells, lines, strict=True):
            _spans(desk, cell.paragraphs[0], line, bold=number < len(headings_of(table)))
    lay_out_table(drawn, table, desk.document, desk.paper.direction)
    desk.document.add_paragraph()


def _spans(desk: Desk, paragraph: WordParagraph, line: Line, *, bold: bool = False) -> None:
    for span in line:
        for number, part in enumerate(span.text.split("\n")):
            if number:
                paragraph.add_run().add_break()
            for text, way in parts_of(part):
                run = paragraph.add_run(text)
                run.bold = bold or span.style == "strong" or None
                run.italic = span.style == "emphasis" or None
                turn(run, way, desk.paper.direction)
