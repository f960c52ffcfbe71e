"""A paper as it will stand, as text. Nothing is written to disk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.language import _
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.paper_commands import BackToPapers, MakePaper
from samordner_tui.tui.screens.frame import FrameScreen


class PaperPreviewScreen(FrameScreen[bool]):
    """One paper over the whole screen; it scrolls. Answers with whether it is to be made."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (BackToPapers, MakePaper)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "#page"
    DEFAULT_CSS = """
    PaperPreviewScreen {
        #page { padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; }
        #page Static { max-width: 80; }
    }
    """

    def __init__(self, crumbs: tuple[str, ...], text: str, *, can_be_made: bool = False) -> None:
        """Show `text`, the paper as it is read."""
        super().__init__()
        self._can_be_made = can_be_made
        self._crumbs = crumbs
        self.text = text

    def compose_body(self) -> Iterable[Widget]:
        """The paper."""
        with VerticalScroll(id="page"):
            yield Static(Content(self.text))

    def crumbs(self) -> tuple[str, ...]:
        """The case, the room, the paper."""
        return self._crumbs

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Sådan kommer papiret til at lyde. I filen er der store bogstaver, linjer at skrive på og luft omkring. "
            "Pilene ruller. g gemmer papiret som en fil. Escape går tilbage til listen."
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A paper that waits for something is not made."""
        return self._can_be_made if action == MakePaper.id else super().check_action(action, parameters)

    def action_make_paper(self) -> None:
        """Back to the list, and there make it."""
        self.dismiss(True)

    def action_back_to_papers(self) -> None:
        """Back to the list."""
        self.dismiss(False)
