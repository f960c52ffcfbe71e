"""Yes or no in one line: so few answers that their letters give them at once, as the space bar does.

A word that is neither of them was meant for another field: it gives back what stood there, and that is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, cast

from textual import events
from textual.binding import Binding, BindingType

from samordner_tui.casework.fields import FieldSpec
from samordner_tui.casework.folding import folded
from samordner_tui.language import _
from samordner_tui.tui.access import ArchiveAccess
from samordner_tui.tui.dialogs.pick import PAUSE
from samordner_tui.tui.widgets.fields.choice import ChoiceField
from samordner_tui.tui.widgets.option_lines import Option


class YesNoField(ChoiceField):
    """Yes or no: answered by their first letters, or turned by the space bar."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", show=False),
        Binding("space", "turn_over", show=False),
    ]

    def __init__(self, spec: FieldSpec, options: Sequence[Option], text: str = "") -> None:
        super().__init__(spec, options, text)
        self._before = text
        self._typed_at = 0.0

    def help_text(self) -> str:
        """What F1 says about a yes or a no."""
        return _("j er ja, og n er nej. Mellemrum og pilene skifter. Enter viser listen; delete tager svaret væk.")

    def on_key(self, event: events.Key) -> None:
        """The letters of an answer give it; anything else that is typed in a hurry was meant for another field."""
        if event.time - self._typed_at > PAUSE and event.key != "enter":
            self._typed = ""
        if not self._is_letter(event):
            self._typed = self._typed if event.key == "enter" else ""
            return
        event.stop()
        event.prevent_default()
        self._before = self._before if self._typed else self.text
        self._typed_at = event.time
        self._typed += event.character or ""
        self._answer_by_letters()

    def _is_letter(self, event: events.Key) -> bool:
        """Whether the key belongs to a word; a space does in the middle of a sentence that is no answer."""
        if event.character == " ":
            return bool(self._typed) and self._beginning_with(self._typed) is None
        return event.character is not None and event.character.isprintable()

    def _answer_by_letters(self) -> None:
        found = self._beginning_with(self._typed)
        self._choose(self._before if found is None else found.value)
        if found is None and self._beginning_with(self._typed[:-1]) is not None:
            cast(ArchiveAccess, self.app).say(_("Her svarer du ja eller nej. Det, du skrev, står ikke noget sted."))

    def _beginning_with(self, typed: str) -> Option | None:
        meant = folded(typed if len(set(typed)) > 1 else typed[:1])
        return next((one for one in self.options if folded(one.text).startswith(meant)), None)

    def action_turn_over(self) -> None:
        """Yes becomes no, and no yes; where there is no answer, yes comes first."""
        values = [one.value for one in self.options]
        self._choose(values[self.text == values[0]])

    def action_take(self) -> None:
        """On to the next field after a letter; else the list."""
        if self._typed:
            self._typed = ""
            self._choose(self.text, settled=True)
        else:
            self.action_open_list()

    def on_blur(self) -> None:
        """What was typed is over."""
        self._typed, self._typed_at = "", 0.0
