"""A text of several lines in a box, which is a draft until the box's answer is written."""

from __future__ import annotations

from textual import events, on
from textual.timer import Timer
from textual.widgets import TextArea

from samordner_tui.casework.fields import FieldSpec
from samordner_tui.method.cpr import is_begun
from samordner_tui.tui.widgets.drafted import DRAFT_AFTER, Drafting, DraftPen
from samordner_tui.tui.widgets.fields.lines import LinesField


class DraftedLines(LinesField):
    """A text that is not lost when the archive is locked or the program is killed."""

    def __init__(self, spec: FieldSpec, text: str, drafting: Drafting) -> None:
        shown = drafting.shown_over(text)
        super().__init__(spec, shown)
        self.pen = DraftPen(drafting, shown)
        self._timer: Timer | None = None

    @on(TextArea.Changed)
    def _note(self) -> None:
        """A moment after a key or a paste it is a draft."""
        if self._timer is None and self.text != self.pen.drafted:
            self._timer = self.set_timer(DRAFT_AFTER, self._pause)

    def _pause(self) -> None:
        """A number that may become a CPR number waits until the text is left."""
        self._timer = None
        if not is_begun(self.text):
            self.leave()

    def on_blur(self, event: events.Blur) -> None:
        """The text is left."""
        super().on_blur(event)
        self.leave()

    def on_unmount(self) -> None:
        """The box goes away."""
        self.leave()

    def leave(self) -> None:
        """Keep what stands here as a draft. Nothing is waited for."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.pen.write(self.text)

    def answered(self) -> None:
        """The box is answered with what stands here: the draft stays until the answer is written."""
        self.leave()
        self.pen.answered(self.text)
