"""How wide a text is in print, in the size of its letters, and how it is broken into lines.

Measured on the letters it is set in: a name never needs more room than it was given.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from samordner_tui.papers.fonts import letter_widths

_LATO: Final = {False: ("Lato-Regular", "Lato-Italic"), True: ("Lato-Bold",)}
_OTHERS: Final = {
    False: ("NotoSansArabic-Regular", "NotoEmoji-Regular", "DejaVuSans"),
    True: ("NotoSansArabic-Bold", "NotoEmoji-Regular", "DejaVuSans-Bold"),
}
"""What a text is set in, by whether it is bold. Upright or slanted, it has the room of the wider."""
_WIDE: Final = 1.3
"""A picture or a Chinese letter."""
_OTHER: Final = 0.75
"""Other letters that none of our fonts has."""

ELSEWHERE: Final = 1.12
"""How much wider a text may be that is set in a font of the machine, because ours lack one of its letters."""


def printed_width(text: str, *, bold: bool = False) -> float:
    """The width of a text in its own letter size."""
    widths = [_width(_LATO[bold], letter) for letter in text]
    if None not in widths:
        return sum(filter(None, widths))
    # Where Lato lacks a letter, the whole line may be set in what has it.
    every = (*_LATO[bold], *_OTHERS[bold])
    widths = [_width(every, letter) for letter in text]
    width = sum(_guessed(letter) if one is None else one for letter, one in zip(text, widths, strict=True))
    return width * ELSEWHERE if None in widths else width


@lru_cache(maxsize=4096)
def _width(faces: tuple[str, ...], letter: str) -> float | None:
    """The width of a letter in the font where it is widest; none where it is in none of them."""
    found = [letter_widths(face).get(ord(letter)) for face in faces]
    return max((one for one in found if one is not None), default=None)


def _guessed(letter: str) -> float:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    return _WIDE if unicodedata.east_asian_width(letter) in {"W", "F"} else _OTHER


def lines_of(text: str, room: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """A text in at most `most` lines, each no wider than `room`; what does not fit is left out with a mark."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and printed_width(joined, bold=bold) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] += " …"
    return tuple(fitted(line, room, bold=bold) for line in kept)


def fitted(text: str, room: float, *, bold: bool = False) -> str:
    """A text on one line, cut with a mark where it is too long."""
    if printed_width(text, bold=bold) <= room:
        return text
    kept = text.rstrip("… ")
    while kept and printed_width(f"{kept}…", bold=bold) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
