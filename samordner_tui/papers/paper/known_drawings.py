"""Which drawings a paper has. One that a template or a translation names and the paper lacks is set as its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from samordner_tui.papers.look import MOTIFS
from samordner_tui.papers.paper.blocks import Block, Box, Paragraph, Picture, Points, Span

SIGNS: Final = frozenset(MOTIFS) | {f"face-{number}" for number in range(5)}
"""The small drawings that stand before a box to tick: five faces, and the motifs."""


def with_known_drawings(blocks: Iterable[Block], names: Collection[str]) -> tuple[Block, ...]:
    """The blocks of a paper that has the drawings of these names, and the small ones every paper has."""
    return tuple(one for block in blocks for one in _known(block, names))


def _known(block: Block, names: Collection[str]) -> Iterator[Block]:
    match block:
        case Picture(name=name, sentences=sentences) if name not in names:
            if sentences.strip():
                yield Paragraph((Span(sentences),))
        case Box(blocks=inside):
            yield Box(with_known_drawings(inside, names))
        case Points(items=items):
            known = tuple(
                replace(
                    item,
                    blocks=with_known_drawings(item.blocks, names),
                    sign=item.sign if item.sign in SIGNS else "",
                )
                for item in items
            )
            yield replace(block, items=known)
        case _:
            yield block
