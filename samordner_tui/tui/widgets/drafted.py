"""What is typed in a box is a draft until the box's answer is written: what a line and a longer text have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual import events
from textual.timer import Timer
from textual.widget import Widget

from samordner_tui.method.cpr import is_begun
from samordner_tui.tui.saving import BoxPlace, Keeper

DRAFT_AFTER: Final = 0.3
"""Seconds after a key until what is typed is a draft: what a killed program loses at most."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """Where the draft of a field in a box is kept, and what is kept there already."""

    keeper: Keeper
    place: BoxPlace
    text: str | None = None

    def shown_over(self, text: str) -> str:
        """What the field opens with: the draft, or else `text`."""
        return text if self.text is None else self.text


class DraftPen:
    """Hands a text to the archive as a draft, each time it is another one. Without a `drafting` it does nothing."""

    def __init__(self, drafting: Drafting | None, text: str) -> None:
        self.drafting = drafting
        self.drafted = text
        """What was handed over last, or stood there at first."""

    def write(self, text: str) -> None:
        """Keep `text` as the draft, or forget the draft where nothing stands. Nothing is waited for."""
        if self.drafting is None or (text == self.drafted and not self._is_unwritten):
            return
        self.drafted = text
        if text.strip():
            self.drafting.keeper.keep_draft(self.drafting.place, text)
        else:
            self.drafting.keeper.forget_draft(self.drafting.place)

    @property
    def _is_unwritten(self) -> bool:
        """Whether the draft could not be written when it was handed over: then it is handed over again."""
        return self.drafting is not None and self.drafting.place.key in self.drafting.keeper.unwritten

    def answered(self, text: str) -> None:
        """The box is answered with `text`: the draft stays until the answer is written."""
        self.write(text)
        if self.drafting is not None:
            self.drafting.keeper.answered(self.drafting.place)

    def written(self, text: str) -> None:
        """`text` is written: its draft is forgotten."""
        self.answered(text)
        if self.drafting is not None:
            self.drafting.keeper.answers_written()


class Drafted(Widget):
    """A field of a box whose text is not lost when the archive is locked or the program is killed."""

    pen: DraftPen
    _drafting_soon: Timer | None = None

    @property
    def typed(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    def note_draft(self) -> None:
        """A moment after a key or a paste it is a draft."""
        if self._drafting_soon is None and self.typed != self.pen.drafted:
            self._drafting_soon = self.set_timer(DRAFT_AFTER, self._pause)

    def _pause(self) -> None:
        """A number that may become a CPR number waits until the field is left."""
        self._drafting_soon = None
        if not is_begun(self.typed):
            self.leave()

    def on_blur(self, _event: events.Blur) -> None:
        """The field is left."""
        self.leave()

    def on_unmount(self) -> None:
        """The box goes away."""
        self.leave()

    def leave(self) -> None:
        """Keep what stands here as a draft. Nothing is waited for."""
        if self._drafting_soon is not None:
            self._drafting_soon.stop()
            self._drafting_soon = None
        self.pen.write(self.typed)

    def answered(self) -> None:
        """The box is answered with what stands here: the draft stays until the answer is written."""
        self.leave()
        self.pen.answered(self.typed)

    def written(self) -> None:
        """What stands here is written: its draft is forgotten."""
        self.leave()
        self.pen.written(self.typed)
