"""A paper as text alone: for pasting into a message, and for a screen reader."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from functools import singledispatch
from typing import Final

from samordner_tui.papers.paper.blocks import (
    Block,
    Box,
    Heading,
    Item,
    Paper,
    Paragraph,
    Picture,
    Points,
    Table,
    WriteOn,
    letters,
)

WIDTH: Final = 76
"""Letters a line, so that it is not broken again in a message."""
LINE: Final = 60
"""Letters a line to write on is long."""


def text_of(paper: Paper, width: int = WIDTH) -> str:
    """The paper as plain text, with a line break at the end."""
    return "\n\n".join(_blocks(paper.blocks, width)) + "\n"


def _blocks(blocks: Sequence[Block], width: int) -> Iterator[str]:
    for block in blocks:
        text = "\n".join(_lines(block, width))
        if text:
            yield text


@singledispatch
def _lines(block: Block, width: int) -> Iterator[str]:
    """A block that is a line across."""
    yield "* * *"


@_lines.register
def _(block: Heading, width: int) -> Iterator[str]:
    text = letters(block.line)
    yield from _wrapped(text.upper() if block.level == 1 else text, width)
    if block.level == 2:
        yield "-" * min(width, len(text))


@_lines.register
def _(block: Paragraph, width: int) -> Iterator[str]:
    return _wrapped(letters(block.line), width)


@_lines.register
def _(block: Box, width: int) -> Iterator[str]:
    for line in "\n\n".join(_blocks(block.blocks, width - 2)).split("\n"):
        yield f"| {line}".rstrip()


@_lines.register
def _(block: WriteOn, width: int) -> Iterator[str]:
    yield from ["_" * min(width, LINE)] * block.lines


@_lines.register
def _(block: Picture, width: int) -> Iterator[str]:
    return _wrapped(block.sentences, width)


@_lines.register
def _(block: Points, width: int) -> Iterator[str]:
    for number, item in enumerate(block.items, block.first or 1):
        mark = "[ ]" if item.box else "-" if block.first is None else f"{number}."
        yield from _point(item, mark, width)


def _point(item: Item, mark: str, width: int) -> Iterator[str]:
    inside = " " * (len(mark) + 1)
    text = "\n".join(_blocks(item.blocks, width - len(inside)))
    for number, line in enumerate(text.split("\n")):
        yield (f"{mark} {line}" if number == 0 else f"{inside}{line}").rstrip()


@_lines.register
def _(table: Table, width: int) -> Iterator[str]:
    """Row by row, each cell after its heading: so it is read aloud in its order, and no line is too long."""
    if not table.rows:
        yield from _wrapped(", ".join(filter(None, map(letters, table.headings))), width)
    if table.rows and not any(map(letters, table.headings)):
        yield from _told(table, width)
        return
    for number, row in enumerate(table.rows):
        if number:
            yield ""
        for heading, cell in zip(table.headings, row, strict=True):
            name, text = letters(heading), letters(cell)
            if name or text:
                yield from _wrapped(f"{name}: {text}".strip().removeprefix(": "), width)


def _told(table: Table, width: int) -> Iterator[str]:
    """A table without headings, whose first column names what stands beside it: `Ordstyrer: Bent`."""
    for first, *rest in table.rows:
        said = " ".join(filter(None, map(letters, rest)))
        yield from _wrapped(f"{letters(first)}: {said}" if rest else letters(first), width)


def _wrapped(text: str, width: int) -> Iterator[str]:
    for line in text.split("\n"):
        yield from textwrap.wrap(line, max(width, 20), break_long_words=False) or [""]
