"""Who may be the same: the same name, telephone or e-mail. Only ever shown; a person decides.

A family may share a telephone, so within a case two are taken to look alike only where their names fit as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from samordner_tui.casework.folding import folded

DANISH: Final = "45"
DANISH_LENGTH: Final = 8
FEWEST_DIGITS: Final = 5
"""A shorter number is no telephone of somebody's own."""

MOST_ALIKE: Final = 12
"""Of more who share a name or a telephone, the first are held against one another."""

_NO_DIGIT = re.compile(r"\D")


class Likeness(StrEnum):
    """What two have in common."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Somebody:
    """What a person is compared by. `key` names them where they come from."""

    key: str
    name: str
    phone: str | None = None
    email: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Double:
    """Whom somebody resembles, and by what."""

    other: Somebody
    likeness: Likeness
    is_there: bool
    """Whether the other is there already, and does not come along."""


def doubles(coming: Sequence[Somebody], there: Sequence[Somebody]) -> dict[str, Double]:
    """Those of `coming` who resemble somebody there, or somebody who comes before them; by key."""
    known: dict[tuple[Likeness, str], tuple[Somebody, bool]] = {}
    found: dict[str, Double] = {}
    for one in there:
        _remember(known, one, is_there=True)
    for one in coming:
        sign = next((sign for sign in _signs(one) if sign in known), None)
        if sign is not None:
            other, is_there = known[sign]
            found[one.key] = Double(other, sign[0], is_there)
        _remember(known, one, is_there=False)
    return found


def look_alike(people: Iterable[Somebody]) -> tuple[tuple[Somebody, Somebody], ...]:
    """Two by two, those who may well be one: their names fit, and nothing that is known of both tells them apart."""
    gathered: dict[tuple[Likeness, str], list[Somebody]] = {}
    for one in people:
        for sign in _signs(one):
            gathered.setdefault(sign, []).append(one)
    pairs = dict.fromkeys(pair for group in gathered.values() for pair in combinations(group[:MOST_ALIKE], 2))
    return tuple(pair for pair in pairs if _may_be_one(*pair))


def _remember(known: dict[tuple[Likeness, str], tuple[Somebody, bool]], one: Somebody, *, is_there: bool) -> None:
    for sign in _signs(one):
        known.setdefault(sign, (one, is_there))


def _signs(one: Somebody) -> Iterator[tuple[Likeness, str]]:
    """What somebody is known by, the strongest first."""
    yield Likeness.NAME, compared_name(one.name)
    number = compared_phone(one.phone)
    if number:
        yield Likeness.PHONE, number
    if one.email:
        yield Likeness.EMAIL, one.email.strip().lower()


def _may_be_one(one: Somebody, other: Somebody) -> bool:
    """Whether the names of two who share something fit, and neither relation nor telephone tells them apart."""
    first, second = compared_name(one.name), compared_name(other.name)
    if first != second:
        return set(first.split()) <= set(second.split()) or set(second.split()) <= set(first.split())
    relations = {folded(said) for said in (one.relation, other.relation) if said}
    phones = {number for number in (compared_phone(one.phone), compared_phone(other.phone)) if number}
    return len(relations) < 2 and len(phones) < 2


def compared_name(name: str) -> str:
    """`Holm, Inge` and `inge  HOLM` are the same."""
    last, comma, first = folded(name).partition(",")
    return " ".join(f"{first} {last}".split() if comma else last.split())


def compared_phone(phone: str | None) -> str:
    """The digits of a telephone number, a Danish one without its country; nothing where there are too few."""
    digits = _NO_DIGIT.sub("", phone or "").removeprefix("00")
    if len(digits) == len(DANISH) + DANISH_LENGTH:
        digits = digits.removeprefix(DANISH)
    return digits if len(digits) >= FEWEST_DIGITS else ""
