"""Numbers that look like a CPR number, so that none is ever stored.

A CPR number is six digits that are a date and four more. In a replacement number 60 is added to the day. It is found
however its groups are set apart: `010190-1234`, `01.01.90-1234`, `01/01/90 1234`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_BETWEEN = r"[ ./_-]{0,3}"
_DATE = rf"(?<!\d)(\d\d)({_BETWEEN})(\d\d)({_BETWEEN})(\d\d)({_BETWEEN})"
_CANDIDATE = re.compile(rf"(?={_DATE}(\d{{4}})(?!\d))")
_BEGUN = re.compile(rf"(?={_DATE}(\d{{0,3}})$)")
_YEAR = re.compile(r"19|20|21")
_AMOUNT = re.compile(r"[.,]\d|,-| ?(?:kr|dkk|euro?|km)\b", re.IGNORECASE)
_MASKED = re.compile(rf"••{_BETWEEN}••{_BETWEEN}••{_BETWEEN}••••")
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ADDED_IN_REPLACEMENT_NUMBERS = 60
_DIGITS_OF_A_DATE = 6
_TWO_MORE = 2
"""Digits that make a year or a telephone number of a date: `14.01.2027`, `20 10 20 30`."""

_FOLDED: Final = dict.fromkeys("·․‧∙⋅・．", ".") | dict.fromkeys("\\⁄∕／＼∖⧵", "/") | dict.fromkeys("−⁃˗", "-")
"""Signs that look like a dot, a slash or a dash; what Unicode itself calls a dash is one."""
_UNSEEN = frozenset({"Cf", "Mn", "Me"})
"""Categories of signs that take no place of their own, and hide nothing."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a number stands in a text, and its ten digits."""

    start: int
    end: int
    number: str


def find_cpr(text: str) -> tuple[Span, ...]:
    """Every place in `text` that looks like a CPR number, in order."""
    return tuple(_spans(text, _CANDIDATE))


def is_begun(text: str) -> bool:
    """Whether `text` ends in what may become a CPR number: six digits that are a date, and up to three more.

    A date that is set apart, `14-01-27`, is one by itself: it takes one digit more.
    """
    return any(_spans(text, _BEGUN))


def mask(text: str) -> str:
    """`text` with a dot for every digit of a CPR number; its length stays the same."""
    for span in find_cpr(text):
        part = "".join("•" if sign.isdecimal() else sign for sign in text[span.start : span.end])
        text = text[: span.start] + part + text[span.end :]
    return text


def is_masked(text: str) -> bool:
    """Whether a number was taken out of `text` by `mask`."""
    return _MASKED.search(text) is not None


def _spans(text: str, shape: re.Pattern[str]) -> Iterator[Span]:
    if sum(sign.isdecimal() for sign in text) < _DIGITS_OF_A_DATE:
        return
    folded, places = _as_compared(text)
    for found in shape.finditer(folded):
        day, month, year, rest = found.group(1, 3, 5, 7)
        if _is_date(int(day), int(month), int(year)) and not _is_something_else(found, folded):
            last = found.end(7) if rest else found.end(5)
            yield Span(places[found.start(1)], places[last - 1] + 1, day + month + year + rest)


def _as_compared(text: str) -> tuple[str, list[int]]:
    """`text` with one kind of digit, space, dot, slash and dash, without what is unseen; and where each sign stood."""
    signs, places = [], []
    for place, sign in enumerate(text):
        folded = _folded(sign)
        if folded:
            signs.append(folded)
            places.append(place)
    return "".join(signs), places


def _folded(sign: str) -> str:
    if sign.isspace():
        return " "
    if sign.isascii():
        return _FOLDED.get(sign, sign)
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    category = unicodedata.category(sign)
    if category in _UNSEEN:
        return ""
    return "-" if category == "Pd" else _FOLDED.get(sign, sign)


def _is_something_else(found: re.Match[str], folded: str) -> bool:
    """Whether what has the shape of a CPR number is read otherwise: dates, a telephone, a sum of money."""
    first, second, joint, rest = found.group(2, 4, 6, 7)
    if set(first.strip()) != set(second.strip()):
        return _YEAR.match(rest) is not None
    if not first:
        return False
    if not rest:
        return True
    if len(rest) == _TWO_MORE:
        return not joint or (first + second + joint).isspace()
    return joint.isspace() and _AMOUNT.match(folded, found.end(7)) is not None


def _is_date(day: int, month: int, year: int) -> bool:
    """Whether they are a day, a month and a year without its century."""
    if day > _ADDED_IN_REPLACEMENT_NUMBERS:
        day -= _ADDED_IN_REPLACEMENT_NUMBERS
    if not 1 <= month <= len(_DAYS_IN_MONTH):
        return False
    # The year 00 may be 2000, which has a leap day, so every fourth year is taken to have one.
    last = 28 if month == 2 and year % 4 else _DAYS_IN_MONTH[month - 1]
    return 1 <= day <= last
