"""Which figures are held back, so that no case is told of. Pure sets, nothing else. Source: domain.md 5.4.

The rule:

1. A figure that comes from one to four cases is *small*, and is held back. That no case has it may be said.
2. Where a total stands beside its parts, what is held back is a remainder that anyone can work out. So the smallest
   parts are held back too, until the remainder is of two parts and of five cases at least.
3. Municipalities are parts as well: all of them together, less one, tell of the rest. So a municipality with few cases
   is among the rest, a part that is small in any municipality or in the rest is held back in every one of them, and
   rule 2 is kept in each. What is left unknown is then a whole block of parts and municipalities, which no
   subtraction opens.
4. A total, and a figure that is part of nothing, is held back where it is small: in all cases, or in any municipality.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final, TypeVar

FEWEST: Final = 5
"""Cases that a figure must come from."""

Cases = Set[str]
"""The cases that a figure comes from: those that have something of what is counted."""

P = TypeVar("P", bound=Hashable)


@dataclass(frozen=True)
class HeldBack:
    """What a table does not show: in all cases, and in a single municipality."""

    in_all: frozenset[str]
    in_one: frozenset[str]
    total_in_all: bool
    total_in_one: bool


def is_small(cases: Cases) -> bool:
    """Whether so few cases stand behind a figure that it tells of them."""
    return 0 < len(cases) < FEWEST


def held_back(parts: Mapping[str, Cases], columns: Sequence[Cases]) -> HeldBack:
    """What is held back of a total and its parts. `columns` are the cases of each municipality, the rest among them."""
    total: set[str] = set().union(*parts.values())
    in_all = _enough_with({name for name, cases in parts.items() if is_small(cases)}, parts, [total])
    small = {name for name, cases in parts.items() if is_small_in_any(cases, columns)}
    in_one = _enough_with(small | in_all, parts, columns)
    return HeldBack(
        frozenset(in_all), frozenset(in_one), total_in_all=is_small(total), total_in_one=is_small_in_any(total, columns)
    )


def is_small_in_any(cases: Cases, columns: Iterable[Cases]) -> bool:
    """Whether a figure is small in all cases or in any column."""
    return is_small(cases) or any(is_small(cases & column) for column in columns)


def _enough_with(begun: Iterable[str], parts: Mapping[str, Cases], columns: Sequence[Cases]) -> set[str]:
    """The parts that are held back already, and as many of the smallest beside them as rule 2 asks for."""
    hidden = set(begun)
    smallest_first = sorted(
        (name for name in parts if name not in hidden and parts[name]), key=lambda name: len(parts[name])
    )
    for name in smallest_first:
        if not hidden or _is_enough([parts[one] for one in hidden], columns):
            break
        hidden.add(name)
    return hidden


def _is_enough(hidden: Sequence[Cases], columns: Sequence[Cases]) -> bool:
    together: set[str] = set().union(*hidden)
    return len(hidden) > 1 and not any(is_small(together & column) for column in columns)


def apart(cases: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The municipalities that can be looked at alone, each with its cases. `cases` maps a case to its municipality.

    A case without one has an empty name. The rest, whatever is not given here, is never small; none is given where
    there would be nothing beside it to compare with.
    """
    by_name: dict[str, set[str]] = {}
    for case_id, name in cases.items():
        by_name.setdefault(name, set()).add(case_id)
    large = sorted(
        ((name, found) for name, found in by_name.items() if name and len(found) >= FEWEST),
        key=lambda one: (-len(one[1]), one[0]),
    )
    rest = len(cases) - sum(len(found) for _name, found in large)
    while large and 0 < rest < FEWEST:
        rest += len(large.pop()[1])
    if len(large) + bool(rest) < 2:
        return {}
    return {name: frozenset(found) for name, found in sorted(large)}
