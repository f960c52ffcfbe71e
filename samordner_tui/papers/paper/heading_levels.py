"""Headings as a screen reader needs them: the first is the title, and no level is left out on the way down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from samordner_tui.papers.paper.blocks import Block, Box, Heading, Points


def in_steps(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with the level of each heading at most one below that of the heading before it."""
    return _in_steps(blocks, 0)[0]


def _in_steps(blocks: Iterable[Block], above: int) -> tuple[tuple[Block, ...], int]:
    """The blocks, and the level of their last heading."""
    found: list[Block] = []
    for block in blocks:
        match block:
            case Heading(level=level):
                above = min(level, above + 1)
                found.append(replace(block, level=above))
            case Box(blocks=inside):
                stepped, above = _in_steps(inside, above)
                found.append(Box(stepped))
            case Points(items=items):
                stepped_items = []
                for item in items:
                    stepped, above = _in_steps(item.blocks, above)
                    stepped_items.append(replace(item, blocks=stepped))
                found.append(replace(block, items=tuple(stepped_items)))
            case _:
                found.append(block)
    return tuple(found), above
