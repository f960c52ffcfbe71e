"""Text folded for search and sort: without case and accents. Source: design 7.

æ and ø are letters of their own; å is the same as aa, as in names.
"""

from __future__ import annotations

import unicodedata
from typing import Final

LETTERS: Final = str.maketrans({"å": "aa", "Å": "aa"})
"""What is written in two ways."""


def folded(text: str) -> str:
    """`Åse Ørsted` and `AASE Ørsted` are the same: `aase ørsted`."""
    letters = unicodedata.normalize("NFC", text).translate(LETTERS).casefold()
    parts = unicodedata.normalize("NFD", letters)
    return unicodedata.normalize("NFC", "".join(sign for sign in parts if not unicodedata.combining(sign)))
