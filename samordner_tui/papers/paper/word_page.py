"""The page of a Word file: its size, and the letters, colour, language and direction it is set in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samordner_tui.papers.paper.blocks import Paper
from samordner_tui.papers.paper.word_direction import read_from_the_right, size_of_others

if TYPE_CHECKING:
    from docx.document import Document

SIZES: Final = {"child": 15.0, "large": 17.0, "wall": 26.0, "card": 28.0, "sign": 36.0}
"""Points of the text; other papers are set in"""
USUAL: Final = 12.0
FONT: Final = "Calibri"
"""A font that Word and LibreOffice know or have a like for; a Word file brings none of its own."""


def lay_out(document: Document, paper: Paper) -> None:
    """The sheet: A4, lying down where it holds the map."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin = section.bottom_margin = Mm(22)
    if paper.style == "map":
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(12)


def set_in(document: Document, paper: Paper) -> None:
    """The size and colour of the letters, their language, and from which side they are read."""
    from docx.shared import Pt, RGBColor

    size = SIZES.get(paper.style, USUAL)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(size)
    normal.paragraph_format.space_after = Pt(size * 0.6)
    size_of_others(normal)
    colour = RGBColor.from_string(paper.accent.removeprefix("#").upper())
    for level, share in ((1, 1.8), (2, 1.25), (3, 1.05)):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size * share), colour
        style.paragraph_format.keep_with_next = True
        size_of_others(style, bold=True)
    _speaks(document, paper)
    if paper.direction == "rtl":
        read_from_the_right(document)


def _speaks(document: Document, paper: Paper) -> None:
    """The language a spelling checker and a screen reader go by."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = document.styles["Normal"].element.get_or_add_rPr()
    marked = OxmlElement("w:lang")
    marked.set(qn("w:val"), {"da": "da-DK", "en": "en-GB"}.get(paper.language, paper.language))
    if paper.direction == "rtl":
        marked.set(qn("w:bidi"), paper.language)
    element.append(marked)
