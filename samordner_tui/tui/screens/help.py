"""F1: what there is to say about the place that has focus, and the keys that act there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.language import _
from samordner_tui.tui.app_commands import Help
from samordner_tui.tui.commands import offered
from samordner_tui.tui.keys import key_of
from samordner_tui.tui.screens.frame import Dialog


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A key, what it is called and what it does."""

    key: str
    title: str
    help: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What F1 shows."""

    paragraphs: tuple[str, ...]
    rows: tuple[HelpRow, ...]


def help_for(screen: Screen[object]) -> HelpPage:
    """Gather the texts from what has focus outwards, and every command that can be carried out there."""
    start: DOMNode = screen.focused or screen
    texts = [_help_text(node) for node in start.ancestors_with_self]
    keymap = screen.app._keymap
    rows = (
        HelpRow(key_of(offer.command, keymap), _(offer.command.title), offer.command.help())
        for offer in offered(screen)
    )
    return HelpPage(tuple(dict.fromkeys(text for text in texts if text)), tuple(row for row in rows if row.key))


def _help_text(node: DOMNode) -> str:
    """What `node` says of itself."""
    speak = getattr(node, "help_text", None)
    text = speak() if callable(speak) else ""
    return text if isinstance(text, str) else ""


class HelpDialog(Dialog[None]):
    """The box of help."""

    SHOWN_BY = Help.id
    WIDTH = 78

    def __init__(self, page: HelpPage) -> None:
        """Show `page`."""
        super().__init__()
        self.page = page

    def dialog_title(self) -> str:
        """The heading."""
        return _("Hjælp")

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("↑ ↓ Rul    esc Tilbage")

    def body_takes_focus(self) -> bool:
        """The arrows scroll."""
        return True

    def compose_body(self) -> Iterable[Widget]:
        """First the words, then the keys."""
        for paragraph in self.page.paragraphs:
            yield Static(Content(paragraph + "\n"))
        yield Static(Content.styled(_("Taster her"), "bold $accent"))
        for row in self.page.rows:
            yield HelpLine(row)


class HelpLine(Widget):
    """One key with its words; the words wrap beside the key, not below it."""

    DEFAULT_CSS = """
    HelpLine {
        height: auto;
        layout: horizontal;
        margin-top: 1;
        .key { width: 12; color: $accent; text-style: bold; }
        .words { width: 1fr; height: auto; }
    }
    """

    def __init__(self, row: HelpRow) -> None:
        """For one command."""
        super().__init__()
        self.row = row

    def compose(self) -> Iterable[Widget]:
        """Key, title, help."""
        yield Static(Content(self.row.key), classes="key")
        yield Static(Content.assemble((self.row.title, "bold"), "\n", (self.row.help, "$muted")), classes="words")
