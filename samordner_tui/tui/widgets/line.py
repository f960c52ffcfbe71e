"""A field of one line: a mark to the left tells where the cursor is, and nothing else is drawn around it."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class LineInput(Input):
    """An input without a box."""

    DEFAULT_CSS = """
    LineInput {
        border: none;
        border-left: outer $rule;
        height: 1;
        padding: 0 1;
        background: $field;
        background-tint: 0%;
        &:focus { border: none; border-left: outer $accent; background: $field; background-tint: 0%; }
        & > .input--placeholder { color: $muted; }
    }
    """

    def _on_paste(self, event: events.Paste) -> None:
        """Every line of what is pasted stands on this one; Textual's own field keeps the first alone."""
        event.prevent_default()
        event.stop()
        self._put(event.text)

    def action_paste(self) -> None:
        """Paste what was copied within the program."""
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        from samordner_tui.method.signs import on_one_line

        self.replace(on_one_line(text), *self.selection)
