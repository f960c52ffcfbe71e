"""How wide a text is on a field of letters, and how a name is made to fit. A Chinese letter fills two places."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache


def width_of(text: str) -> int:
    """Places a text fills. A letter that stands on the one before fills none."""
    return sum(_width(letter) for letter in text)


@lru_cache(maxsize=4096)
def _width(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def cut(text: str, room: int) -> str:
    """As much of the text as has room."""
    kept = ""
    for letter in text:
        if width_of(kept + letter) > room:
            break
        kept += letter
    return kept


def shortened(name: str, longest: int) -> str:
    """A name in so many places: the first names whole where they fit, else cut with a dot."""
    words = name.split()
    while len(words) > 1 and width_of(" ".join(words)) > longest:
        words.pop()
    whole = " ".join(words)
    return whole if width_of(whole) <= longest else f"{cut(whole, longest - 1)}."


def short_names(names: Sequence[str], longest: int) -> tuple[str, ...]:
    """Names in so many places. Those that would read alike keep the first letter of their last name."""
    short = [shortened(name, longest) for name in names]
    alike = Counter(short)
    return tuple(
        _told_apart(name, one, longest) if alike[one] > 1 and one != name else one
        for name, one in zip(names, short, strict=True)
    )


def _told_apart(name: str, short: str, longest: int) -> str:
    """A name with the first letter of its last word: `Anne-Marie S.`."""
    last = name.split()[-1]
    return f"{cut(short.rstrip('.'), longest - width_of(last[0]) - 2)} {last[0]}."


def first_names(names: Sequence[str]) -> tuple[str, ...]:
    """First names alone. Those that would read alike have the first letter of their last name: `Karen H.`."""
    first = [name.split()[0] if name.split() else name for name in names]
    alike = Counter(first)
    return tuple(
        f"{one} {name.split()[-1][0]}." if alike[one] > 1 and one != name.strip() else one
        for name, one in zip(names, first, strict=True)
    )
