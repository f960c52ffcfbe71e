"""The family as an indented tree: generations under each other, couples side by side, children under their parents.

Everybody with kinship is written out once. Where they would stand again, a line says where they stand. That holds for
whatever is written, also where an old file makes somebody their own ancestor. Source: case_systems.md 4.4, 4.5.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from samordner_tui.casework.family import Family, Kin, Pair, ParentOf
from samordner_tui.casework.unions import Members, Union, unions_of


class Standing(StrEnum):
    """How somebody stands at a place in the tree."""

    FULL = "full"
    """Written out: their one place."""
    AGAIN = "again"
    """Written out just above; named again because another beside them follows."""
    ELSEWHERE = "elsewhere"
    """Written out in another place, which is said."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Somebody at a place in the tree."""

    kin: Kin
    standing: Standing


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is written out: under a parent, or else beside another. At the top both are None."""

    under: Kin | None = None
    beside: Kin | None = None


@dataclass(frozen=True)
class Row:
    """One line: somebody, whoever stands beside them, and how they are a child of those above."""

    depth: int
    """Generations below the top of this branch."""
    who: Cell
    beside: Cell | None = None
    couple: Pair | None = None
    """How the two are or were a couple; None where they are parents together and nothing more is written."""
    ways: tuple[ParentOf, ...] = ()
    """How `who` is a child of those above."""
    guide: tuple[bool, ...] = ()
    """For each generation from the left, whether the line goes on below. The last is that of the row itself."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Those on the line, from the left."""
        return (self.who,) if self.beside is None else (self.who, self.beside)


@dataclass(frozen=True)
class Tree:
    """The lines from the top, where everybody is written out, and how many have no kinship."""

    rows: tuple[Row, ...] = ()
    places: dict[str, Place] | None = None
    left_out: tuple[Kin, ...] = ()

    def place_of(self, person_id: str) -> Place:
        """Where somebody is written out."""
        return (self.places or {}).get(person_id, Place())

    def row_of(self, person_id: str) -> int | None:
        """The line on which somebody is written out."""
        for number, row in enumerate(self.rows):
            if any(one.kin.id == person_id and one.standing is Standing.FULL for one in row.cells):
                return number
        return None


def family_tree(family: Family) -> Tree:
    """The tree of a family."""
    growing = _Growing(family)
    for person_id in _tops(family):
        growing.grow(person_id)
    left_out = tuple(one for one in family.people if one.id not in family.with_kinship)
    return Tree(tuple(_with_guides(growing.rows)), growing.places, left_out)


def _tops(family: Family) -> list[str]:
    """Where to begin: those with no parents, the largest branch first; then whoever a circle has left over.

    Somebody with no parents whose partner has some stands beside the partner, so that the parents come first.
    """
    below = Counter(above for person_id in family.with_kinship for above in family.ancestors_of(person_id))

    def parents_beside(person_id: str) -> int:
        beside = [one.other(person_id) for one in family.couples_of(person_id)]
        for line in family.children_of(person_id):
            beside.extend(one.parent for one in family.parents_of(line.child))
        return sum(bool(family.parents_of(one)) for one in beside)

    people = [one.id for one in family.people if one.id in family.with_kinship]
    return sorted(people, key=lambda one: (bool(family.parents_of(one)), bool(parents_beside(one)), -below[one]))


@dataclass(frozen=True, slots=True)
class _ToDo:
    """A person or a union that is still to be written, so far in."""

    depth: int
    person: str = ""
    union: Union | None = None
    above: Union | None = None
    """The union whose child the person is."""
    who: str = ""
    """Of a union: who stands first on its line."""


