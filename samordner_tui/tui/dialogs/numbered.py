"""Choosing one of a few by its number, so that a tired hand needs one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from samordner_tui.language import _
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.widgets.line_list import LineList
from samordner_tui.tui.widgets.option_lines import Option

MOST = 9
NOWHERE = -1
"""The cursor before it stands on anything."""


class NumberedDialog(PickDialog):
    """Up to nine choices, each with its digit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"pick({number})", show=False) for number in range(1, MOST + 1)
    ]

    def __init__(self, title: str, options: Sequence[Option], *, text: str = "", begins_nowhere: bool = False) -> None:
        """Begin. `begins_nowhere` is for what no stray enter may choose: a digit or an arrow comes first."""
        self.choices = tuple(options[:MOST])
        numbered = [replace(one, text=f"{place}  {one.text}") for place, one in enumerate(self.choices, start=1)]
        super().__init__(title, numbered, text=text)
        if begins_nowhere:
            self.list.set_reactive(LineList.cursor, NOWHERE)

    @property
    def _has_search(self) -> bool:
        # In a field the digits would be typed instead of chosen.
        return False

    def action_pick(self, number: int) -> None:
        """Answer with the choice of this number."""
        if number <= len(self.choices):
            self.dismiss(self.choices[number - 1].value)

    def action_accept(self) -> None:
        """Answer with what the cursor stands on, where it stands on anything."""
        if self.list.cursor != NOWHERE:
            super().action_accept()

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("1 til {count} Vælg    esc Fortryd").format(count=len(self.choices))
