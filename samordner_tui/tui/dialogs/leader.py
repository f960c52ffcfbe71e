"""The card with the number of the leader who can approve the plan. Source: R15."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.day_shown import ToCallForApproval
from samordner_tui.language import _
from samordner_tui.tui.screens.frame import Dialog


class LeaderCard(Dialog[None]):
    """Whom the initiativtager calls, and when that can be done."""

    WIDTH: ClassVar[int] = 56

    def __init__(self, leader: ToCallForApproval) -> None:
        super().__init__()
        self.leader = leader

    def dialog_title(self) -> str:
        """The heading."""
        return _("Lederen, der kan godkende planen")

    def compose_body(self) -> Iterable[Widget]:
        """Name and number, and when the leader can be reached."""
        yield Static(Content.styled(f"{self.leader.name}   {self.leader.phone}", "bold $accent"))
        if self.leader.hours:
            yield Static(Content(self.leader.hours), id="hours")

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("esc Luk")