class _Growing:
    """A tree while it grows. What is still to be written lies in a pile, so that no family is too deep."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.rows: list[Row] = []
        self.places: dict[str, Place] = {}
        self._of: dict[str, list[Union]] = defaultdict(list)
        self._homes: dict[str, Members] = {}
        for union in unions_of(family):
            self._homes.update(dict.fromkeys(union.at_home, union.members))
            for member in sorted(union.members):
                self._of[member].append(union)
        self._drawn: set[Members] = set()

    def grow(self, person_id: str) -> None:
        """Write somebody and all who follow from them, where they do not stand yet."""
        if person_id in self.places:
            return
        waiting = [_ToDo(0, person_id)]
        while waiting:
            todo = waiting.pop()
            waiting.extend(reversed(self._person(todo) if todo.union is None else self._again(todo, todo.union)))

    def _person(self, todo: _ToDo) -> Sequence[_ToDo]:
        """A child under its parents, or the top of a branch."""
        ways = self._ways(todo)
        kin = self.family.by_id[todo.person]
        if todo.person in self.places or not self._is_at_home(todo):
            self.rows.append(Row(todo.depth, Cell(kin, Standing.ELSEWHERE), ways=ways))
            return ()
        self.places[todo.person] = Place(under=self._parent(ways))
        row = Row(todo.depth, Cell(kin, Standing.FULL), ways=ways)
        unions = self._open_unions(todo.person)
        if unions:
            return self._write(row, unions[0])
        self.rows.append(row)
        return ()

    def _again(self, todo: _ToDo, union: Union) -> Sequence[_ToDo]:
        """Another union of somebody who stands just above."""
        if union.members in self._drawn:
            return ()
        return self._write(Row(todo.depth, Cell(self.family.by_id[todo.who], Standing.AGAIN)), union)

    def _write(self, row: Row, union: Union) -> Sequence[_ToDo]:
        """The line of a union; then its children, then what else there is of the two."""
        self._drawn.add(union.members)
        who, other = row.who.kin.id, union.other(row.who.kin.id)
        row = replace(row, couple=union.couple, beside=self._beside(row.who.kin, other))
        self.rows.append(row)
        children = [_ToDo(row.depth + 1, child, above=union) for child in union.children]
        after = self._unions(who, row.depth)
        if row.beside is not None and row.beside.standing is Standing.FULL:
            after = [*after, *self._unions(row.beside.kin.id, row.depth)]
        return [*children, *after]

    def _beside(self, who: Kin, other: str | None) -> Cell | None:
        if other is None:
            return None
        kin = self.family.by_id[other]
        if other in self.places:
            return Cell(kin, Standing.ELSEWHERE)
        self.places[other] = Place(beside=who)
        return Cell(kin, Standing.FULL)

    def _open_unions(self, person_id: str) -> list[Union]:
        return [one for one in self._of[person_id] if one.members not in self._drawn]

    def _unions(self, person_id: str, depth: int) -> list[_ToDo]:
        return [_ToDo(depth, union=one, who=person_id) for one in self._open_unions(person_id)]

    def _is_at_home(self, todo: _ToDo) -> bool:
        return todo.above is None or todo.person in todo.above.at_home

    def _ways(self, todo: _ToDo) -> tuple[ParentOf, ...]:
        """How somebody is a child of those above; what is said at home is not said again elsewhere."""
        if todo.above is None:
            return ()
        said = frozenset[str]() if self._is_at_home(todo) else self._homes.get(todo.person, frozenset[str]())
        lines = self.family.parents_of(todo.person)
        return tuple(one for one in lines if one.parent in todo.above.members - said)

    def _parent(self, ways: tuple[ParentOf, ...]) -> Kin | None:
        return self.family.by_id[ways[0].parent] if ways else None


def _with_guides(rows: Sequence[Row]) -> list[Row]:
    """Which lines from above go on below each row, seen from the last row up."""
    found: list[Row] = []
    goes_on: list[bool] = []
    for row in reversed(rows):
        guide = [*goes_on, *([False] * row.depth)][: row.depth]
        found.append(replace(row, guide=tuple(guide)))
        # Another union of somebody is no brother or sister of theirs: the line passes it by.
        goes_on = [*guide[:-1], True] if guide and row.who.standing is not Standing.AGAIN else guide
    return found[::-1]
