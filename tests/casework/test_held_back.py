"""No figure that is held back can be worked out from those that are shown, however they are taken from each other."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from samordner_tui.casework.results.held_back import FEWEST, apart, held_back, is_small
from samordner_tui.casework.results.shapes import Figure, Shape
from samordner_tui.casework.results.shown import Column, Table, table

PARTS = ("a", "b", "c", "d")
SHAPE = Shape("made", tuple(Figure(name, name) for name in PARTS))
ALL = "all"
REST = "rest"
Cell = tuple[str, str]
"""A line of the table, and where: in all cases, in a municipality, in the rest."""
Sums = list[tuple[dict[Cell, Fraction], Fraction]]
"""Cells that add up to something known."""

CASE = st.tuples(
    st.sampled_from(("", "Fjordby", "Havneby", "Sundby")),
    st.lists(st.sampled_from((0, 0, 0, 1, 2)), min_size=len(PARTS), max_size=len(PARTS)),
)
CASES = st.lists(CASE, min_size=FEWEST, max_size=45).map(lambda found: {str(n): one for n, one in enumerate(found)})
Made = Mapping[str, tuple[str, list[int]]]


def by_part(cases: Made) -> dict[str, dict[str, tuple[int, ...]]]:
    return {
        part: {case: (amounts[place],) for case, (_name, amounts) in cases.items() if amounts[place]}
        for place, part in enumerate(PARTS)
    }


def everywhere(cases: Made) -> dict[str, frozenset[str]]:
    """All cases, the municipalities that are looked at alone, and the rest."""
    alone = apart({case: name for case, (name, _amounts) in cases.items()})
    rest = frozenset(cases).difference(*alone.values())
    return {ALL: frozenset(cases), **alone, REST: rest}


def published(cases: Made) -> dict[str, Table]:
    """The table as it can be asked for: of all cases, and of each municipality."""
    where = everywhere(cases)
    columns = [found for name, found in where.items() if name != ALL]
    return {
        name: table(SHAPE, by_part(cases), Column(found, is_one=name != ALL), columns)
        for name, found in where.items()
        if name != REST
    }


def known_sums(cases: Made, shown: Mapping[str, Table]) -> Sums:
    """What anyone knows: the figures that are shown, that parts add up, and that municipalities do."""
    where = everywhere(cases)
    one = Fraction(1)
    sums: Sums = [
        ({(row.id, name): one}, Fraction(row.value))
        for name, found in shown.items()
        for row in found.rows
        if row.value is not None
    ]
    sums += [({("total", name): -one, **{(part, name): one for part in PARTS}}, Fraction(0)) for name in where]
    columns = [name for name in where if name != ALL]
    for line in ("total", *PARTS):
        sums.append(({(line, ALL): -one, **{(line, name): one for name in columns}}, Fraction(0)))
    return sums


def worked_out(sums: Sums) -> dict[Cell, Fraction]:
    """Every cell that follows. Nothing is negative, so what adds up to nothing is nothing each."""
    found: dict[Cell, Fraction] = {}
    while True:
        reduced = _reduced(sums)
        new = {next(iter(cells)): value for cells, value in reduced if len(cells) == 1}
        for cells, value in reduced:
            if not value and all(factor > 0 for factor in cells.values()):
                new |= dict.fromkeys(cells, Fraction(0))
        if new.keys() <= found.keys():
            return found
        found |= new
        sums = [*sums, *(({cell: Fraction(1)}, value) for cell, value in found.items())]


def _reduced(sums: Sums) -> Sums:
    """The same sums, each with a cell that no other has: Gauss and Jordan."""
    done: list[tuple[Cell, dict[Cell, Fraction], Fraction]] = []
    for cells, value in sums:
        left, rest = dict(cells), value
        for pivot, other, known in done:
            left, rest = _less(left, rest, pivot, other, known)
        if not left:
            continue
        pivot = next(iter(left))
        factor = left[pivot]
        left, rest = {cell: one / factor for cell, one in left.items()}, rest / factor
        done = [(at, *_less(other, known, pivot, left, rest)) for at, other, known in done]
        done.append((pivot, left, rest))
    return [(cells, value) for _pivot, cells, value in done]


def _less(
    cells: dict[Cell, Fraction], value: Fraction, pivot: Cell, other: dict[Cell, Fraction], known: Fraction
) -> tuple[dict[Cell, Fraction], Fraction]:
    factor = cells.get(pivot, Fraction(0))
    taken = {cell: cells.get(cell, Fraction(0)) - factor * other.get(cell, Fraction(0)) for cell in {*cells, *other}}
    return {cell: one for cell, one in taken.items() if one}, value - factor * known


@given(CASES)
def test_no_small_figure_follows_from_what_is_shown(cases: Made) -> None:
    """Of all cases, of a municipality, or of the rest: what comes from one to four cases stays unknown."""
    parts, where = by_part(cases), everywhere(cases)
    cases_of = {part: frozenset(found) for part, found in parts.items()}
    cases_of["total"] = frozenset[str]().union(*cases_of.values())
    follows = worked_out(known_sums(cases, published(cases)))
    small = {
        (line, name) for line, found in cases_of.items() for name, column in where.items() if is_small(found & column)
    }
    assert small.isdisjoint(follows)


@given(CASES)
def test_what_is_held_back_together_is_never_of_few_cases(cases: Made) -> None:
    """A total less what is shown beside it is a figure too."""
    parts = by_part(cases)
    where = everywhere(cases)
    for name, found in published(cases).items():
        assert found.total is not None
        hidden = [frozenset(parts[row.id]) for row in found.parts if row.is_held_back]
        if not found.total.is_held_back:
            assert not is_small(frozenset[str]().union(*hidden) & where[name])


@given(CASES)
def test_what_is_shown_is_what_is_counted(cases: Made) -> None:
    parts = by_part(cases)
    for name, found in published(cases).items():
        column = everywhere(cases)[name]
        for row in found.parts:
            counted = sum(sum(amounts) for case, amounts in parts[row.id].items() if case in column)
            assert row.is_held_back or row.value == counted


def test_nothing_is_held_back_without_a_reason() -> None:
    many = {name: frozenset(f"{name}{number}" for number in range(FEWEST)) for name in PARTS}
    hidden = held_back(many, [frozenset().union(*many.values())])
    assert (hidden.in_all, hidden.in_one, hidden.total_in_all) == (frozenset(), frozenset(), False)


def test_that_no_case_has_it_may_be_said() -> None:
    hidden = held_back({"a": frozenset("12345"), "b": frozenset()}, [frozenset("12345")])
    assert hidden.in_all == frozenset()


@given(CASES)
def test_the_rest_of_the_municipalities_is_never_of_few_cases(cases: Made) -> None:
    where = everywhere(cases)
    assert not is_small(where[REST])
    assert all(len(found) >= FEWEST for name, found in where.items() if name != REST)
