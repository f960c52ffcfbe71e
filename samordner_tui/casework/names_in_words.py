"""Whether somebody is named in words that were written freely: one rule for agreements, answers and arrivals.

A name is whole words, however it is written, also as an owner: `Karens`. First names that are ordinary Danish words as
well, as `Bo` and `Per`, are names only with a capital letter, and not where the sentence reads on as it does after the
word: `Bo hos mormor`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from samordner_tui.casework.folding import folded

WORDS_TOO: Final = re.compile(
    r"anker|april|ask|august|bent|birk|bjørn|bo|dag|ea|falk|fryd|gro|gry|hans|helle|jo|juli|juni|kaj|kim|kit|kristen"
    r"|line|liv|love|lykke|lys|maj|mark|max|my|per|pil|rene|rosa|rose|saga|signe|silke|siv|sol|sten|stig|storm|svend"
    r"|sy|tage|tom|tue|ulv|vibe|vilde|vinter|vita|vår",
    re.IGNORECASE,
)
"""First names that are ordinary words as well."""

AFTER_A_WORD: Final = re.compile(
    r"af|at|der|efter|for|fra|her|hjemme|hos|hver|hvert|i|inden|med|mellem|mod|nær|om|op|over|på|sammen|til|under|ud"
    r"|uden|ved|aften|barn|dag|gang|kvartal|måned|person|time|uge|år|bror|datter|familie|far|farfar|farmor|forældre"
    r"|hus|kæreste|kone|lærer|mor|morfar|mormor|onkel|søn|søster|venner",
    re.IGNORECASE,
)
"""What follows such a word at the beginning of a sentence, and seldom follows a name."""

BEGINNING: Final = re.compile(r"(?:^|[.!?:\n])[\s»„“\"'(*•–\d.)-]*$")


def is_said(called: str, text: str) -> bool:
    """Whether a word, or words, stand in a text by themselves, in capitals or not, also as an owner."""
    return next(_places(called, text), None) is not None


def name_said(name: str, text: str) -> str | None:
    """What a text calls somebody, as it is written there: by the whole name or the first; None where by neither."""
    return said_as(name, text) or said_as(first_name(name), text)


def said_as(called: str, text: str) -> str | None:
    """A name, or a first name, as it is written in a text; None where it does not stand there."""
    return next((one[0] for one in _places(called, text) if _is_name(called, one)), None)


def may_be_the_same(first: str, second: str) -> bool:
    """Whether two names may be one person's: all the words of the shorter stand in the longer."""
    one, other = set(folded(first).split()), set(folded(second).split())
    return bool(one and other) and (one <= other or other <= one)


def first_name(name: str) -> str:
    """The first name, as far as the first space: `Anne-Marie`."""
    return next(iter(name.split()), "")


def _places(called: str, text: str) -> Iterator[re.Match[str]]:
    """Where it stands as words of their own; å is the same as aa, as everywhere in names."""
    words = r"\s+".join(re.sub("å|aa", "(?:å|aa)", re.escape(one), flags=re.IGNORECASE) for one in called.split())
    return re.finditer(rf"(?<![\w-]){words}(?:['’]?s|['’])?(?![\w-])", text, re.IGNORECASE) if words else iter(())


def _is_name(called: str, found: re.Match[str]) -> bool:
    """Whether a word that may be an ordinary one is a name where it stands."""
    if not WORDS_TOO.fullmatch(called):
        return True
    if not found[0][0].isupper():
        return False
    begins = BEGINNING.search(found.string[: found.start()]) is not None
    follows = re.match(r" +(\w+)", found.string[found.end() :])
    return not (begins and follows is not None and AFTER_A_WORD.fullmatch(follows[1]))
