"""Numbers that look like a CPR number, so that none is ever stored.

A CPR number is six digits that are a date and four more. In a replacement number 60 is added to the day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CANDIDATE = re.compile(r"(?<!\d)(\d{6})[\s\-\u2010-\u2015\u2212]{0,3}(\d{4})(?!\d)")
_BEGUN = re.compile(r"(?<!\d)(\d{6})[\s\-\u2010-\u2015\u2212]{0,3}\d{1,3}$")
_DIGIT = re.compile(r"\d")
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ADDED_IN_REPLACEMENT_NUMBERS = 60


@dataclass(frozen=True, slots=True)
class Span:
    """Where a number stands in a text, and its ten digits."""

    start: int
    end: int
    number: str


def find_cpr(text: str) -> tuple[Span, ...]:
    """Every place in `text` that looks like a CPR number, in order."""
    return tuple(
        Span(match.start(), match.end(), match[1] + match[2])
        for match in _CANDIDATE.finditer(text)
        if _is_date(match[1])
    )


def is_begun(text: str) -> bool:
    """Whether `text` ends in what may become a CPR number: a date, and one to three digits more."""
    match = _BEGUN.search(text)
    return match is not None and _is_date(match[1])


def mask_begun(text: str) -> str:
    """`text` with a dot for every digit of a CPR number, also of one that is only begun."""
    return _BEGUN.sub(_dotted, mask(text))


def mask(text: str) -> str:
    """`text` with a dot for every digit of a CPR number; its length stays the same."""
    for span in find_cpr(text):
        text = text[: span.start] + _DIGIT.sub("•", text[span.start : span.end]) + text[span.end :]
    return text


def _dotted(begun: re.Match[str]) -> str:
    return _DIGIT.sub("•", begun[0]) if _is_date(begun[1]) else begun[0]


def _is_date(six: str) -> bool:
    """Whether six digits are a day, a month and a year without its century."""
    day, month, year = int(six[:2]), int(six[2:4]), int(six[4:])
    if day > _ADDED_IN_REPLACEMENT_NUMBERS:
        day -= _ADDED_IN_REPLACEMENT_NUMBERS
    if not 1 <= month <= len(_DAYS_IN_MONTH):
        return False
    # The year 00 may be 2000, which has a leap day, so every fourth year is taken to have one.
    last = 28 if month == 2 and year % 4 else _DAYS_IN_MONTH[month - 1]
    return 1 <= day <= last
