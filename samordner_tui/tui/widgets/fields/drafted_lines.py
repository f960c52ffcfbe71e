"""A text of several lines in a box, which is a draft until the box's answer is written."""

from __future__ import annotations

from textual import on
from textual.widgets import TextArea

from samordner_tui.casework.fields import FieldSpec
from samordner_tui.tui.widgets.drafted import Drafted, Drafting, DraftPen
from samordner_tui.tui.widgets.fields.lines import LinesField


class DraftedLines(LinesField, Drafted):
    """A text that is not lost when the archive is locked or the program is killed."""

    def __init__(self, spec: FieldSpec, text: str, drafting: Drafting) -> None:
        shown = drafting.shown_over(text)
        super().__init__(spec, shown)
        self.pen = DraftPen(drafting, shown)

    @property
    def typed(self) -> str:
        """What stands in the text."""
        return self.text

    @on(TextArea.Changed)
    def _note(self) -> None:
        self.note_draft()
