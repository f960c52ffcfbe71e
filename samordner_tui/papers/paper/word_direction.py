"""Which way the letters of a Word file are read: from the right in Arabic, whatever the paper around them is.

Word asks to be told of each run; else it sets the words of an Arabic name in the order of a Danish one. The size and
weight of such letters are told apart from those of the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from samordner_tui.papers.paper.direction import FROM_THE_RIGHT, Direction

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.run import Run

AFTER_BIDI: Final = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")
"""What stands after the direction of a paragraph; Word is strict about the order. Source: ISO 29500-1, 17.3.1.26."""
AFTER_RTL: Final = ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath")
"""What stands after the direction of a run. Source: ISO 29500-1, 17.3.2.28."""
AFTER_SIZE: Final = (
    "w:highlight",
    "w:u",
    "w:effect",
    "w:bdr",
    "w:shd",
    "w:fitText",
    "w:vertAlign",
    "w:rtl",
    *AFTER_RTL,
)
_PARTS: Final = re.compile(r"\s+|\S+")


def parts_of(text: str) -> Iterator[tuple[str, Direction | None]]:
    """A text in parts that are read one way; None for one without letters. A blank goes with its neighbours."""
    parts: list[tuple[str, Direction | None]] = []
    for found in _PARTS.findall(text):
        way = _way(found)
        if parts and (way == parts[-1][1] or (way is None and found.isspace())):
            parts[-1] = (parts[-1][0] + found, parts[-1][1])
        else:
            parts.append((found, way))
    yield from parts


def _way(word: str) -> Direction | None:
    for letter in word:
        kind = unicodedata.bidirectional(letter)
        if kind in FROM_THE_RIGHT:
            return "rtl"
        if kind == "L":
            return "ltr"
    return None


def turn(run: Run, way: Direction | None, paper: Direction) -> None:
    """Say which way a run is read, where it is not that of its paper."""
    if way is not None and way != paper:
        run.font.rtl = way == "rtl"
    if run.bold:
        run.font.cs_bold = True
    if run.italic:
        run.font.cs_italic = True


def size_of_others(style: ParagraphStyle, *, bold: bool = False) -> None:
    """Letters read from the right are as large in a style as the others, in the same font."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    size, properties = style.font.size, style.element.get_or_add_rPr()
    if style.font.name is not None:
        properties.get_or_add_rFonts().set(qn("w:cs"), style.font.name)
    if bold:
        style.font.cs_bold = True
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    if size is not None:
        told = OxmlElement("w:szCs")
        told.set(qn("w:val"), str(round(size.pt * 2)))
        properties.insert_element_before(told, *AFTER_SIZE)


def read_from_the_right(document: Document) -> None:
    """The paper as a whole: every paragraph, and every run that does not say otherwise."""
    from docx.oxml import OxmlElement

    normal: BaseOxmlElement = document.styles["Normal"].element
    normal.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *AFTER_BIDI)
    normal.get_or_add_rPr().insert_element_before(OxmlElement("w:rtl"), *AFTER_RTL)
