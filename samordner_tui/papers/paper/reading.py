"""From Markdown to blocks. Links, HTML and pictures from elsewhere are not read: a paper fetches nothing."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Final

from markdown_it import MarkdownIt

from samordner_tui.papers.paper.blocks import (
    Block,
    Box,
    Heading,
    Item,
    Line,
    Paragraph,
    Picture,
    Points,
    Rule,
    Span,
    Style,
    Table,
    WriteOn,
    letters,
)
from samordner_tui.papers.paper.tree import Node, tree

UNWRITTEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no file can hold, in a text that was pasted in."""
TICK: Final = "[ ]"
STYLES: Final[dict[str, Style]] = {"strong": "strong", "em": "emphasis"}


@cache
def reader() -> MarkdownIt:
    """CommonMark with tables; no HTML, no bare addresses made into links."""
    # The program itself stays until it ends. A pack of papers makes and drops much, and each time the collector would
    # go through all of the program to find that none of it can go.
    gc.freeze()
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def read_blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a text.

    Beside CommonMark `- [ ] text` is a box to tick, `- [ ] ![](face-0) text` one with a small drawing, `___` a line to
    write on, a quotation a box, and `![the same in sentences](name)` a drawing by its name.
    """
    return tuple(_blocks(tree(reader().parse(UNWRITTEN.sub(" ", markdown)))))


def _blocks(nodes: Iterable[Node]) -> list[Block]:
    found: list[Block] = []
    for node in nodes:
        found += _READ.get(node.type, _as_it_stands)(node)
    return _gathered(found)


def _gathered(blocks: list[Block]) -> list[Block]:
    """Lines to write on that follow each other are one."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if isinstance(block, WriteOn) and isinstance(before, WriteOn):
            found[-1] = WriteOn(before.lines + block.lines)
        else:
            found.append(block)
    return found


def _written(node: Node) -> list[Block]:
    """A paragraph, or a drawing."""
    inline = node.children[0]
    if len(inline.children) == 1 and inline.children[0].type == "image":
        image = inline.children[0]
        return [Picture(str(image.attrs.get("src", "")), letters(_line(image.children)))]
    return [Paragraph(_line(inline.children))]


def _heading(node: Node) -> list[Block]:
    """A heading; one without letters is none, for a screen reader would say that there is something."""
    line = _line(node.children[0].children)
    return [Heading(int(node.tag[1:]), line)] if letters(line).strip() else []


def _points(node: Node) -> list[Block]:
    """A list; boxes to tick are a list of their own, also where they follow other points."""
    first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    items = [_item(one) for one in node.children]
    return [Points(tuple(run), first) for _box, run in groupby(items, key=lambda one: one.box)]


def _box(node: Node) -> list[Block]:
    return [Box(tuple(_blocks(node.children)))]


def _drawn_line(node: Node) -> list[Block]:
    return [WriteOn(1) if node.markup.startswith("_") else Rule()]


def _as_it_stands(node: Node) -> list[Block]:
    return [Paragraph((Span(node.content.rstrip("\n")),))]


def _item(node: Node) -> Item:
    blocks = _blocks(node.children)
    # What somebody wrote has its signs set apart, so only the template's own box begins with the bare sign.
    inline = node.children[0].children[0] if node.children and node.children[0].type == "paragraph" else None
    written = inline.content if inline is not None else ""
    first = blocks[0] if blocks else None
    if inline is None or not (written.startswith(TICK) and isinstance(first, Paragraph)):
        return Item(tuple(blocks))
    head = Span(first.line[0].text.removeprefix(TICK).lstrip(), first.line[0].style)
    sign = next((str(one.attrs.get("src", "")) for one in inline.children if one.type == "image"), "")
    return Item((Paragraph((head, *first.line[1:])), *blocks[1:]), box=True, sign=sign)


def _table(node: Node) -> list[Block]:
    head, *bodies = node.children
    rows = [[_cell(cell) for cell in row.children] for body in bodies for row in body.children]
    return [Table(tuple(_cell(cell) for cell in head.children[0].children), tuple(map(tuple, rows)))]


def _cell(node: Node) -> Line:
    return _line(node.children[0].children) if node.children else ()


def _line(nodes: Iterable[Node], style: Style = "plain") -> Line:
    spans: list[Span] = []
    for node in nodes:
        match node.type:
            case "softbreak":
                spans.append(Span(" ", style))
            case "hardbreak":
                spans.append(Span("\n", style))
            case "strong" | "em":
                spans += _line(node.children, STYLES[node.type])
            case _ if node.children:
                spans += _line(node.children, style)
            case _:
                spans.append(Span(node.content, style))
    return _joined(spans)


def _joined(spans: list[Span]) -> Line:
    """Neighbours in the same style are one."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].style == span.style:
            found[-1] = Span(found[-1].text + span.text, span.style)
        elif span.text:
            found.append(span)
    return tuple(found)


_READ: Final[Mapping[str, Callable[[Node], list[Block]]]] = {
    "paragraph": _written,
    "heading": _heading,
    "bullet_list": _points,
    "ordered_list": _points,
    "table": _table,
    "blockquote": _box,
    "hr": _drawn_line,
}
