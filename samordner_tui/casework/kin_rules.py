"""What can be written of kinship and what cannot, as pure rules: each says why not in a sentence, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from samordner_tui.casework.family import Family, Line, ParentOf, ends
from samordner_tui.language import _
from samordner_tui.method.terms import ParentKind

MOST_PARENTS: Final = 2
"""By birth, and again by adoption."""


def what_speaks_against(family: Family, line: Line) -> str | None:
    """Why a line cannot stand beside what is written already, as a sentence; None where it can."""
    rules = OF_A_PARENT if isinstance(line, ParentOf) else OF_A_COUPLE
    return next((said for rule in rules if (said := rule(family, line)) is not None), None)


Rule = Callable[[Family, Line], str | None]


def _two_people(family: Family, line: Line) -> str | None:
    return _("Vælg to forskellige personer.") if len(set(ends(line))) < 2 else None


def _in_order(family: Family, line: Line) -> str | None:
    if line.since is not None and line.until is not None and line.until < line.since:
        return _("»Til« kan ikke ligge før »Fra«.")
    return None


def _once(family: Family, line: Line) -> str | None:
    """A pair stands once. A parent may stand again: first as a foster parent, then as one by adoption."""
    lines: tuple[Line, ...] = family.parents if isinstance(line, ParentOf) else family.couples
    for one in lines:
        if isinstance(one, ParentOf) and isinstance(line, ParentOf):
            if ends(one) == ends(line) and _says_the_same(one, line):
                return _("Det står her allerede.")
        elif set(ends(one)) == set(ends(line)):
            return _("De to står her allerede.")
    return None


def _says_the_same(first: ParentOf, second: ParentOf) -> bool:
    """A parent by birth is nothing else besides; a child may be placed twice with the same people."""
    kinds = {first.kind, second.kind}
    if kinds == {ParentKind.FOSTER}:
        return not (_ends_before(first, second) or _ends_before(second, first))
    return len(kinds) == 1 or ParentKind.BIOLOGICAL in kinds


def _ends_before(first: ParentOf, second: ParentOf) -> bool:
    return first.until is not None and second.since is not None and first.until <= second.since


def _no_circle(family: Family, line: Line) -> str | None:
    parent, child = ends(line)
    if child in family.ancestors_of(parent):
        return _("{child} står allerede over {parent} i slægten. Er de byttet om?").format(
            child=family.name(child), parent=family.name(parent)
        )
    return None


def _older(family: Family, line: Line) -> str | None:
    """Whoever has given birth to somebody is older."""
    parent, child = (family.by_id[one] for one in ends(line))
    is_by_birth = isinstance(line, ParentOf) and line.kind is ParentKind.BIOLOGICAL
    if is_by_birth and parent.age is not None and child.age is not None and parent.age <= child.age:
        return _("{parent} er ikke ældre end {child}. Er de byttet om?").format(parent=parent.name, child=child.name)
    return None


def _two_parents(family: Family, line: Line) -> str | None:
    if not isinstance(line, ParentOf):
        return None
    same = {one.parent for one in family.parents_of(line.child) if one.kind is line.kind}
    if len(same) < MOST_PARENTS:
        return None
    sentences = {
        ParentKind.BIOLOGICAL: _("{name} har allerede to biologiske forældre."),
        ParentKind.ADOPTIVE: _("{name} har allerede to adoptivforældre."),
    }
    said = sentences.get(line.kind)
    return said.format(name=family.name(line.child)) if said is not None else None


def _no_couple(family: Family, line: Line) -> str | None:
    """A child is no partner of its parent."""
    if any(one.both == frozenset(ends(line)) for one in family.couples):
        return _("De to står som et par. De kan ikke også være forælder og barn.")
    return None


def _no_parent(family: Family, line: Line) -> str | None:
    """A parent is no partner of their child."""
    if any(set(ends(one)) == set(ends(line)) for one in family.parents):
        return _("De to står som forælder og barn. De kan ikke også være et par.")
    return None


OF_A_PARENT: Final[tuple[Rule, ...]] = (_two_people, _in_order, _once, _no_couple, _no_circle, _older, _two_parents)
OF_A_COUPLE: Final[tuple[Rule, ...]] = (_two_people, _in_order, _once, _no_parent)
