"""From what is counted to the tables that may be shown. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median
from typing import Final

from samordner_tui.casework.results.held_back import Cases, held_back, is_small, is_small_in_any
from samordner_tui.casework.results.shapes import Figure, Shape, Taken, Unit

ByCase = Mapping[str, tuple[int, ...]]
"""The amounts of one figure, by case."""
MINUTES: Final = 60


@dataclass(frozen=True)
class Row:
    """One figure. `value` is None where it is held back, and where a middle would be taken of nothing."""

    id: str
    value: Decimal | None
    unit: Unit = Unit.NUMBER
    is_held_back: bool = False


@dataclass(frozen=True)
class Table:
    """Figures under each other; those of `parts` add up to `total`."""

    id: str
    total: Row | None = None
    parts: tuple[Row, ...] = ()
    alone: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every figure, the total first."""
        return ((self.total,) if self.total is not None else ()) + self.parts + self.alone

    @property
    def has_held_back(self) -> bool:
        """Whether a figure is missing on purpose."""
        return any(row.is_held_back for row in self.rows)


@dataclass(frozen=True)
class Column:
    """The cases that are looked at: all of them, or those of one municipality."""

    cases: Cases
    is_one: bool = False


def table(shape: Shape, amounts: Mapping[str, ByCase], looked_at: Column, columns: Sequence[Cases]) -> Table:
    """A table of the cases that are looked at. `columns` are the cases of each municipality, the rest among them."""
    found = {one.id: amounts.get(one.source, {}) for one in (*shape.parts, *shape.alone)}
    alone = tuple(
        _row(one, found[one.id], looked_at, is_hidden=_is_hidden_alone(found[one.id].keys(), looked_at, columns))
        for one in shape.alone
    )
    if not shape.parts:
        return Table(shape.id, alone=alone)
    hidden = held_back({one.id: found[one.id].keys() for one in shape.parts}, columns)
    names = hidden.in_one if looked_at.is_one else hidden.in_all
    parts = tuple(_row(one, found[one.id], looked_at, is_hidden=one.id in names) for one in shape.parts)
    whole = Figure("total", "", shape.parts[0].taken, shape.parts[0].unit)
    is_hidden = hidden.total_in_one if looked_at.is_one else hidden.total_in_all
    total = _row(whole, _together(found[one.id] for one in shape.parts), looked_at, is_hidden=is_hidden)
    return Table(shape.id, total, parts, alone)


def _is_hidden_alone(cases: Cases, looked_at: Column, columns: Sequence[Cases]) -> bool:
    return is_small_in_any(cases, columns) if looked_at.is_one else is_small(cases)


def _together(found: Iterable[ByCase]) -> ByCase:
    whole: dict[str, tuple[int, ...]] = {}
    for by_case in found:
        for case_id, amounts in by_case.items():
            whole[case_id] = whole.get(case_id, ()) + amounts
    return whole


def _row(figure: Figure, by_case: ByCase, looked_at: Column, *, is_hidden: bool) -> Row:
    if is_hidden:
        return Row(figure.id, None, figure.unit, is_held_back=True)
    amounts = [amount for case_id, those in by_case.items() if case_id in looked_at.cases for amount in those]
    return Row(figure.id, _taken(figure, amounts), figure.unit)


def _taken(figure: Figure, amounts: Sequence[int]) -> Decimal | None:
    """The figure that comes of the amounts. Minutes become hours with one decimal."""
    if figure.taken is Taken.SUM:
        whole = Decimal(sum(amounts))
        return _rounded(whole / MINUTES) if figure.unit is Unit.HOURS else whole
    if not amounts:
        return None
    if figure.taken is Taken.MEDIAN:
        return Decimal(median(amounts))
    return _rounded(Decimal(sum(amounts)) / len(amounts))


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP)
