"""A box to paste a longer text into. What stands in it is a draft, also when the box is left, locked over or killed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.archive.records.papers import PaperTranslation
from samordner_tui.casework.fields import field_of
from samordner_tui.language import _
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.widgets.drafted import Drafting
from samordner_tui.tui.widgets.fields.drafted_lines import DraftedLines


class Pasted(NamedTuple):
    """What stands in the box, and whether it is to be kept."""

    text: str
    is_kept: bool


class PasteDialog(Dialog[Pasted]):
    """A field of many lines; enter is a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of((Back,)),
        Binding("ctrl+s", "accept", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    PasteDialog {
        .asked { height: auto; margin-bottom: 1; }
        LinesField { min-height: 6; max-height: 14; }
    }
    """

    def __init__(self, title: str, asked: str, text: str, drafting: Drafting) -> None:
        """Begin with the draft, or else with `text`."""
        super().__init__()
        self._title = title
        self._asked = asked
        self.field = DraftedLines(field_of(PaperTranslation, "text"), text, drafting)

    def dialog_title(self) -> str:
        """The heading."""
        return self._title

    def compose_body(self) -> Iterable[Widget]:
        """What is asked, and the field."""
        yield Static(Content(self._asked), classes="asked")
        yield self.field

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("^s Gem    esc Luk: teksten bliver liggende her")

    def on_mount(self) -> None:
        """Paste at once."""
        self.field.focus()

    def action_accept(self) -> None:
        """Keep it."""
        self.field.answered()
        self.dismiss(Pasted(self.field.text, is_kept=True))

    async def leave(self) -> None:
        """Keep what stands here as a draft."""
        self.field.leave()

    def action_back(self) -> None:
        """Leave it for now."""
        self.dismiss(Pasted(self.field.text, is_kept=False))
