"""Which calendar files went out, and when: only whoever got a file is told that its entry is off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from samordner_tui.casework.papers import told_apart
from samordner_tui.papers.calendar.journal import Image, Journal, Past

CalendarKind = Literal["calendar_conference", "calendar_visits", "calendar_deadlines"]
CALENDARS: Final = get_args(CalendarKind)

Changed = tuple[Past, tuple[str, ...]]
FLOOR: Final = 1000
"""Higher than any entry is moved between two times that the journal is emptied."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was made.

    Attributes:
        to: whom it was made for; empty for the samordner's own.
        moment: its place in the journal; 0 where the journal was emptied since.
    """

    to: str
    conference_id: str | None
    moment: int


def sent(journal: Journal, kind: CalendarKind) -> tuple[Sent, ...]:
    """Every file of a kind that was made, in their order; those of people who were deleted are gone with them."""
    found = (_sent(past, kind) for past in journal.tables["papers_made"].values())
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.moment))


def first_told(files: Iterable[Sent]) -> int | None:
    """When the first of them was made; None where there is none."""
    return min((one.moment for one in files), default=None)


def version(journal: Journal, told: int | None, changed: Iterable[Changed], *, called_off: bool = False) -> int:
    """The SEQUENCE of an entry: nothing until it is told, then higher with every change of what it is made from.

    Calling off is a step of its own, so that taking it up again is later still.

    Args:
        journal: of the case.
        told: when the first file with it was made.
        changed: the rows it is made from, each with the fields of it that count.
        called_off: whether this is the word that it is off.
    """
    if told is None:
        return 0
    return _floor(journal) + 2 * sum(one.changed(fields, told) for one, fields in changed) + called_off


def _sent(past: Past, kind: CalendarKind) -> Sent | None:
    told = _first(past)
    what, to = told_apart(str(told["about"]))
    if what != kind:
        return None
    conference = told["conference_id"]
    return Sent(to, None if conference is None else str(conference), _moment(past))


def _moment(past: Past) -> int:
    return past.steps[0].number if past.steps and past.steps[0].before is None else 0


def _first(past: Past) -> Image:
    if not past.steps:
        return past.last
    return past.steps[0].before or past.steps[0].after or {}


def _floor(journal: Journal) -> int:
    """What every count of moves begins at, so that it never falls when the journal is emptied."""
    return FLOOR * len(set(_before_it_was_emptied(journal)))


def _before_it_was_emptied(journal: Journal) -> Iterator[object]:
    """When files were made that the journal does not know of any more."""
    for past in journal.tables["papers_made"].values():
        told = _first(past)
        if _moment(past) == 0 and told_apart(str(told["about"]))[0] in CALENDARS:
            yield told["made_at"]
