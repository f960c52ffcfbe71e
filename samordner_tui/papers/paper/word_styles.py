"""The styles of a Word file that Word has none of its own for: a box, and a line to write on.

Whoever changes the file finds them in the list of styles and can use them again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samordner_tui.papers.paper.blocks import Paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

BOX: Final = "Boks"
WRITE_ON: Final = "Skrivelinje"
SOFT: Final = "F1F0EC"
"""The ground of a box: light enough to vanish on a printer without colours."""
GRAY: Final = "8A8A86"
EIGHTHS: Final = 8
"""Word counts the width of a line in eighths of a point."""


def put_styles(document: Document, paper: Paper) -> None:
    """Put the two styles into a file whose letters have their size already."""
    from docx.shared import Pt

    size = document.styles["Normal"].font.size or Pt(12)
    box = _new(document, BOX)
    box.paragraph_format.left_indent = box.paragraph_format.right_indent = Pt(10)
    box.paragraph_format.keep_together = True
    side = "right" if paper.direction == "rtl" else "left"
    _lined(box, side, 3, paper.accent.removeprefix("#").upper(), away=8)
    _on_ground(box, SOFT)
    line = _new(document, WRITE_ON)
    line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(size.pt * 0.6), Pt(0)
    _lined(line, "bottom", 0.75, GRAY, away=1)
    # Word draws one line around neighbours of the same border; this parts them.
    _lined(line, "between", 0.75, GRAY, away=1)


def _new(document: Document, name: str) -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE

    made: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    return made


def _lined(style: ParagraphStyle, side: str, points: float, colour: str, *, away: int) -> None:
    """A line along one side of a paragraph, `away` points from its letters."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    held = style.element.get_or_add_pPr()
    borders = held.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        held.insert_element_before(borders, *AFTER_BORDERS)
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", f"{points * EIGHTHS:.0f}"), ("space", str(away)), ("color", colour)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)


def _on_ground(style: ParagraphStyle, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{name}"), value)
    style.element.get_or_add_pPr().insert_element_before(ground, *AFTER_BORDERS[1:])


AFTER_BORDERS: Final = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""What stands behind the lines of a paragraph in a Word file: their order is fixed. Source: ECMA-376, CT_PPrBase."""
