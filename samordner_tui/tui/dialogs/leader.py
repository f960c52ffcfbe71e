"""The card with the number of the leader who can approve the plan. Source: R15."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.language import _
from samordner_tui.tui.screens.frame import Dialog


class LeaderCard(Dialog[None]):
    """Whom the initiativtager calls, in one line."""

    WIDTH: ClassVar[int] = 56

    def __init__(self, leader: str) -> None:
        super().__init__()
        self.leader = leader

    def dialog_title(self) -> str:
        """The heading."""
        return _("Lederen, der kan godkende planen")

    def compose_body(self) -> Iterable[Widget]:
        """Name and number."""
        yield Static(Content.styled(self.leader, "bold $accent"))

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("esc Luk")
