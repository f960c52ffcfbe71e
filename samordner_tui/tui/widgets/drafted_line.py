"""A line in a box that is no field of any row. What is typed in it is a draft until the box's answer is written."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from samordner_tui.tui.widgets.drafted import Drafted, Drafting, DraftPen
from samordner_tui.tui.widgets.line import LineInput


class DraftedLine(LineInput, Drafted):
    """A line that is not lost when the archive is locked or the program is killed."""

    def __init__(
        self,
        text: str = "",
        drafting: Drafting | None = None,
        *,
        id: str | None = None,  # noqa: A002 - as in Textual
        max_length: int = 0,
        select_on_focus: bool = False,
    ) -> None:
        shown = text if drafting is None else drafting.shown_over(text)
        super().__init__(shown, id=id, max_length=max_length, select_on_focus=select_on_focus)
        self.pen = DraftPen(drafting, shown)

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.value

    @on(Input.Changed)
    def _note(self) -> None:
        self.note_draft()
