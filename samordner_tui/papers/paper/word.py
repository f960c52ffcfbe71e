"""A paper as a Word file: real headings, lists and tables, so that whoever changes it can go on from there."""

from __future__ import annotations

from collections.abc import Sequence
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
    columns_of_figures,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

SIZES: Final = {"child": 15.0, "large": 17.0, "wall": 26.0, "card": 28.0, "sign": 36.0}
"""Points of the text; other papers are set in"""
USUAL: Final = 12.0
LINE: Final = 60
"""Letters a line to write on is long."""
FONT: Final = "Calibri"
"""A font that Word and LibreOffice know or have a like for; a Word file brings none of its own."""
LEVELS: Final = 3
"""Lists inside lists that Word has a style for."""
SETTLED: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Who wrote a Word file, and when, stands in it: here it says nothing about either."""


def word_of(paper: Paper) -> bytes:
    """The paper as .docx."""
    from docx import Document as NewDocument
    from docx.shared import Mm, Pt, RGBColor

    document = NewDocument()
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.title = paper.title
    document.core_properties.language = paper.language
    document.core_properties.created = document.core_properties.modified = SETTLED
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin = section.bottom_margin = Mm(22)
    size = SIZES.get(paper.style, USUAL)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(size)
    normal.paragraph_format.space_after = Pt(size * 0.6)
    colour = RGBColor.from_string(paper.accent.removeprefix("#").upper())
    for level, share in ((1, 1.8), (2, 1.25), (3, 1.05)):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size * share), colour
    _speaks(document, paper.language)
    if paper.direction == "rtl":
        _reads_from_the_right(document)
    _write(document, paper.blocks)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _speaks(document: Document, language: str) -> None:
    """The language a spelling checker and a screen reader go by."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = document.styles["Normal"].element.get_or_add_rPr()
    marked = OxmlElement("w:lang")
    marked.set(qn("w:val"), {"da": "da-DK", "en": "en-GB"}.get(language, language))
    element.append(marked)


def _reads_from_the_right(document: Document) -> None:
    from docx.oxml import OxmlElement

    normal = document.styles["Normal"].element
    normal.get_or_add_pPr().append(OxmlElement("w:bidi"))
    normal.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _write(document: Document, blocks: Sequence[Block], level: int = 0, style: str | None = None) -> None:
    for block in blocks:
        _put(block, document, level, style)


@singledispatch
def _put(_block: Block, document: Document, _level: int, _style: str | None) -> None:
    """A block that is a line across: the rest stands on a page of its own."""
    document.add_page_break()  # type: ignore[no-untyped-call]


@_put.register(Heading)
def _(block: Heading, document: Document, _level: int, _style: str | None) -> None:
    _spans(document.add_heading(level=min(block.level, 3)), block.line)


@_put.register(Paragraph)
def _(block: Paragraph, document: Document, _level: int, style: str | None) -> None:
    _spans(document.add_paragraph(style=style), block.line)


@_put.register(Box)
def _(block: Box, document: Document, level: int, _style: str | None) -> None:
    _write(document, block.blocks, level, "Intense Quote")


@_put.register(WriteOn)
def _(block: WriteOn, document: Document, _level: int, _style: str | None) -> None:
    for _line in range(block.lines):
        document.add_paragraph("_" * LINE)


@_put.register(Picture)
def _(block: Picture, document: Document, _level: int, _style: str | None) -> None:
    document.add_paragraph(block.sentences)


@_put.register(Points)
def _(points: Points, document: Document, level: int, _style: str | None) -> None:
    name = "List Bullet" if points.first is None else "List Number"
    style = name if level == 0 else f"{name} {min(level + 1, LEVELS)}"
    for item in points.items:
        first, *rest = item.blocks or (Paragraph(()),)
        if isinstance(first, Paragraph):
            written = document.add_paragraph(style=None if item.box else style)
            if item.box:
                written.add_run("☐ ")
            _spans(written, first.line)
        else:
            rest = [first, *rest]
        _write(document, rest, level + 1)


@_put.register(Table)
def _(table: Table, document: Document, _level: int, _style: str | None) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    drawn = document.add_table(rows=1, cols=len(table.headings), style="Table Grid")
    for cell, heading in zip(drawn.rows[0].cells, table.headings, strict=True):
        _spans(cell.paragraphs[0], heading, bold=True)
    # Said again on every page, and to a screen reader what it is.
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    drawn.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in table.rows:
        for cell, line in zip(drawn.add_row().cells, row, strict=True):
            _spans(cell.paragraphs[0], line)
    for column, is_of_figures in zip(drawn.columns, columns_of_figures(table), strict=True):
        for cell in column.cells if is_of_figures else ():
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph()


def _spans(paragraph: WordParagraph, line: Line, *, bold: bool = False) -> None:
    for span in line:
        for number, part in enumerate(span.text.split("\n")):
            run = paragraph.add_run(part)
            run.bold = bold or span.style == "strong" or None
            run.italic = span.style == "emphasis" or None
            if number:
                run._r.insert(0, _broken())


def _broken() -> object:
    from docx.oxml import OxmlElement

    return OxmlElement("w:br")
