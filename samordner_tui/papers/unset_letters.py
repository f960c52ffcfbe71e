"""Which letter is in no font, and in which text it stands, said to whoever asked for the paper."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Final

from samordner_tui.language import _
from samordner_tui.method.wording import listed

MOST: Final = 3
"""Texts that are named; the rest come to light when these are mended."""
LONGEST: Final = 60
"""Letters of a text that are shown."""

_LACKING: Final = re.compile(r'the text `("(?:[^"\\]|\\.)+")` could not be displayed')
_LETTER_BY_NUMBER: Final = re.compile(r"\\u\{([0-9a-fA-F]+)\}")


def lacking_letter(failure: str, texts: Sequence[str]) -> str:
    """The sentence, with a way out.

    Args:
        failure: what the typesetter says.
        texts: everything that stands on the paper.
    """
    letter = letter_in(failure)
    if letter is None:
        return _("Papiret kan ikke blive til PDF her. Lav det som Word eller tekst i stedet.")
    there = listed([f"»{around(letter, one)}«" for one in dict.fromkeys(texts) if letter in one][:MOST])
    return _(
        "Tegnet »{letter}« ({number}) i {texts} findes ikke i nogen skrifttype her. Skriv det uden, eller lav papiret "
        "som Word eller tekst."
    ).format(letter=letter, number=number_of(letter), texts=there)


def letter_in(failure: str) -> str | None:
    """The letter as the person wrote it, of what the typesetter says; none where it names none."""
    found = _LACKING.search(failure)
    if found is None:
        return None
    letter: str = json.loads(_LETTER_BY_NUMBER.sub(lambda one: json.dumps(chr(int(one[1], 16)))[1:-1], found[1]))
    return letter


def number_of(letter: str) -> str:
    """`U+0928`."""
    return " ".join(f"U+{ord(one):04X}" for one in letter)


def around(letter: str, text: str) -> str:
    """So much of a text around a letter that the place is known again."""
    if len(text) <= LONGEST:
        return text
    middle = text.index(letter)
    first = max(0, min(middle - LONGEST // 2, len(text) - LONGEST))
    last = first + LONGEST
    shown = text[first + (first > 0) : last - (last < len(text))]
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"
