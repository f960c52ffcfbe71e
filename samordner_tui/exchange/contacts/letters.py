"""From the bytes of a file to letters, whatever program wrote them."""

from __future__ import annotations

import codecs
from typing import Final

MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What a file may begin with to say how it is written, the longest first."""

LOOKED_AT: Final = 400
"""Bytes looked at for the empty halves of letters."""
FEWEST: Final = 4
"""Bytes; fewer say nothing of how they are written."""
WRITTEN_IN: Final = ("utf-8", "utf-16", "iso8859", "cp", "mac", "ascii")


def text_of(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or UTF-32, with or without its mark, or as Windows wrote it."""
    encoding = _marked(content) or _without_mark(content)
    if encoding is not None:
        return content.decode(encoding, errors="replace")
    return letters_of(content)


def with_narrow_letters(content: bytes) -> bytes:
    """Bytes in which a plain letter is one byte: UTF-16 and UTF-32 become UTF-8; a mark is taken away."""
    encoding = _marked(content) or _without_mark(content)
    return content if encoding is None else content.decode(encoding, errors="replace").encode(errors="replace")


def letters_of(content: bytes, said: str = "") -> str:
    """The text of some bytes, in the encoding that is said where it fits; else in UTF-8, else as Windows wrote it."""
    for encoding in (_known(said), "utf-8"):
        try:
            return content.decode(encoding)
        except UnicodeError:
            continue
    return _cut_within_a_letter(content) or content.decode("cp1252", errors="replace")


def _known(said: str) -> str:
    """The encoding that is said, where it is one that address books are written in."""
    try:
        name = codecs.lookup(said).name
    except (LookupError, ValueError):
        return "utf-8"
    return name if name.startswith(WRITTEN_IN) else "utf-8"


def _marked(content: bytes) -> str | None:
    return next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)


def _without_mark(content: bytes) -> str | None:
    """UTF-16 without its mark has an empty byte beside nearly every letter."""
    beginning = content[:LOOKED_AT]
    if len(beginning) < FEWEST:
        return None
    most = len(beginning) // 2 * 0.6
    if beginning[1::2].count(0) > most:
        return "utf-16-le"
    return "utf-16-be" if beginning[::2].count(0) > most else None


def _cut_within_a_letter(content: bytes) -> str:
    """The text of UTF-8 that ends within a letter, without that letter; nothing where it is no UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as wrong:
        begins = content[: wrong.start]
        if wrong.reason == "unexpected end of data" and not begins.isascii():
            return begins.decode("utf-8")
    return ""
