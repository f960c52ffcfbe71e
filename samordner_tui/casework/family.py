"""The family of a case as facts: who is whose parent, who are or were a couple, and what follows from it.

Brothers and sisters are not written down: they follow from the parents they share. Source: case_systems.md 3.2, 4.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from samordner_tui.method.terms import CoupleState, Gender, ParentKind


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody in the case, as a family tree needs them."""

    id: str
    name: str
    relation: str = ""
    gender: Gender | None = None
    age: int | None = None
    is_child: bool = False
    """Whether the case is about them."""


@dataclass(frozen=True, slots=True)
class ParentOf:
    """`parent` is a parent of `child`, both by id, from one day to another where that is known."""

    id: str
    parent: str
    child: str
    kind: ParentKind = ParentKind.BIOLOGICAL
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who are a couple, or were."""

    id: str
    first: str
    second: str
    state: CoupleState = CoupleState.TOGETHER
    since: date | None = None
    until: date | None = None

    @property
    def both(self) -> frozenset[str]:
        """The two, whoever is named first."""
        return frozenset((self.first, self.second))

    def other(self, person_id: str) -> str:
        """The other of the two."""
        return self.second if person_id == self.first else self.first


Line = ParentOf | Pair
"""One thing that is written of kinship."""


def ends(line: Line) -> tuple[str, str]:
    """Parent and child, or the two of a couple, by id."""
    return (line.parent, line.child) if isinstance(line, ParentOf) else (line.first, line.second)


class SiblingKind(StrEnum):
    """In which way two are brothers and sisters."""

    FULL = "full"
    HALF = "half"
    THROUGH = "through"
    """One parent is shared, and the other parent of one of them is not known."""
    STEP = "step"
    FOSTER = "foster"


@dataclass(frozen=True, slots=True)
class Sibling:
    """A brother or sister of somebody, and the parent through whom they are."""

    kin: Kin
    kind: SiblingKind
    through: str


OWN = frozenset((ParentKind.BIOLOGICAL, ParentKind.ADOPTIVE))


@dataclass(frozen=True)
class Family:
    """Everybody in the case with what is written of their kinship. What an old file holds may run in a circle."""

    people: tuple[Kin, ...] = ()
    parents: tuple[ParentOf, ...] = ()
    couples: tuple[Pair, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Kin]:
        """Everybody by id."""
        return {one.id: one for one in self.people}

    def name(self, person_id: str) -> str:
        """What somebody is called."""
        return self.by_id[person_id].name

    @cached_property
    def with_kinship(self) -> frozenset[str]:
        """The ids of those of whom some kinship is written."""
        lines: tuple[Line, ...] = (*self.parents, *self.couples)
        return frozenset(end for one in lines if len(set(ends(one))) > 1 for end in ends(one))

    @cached_property
    def _to_parents(self) -> dict[str, tuple[ParentOf, ...]]:
        return _gathered((one.child, one) for one in self.parents if one.parent != one.child)

    @cached_property
    def _to_children(self) -> dict[str, tuple[ParentOf, ...]]:
        return _gathered((one.parent, one) for one in self.parents if one.parent != one.child)

    def parents_of(self, child: str) -> tuple[ParentOf, ...]:
        """The lines from somebody to their parents, in the order they were written."""
        return self._to_parents.get(child, ())

    def children_of(self, parent: str) -> tuple[ParentOf, ...]:
        """The lines from somebody to their children."""
        return self._to_children.get(parent, ())

    def couples_of(self, person_id: str) -> tuple[Pair, ...]:
        """The couples somebody is or was one of."""
        return tuple(one for one in self.couples if person_id in one.both and len(one.both) > 1)

    def lines_of(self, person_id: str) -> tuple[Line, ...]:
        """Every line in which somebody stands: to parents, to partners, to children."""
        return (*self.parents_of(person_id), *self.couples_of(person_id), *self.children_of(person_id))

    def with_line(self, line: Line) -> Family:
        """The same family with one line more."""
        if isinstance(line, ParentOf):
            return replace(self, parents=(*self.parents, line))
        return replace(self, couples=(*self.couples, line))

    def without(self, line_id: str) -> Family:
        """The same family less one line."""
        return replace(
            self,
            parents=tuple(one for one in self.parents if one.id != line_id),
            couples=tuple(one for one in self.couples if one.id != line_id),
        )

    def ancestors_of(self, person_id: str) -> frozenset[str]:
        """Parents, their parents and so on; somebody in a circle is among their own."""
        found: set[str] = set()
        waiting = [person_id]
        while waiting:
            parents = {one.parent for one in self.parents_of(waiting.pop())} - found
            found |= parents
            waiting.extend(parents)
        return frozenset(found)

    def siblings_of(self, person_id: str) -> tuple[Sibling, ...]:
        """Brothers and sisters, as they follow from the parents; nobody is written down as one."""
        return tuple(
            found for one in self.people if one.id != person_id and (found := self._sibling(person_id, one)) is not None
        )

    def _sibling(self, person_id: str, other: Kin) -> Sibling | None:
        mine, theirs = self._own_parents(person_id), self._own_parents(other.id)
        shared = [one for one in mine if one in theirs]
        if shared:
            return Sibling(other, _own_kind(len(shared), len(mine), len(theirs)), shared[0])
        mine, theirs = self._parents(person_id), self._parents(other.id)
        fostered = self._parents(person_id, ParentKind.FOSTER) + self._parents(other.id, ParentKind.FOSTER)
        shared = [one for one in mine if one in theirs]
        if shared:
            kind = SiblingKind.FOSTER if shared[0] in fostered else SiblingKind.STEP
            return Sibling(other, kind, shared[0])
        return self._through_a_couple(person_id, other)

    def _through_a_couple(self, person_id: str, other: Kin) -> Sibling | None:
        """A mother of one and a father of the other live together: their children are step-siblings."""
        mine, theirs = self._own_parents(person_id), self._own_parents(other.id)
        for pair in self.couples:
            if pair.state in {CoupleState.TOGETHER, CoupleState.MARRIED}:
                for one, another in ((pair.first, pair.second), (pair.second, pair.first)):
                    if one in mine and another in theirs:
                        return Sibling(other, SiblingKind.STEP, one)
        return None

    def _own_parents(self, child: str) -> list[str]:
        """By birth or adoption."""
        return list(dict.fromkeys(one.parent for one in self.parents_of(child) if one.kind in OWN))

    def _parents(self, child: str, kind: ParentKind | None = None) -> list[str]:
        return [one.parent for one in self.parents_of(child) if kind in {None, one.kind}]


def _gathered(lines: Iterator[tuple[str, ParentOf]]) -> dict[str, tuple[ParentOf, ...]]:
    found: dict[str, tuple[ParentOf, ...]] = {}
    for end, line in lines:
        found[end] = (*found.get(end, ()), line)
    return found


def _own_kind(shared: int, mine: int, theirs: int) -> SiblingKind:
    """Full with two parents in common, half where another parent of each is known, else through the one."""
    if shared > 1:
        return SiblingKind.FULL
    return SiblingKind.HALF if mine > 1 and theirs > 1 else SiblingKind.THROUGH
