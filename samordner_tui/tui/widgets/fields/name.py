"""A field for somebody's name: the names known in the case are offered, and one is taken by the right arrow."""

from __future__ import annotations

from collections.abc import Sequence

from textual.suggester import SuggestFromList

from samordner_tui.casework.fields import FieldSpec
from samordner_tui.casework.references import Reference
from samordner_tui.language import _
from samordner_tui.tui.widgets.fields.line import LineField


class NameField(LineField):
    """A name. The right arrow takes what is offered; in an empty field it goes through the names."""

    DEFAULT_CSS = """
    NameField > .input--suggestion { color: $muted; }
    """

    def __init__(self, spec: FieldSpec, names: Sequence[Reference], text: str = "") -> None:
        self.names: tuple[str, ...] = ()
        self._taken = ""
        super().__init__(spec, text)
        self.offer(names)

    def offer(self, names: Sequence[Reference]) -> None:
        """Offer these names."""
        self.names = tuple(one.name for one in names)
        self.suggester = SuggestFromList(self.names, case_sensitive=False)
        self.placeholder = f"→ {', '.join(self.names)}" if self.names else ""

    def action_cursor_right(self, select: bool = False) -> None:
        """Take the name that is offered; after one that was taken so, the next. A name that was typed stays."""
        if select or not self.names or self.value != self._taken or not self.cursor_at_end:
            super().action_cursor_right(select)
            return
        place = self.names.index(self._taken) + 1 if self._taken in self.names else 0
        self._taken = self.value = self.names[place % len(self.names)]
        self.cursor_position = len(self.value)

    def help_text(self) -> str:
        """What F1 says about a name."""
        return _("Pil til højre henter et navn, der allerede står i sagen. Skriv de første bogstaver, eller bladr.")
