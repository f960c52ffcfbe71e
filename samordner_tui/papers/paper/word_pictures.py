"""The drawings of a paper in a Word file: the map with its sentences for a screen reader, and what a child wished for.

A motif says nothing that the words do not, so a screen reader passes over it, as it does in the PDF.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from samordner_tui.papers.paper.blocks import Paper, Picture
from samordner_tui.papers.typesetting import Page, motif, size_of, typeset
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shape import InlineShape
    from docx.shared import Length

LARGE: Final = 30
"""Millimetres of the motif above the text, and"""
SMALL: Final = 11
"""of each in the row below it."""
IN_A_ROW: Final = 7
HEADING: Final = 22
"""Millimetres of the sheet that a drawing leaves to its heading."""

_DECORATIVE: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def put_picture(document: Document, block: Picture, paper: Paper) -> None:
    """A drawing as wide as the text, or as high as the sheet leaves room for.

    Where one of its letters is in no font here, its sentences stand in its place: the reader of a Word file has fonts
    of their own.
    """
    svg = paper.pictures[block.name]
    size = size_of(svg)
    try:
        png = typeset(Page(svg, size, paper.title, block.sentences), "png")
    except Refused:
        document.add_paragraph(block.sentences)
        return
    shape = document.add_picture(BytesIO(png), width=_width(document, size))
    shape._inline.docPr.set("descr", block.sentences)


def _width(document: Document, size: tuple[float, float]) -> Length:
    from docx.shared import Length, Mm

    section = document.sections[0]
    sides = (section.page_width, section.left_margin, section.right_margin)
    ends = (section.page_height, section.top_margin, section.bottom_margin)
    across, down = (whole - first - last for whole, first, last in (_known(sides), _known(ends)))
    return Length(min(across, round((down - Mm(HEADING)) * size[0] / size[1])))


def _known(lengths: tuple[Length | None, ...]) -> tuple[int, ...]:
    return tuple(one or 0 for one in lengths)


def put_motif(document: Document, paper: Paper, *, is_above: bool) -> None:
    """The drawing a child wished for: one in the corner above the text, and a row below it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    if not paper.motif:
        return
    png = motif(paper.motif, paper.accent)
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if is_above else WD_ALIGN_PARAGRAPH.CENTER
    for place in range(1 if is_above else IN_A_ROW):
        if place:
            paragraph.add_run("   ")
        _passed_over(paragraph.add_run().add_picture(BytesIO(png), width=Mm(LARGE if is_above else SMALL)))


def _passed_over(shape: InlineShape) -> None:
    from docx.oxml import parse_xml

    shape._inline.docPr.set("descr", "")
    shape._inline.docPr.append(parse_xml(_DECORATIVE))


def put_frame(document: Document, paper: Paper) -> None:
    """A line around the page of a child's invitation, in the colour it wished for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if not paper.motif:
        return
    frame = OxmlElement("w:pgBorders")
    frame.set(qn("w:offsetFrom"), "page")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        values = {"val": "single", "sz": "12", "space": "28", "color": paper.accent.removeprefix("#").upper()}
        for name, value in values.items():
            line.set(qn(f"w:{name}"), value)
        frame.append(line)
    margins = document.sections[0]._sectPr.pgMar
    if margins is not None:
        margins.addnext(frame)
