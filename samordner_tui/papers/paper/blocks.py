"""What a paper is made of: headings, paragraphs, lists, tables, boxes, lines to write on.

A template is read into blocks once, and each way of writing a paper draws the same blocks. Nothing here is markup: a
text is letters, whoever wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from samordner_tui.papers.paper.direction import Direction

Style = Literal["plain", "strong", "emphasis"]


FIGURE: Final = re.compile(r"-?\d[\d.,\u00a0]*")
"""A count or a sum, as it stands in a column."""


@dataclass(frozen=True, slots=True)
class Span:
    """Letters in one style. A line break inside a paragraph is a span of its own: a newline."""

    text: str
    style: Style = "plain"


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 1 is the title of the paper."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list. `box` is a box to tick; `sign` a small drawing before it that says the same as its words."""

    blocks: tuple[Block, ...]
    box: bool = False
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list, with numbers from `first` where it has one."""

    items: tuple[Item, ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its headings, and its rows, each as long as the headings."""

    headings: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """What is set apart from the rest, in a frame."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class WriteOn:
    """Empty lines to write on."""

    lines: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A new card, or a new page: the style of the paper says which."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, by its name, with the same in sentences."""

    name: str
    sentences: str


Block = Heading | Paragraph | Points | Table | Box | WriteOn | Rule | Picture


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper.

    Attributes:
        title: as a screen reader says it; never a name.
        language: of the text, `da` or `en`, or another that a translation is in.
        style: how it is set: letter, leaflet, form, card, sign, large.
        blocks: what stands on it.
        accent: the colour of the title, dark enough to be read when it is printed in black and white.
        pictures: drawings as SVG, by name; every `Picture` of its blocks is among them.
        motif: a small drawing around the text, by its name; empty for none.
        direction: from which side it is read.
    """

    title: str
    language: str
    style: str
    blocks: tuple[Block, ...]
    accent: str = "#1f3a5f"
    pictures: Mapping[str, str] = field(default_factory=dict)
    motif: str = ""
    direction: Direction = "ltr"


def letters(line: Line) -> str:
    """The letters of a line alone."""
    return "".join(span.text for span in line)


def columns_of_figures(table: Table) -> tuple[bool, ...]:
    """Of each column, whether it has a heading and holds figures alone: those are read from their last digit."""
    columns = zip(table.headings, *table.rows, strict=True)
    return tuple(_is_of_figures(letters(heading), [letters(cell) for cell in cells]) for heading, *cells in columns)


def _is_of_figures(heading: str, cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(heading and filled) and all(FIGURE.fullmatch(cell) for cell in filled)


def lines_in(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Every line of text, in the order it is read."""
    for block in blocks:
        match block:
            case Points(items=items):
                for item in items:
                    yield from lines_in(item.blocks)
            case Box(blocks=inside):
                yield from lines_in(inside)
            case _:
                yield from _own_lines(block)


def _own_lines(block: Block) -> Iterator[Line]:
    """The lines of a block that holds no others."""
    match block:
        case Heading(line=line) | Paragraph(line=line):
            yield line
        case Table(headings=headings, rows=rows):
            yield from headings
            for row in rows:
                yield from row
        case Picture(sentences=sentences):
            yield (Span(sentences),)
        case _:
            pass
