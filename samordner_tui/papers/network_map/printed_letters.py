"""How wide a text is in print, in the size of its letters, and how it is broken into lines.

Measured on Libertinus Serif, upright and italic, rounded up: a name never needs more room than it was given.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_WIDTHS: Final = {
    0.25: ",.:;|¦·' \u00a0",
    0.30: "!Iijl{}¡°ÌÍÎÏìíîïĨĩĪīĬĭĮįİıĵĺļľłſ’",
    0.35: '"()-/\\ft',
    0.40: "[]`rsŕŗřśŝşšť",
    0.45: "*?Jcez~¿çèéêëćĉċčēĕėęěźżž",
    0.50: "#$0123456789FS_abgvx£¤§àáâãäåðāăąĝğġģŚŜŞŠ",
    0.55: "LP^dhknopquy«»ÞßñòóôõöøùúûüýþÿďđĥħĳķĸĹĻĽĿŁńņňŉŋōŏőũūŭůűųŷ–",
    0.60: "+<=>BERTYÈÉÊËÝ÷ĒĔĖĘĚŔŖŘŢŤŦŶŸ",
    0.65: "%CKZÇĆĈĊČĲĶŹŻŽ",
    0.70: "AGNUVXÀÁÂÃÄÅÑÙÚÛÜæĀĂĄĜĞĠĢŃŅŇŊŨŪŬŮŰŲ",
    0.75: "&DHOQwÐÒÓÔÕÖØĎĐĤĦŌŎŐŵ—",
    0.80: "mœ",
    0.85: "M",
    0.90: "@ÆŒ",
    1.00: "WŴ…",
}
_WIDTH_OF: Final = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_WIDE: Final = 1.3
"""A picture or a Chinese letter."""
_OTHER: Final = 0.75
"""Letters of other alphabets."""

ELSEWHERE: Final = 1.12
"""How much wider a text may be that is set in another type, because the first lacks one of its letters."""

BOLD: Final = 1.1
"""How much wider bold letters are."""


def printed_width(text: str) -> float:
    """The width of a text in its own letter size."""
    width = sum(_width(letter) for letter in text)
    return width if all(letter in _WIDTH_OF for letter in text) else width * ELSEWHERE


def _width(letter: str) -> float:
    known = _WIDTH_OF.get(letter)
    if known is not None:
        return known
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    return _WIDE if unicodedata.east_asian_width(letter) in {"W", "F"} else _OTHER


def lines_of(text: str, room: float, most: int) -> tuple[str, ...]:
    """A text in at most `most` lines, each no wider than `room`; what does not fit is left out with a mark."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and printed_width(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] += " …"
    return tuple(fitted(line, room) for line in kept)


def fitted(text: str, room: float) -> str:
    """A text on one line, cut with a mark where it is too long."""
    if printed_width(text) <= room:
        return text
    kept = text.rstrip("… ")
    while kept and printed_width(kept) + _OTHER > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
