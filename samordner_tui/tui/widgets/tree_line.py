"""One line of the family tree as it is drawn: the branch, the signs, the names, and how two are a couple.

What a line means stands beside it as a word: the style of a line is never the only sign of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from textual.content import Content

from samordner_tui.casework.family import Kin
from samordner_tui.casework.family_tree import Cell, Place, Row, Standing, Tree
from samordner_tui.casework.kin_sentences import couple_words, short, stands, ways
from samordner_tui.language import _
from samordner_tui.method.terms import CoupleState, Gender, ParentKind

SIGNS: Final = {Gender.MAN: "□▣", Gender.WOMAN: "○◉"}
NOT_KNOWN: Final = "◇◈"

BRANCH: Final = {
    ParentKind.BIOLOGICAL: "─",
    ParentKind.STEP: "╶",
    ParentKind.ADOPTIVE: "╌",
    ParentKind.FOSTER: "┈",
}
JOINT: Final = {
    CoupleState.MARRIED: "══",
    CoupleState.TOGETHER: "╌╌",
    CoupleState.SEPARATED: "─/─",
    CoupleState.DIVORCED: "─//─",
}
PARENTS_TOGETHER: Final = "──"

WIDEST_STEP: Final = 3
"""Cells that a generation stands farther in, where there is room."""
LEAST_NAME: Final = 8

Part = tuple[str, str]
"""A text and its style."""


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of a line is said: less and less, until it fits."""

    relations: bool = True
    dates: bool = True
    name: int | None = None
    """Cells for a name; all of it where it is None."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line, and the column at which whoever stands to the right begins."""

    content: Content
    beside_at: int | None = None


def sign(kin: Kin) -> str:
    """□ for a man, ○ for a woman, ◇ for anything else; with a double edge for a child of the case."""
    return SIGNS.get(kin.gender, NOT_KNOWN)[kin.is_child] if kin.gender is not None else NOT_KNOWN[kin.is_child]


def step_for(tree: Tree, width: int) -> int:
    """How far in a generation stands, so that the deepest leaves half of the width to the names."""
    deepest = max((row.depth for row in tree.rows), default=0)
    return next((step for step in (WIDEST_STEP, 2) if deepest * step <= width // 2), 1)


def draw(row: Row, tree: Tree, width: int, step: int, pointed: int | None = None) -> Drawn:
    """A row in `width` cells; `pointed` is the place of the cell under the cursor."""
    for detail in (Detail(), Detail(relations=False), Detail(relations=False, dates=False)):
        drawn = _draw(row, tree, detail, (width, step), pointed)
        if drawn.content.cell_length <= width:
            return drawn
    bare = _draw(row, tree, Detail(False, False, 0), (width, step), pointed).content.cell_length
    names = sum(2 if one.standing is Standing.ELSEWHERE else 1 for one in row.cells)
    room = max((width - bare) // names, LEAST_NAME)
    return _draw(row, tree, Detail(False, False, room), (width, step), pointed)


def _draw(row: Row, tree: Tree, detail: Detail, room: tuple[int, int], pointed: int | None) -> Drawn:
    left: list[Part] = [*_branch(row, detail, *room), *_cell(row.who, tree, detail, is_pointed=pointed == 0)]
    if row.beside is None:
        left.extend([(f" {_('uden en anden forælder her')}", "$muted")] if row.who.standing is Standing.AGAIN else [])
        return Drawn(Content.assemble(*left))
    line = JOINT[row.couple.state] if row.couple is not None else PARENTS_TOGETHER
    said = couple_words(row.couple) if detail.dates or row.couple is None else short(row.couple.state)
    left.append((f" {line} {said} {line} ", "$muted"))
    beside_at = Content.assemble(*left).cell_length
    return Drawn(
        Content.assemble(*left, *_cell(row.beside, tree, detail, is_pointed=pointed == 1)),
        beside_at,
    )


def _branch(row: Row, detail: Detail, width: int, step: int) -> Iterator[Part]:
    """The lines from above, and the word for how somebody is a child of those."""
    if not row.depth:
        return
    passing = "".join(("│" if goes_on else " ").ljust(step) for goes_on in row.guide[:-1])
    if row.who.standing is Standing.AGAIN:
        yield _shortened(passing + ("│" if row.guide[-1] else " ").ljust(step), width), "$muted"
        return
    corner = ("├" if row.guide[-1] else "└") + BRANCH[row.ways[0].kind] * (step - 1 or 1)
    kinds = "/".join(dict.fromkeys(short(line.kind) for line in row.ways))
    word = (ways(row) if detail.dates else "") or kinds
    yield f"{_shortened(passing, width)}{corner} ", "$muted"
    yield f"{word} ", "$muted"


def _shortened(passing: str, width: int) -> str:
    """Lines from so many generations that they would leave no room are cut from the left."""
    return passing if len(passing) <= width // 2 else f"…{passing[1 - width // 2 :]}"


def _cell(cell: Cell, tree: Tree, detail: Detail, *, is_pointed: bool) -> Iterator[Part]:
    kin = cell.kin
    style = {Standing.FULL: "bold" if kin.is_child else "", Standing.AGAIN: "$muted", Standing.ELSEWHERE: "$muted"}
    lead = {Standing.FULL: f"{sign(kin)} ", Standing.AGAIN: "· ", Standing.ELSEWHERE: f"→ {sign(kin)} "}
    yield lead[cell.standing], "$accent" if cell.standing is Standing.FULL else "$muted"
    yield (
        _cut(kin.name, detail.name),
        f"{style[cell.standing]} underline".strip() if is_pointed else style[cell.standing],
    )
    if cell.standing is Standing.ELSEWHERE:
        yield f" {stands(_shown(tree.place_of(kin.id), detail.name))}", "$muted"
    elif cell.standing is Standing.FULL and detail.relations and (kin.relation or kin.is_child):
        yield f", {kin.relation or _('barnet')}", "$muted"


def _shown(place: Place, room: int | None) -> Place:
    """The same place with names that fit."""
    under, beside = (one and replace(one, name=_cut(one.name, room)) for one in (place.under, place.beside))
    return Place(under, beside)


def _cut(name: str, room: int | None) -> str:
    if room is None or len(name) <= room:
        return name
    return f"{name[: room - 1]}…" if room else ""
