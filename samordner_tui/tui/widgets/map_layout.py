"""What stands where on the screen: the map or the ring table, those without a place below it, and ties in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import Final

from textual.geometry import Size

from samordner_tui.casework.network_map import NetworkMap, OnMap, TieOnMap
from samordner_tui.papers.network_map.layout import Label, Layout, Pin, lay_out
from samordner_tui.papers.network_map.letters import cut, width_of
from samordner_tui.papers.network_map.ring_table import RingTable, ring_table

SMALLEST: Final = Size(64, 22)
"""A smaller field shows the ring table."""

BETWEEN: Final = 3
"""Letters between two names in a row."""


@dataclass(frozen=True)
class OnScreen:
    """The map or the table with every name in its place.

    Attributes:
        placed: the map or the table, with those beside it among its labels.
        beside_row: the row of the heading over those who have no place; None where everybody has one.
        sentences: lines of ties in words, each with its row. A map has none: its ties are drawn.
        height: rows in all.
    """

    placed: Layout | RingTable
    beside_row: int | None
    sentences: tuple[tuple[int, str], ...]
    height: int

    @property
    def everybody(self) -> tuple[Label, ...]:
        """Every name, the child's first."""
        return (self.placed.heart, *self.placed.labels)

    def label(self, person_id: str) -> Label | None:
        """The name of somebody."""
        return next((one for one in self.everybody if one.id == person_id), None)

    def at(self, column: int, row: int) -> Label | None:
        """The name at a letter."""
        return next((one for one in self.everybody if one.covers(column, row)), None)


def on_screen(shown: NetworkMap, room: Size, in_words: Callable[[TieOnMap], str]) -> OnScreen:
    """Everything in its place in the room there is."""
    pins = [
        Pin(one.id, one.name, one.ring, one.sector)
        for one in shown.people
        if one.ring is not None and one.sector is not None
    ]
    width = max(room.width, 20)
    beside = _rows(shown.beside, width)
    below = len(beside) + 1 if beside else 0
    if room.width >= SMALLEST.width and room.height - below >= SMALLEST.height:
        drawn = lay_out(pins, shown.heart, width, room.height - below, shown.rings, shown.round)
        if drawn is not None:
            return _with_beside(drawn, beside, room.height - below, (), room.height)
    table = ring_table(pins, shown.heart, width, shown.rings, shown.round)
    begins = table.height + below + 1
    lines = [line for tie in shown.ties for line in wrap(in_words(tie), width - 1, subsequent_indent="  ")]
    sentences = tuple(enumerate(lines, start=begins))
    return _with_beside(table, beside, table.height, sentences, begins + len(lines))


def _with_beside(
    placed: Layout | RingTable,
    beside: Sequence[Sequence[tuple[str, str, int]]],
    row: int,
    sentences: tuple[tuple[int, str], ...],
    height: int,
) -> OnScreen:
    """The same with those who have no place below it, under a heading in `row`."""
    more = tuple(
        Label(person_id, name, column, row + 1 + below)
        for below, line in enumerate(beside)
        for person_id, name, column in line
    )
    return OnScreen(replace(placed, labels=(*placed.labels, *more)), row if beside else None, sentences, height)


def _rows(people: Sequence[OnMap], width: int) -> list[list[tuple[str, str, int]]]:
    """Names in rows: id, name, and the column it begins in."""
    rows: list[list[tuple[str, str, int]]] = []
    column = width
    for person_id, name in _names(people, width):
        if column + width_of(name) >= width:
            rows.append([])
            column = 0
        rows[-1].append((person_id, name, column))
        column += width_of(name) + BETWEEN
    return rows


def _names(people: Sequence[OnMap], width: int) -> Iterator[tuple[str, str]]:
    for one in people:
        yield one.id, cut(one.name, width - 1)
