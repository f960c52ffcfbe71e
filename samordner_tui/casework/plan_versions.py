"""Two versions of a plan compared line by line: what stands as it stood, what is new, what is gone, what is changed.

A family that has been sent back, and those who answer it, see at once what the new round has brought.
Source: R14, R175.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import Final

from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f

ALIKE: Final = 0.6
"""So much of two lines must be the same for the later to be the earlier one changed. From 0 to 1."""


class Change(StrEnum):
    """What became of a line."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stood before and as it stands now; empty where it did not stand."""

    change: Change
    before: str = ""
    after: str = ""


def pairs(conference: f.Conference) -> tuple[tuple[f.Plan, f.Plan], ...]:
    """Each version with words beside the one before it, the latest pair last."""
    written = sorted((one for one in conference.plans if one.words), key=lambda one: one.version)
    return tuple(pairwise(written))


def compare(before: str, after: str) -> tuple[Line, ...]:
    """The lines of two texts in the order they stand. Spaces and empty lines make no difference."""
    old, new = _lines(before), _lines(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found: list[Line] = []
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind == "equal":
            found += [Line(Change.SAME, *both) for both in zip(old[first:last], new[begin:end], strict=True)]
        else:
            found += _replaced(old[first:last], new[begin:end])
    return tuple(found)


def summed_up(lines: Sequence[Line]) -> str:
    """`1 ny · 1 ændret · 2 som før`."""
    counted = {change: sum(one.change is change for one in lines) for change in Change}
    told = (
        ngettext("{count} ny", "{count} nye", counted[Change.NEW]).format(count=counted[Change.NEW]),
        ngettext("{count} ændret", "{count} ændrede", counted[Change.CHANGED]).format(count=counted[Change.CHANGED]),
        _("{count} væk").format(count=counted[Change.GONE]),
        _("{count} som før").format(count=counted[Change.SAME]),
    )
    kinds = (Change.NEW, Change.CHANGED, Change.GONE, Change.SAME)
    return " · ".join(words for kind, words in zip(kinds, told, strict=True) if counted[kind])


def _lines(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.splitlines() if line.strip()]


def _replaced(old: list[str], new: list[str]) -> Iterator[Line]:
    """Lines that took the place of others: each new one beside the old one it is most like, in order."""
    waiting = list(old)
    for line in new:
        best = max(waiting, key=lambda one: _likeness(one, line), default=None)
        if best is None or _likeness(best, line) < ALIKE:
            yield Line(Change.NEW, after=line)
            continue
        for gone in waiting[: waiting.index(best)]:
            yield Line(Change.GONE, before=gone)
        waiting = waiting[waiting.index(best) + 1 :]
        yield Line(Change.CHANGED, best, line)
    for gone in waiting:
        yield Line(Change.GONE, before=gone)


def _likeness(first: str, second: str) -> float:
    return SequenceMatcher(None, first.lower(), second.lower(), autojunk=False).ratio()
