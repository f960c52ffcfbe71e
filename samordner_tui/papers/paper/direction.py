"""Which way a text is read: from the left, or from the right as Arabic, Hebrew, Persian and Urdu are."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Final, Literal

Direction = Literal["ltr", "rtl"]

FROM_THE_RIGHT: Final = frozenset({"R", "AL"})


def direction_of(text: str) -> Direction:
    """The way most of its letters are read; a Danish name in an Arabic letter does not turn it."""
    found = Counter(unicodedata.bidirectional(letter) for letter in text)
    return "rtl" if sum(found[one] for one in FROM_THE_RIGHT) > found["L"] else "ltr"
