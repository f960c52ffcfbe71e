"""A paper as Markdown, for whoever keeps texts in that form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import singledispatch
from typing import Final

from samordner_tui.papers.paper.blocks import (
    Block,
    Box,
    Heading,
    Line,
    Paper,
    Paragraph,
    Picture,
    Points,
    Span,
    Table,
    WriteOn,
)

SIGNS: Final = re.compile(r"([\\`*_\[\]<>|#&])")
"""Signs that mean something anywhere in a line."""
AT_THE_START: Final = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=~])", re.MULTILINE)
"""What would begin a list or a heading, where it stands first in a line."""
MARKS: Final = {"plain": "", "strong": "**", "emphasis": "*"}


def markdown_of(paper: Paper) -> str:
    """The paper as CommonMark with tables; reading it again gives the same blocks."""
    return "\n\n".join(_blocks(paper.blocks)) + "\n"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    return (_block(one) for one in blocks)


@singledispatch
def _block(block: Block) -> str:
    """A block that is a line across."""
    return "---"


@_block.register
def _(block: Heading) -> str:
    return f"{'#' * block.level} {_line(block.line)}"


@_block.register
def _(block: Paragraph) -> str:
    return _line(block.line)


@_block.register
def _(block: Box) -> str:
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(block.blocks)).split("\n"))


@_block.register
def _(block: WriteOn) -> str:
    return "\n\n".join(["___"] * block.lines)


@_block.register
def _(block: Picture) -> str:
    return f"![{_signs(block.sentences)}]({block.name})"


@_block.register
def _(points: Points) -> str:
    rows = []
    for number, item in enumerate(points.items, points.first or 1):
        sign = f"![]({item.sign}) " if item.sign else ""
        mark = f"- [ ] {sign}" if item.box else "- " if points.first is None else f"{number}. "
        inside = " " * (2 if item.box else len(mark))
        text = "\n\n".join(_blocks(item.blocks))
        rows.append(mark + text.replace("\n", f"\n{inside}"))
    return "\n".join(rows)


@_block.register
def _(table: Table) -> str:
    heads = [_cell(cell) for cell in table.headings]
    rows = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    rows += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in table.rows]
    return "\n".join(rows)


def _cell(line: Line) -> str:
    return _line(tuple(Span(span.text.replace("\n", " "), span.style) for span in line))


def _line(line: Line) -> str:
    text = "".join(MARKS[span.style] + _signs(span.text) + MARKS[span.style] for span in line)
    text = AT_THE_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)
    return text.replace("\n", "\\\n")


def _signs(text: str) -> str:
    return SIGNS.sub(r"\\\1", text)
