"""A line in a box that is no field of any row. What is typed in it is a draft until the box's answer is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual import on
from textual.timer import Timer
from textual.widgets import Input

from samordner_tui.method.cpr import is_begun
from samordner_tui.tui.saving import BoxPlace, Keeper
from samordner_tui.tui.widgets.line import LineInput

DRAFT_AFTER: Final = 0.3
"""Seconds after a key until what is typed is a draft: what a killed program loses at most."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """Where the draft of a line is kept, and what is kept there already."""

    keeper: Keeper
    place: BoxPlace
    text: str | None = None


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
        shown = drafting.text if drafting is not None and drafting.text is not None else text
        super().__init__(shown, id=id, max_length=max_length, select_on_focus=select_on_focus)
        self.drafting = drafting
        self._drafted = shown
        self._timer: Timer | None = None

    @on(Input.Changed)
    def _note(self) -> None:
        """A moment after a key it is a draft."""
        if self._timer is None and self.value != self._drafted:
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
        if self.drafting is None or (self.value == self._drafted and not self._is_unwritten):
            return
        self._drafted = self.value
        if self.value.strip():
            self.drafting.keeper.keep_draft(self.drafting.place, self.value)
        else:
            self.drafting.keeper.forget_draft(self.drafting.place)

    @property
    def _is_unwritten(self) -> bool:
        """Whether the draft could not be written when it was handed over: then it is handed over again."""
        return self.drafting is not None and self.drafting.place.key in self.drafting.keeper.unwritten

    def answered(self) -> None:
        """The box is answered with what stands here: the draft stays until the answer is written."""
        self.leave()
        if self.drafting is not None:
            self.drafting.keeper.answered(self.drafting.place)

    def written(self) -> None:
        """What stands here is written: its draft is forgotten."""
        self.answered()
        if self.drafting is not None:
            self.drafting.keeper.answers_written()
