"""Which two people stand above which children in a family tree: couples, and those who are parents together.

A child has its place under one union, where it is written out; under the others it is referred to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordner_tui.casework.family import Family, Pair, ParentOf
from samordner_tui.method.terms import ParentKind

HOME_FIRST: Final = (ParentKind.BIOLOGICAL, ParentKind.ADOPTIVE, ParentKind.FOSTER, ParentKind.STEP)
"""A child is written out under the parents of the first kind it has."""

TOGETHER_BY_KIND: Final = frozenset((ParentKind.BIOLOGICAL, ParentKind.ADOPTIVE))
"""Two parents of this kind stand side by side also where it is not written that they were a couple."""

Members = frozenset[str]


@dataclass(frozen=True)
class Union:
    """One or two people, and the children under them in the order they are shown."""

    members: Members
    couple: Pair | None = None
    children: tuple[str, ...] = ()
    at_home: frozenset[str] = frozenset()
    """Those of the children who are written out here."""

    def other(self, person_id: str) -> str | None:
        """Who stands beside somebody; None where they stand alone."""
        return next((one for one in self.members if one != person_id), None)


def unions_of(family: Family) -> tuple[Union, ...]:
    """Two people with children first, then couples without, in the order written; parents alone come last."""
    couples = {one.both: one for one in reversed(family.couples) if len(one.both) > 1}
    under: dict[Members, list[str]] = {one.both: [] for one in family.couples if len(one.both) > 1}
    home: dict[str, Members] = {}
    for child in _eldest_first(family):
        for number, members in enumerate(_above(family, child, couples)):
            under.setdefault(members, []).append(child)
            if number == 0:
                home[child] = members
    found = (
        Union(
            members,
            couples.get(members),
            tuple(children),
            frozenset(child for child in children if home[child] == members),
        )
        for members, children in under.items()
    )
    return tuple(sorted(found, key=lambda one: (len(one.members) == 1, not one.at_home, one.couple is None)))


def _eldest_first(family: Family) -> list[str]:
    """Children as they stand from the left: by age, those whose age is not known last."""
    known = sorted(family.people, key=lambda one: (one.age is None, -(one.age or 0)))
    return [one.id for one in known if family.parents_of(one.id)]


def _above(family: Family, child: str, couples: dict[Members, Pair]) -> Iterator[Members]:
    """The unions above a child, its home first. Together they hold each of its parents."""
    by_parent: dict[str, ParentOf] = {}
    for line in sorted(family.parents_of(child), key=lambda one: HOME_FIRST.index(one.kind)):
        by_parent.setdefault(line.parent, line)
    waiting = list(by_parent.values())
    while waiting:
        first = waiting.pop(0)
        beside = next((one for one in waiting if _side_by_side(first, one, couples)), None)
        if beside is None:
            # The partner of a parent who has a place already: a step-father stands beside the mother here too.
            beside = next((one for one in _waiting_first(by_parent, waiting) if _couple(first, one) in couples), None)
        if beside in waiting:
            waiting.remove(beside)
        yield _couple(first, beside) if beside is not None else frozenset((first.parent,))


def _waiting_first(by_parent: dict[str, ParentOf], waiting: list[ParentOf]) -> list[ParentOf]:
    """The parents of a child, those who have no place yet before the others."""
    return [*waiting, *(one for one in by_parent.values() if one not in waiting)]


def _couple(first: ParentOf, second: ParentOf) -> Members:
    return frozenset((first.parent, second.parent))


def _side_by_side(first: ParentOf, second: ParentOf, couples: dict[Members, Pair]) -> bool:
    """Two by birth or by adoption, one placement with two people, or a couple: not two placements after each other."""
    if first.kind is not second.kind:
        return False
    one_placement = first.kind is ParentKind.FOSTER and (first.since, first.until) == (second.since, second.until)
    return first.kind in TOGETHER_BY_KIND or one_placement or _couple(first, second) in couples
