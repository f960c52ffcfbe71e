"""The map as a file to look at or print: PDF, PNG or SVG."""

from __future__ import annotations

from enum import StrEnum

from samordner_tui.method.definition import Method
from samordner_tui.papers.network_map.side_column import Sheet
from samordner_tui.papers.network_map.svg import map_svg, sheet_in_sentences, sheet_title
from samordner_tui.papers.typesetting import Page, typeset


class PrintedAs(StrEnum):
    """What kind of file."""

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"


def printed(sheet: Sheet, kind: PrintedAs, method: Method) -> bytes:
    """The sheet as the content of a file.

    Raises:
        Refused: there are too many people for the sheet, or a letter is in no font.
    """
    svg = map_svg(sheet, method)
    if kind is PrintedAs.SVG:
        return svg.encode()
    page = Page(svg, sheet.paper.size, sheet_title(sheet), sheet_in_sentences(sheet, method))
    return typeset(page, "pdf" if kind is PrintedAs.PDF else "png")
