"""What a family wrote in its plan that others need perhaps not read: pointed out before it leaves, and they decide.

Nothing is changed and nothing refused: the words are the family's own. Source: domain.md 5.3, R146.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from samordner_tui.language import _
from samordner_tui.method.cpr import find_cpr
from samordner_tui.resources import paper_folder


class Why(StrEnum):
    """Why it is pointed out."""

    CPR = "cpr"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    ILLNESS = "illness"
    NOT_INVITED = "not_invited"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Pointed:
    """Some words of a plan, and why they are pointed out."""

    words: str
    why: Why

    def told(self) -> str:
        """`»55 51 20 02«: et telefonnummer`."""
        return f"»{self.words}«: {in_words(self.why)}"


_PHONE: Final = re.compile(
    r"(?<![\d.-])(?:\+\d{1,3}(?:[ .-]?\d{2,4}){2,5}|00\d{2}(?:[ .-]?\d{2}){4}"
    r"|[2-9]\d{7}|[2-9]\d([ .-])\d{2}(?:\1\d{2}){2}|[2-9]\d{3} \d{4})(?![\d-])"
)
"""A Danish number begins with 2 to 9, and is parted in one way; any other says its country."""
_EMAIL: Final = re.compile(r"[^\s@,;:()<>]+@[^\s@,;:()<>]+\.[^\s@,;:()<>.]+")
_POSTCODE: Final = re.compile(r"(?<![\d.,-])(?<![Kk]l )(?<![Kk]l\. )(\d{4}) ([A-ZÆØÅ][a-zæøåé]+)(?: [A-ZÆØÅ]\w*)?")
_LIVED_IN: Final = range(1950, 2100)
"""Four digits that are a year before they are a postcode."""
_HOUR: Final = r"(?:2[0-4]|[01]?\d)(?:[.: ][0-5]\d)?"
_TIME: Final = re.compile(
    r"\d{1,2}([./ -])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}"
    r"|(?<!\d)(?:19|20)\d{2} ?[ /–-] ?(?:19|20)\d{2}"
    rf"|\b[Kk]l\.? ?{_HOUR}(?: ?[–-]? ?{_HOUR})?(?!\d)"
)
"""A day, a year and the next, the hours of a clock."""


def need_not_be_read(text: str, not_invited: Iterable[str] = ()) -> tuple[Pointed, ...]:
    """What to look at in a text once more, each of its words once.

    Args:
        text: the family's words.
        not_invited: names in it of people who are not invited.
    """
    found = [*_numbers(text), *_addresses(text), *_illness(text)]
    found += [Pointed(one, Why.NOT_INVITED) for one in not_invited]
    return tuple(dict.fromkeys(found))


def in_words(why: Why) -> str:
    """Why something is pointed out."""
    words = {
        Why.CPR: _("ligner et CPR-nummer"),
        Why.PHONE: _("et telefonnummer"),
        Why.EMAIL: _("en e-mail"),
        Why.ADDRESS: _("en adresse"),
        Why.ILLNESS: _("noget om helbred, rus eller vold"),
        Why.NOT_INVITED: _("en, der ikke er inviteret"),
        Why.NAMED: _("en, sagen handler om"),
    }
    return words[why]


def _numbers(text: str) -> Iterator[Pointed]:
    cpr = [(one.start, one.end) for one in find_cpr(text)]
    yield from (Pointed(text[start:end], Why.CPR) for start, end in cpr)
    times = [one.span() for one in _TIME.finditer(text)]
    for one in _PHONE.finditer(text):
        is_of_cpr = any(one.start() < end and start < one.end() for start, end in cpr)
        if not is_of_cpr and not any(start <= one.start() and one.end() <= end for start, end in times):
            yield Pointed(one[0], Why.PHONE)
    yield from (Pointed(one[0], Why.EMAIL) for one in _EMAIL.finditer(text))


def _addresses(text: str) -> Iterator[Pointed]:
    yield from (Pointed(one[0], Why.ADDRESS) for one in _street().finditer(text))
    for one in _POSTCODE.finditer(text):
        if int(one[1]) not in _LIVED_IN or one[2] in _lists()["towns_of_2000"]:
            yield Pointed(one[0], Why.ADDRESS)


def _illness(text: str) -> Iterator[Pointed]:
    ordinary = _words("ordinary")
    return (
        Pointed(one[0], Why.ILLNESS)
        for one in _words("illness").finditer(text)
        if ordinary.match(text, one.start()) is None
    )


@cache
def _lists() -> dict[str, Sequence[str]]:
    return dict(tomllib.loads((paper_folder() / "need_not_read.toml").read_text("utf-8")))


def _any_of(name: str) -> str:
    """The words of a list, the longest first; `*` stands for any letters of the same word."""
    words = sorted(_lists()[name], key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\*", r"\w*") for one in words)


@cache
def _street() -> re.Pattern[str]:
    """`Skovbrynet 12`, `Ny Vestergade 4B`: a word that ends as a street does, and a number that counts nothing."""
    word = r"[A-ZÆØÅ][\wæøåÆØÅé.-]*(?: [A-ZÆØÅ][\wæøåé.]*)?"
    not_one, counted = rf"(?<!\w)(?!(?i:{_any_of('not_streets')})\b)", rf"(?! ?(?i:{_any_of('counted')})\b)"
    return re.compile(rf"{not_one}{word}(?<=\w)(?i:{_any_of('streets')}) \d+(?!\d){counted}(?: ?[A-Z]\b)?")


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(name)})(?!\w)", re.IGNORECASE)
