"""Which letters a font has and how wide each is, read from the font file itself. Source: OpenType 1.9, cmap, hmtx."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

_BY_WORTH: Final = {12: 1, 4: 0}
"""Kinds of list from letters to glyphs that are read here; the first holds every letter, the other the older ones."""
_END: Final = 0xFFFF
"""Where the last part of a list of the older kind ends."""


def widths_in(file: Path) -> Mapping[int, float]:
    """The width of every letter of a TrueType font by its number in Unicode, in the size of the letters.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no font with such a list of letters.
    """
    font = file.read_bytes()
    tables = _tables(font)
    if not {"head", "hhea", "hmtx", "cmap"} <= tables.keys():
        message = f"{file.name} is no font that can be read"
        raise ValueError(message)
    (size,) = struct.unpack_from(">H", font, tables["head"] + 18)
    (measured,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
    # Glyphs after the last that is measured are as wide as that one.
    widths = struct.unpack_from(">" + "H2x" * measured, font, tables["hmtx"])
    return {letter: widths[min(glyph, measured - 1)] / size for letter, glyph in _glyphs(font, tables["cmap"]) if glyph}


def _tables(font: bytes) -> dict[str, int]:
    """Where each table begins."""
    (count,) = struct.unpack_from(">H", font, 4)
    found = (struct.unpack_from(">4s4xI", font, 12 + 16 * place) for place in range(count))
    return {name.decode("latin-1"): begins for name, begins in found}


def _glyphs(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Every letter with its glyph; glyph 0 is the box of a letter that is lacking."""
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    lists = [cmap + struct.unpack_from(">4xI", font, cmap + 4 + 8 * place)[0] for place in range(count)]
    kinds = {struct.unpack_from(">H", font, begins)[0]: begins for begins in lists}
    kind = max(_BY_WORTH.keys() & kinds, key=_BY_WORTH.__getitem__)
    return _in_groups(font, kinds[kind]) if kind == 12 else _in_segments(font, kinds[kind])


def _in_groups(font: bytes, begins: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", font, begins + 12)
    for first, last, glyph in struct.iter_unpack(">III", font[begins + 16 : begins + 16 + 12 * count]):
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _in_segments(font: bytes, begins: int) -> Iterator[tuple[int, int]]:
    (double,) = struct.unpack_from(">H", font, begins + 6)
    ends = begins + 14
    form = f">{double // 2}H"
    last, first, delta, ranges = (
        struct.unpack_from(form, font, ends + part * double + 2 * (part > 0)) for part in range(4)
    )
    for place, (from_, to, added, shift) in enumerate(zip(first, last, delta, ranges, strict=True)):
        for letter in range(from_, min(to, _END - 1) + 1):
            if shift == 0:
                yield letter, (letter + added) % 65536
                continue
            at = ends + 2 + 3 * double + 2 * place + shift + 2 * (letter - from_)
            (glyph,) = struct.unpack_from(">H", font, at)
            yield letter, (glyph + added) % 65536 if glyph else 0
