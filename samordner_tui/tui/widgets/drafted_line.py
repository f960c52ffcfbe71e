"""A line in a box that is no field of any row. What is typed in it is a draft until the box's answer is written."""

from __future__ import annotations

from textual import on
from textual.timer import Timer
from textual.widgets import Input

from samordner_tui.method.cpr import is_begun
from samordner_tui.tui.widgets.drafted import DRAFT_AFTER, Drafting, DraftPen
from samordner_tui.tui.widgets.line import LineInput


class DraftedLine(LineInput):
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
        self._timer: Timer | None = None

    @on(Input.Changed)
    def _note(self) -> None:
        """A moment after a key it is a draft."""
        if self._timer is None and self.value != self.pen.drafted:
            self._timer = self.set_timer(DRAFT_AFTER, self._pause)

    def _pause(self) -> None:
        """A number that may become a CPR number waits until the line is left."""
        self._timer = None
        if not is_begun(self.value):
            self.leave()

    def on_blur(self) -> None:
        """The line is left."""
        self.leave()

    def on_unmount(self) -> None:
        """The box goes away."""
        self.leave()

    def leave(self) -> None:
        """Keep what is typed as a draft. Nothing is waited for."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.pen.write(self.value)

    def answered(self) -> None:
        """The box is answered with what stands here: the draft stays until the answer is written."""
        self.leave()
        self.pen.answered(self.value)

    def written(self) -> None:
        """What stands here is written: its draft is forgotten."""
        self.leave()
        self.pen.written(self.value)
