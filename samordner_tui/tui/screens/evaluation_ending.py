"""The line that ends the evaluation at the laptop: the passphrase, or in a training archive `slut` or `end`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.screens.guest import WORDS_IN_TRAINING, opens
from samordner_tui.tui.widgets.secret import SecretInput

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive


class EvaluationEnding(Vertical):
    """A quiet field, and above it how the view ends."""

    DEFAULT_CSS = """
    EvaluationEnding {
        height: auto;
        #leave-words { color: $muted; height: auto; padding: 0 2; }
        #leave { height: 1; width: 1fr; }
    }
    """

    class Ended(Message):
        """The passphrase was right."""

    def __init__(self, archive: Archive) -> None:
        """For the archive whose passphrase it is."""
        super().__init__()
        self._archive = archive
        self.field = SecretInput(id="leave", hidden=not archive.training)

    def compose(self) -> Iterable[Widget]:
        """The words and the field."""
        yield Static("", id="leave-words")
        yield self.field

    def tell(self) -> None:
        """Say how the view ends."""
        if self._archive.training:
            self._say(_("Skriv »slut« nederst (tab), når alle har svaret."))
        else:
            self._say(_("Samordneren slutter med adgangskoden nederst (tab)."))

    def begin(self, character: str) -> None:
        """The first character was typed elsewhere."""
        self.field.focus()
        self.field.insert_text_at_cursor(character)

    def clear(self) -> None:
        """Nothing is typed after all."""
        self.field.value = ""
        self.tell()

    def _say(self, text: str) -> None:
        self.query_one("#leave-words", Static).update(Content(text))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value:
            self._try(event.value)

    @work(exclusive=True)
    async def _try(self, typed: str) -> None:
        self.field.value = ""
        try:
            is_right = await self._ends(typed)
        except Refused as refusal:
            self._say(str(refusal))
            return
        if is_right:
            self.post_message(self.Ended())
        else:
            wrong = _("Ordet er »slut«.") if self._archive.training else _("Den adgangskode passer ikke.")
            self._say(wrong + " " + _("esc går tilbage til spørgsmålene."))

    async def _ends(self, typed: str) -> bool:
        if self._archive.training:
            return typed.strip().casefold() in WORDS_IN_TRAINING
        return await asyncio.to_thread(opens, self._archive.folder, typed)
