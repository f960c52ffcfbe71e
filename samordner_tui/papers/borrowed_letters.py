"""Letters that our own fonts lack, named before a PDF leaves: with where they stand, and whether this machine has them.

A letter that is borrowed from a font of the machine may look otherwise than the rest, and only whoever made the paper
can see that it is right. Nothing is said of Word: there the reader's own fonts are used.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from samordner_tui.language import _, ngettext
from samordner_tui.papers.fonts import FAMILIES, is_ours
from samordner_tui.papers.paper.blocks import letters, lines_in
from samordner_tui.papers.paper.reading import read_blocks
from samordner_tui.papers.typst_file import compiled
from samordner_tui.papers.unset_letters import around, letter_in, number_of

MOST: Final = 4
"""Places that are named; the rest are counted."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})
"""Kinds of signs that are never drawn. Source: Unicode, general category."""
_VARIANTS: Final = range(0xFE00, 0xFE10)
_LINE: Final = b"""
#set document(title: "-")
#set text(font: json(bytes(sys.inputs.families)))
#sys.inputs.text
"""


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A letter that is not ours: the words it stands in, and whether a font of this machine has it."""

    letter: str
    place: str
    is_found: bool

    def told(self) -> str:
        """`»न« (U+0928) i »Kære नीता«: …`."""
        what = (
            _("hentes fra maskinens skrifttyper. Se efter i PDF'en, at det er rigtigt.")
            if self.is_found
            else _("findes ikke i nogen skrifttype her. Lav papiret som Word eller tekst.")
        )
        where = _("»{letter}« ({number}) i »{place}«").format(
            letter=self.letter, number=number_of(self.letter), place=self.place
        )
        return f"{where}: {what}"


@dataclass(frozen=True, slots=True)
class Borrowing:
    """What is borrowed: some places, each of another alphabet as far as there are such, and how many more there are."""

    named: tuple[Borrowed, ...] = ()
    more: int = 0

    def told(self) -> Iterator[str]:
        """The sentences; none where every letter is ours."""
        if self.named:
            yield _("Nogle tegn findes ikke i papirernes egne skrifttyper:")
            yield from (f"· {one.told()}" for one in self.named)
        if self.more:
            yield ngettext("og {count} sted mere", "og {count} steder mere", self.more).format(count=self.more)


NOTHING: Final = Borrowing()


def borrowed_in(texts: Iterable[str]) -> Borrowing:
    """What is borrowed in papers.

    Args:
        texts: each paper as Markdown.
    """
    places: dict[str, tuple[str, str]] = {}
    for line in _lines_with_others(texts):
        for word in line.split():
            letter = next((one for one in word if _is_borrowed(one)), None)
            if letter is not None:
                places.setdefault(word, (letter, line))
    if not places:
        return NOTHING
    first_of: dict[str, tuple[str, str]] = {}
    for letter, line in places.values():
        first_of.setdefault(_alphabet(letter), (letter, line))
    named = [_borrowed(*one) for one in [*first_of.values()][:MOST]]
    return Borrowing(tuple(named), len(places) - len(named))


def _lines_with_others(texts: Iterable[str]) -> Iterator[str]:
    for text in dict.fromkeys(texts):
        if any(map(_is_borrowed, {*text})):
            yield from (letters(line) for line in lines_in(read_blocks(text)))


def _is_borrowed(letter: str) -> bool:
    return not (is_ours(letter) or unicodedata.category(letter) in _UNSEEN or ord(letter) in _VARIANTS)


def _alphabet(letter: str) -> str:
    """`DEVANAGARI`, `CJK`: how the name of a letter begins."""
    return unicodedata.name(letter, letter).partition(" ")[0]


def _borrowed(letter: str, line: str) -> Borrowed:
    place = around(letter, line)
    lacking = _lacking(place)
    return Borrowed(lacking or letter, place, lacking is None)


def _lacking(text: str) -> str | None:
    """The letter that no font here has, empty where it is not named; none where the text can be set."""
    import typst

    inputs = {"text": text, "families": json.dumps(FAMILIES)}
    try:
        compiled(_LINE, inputs, alone=False)
    except typst.TypstError as failure:
        return letter_in(str(failure)) or ""
    return None
