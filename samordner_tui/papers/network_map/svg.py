"""The map as one SVG that needs nothing else: rings, sectors, names, ties, and what they mean.

The same text is set by a browser and by the typesetter, so what is looked at is what is printed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from samordner_tui.casework.network_map import NetworkMap, OnMap
from samordner_tui.language import SPEECH, _
from samordner_tui.method.definition import Method
from samordner_tui.papers.network_map.boxes import Printed
from samordner_tui.papers.network_map.marks import (
    INK,
    QUIET,
    RINGS,
    RULE,
    WHITE,
    Values,
    drawn,
    element,
    line,
    number,
    words,
    written,
)
from samordner_tui.papers.network_map.paper import PaperFrame
from samordner_tui.papers.network_map.paper_layout import LINE, SMALLER, PaperLayout, lay_out_on_paper
from samordner_tui.papers.network_map.sentences import map_in_sentences
from samordner_tui.papers.network_map.side_column import FRAMES, Sheet, SideColumn, frame
from samordner_tui.papers.network_map.tie_lines import Pen, tie_lines
from samordner_tui.papers.network_map.tie_paths import tie_path

FONTS: Final = "Lato, Carlito, Calibri, 'Noto Sans Arabic', 'Noto Emoji', 'DejaVu Sans', Arial, sans-serif"
"""Those after the first are for a machine that lacks it: none of them is much wider."""

MANY: Final = 40
"""Ties that are drawn with the ordinary pen; more are drawn with a finer one."""
FINE: Final = 0.7


def sheet_title(sheet: Sheet) -> str:
    """What the sheet is called. It names nobody."""
    return _("Netværkskort, sag {number}").format(number=sheet.case_number)


def sheet_in_sentences(sheet: Sheet, method: Method) -> str:
    """Everything that stands on the sheet, for whoever does not see it."""
    lines = (*sheet.facts, *(one for one in map_in_sentences(sheet.shown, method, sheet.version) if one))
    return "\n".join(one if one.endswith(".") else f"{one}." for one in lines)


def map_svg(sheet: Sheet, method: Method) -> str:
    """The sheet.

    Raises:
        Refused: there are too many people for it.
    """
    across, down = sheet.paper.size
    layout = lay_out_on_paper(sheet.shown, sheet.paper)
    parts = (
        element("title", {}, written(sheet_title(sheet))),
        element("desc", {}, written(sheet_in_sentences(sheet, method)) or " "),
        # What has its heading from the page it lies on must not cover it.
        element("rect", {"width": across, "height": down, "fill": WHITE}) if sheet.is_titled else "",
        *_rings(layout.frame),
        *_sectors(layout.frame, sheet.shown, sheet.paper.letters),
        *_ties(layout, sheet.shown),
        *_names(layout, sheet.shown),
        *SideColumn(sheet, method).drawn(),
    )
    values = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": f"{number(across)}mm",
        "height": f"{number(down)}mm",
        "viewBox": f"0 0 {number(across)} {number(down)}",
        "role": "img",
        "xml:lang": SPEECH.language,
        "font-family": FONTS,
    }
    return element("svg", values, "\n" + "\n".join(one for one in parts if one) + "\n")


def _rings(frame_: PaperFrame) -> Iterator[str]:
    """The rings, the outermost first, each over the one before."""
    across, down = frame_.centre
    grounds = (WHITE, *RINGS)
    for ring in range(frame_.rings, -1, -1):
        values = {"cx": across, "cy": down, "r": frame_.edges[ring] * frame_.radius, "stroke-width": 0.3}
        yield element("circle", {**values, "fill": grounds[ring], "stroke": RULE})


def _sectors(frame_: PaperFrame, shown: NetworkMap, letters: float) -> Iterator[str]:
    """Where sectors meet, and their names around the map, each along the edge of its own."""
    for number_, (sector, (first, last)) in enumerate(frame_.directions.items()):
        yield line((frame_.letter(frame_.edges[0], last), frame_.letter(1, last)), 0.3, RULE)
        middle = (first + last) / 2
        is_below = math.sin(math.radians(middle)) < -0.1
        size = letters * 1.05
        # Letters stand on the edge above the child, and hang below it.
        out = 1 + (size * (1.05 if is_below else 0.4)) / frame_.radius
        half = min((last - first) / 2, 89)
        begins, ends = (middle - half, middle + half) if is_below else (middle + half, middle - half)
        reach = number(out * frame_.radius)
        (from_across, from_down), (to_across, to_down) = frame_.letter(out, begins), frame_.letter(out, ends)
        way = (
            f"M{number(from_across)} {number(from_down)}A{reach} {reach} 0 0 {0 if is_below else 1} "
            f"{number(to_across)} {number(to_down)}"
        )
        name = f"sector-{number_}"
        yield element("path", {"id": name, "d": way, "fill": "none"})
        along = element("textPath", {"href": f"#{name}", "startOffset": "50%"}, drawn(shown.shape.sector_name(sector)))
        yield element("text", {"font-size": size, "fill": QUIET, "text-anchor": "middle"}, along)


def _ties(layout: PaperLayout, shown: NetworkMap) -> Iterator[str]:
    """Every tie, below the names."""
    frame_, pen = layout.frame, Pen(FINE if len(shown.ties) > MANY else 1.0)
    names = [one.box for one in (*layout.hearts, *layout.people, *layout.ring_names)]
    for tie in shown.ties:
        ends = layout.printed(tie.first), layout.printed(tie.second)
        if ends[0] is not None and ends[1] is not None:
            path = tie_path(ends[0].box, ends[1].box, names, lambda place: frame_.measures(*place)[0] > 1)
            yield tie_lines(path, tie.quality, tie.support, pen)


def _names(layout: PaperLayout, shown: NetworkMap) -> Iterator[str]:
    """The names of the rings, the children and everybody around, over everything else."""
    for one in layout.ring_names:
        # A white edge keeps the name readable where a tie runs through it.
        edge: Values = {"stroke": WHITE, "stroke_width": one.size * 0.3, "stroke_linejoin": "round", "fill": WHITE}
        yield _line_of(one, one.lines[0], one.box.down, edge)
        yield _line_of(one, one.lines[0], one.box.down, {"fill": QUIET})
    for one in layout.hearts:
        box = one.box
        values = {"x": box.across - box.half_width, "y": box.down - box.half_height, "width": 2 * box.half_width}
        yield element("rect", {**values, "height": 2 * box.half_height, "rx": box.half_height, "fill": INK})
        yield _line_of(one, one.lines[0], box.down, {"fill": WHITE, "font_weight": "bold"})
    for one in layout.people:
        person = shown.person(one.id)
        if person is not None:
            yield from _name(one, person)


def _name(one: Printed, person: OnMap) -> Iterator[str]:
    """Somebody: a frame that tells of contact, the name, and the relation below. A professional in italics."""
    box = one.box
    dashes = "none" if person.contact is None else FRAMES[person.contact]
    corner = 0 if person.is_professional else min(box.half_height, one.size * 0.8)
    at = box.across - box.half_width, box.down - box.half_height
    yield frame(at, (2 * box.half_width, 2 * box.half_height), dashes, corner)
    slant = {"font_style": "italic"} if person.is_professional else {}
    high = len(one.lines) * LINE + (LINE * SMALLER if one.below else 0)
    down = box.down - (high - LINE) / 2 * one.size
    for text in one.lines:
        yield _line_of(one, text, down, {**slant, "fill": INK})
        down += LINE * one.size
    if one.below:
        below = down - (LINE - LINE * SMALLER) / 2 * one.size
        yield _line_of(one, one.below, below, {**slant, "fill": QUIET}, one.size * SMALLER)


def _line_of(one: Printed, text: str, middle: float, look: Values, size: float = 0.0) -> str:
    """A line of text around the middle of a name, `middle` down the sheet."""
    size = size or one.size
    return words(text, one.box.across, middle + size * 0.31, size, text_anchor="middle", **look)
