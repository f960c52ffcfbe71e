"""A paper as PDF/UA: tagged, in its language, every letter from the fonts that come with the program.

The typesetter is handed bytes and gives bytes back. The text goes to it as data, so that nothing a person wrote is ever
markup, and it fetches nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial, singledispatch

from samordner_tui.papers.fonts import FAMILIES
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
    letters,
    lines_in,
)
from samordner_tui.papers.paper.column_widths import widths
from samordner_tui.papers.typst_file import compiled
from samordner_tui.papers.unset_letters import lacking_letter, letter_in
from samordner_tui.papers.unset_text import unset_drawing
from samordner_tui.refusals import Refused
from samordner_tui.resources import paper_folder


def pdf_of(paper: Paper) -> bytes:
    """The paper as PDF.

    A letter that the program's own fonts lack is looked for among those of the machine.

    Raises:
        Refused: a letter is in no font; the sentence says which, and where it stands.
    """
    import typst

    failure = ""
    for alone in (True, False):
        try:
            return _compiled(paper, alone=alone)
        except typst.TypstError as fault:
            failure = str(fault)
    raise Refused(_why_not(paper, failure))


def _why_not(paper: Paper, failure: str) -> str:
    """The sentence: of a drawing in which no letter is named, the texts that cannot be set."""
    if letter_in(failure) is None and paper.pictures:
        (svg, *_others) = paper.pictures.values()
        return unset_drawing(svg, partial(_can_be_set, paper))
    return lacking_letter(failure, [letters(line) for line in lines_in(paper.blocks)])


def _can_be_set(paper: Paper, svg: str) -> bool:
    import typst

    try:
        _compiled(replace(paper, pictures=dict.fromkeys(paper.pictures, svg)), alone=False)
    except typst.TypstError:
        return False
    return True


def _compiled(paper: Paper, *, alone: bool) -> bytes:
    return compiled(house(), {"paper": json.dumps(as_data(paper))}, alone=alone)


@cache
def house() -> bytes:
    """How a paper is set, for the typesetter: the small drawings, and the rest. Read once."""
    return b"\n".join((paper_folder() / name).read_bytes() for name in ("drawings.typ", "house.typ"))


def as_data(paper: Paper) -> dict[str, object]:
    """The paper as the typesetter reads it."""
    return {
        "title": paper.title,
        "fonts": FAMILIES,
        "language": paper.language,
        "style": paper.style,
        "accent": paper.accent,
        "blocks": _all(paper.blocks),
        "pictures": dict(paper.pictures),
        "motif": paper.motif,
        "direction": paper.direction,
    }


def _all(blocks: Sequence[Block]) -> list[dict[str, object]]:
    return [_data(one) for one in blocks]


@singledispatch
def _data(block: Block) -> dict[str, object]:
    """A block that is a line across."""
    return {"kind": "rule"}


@_data.register
def _(block: Heading) -> dict[str, object]:
    return {"kind": "heading", "level": block.level, "line": _spans(block.line)}


@_data.register
def _(block: Paragraph) -> dict[str, object]:
    return {"kind": "paragraph", "line": _spans(block.line)}


@_data.register
def _(block: Points) -> dict[str, object]:
    items = [{"box": one.box, "sign": one.sign, "blocks": _all(one.blocks)} for one in block.items]
    return {"kind": "points", "items": items, "first": block.first}


@_data.register
def _(block: Box) -> dict[str, object]:
    return {"kind": "box", "blocks": _all(block.blocks)}


@_data.register
def _(block: WriteOn) -> dict[str, object]:
    return {"kind": "write-on", "lines": block.lines}


@_data.register
def _(block: Picture) -> dict[str, object]:
    return {"kind": "picture", "name": block.name, "sentences": block.sentences}


@_data.register
def _(block: Table) -> dict[str, object]:
    return {
        "kind": "table",
        "headings": [_spans(cell) for cell in block.headings],
        "rows": [[{"line": _spans(cell)} for cell in row] for row in block.rows],
        "widths": widths(block),
        "figures": columns_of_figures(block),
    }


def _spans(line: Line) -> list[tuple[str, str]]:
    return [(span.text, span.style) for span in line]
