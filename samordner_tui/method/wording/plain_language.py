"""Plain Danish for whoever never reads letters from a municipality: how heavy a text is, and what may be said easier.

The words and what may stand instead are data. It is a suggestion each time and never a refusal: whoever knows the
family knows best. Source: R32, R76; LIX: Björnsson 1968.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from samordner_tui.language import _, said
from samordner_tui.resources import plain_language_file

Kind = Literal["blame", "term", "passive"]

CHILD: Final = 25
"""The highest LIX of a text that a child reads, and"""
FAMILY: Final = 35
"""of one that the family and its network read."""
LONG: Final = 6
"""A word with more letters is a long one."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NOT: Final = re.compile(r"\bikke\s+(?:(?:er|var)\s+)?$", re.IGNORECASE)
_END: Final = re.compile(r"[.!?:](?=\s|$)|\n+")

WHY: Final[dict[Kind, str]] = {
    "blame": said("kan høres, som om nogen får skylden"),
    "term": said("er et ord fra kontoret"),
    "passive": said("siger ikke, hvem der gør det"),
}


@dataclass(frozen=True, slots=True)
class Flag:
    """A place that may be said easier.

    Attributes:
        words: as they stand in the text.
        instead: what may stand there; empty where it is asked who does it.
        start: where it begins in the text, in letters.
    """

    words: str
    kind: Kind
    instead: str
    start: int

    @property
    def sentence(self) -> str:
        """The suggestion as it is read."""
        why = _(WHY[self.kind])
        if not self.instead:
            return _("»{words}« {why}. Skriv hvem.").format(words=self.words, why=why)
        return _("»{words}« {why}. Måske: {instead}.").format(words=self.words, why=why, instead=self.instead)


@dataclass(frozen=True, slots=True)
class _Entry:
    pattern: re.Pattern[str]
    kind: Kind
    instead: str


def flagged(text: str) -> tuple[Flag, ...]:
    """Every such place in a Danish text, in its order; a word that is found twice is told once."""
    found = sorted(_found(text), key=lambda one: (one.start, -len(one.words)))
    told: dict[str, Flag] = {}
    end = 0
    for one in found:
        if one.start >= end:
            told.setdefault(one.words.casefold(), one)
            end = one.start + len(one.words)
    return tuple(told.values())


def _found(text: str) -> Iterator[Flag]:
    for entry in _table():
        for match in entry.pattern.finditer(text):
            # »Det er ikke din skyld« takes the blame away.
            is_denied = entry.kind == "blame" and _NOT.search(text[: match.start()]) is not None
            if not is_denied:
                yield Flag(match[0], entry.kind, entry.instead, match.start())


def lix(text: str) -> float:
    """Words a sentence, and of a hundred words how many are long. A line of its own is a sentence; 0 for no words."""
    words = _WORD.findall(text)
    sentences = sum(bool(_WORD.search(part)) for part in _END.split(text))
    if not words:
        return 0.0
    return len(words) / sentences + 100 * sum(len(word) > LONG for word in words) / len(words)


@cache
def _table() -> tuple[_Entry, ...]:
    rows = tomllib.loads(plain_language_file().read_text("utf-8"))["words"]
    return tuple(_Entry(_pattern(row["find"]), row["kind"], row["instead"]) for row in rows)


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Whole words in any case; spaces may be a line break, and a star goes on to the end of the word."""
    parts = (re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for word in sorted(words, key=len)[::-1])
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
