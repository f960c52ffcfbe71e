"""The typesetter itself: it is handed bytes and gives the bytes of one file back, and reads and writes nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from samordner_tui.papers.fonts import fonts

Format = Literal["pdf", "png"]

DOTS: Final = 200
"""Dots an inch of a PNG."""


def compiled(source: bytes, inputs: Mapping[str, str], as_format: Format = "pdf", *, alone: bool) -> bytes:
    """What a text for the typesetter becomes: PDF that is accessible (PDF/UA-1), or PNG.

    Args:
        source: how it is set, and nothing a person wrote.
        inputs: what is set, as data.
        as_format: a missing letter is an error in an accessible PDF alone: a PNG would leave it out without a word.
        alone: whether the program's own fonts are all there are.

    Raises:
        typst.TypstError: it cannot be set.
    """
    import typst

    made = typst.compile(
        source,
        format=as_format,
        ppi=DOTS,
        sys_inputs=dict(inputs),
        pdf_standards=["ua-1"] if as_format == "pdf" else [],
        font_paths=fonts(alone=alone),
    )
    if not isinstance(made, bytes):
        message = "more files than one"
        raise TypeError(message)
    return made
