"""The measures of fidelity as a list: sign, number, what it asks, and in a word how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content

from samordner_tui.casework.fidelity import Marked
from samordner_tui.method.terms import MarkState
from samordner_tui.tui.widgets.drawn_list import WITHOUT_ENTER
from samordner_tui.tui.widgets.line_list import Line, LineList
from samordner_tui.tui.widgets.marks import STATE_MARKS, STATE_STYLES

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

LEAD: Final = 7
"""Cells for the sign and the number."""
WIDEST: Final = 58
"""Cells for what a measure asks, at the most: further away the word beside it is not read together with it."""
REMARKED: Final = " »…«"
"""Stands behind a measure that somebody has remarked on."""


class MeasureList(LineList, inherit_bindings=False):
    """One entry a measure. Enter belongs to the screen, which writes a remark."""

    CHOOSE_ON_FIRST_CLICK = False
    BINDINGS: ClassVar[list[BindingType]] = WITHOUT_ENTER
    DEFAULT_CSS = """
    MeasureList { height: 1fr; width: 1fr; }
    """

    def __init__(self, method: Method) -> None:
        """`method` says what the states are called."""
        super().__init__(id="measures")
        self._method = method
        self.measures: Sequence[Marked] = ()

    def show(self, measures: Sequence[Marked]) -> None:
        """Show them as they stand now; the cursor stays where it is."""
        self.measures = measures
        self.rebuild()

    @property
    def pointed(self) -> Marked | None:
        """The measure under the cursor."""
        return self.measures[self.cursor] if self.cursor < len(self.measures) else None

    def lay_out(self, width: int) -> Sequence[Line]:
        """The words that say how they stand are one column to the right."""
        word = max(cell_len(self._method.label(state)) for state in MarkState)
        room = min(max(width - LEAD - word - 2, 8), WIDEST)
        return [line for item, one in enumerate(self.measures) for line in self._lines(one, item, room)]

    def _lines(self, one: Marked, item: int, room: int) -> Sequence[Line]:
        state = one.mark.state
        lead = Content.styled(f" {STATE_MARKS[state]} ", STATE_STYLES[state]).append(one.mark.id.ljust(LEAD - 3))
        title = Content.assemble(one.title, (REMARKED if one.remark else "", "$accent"))
        first, *more = title.wrap(room)
        gap = Content(" " * (room - first.cell_length + 1))
        head = lead.append(first).append(gap).append(Content.styled(self._method.label(state), STATE_STYLES[state]))
        return [Line(head, item), *(Line(Content(" " * LEAD).append(part), item) for part in more)]
