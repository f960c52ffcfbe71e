"""The family tree on the screen: a line for each couple or person, with a cursor that stands on one person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from samordner_tui.casework.family_tree import Cell, Row, Standing, Tree
from samordner_tui.tui.widgets.line_list import Line, LineList
from samordner_tui.tui.widgets.tree_line import Drawn, draw, step_for


class FamilyTreeView(LineList):
    """The lines of a tree. Up and down go from line to line, left and right between two who stand side by side."""

    CHOOSE_ON_FIRST_CLICK = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "aside(0)", show=False),
        Binding("right", "aside(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="tree")
        self.shown = Tree()
        self.empty = ""
        """What is said while there is no line."""
        self._column = 0
        self._lines_drawn: list[Drawn] = []

    def show(self, tree: Tree, empty: str) -> None:
        """Show a tree; the cursor stays on its person, else on the first child of the case."""
        was_empty, before = not self.shown.rows, self.pointed
        self.shown, self.empty = tree, empty
        known = tree.row_of(before.kin.id) if before is not None else None
        if known is not None and before is not None:
            self._put(known, before.kin.id)
        elif was_empty:
            self.point_at_the_child()
        self.rebuild()
        self.show_cursor()

    def point_at(self, person_id: str) -> None:
        """Put the cursor where somebody is written out."""
        row = self.shown.row_of(person_id)
        if row is not None:
            self._put(row, person_id)
            self.rebuild()

    def point_at_the_child(self) -> None:
        """Put the cursor on the first child of the case who stands in the tree."""
        children = (one.kin.id for row in self.shown.rows for one in row.cells if one.kin.is_child)
        self.point_at(next(children, ""))

    def _put(self, row: int, person_id: str) -> None:
        self._column = next(place for place, one in enumerate(self.shown.rows[row].cells) if one.kin.id == person_id)
        self.cursor = row

    @property
    def row(self) -> Row | None:
        """The line the cursor stands on."""
        return self.shown.rows[self.cursor] if self.cursor < len(self.shown.rows) else None

    @property
    def pointed(self) -> Cell | None:
        """The person the cursor stands on."""
        row = self.row
        return None if row is None else row.cells[min(self._column, len(row.cells) - 1)]

    def lay_out(self, width: int) -> Sequence[Line]:
        """A line for each row, air between the branches; a sentence while there is no row."""
        if not self.shown.rows:
            self._lines_drawn = []
            return [Line(one) for one in Content(self.empty).wrap(width)]
        step = step_for(self.shown, width)
        self._lines_drawn = [
            draw(row, self.shown, width, step, self._place_on(row) if number == self.cursor else None)
            for number, row in enumerate(self.shown.rows)
        ]
        lines: list[Line] = []
        for number, (row, one) in enumerate(zip(self.shown.rows, self._lines_drawn, strict=True)):
            if number and not row.depth and row.who.standing is not Standing.AGAIN:
                lines.append(Line(Content("")))
            lines.append(Line(one.content, number))
        return lines

    def _place_on(self, row: Row) -> int:
        return min(self._column, len(row.cells) - 1)

    def watch_cursor(self) -> None:
        """The person under the cursor is underlined."""
        self.rebuild()
        super().watch_cursor()

    def action_aside(self, place: int) -> None:
        """The person on the left or on the right of the line."""
        self._column = place
        self.rebuild()
        self.post_message(self.Moved(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Point at a person; a click on the one pointed at opens them."""
        item = self.item_at(event.y)
        if item is not None:
            beside_at = self._lines_drawn[item].beside_at
            place = int(beside_at is not None and event.x >= beside_at)
            if item == self.cursor and place != self._place_on(self.shown.rows[item]):
                event.prevent_default()
                self.action_aside(place)
            self._column = place
