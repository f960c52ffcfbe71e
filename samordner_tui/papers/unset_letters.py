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
    found = _LACKING.search(failure)
    if found is None:
        return _("Papiret kan ikke blive til PDF her. Lav det som Word eller tekst i stedet.")
    letter: str = json.loads(_LETTER_BY_NUMBER.sub(lambda one: json.dumps(chr(int(one[1], 16)))[1:-1], found[1]))
    there = listed([f"»{shortened(one)}«" for one in dict.fromkeys(texts) if letter in one][:MOST])
    number = " ".join(f"U+{ord(one):04X}" for one in letter)
    return _(
        "Tegnet »{letter}« ({number}) i {texts} findes ikke i nogen skrifttype her. Skriv det uden, eller lav papiret "
        "som Word eller tekst."
    ).format(letter=letter, number=number, texts=there)


def shortened(text: str) -> str:
    """So much of a text that it is known again."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
