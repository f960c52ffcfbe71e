"""Text as it is searched: without case and accents, and the same whether æ, ø, å or ae, oe, aa was typed."""

from __future__ import annotations

import unicodedata

DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "ð": "d", "þ": "th", "ß": "ss"})


def fold(text: str) -> str:
    """`text` folded: `Åse Ørsted` and `aase oersted` become one."""
    composed = unicodedata.normalize("NFC", text.casefold()).translate(DANISH)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(letter))
    return " ".join(plain.split())
