"""What is typed in a box is a draft until the box's answer is written: what a line and a longer text have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

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
