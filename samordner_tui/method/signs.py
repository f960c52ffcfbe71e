"""Signs that are not seen: what breaks a line, what turns the direction of reading, and what only hides.

A name in Arabic needs none of them: its letters say by themselves which way they run. Two joiners and the soft hyphen
belong to words, and may stand.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BREAKS: Final = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_LINE_BREAK: Final = re.compile(r"\r\n|[\v\f\r\x85\u2028\u2029]")
_TURNING: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NOT_IN_XML: Final = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_WORDS: Final = frozenset("\u00ad\u200c\u200d")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def on_one_line(text: str) -> str:
    """`text` with a space for every break of a line and every tab, and none of them at its ends."""
    return re.sub(f"[{_BREAKS}]+", " ", text.strip(_BREAKS))


def has_breaks(text: str) -> bool:
    """Whether `text` has a break of a line or a tab within it."""
    return any(sign in _BREAKS for sign in text)


def with_one_kind_of_break(text: str) -> str:
    """`text` with every break of a line written the same way."""
    return _LINE_BREAK.sub("\n", text)


def kept_in_xml(text: str) -> str:
    """`text` without the signs that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def turns_direction(text: str) -> bool:
    """Whether a sign in `text` turns the direction of reading, so that it is not read as it is written."""
    return any(sign in _TURNING for sign in text)


def is_hiding_something(text: str) -> bool:
    """Whether `text` has a sign that cannot be seen, besides newline, tab and what belongs to words."""
    return any(unicodedata.category(sign) in _UNSEEN and sign not in "\n\t" and sign not in _IN_WORDS for sign in text)
