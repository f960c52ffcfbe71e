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


@dataclass(frozen=True, slots=True)
class Pointed:
    """Some words of a plan, and why they are pointed out."""

    words: str
    why: Why

    def told(self) -> str:
        """`»55 51 20 02«: et telefonnummer`."""
        return f"»{self.words}«: {in_words(self.why)}"


_PHONE: Final = re.compile(r"(?<![\d-])(?:(?:\+|00)\d{2}[ .-]?)?(?:\d{8}|\d{2}(?:[ .-]?\d{2}){3}|\d{4} \d{4})(?![\d-])")
_EMAIL: Final = re.compile(r"[^\s@,;:()<>]+@[^\s@,;:()<>]+\.[^\s@,;:()<>.]+")
_POSTCODE: Final = re.compile(r"(?<!\d)\d{4} [A-ZÆØÅ][a-zæøåé]+(?: [A-ZÆØÅ]\w*)?")
_DAY: Final = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}")


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
    }
    return words[why]


def _numbers(text: str) -> Iterator[Pointed]:
    cpr = [(one.start, one.end) for one in find_cpr(text)]
    yield from (Pointed(text[start:end], Why.CPR) for start, end in cpr)
    days = [one.span() for one in _DAY.finditer(text)]
    for one in _PHONE.finditer(text):
        if not any(one.start() < end and start < one.end() for start, end in (*cpr, *days)):
            yield Pointed(one[0], Why.PHONE)
    yield from (Pointed(one[0], Why.EMAIL) for one in _EMAIL.finditer(text))


def _addresses(text: str) -> Iterator[Pointed]:
    yield from (Pointed(one[0], Why.ADDRESS) for one in _street().finditer(text))
    yield from (Pointed(one[0], Why.ADDRESS) for one in _POSTCODE.finditer(text))


def _illness(text: str) -> Iterator[Pointed]:
    return (Pointed(one[0], Why.ILLNESS) for one in _beginning_with().finditer(text))


@cache
def _lists() -> dict[str, Sequence[str]]:
    return dict(tomllib.loads((paper_folder() / "need_not_read.toml").read_text("utf-8")))


@cache
def _street() -> re.Pattern[str]:
    """`Skovbrynet 12`, `Ny Vestergade 4B, 2. tv.`: a word that ends as a street does, and a number."""
    ends = "|".join(re.escape(one) for one in sorted(_lists()["streets"], key=len, reverse=True))
    return re.compile(rf"\b[A-ZÆØÅ][\wæøåÆØÅé.]*(?: [A-ZÆØÅ][\wæøåé.]*)?(?<=\w)(?i:{ends}) \d+ ?[A-Z]?\b")


@cache
def _beginning_with() -> re.Pattern[str]:
    begins = "|".join(re.escape(one) for one in sorted(_lists()["illness"], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{begins})\w*", re.IGNORECASE)
