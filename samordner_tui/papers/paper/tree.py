"""The tree of a Markdown text, from the flat row of tokens it is read as.

No node knows the one it stands in, so that what is no longer used is gone at once: a pack of papers makes many trees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markdown_it.token import Token


@dataclass(slots=True)
class Node:
    """A block, or a part of a line: `paragraph`, `table`, `strong`, `text`.

    Attributes:
        tag: `h1` of a heading.
        markup: the signs it is written with.
        content: its letters, where it has no children; of a drawing what stands for it.
    """

    type: str
    tag: str
    markup: str
    content: str
    attrs: Mapping[str, str | int | float]
    children: list[Node] = field(default_factory=list)


def tree(tokens: Iterable[Token]) -> list[Node]:
    """The nodes at the top, each with those inside it."""
    top: list[Node] = []
    inside = [top]
    for token in tokens:
        if token.nesting < 0:
            inside.pop()
            continue
        name = token.type.removesuffix("_open") if token.nesting else token.type
        node = Node(name, token.tag, token.markup, token.content, token.attrs)
        inside[-1].append(node)
        if token.children:
            node.children = tree(token.children)
        if token.nesting > 0:
            inside.append(node.children)
    return top
