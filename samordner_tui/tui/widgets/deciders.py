"""Who can decide about an invitation, in a line, each with a number. The samordner is not among them. Source: R155."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from samordner_tui.method.terms import DecidedBy

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

DECIDERS = tuple(DecidedBy)
BETWEEN = "   "


class Deciders(Static):
    """Who can decide, each with a number; one of them may have."""

    @dataclass
    class Pointed(Message):
        """The mouse has pointed at one of them."""

        number: int

    def __init__(self, method: Method) -> None:
        super().__init__("", id="deciders")
        self._said = [f"{number} {method.label(one)}" for number, one in enumerate(DECIDERS, start=1)]

    def show(self, by: DecidedBy | None) -> None:
        """Show them, with the one who has decided."""
        styles = ["bold $accent" if one is by else "" for one in DECIDERS]
        self.update(Content(BETWEEN).join(map(Content.styled, self._said, styles)))

    def on_click(self, event: events.Click) -> None:
        """Point at one of them."""
        begins = 0
        for number, said in enumerate(self._said, start=1):
            if begins <= event.x < begins + len(said):
                self.post_message(self.Pointed(number))
            begins += len(said) + len(BETWEEN)
