"""The way through a case: every stage under its part, with a mark and how much of it is in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from samordner_tui.casework.stage_counts import StageCount
from samordner_tui.method.terms import StageId, Standing
from samordner_tui.tui.widgets.line_list import Line, LineList
from samordner_tui.tui.widgets.marks import MARKS, mark_style

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method
    from samordner_tui.method.definition import Stage as StageDefinition

CHOSEN = "way--chosen"


class Way(LineList):
    """The stages. The one that is shown is marked; the cursor may stand on another."""

    COMPONENT_CLASSES = {CHOSEN}  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    Way {
        height: 1fr;
        .way--chosen { background: $chosen; }
    }
    """

    def __init__(self, method: Method) -> None:
        super().__init__(id="way")
        self.method = method
        self.stages = [stage.id for stage in method.stages]
        self.counts: Mapping[StageId, StageCount] = {}
        self.stage: StageId | None = None

    def show(self, stage: StageId, counts: Mapping[StageId, StageCount] | None = None) -> None:
        """Show where we are, and how far each stage is."""
        self.stage = stage
        if counts is not None:
            self.counts = counts
        self.set_reactive(LineList.cursor, self.stages.index(stage))
        self.rebuild()
        self.show_cursor()

    def neighbour(self, stage: StageId, by: int) -> StageId | None:
        """The stage before or after another."""
        place = self.stages.index(stage) + by
        return self.stages[place] if 0 <= place < len(self.stages) else None

    def lay_out(self, width: int) -> Sequence[Line]:
        """A heading a part, and a line a stage; nothing before the case has been read."""
        lines: list[Line] = []
        if self.stage is None:
            return lines
        for group in self.method.groups:
            if lines:
                lines.append(Line(Content("")))
            lines.append(Line(Content.styled(group.title.text.upper(), "bold $muted")))
            for stage in self.method.stages:
                if stage.group == group.id:
                    lines.extend(self._stage_lines(stage, width))
        return lines

    def _stage_lines(self, defined: StageDefinition, width: int) -> list[Line]:
        stage = defined.id
        is_here = stage == self.stage
        count = self.counts.get(stage)
        figures = f"{count.done}/{count.total}" if count is not None and count.done < count.total else ""
        room = max(width - 2 - (cell_len(figures) + 1 if figures else 0), 6)
        title = defined.title.text if cell_len(defined.title.text) <= room else defined.short.text
        lines = []
        for number, part in enumerate(Content.styled(title, "bold" if is_here else "").wrap(room)):
            lead = self._mark(count, is_here=is_here) if number == 0 else Content("  ")
            tail = figures if number == 0 else ""
            gap = width - 2 - part.cell_length - cell_len(tail)
            style = "bold" if is_here else "$muted"
            content = Content("").join([lead, part, Content(" " * max(gap, 0)), Content.styled(tail, style)])
            lines.append(Line(content, self.stages.index(stage), CHOSEN if is_here else ""))
        return lines

    def _mark(self, count: StageCount | None, *, is_here: bool) -> Content:
        if is_here:
            return Content.styled("▸ ", "$accent")
        standing = count.standing if count is not None else Standing.OPEN
        return Content.styled(f"{MARKS[standing]} ", mark_style(standing))

    def _cursor_ground(self, line: Line) -> str:
        """Without focus only the stage that is shown is marked."""
        return super()._cursor_ground(line) if self.has_focus else line.ground
