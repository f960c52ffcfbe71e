"""A place for somebody's own words: enter is done, and the words wrap by themselves."""

from __future__ import annotations

from textual import events, on
from textual.message import Message
from textual.widgets import TextArea

from samordner_tui.tui.widgets.fields.lines import LinesField


class OwnWords(LinesField):
    """Words of one who answers."""

    DEFAULT_CSS = """
    OwnWords { min-height: 4; }
    """

    class Typed(Message):
        """Something was typed."""

    class Finished(Message):
        """Whoever writes is done."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Finished())
            return
        await super()._on_key(event)

    @on(TextArea.Changed)
    def _tell_of_words(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Typed())
