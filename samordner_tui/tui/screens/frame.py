"""What every screen has in common: a title line above, a footer below, and what the program asks of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.widgets.footer import KeyFooter
from samordner_tui.tui.widgets.titlebar import TitleBar

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from samordner_tui.tui.app import SamordnerApp

    AsNode = DOMNode
else:
    AsNode = object

Result = TypeVar("Result")


class InProgram(AsNode):
    """A screen or widget that knows the program it is part of.

    It is no node itself: Textual takes style and parts from the first node among the bases, which must be its own.
    """

    @property
    def program(self) -> SamordnerApp:
        """The app, as what it is."""
        return cast("SamordnerApp", self.app)

    @property
    def is_going(self) -> bool:
        """Whether it is being taken away, or is gone: what it reads until then is shown nowhere."""
        return not self.is_attached or self._pruning


class FrameScreen(InProgram, Screen[Result]):
    """A screen with the title line and the footer; a subclass says what stands between in `compose_body`."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = ()
    FOOTER_LINES: ClassVar[int] = 1
    DEFAULT_CSS = """
    FrameScreen {
        overflow: hidden;
        background: $background;
        color: $foreground;
        #body { height: 1fr; }
    }
    """

    def compose(self) -> ComposeResult:
        """Title line, body, footer."""
        yield TitleBar()
        with Vertical(id="body"):
            yield from self.compose_body()
        yield KeyFooter(self.FOOTER_LINES)

    def compose_body(self) -> Iterable[Widget]:
        """The widgets between title line and footer."""
        return ()

    def crumbs(self) -> tuple[str, ...]:
        """Where we are, from the outermost in: `2027-03 Alma`, `1. rådslagning`; after the program's name."""
        return ()

    def aside(self) -> str:
        """What stands to the right in the title line: the date of the conference and the days left."""
        return ""

    def refresh_title(self) -> None:
        """Draw the title line anew, after `crumbs` or `aside` changed."""
        for bar in self.query(TitleBar):
            bar.refresh()

    def help_text(self) -> str:
        """What F1 says about this screen, in the language in use. Paragraphs are parted by an empty line."""
        return ""

    async def leave(self) -> None:
        """Save what is being typed. Called before lock, exit, palette and every other screen that is put on top."""

    def refresh_case(self) -> None:
        """Read the open case anew; called when something in it has changed, here or by undo."""

    def idle_lock_waits(self) -> bool:
        """Whether locking when idle must wait: in trin 1 and 3 it does."""
        return False


class Dialog(InProgram, ModalScreen[Result]):
    """A calm box over the screen below. Escape answers with nothing.

    Its title and its keys stay in sight, however low the window is: what stands between them scrolls.
    """

    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back,)
    BINDINGS = keys_of(OFFERS)
    WIDTH: ClassVar[int] = 72
    DEFAULT_CSS = """
    Dialog {
        overflow: hidden;
        align: center middle;
        background: $background 70%;
        color: $foreground;
        #dialog {
            width: 72;
            max-width: 96%;
            height: auto;
            max-height: 94%;
            background: $card;
            padding: 1 3;
        }
        #dialog-title { dock: top; text-style: bold; margin-bottom: 1; }
        #dialog-body { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; scrollbar-background: $card; }
        #dialog-keys { dock: bottom; color: $muted; margin-top: 1; height: auto; }
    }
    """

    def compose(self) -> ComposeResult:
        """Title, body, and a line of keys."""
        with Vertical(id="dialog") as box:
            box.styles.width = self.WIDTH
            yield Static(Content(self.dialog_title()), id="dialog-title")
            with VerticalScroll(id="dialog-body", can_focus=self.body_takes_focus()):
                yield from self.compose_body()
            yield Static(Content(self.keys_line()), id="dialog-keys")

    def dialog_title(self) -> str:
        """The heading."""
        return ""

    def compose_body(self) -> Iterable[Widget]:
        """What stands in the box."""
        return ()

    def keys_line(self) -> str:
        """The keys that act here, as one line."""
        return ""

    def body_takes_focus(self) -> bool:
        """True for a box of text alone, so that the arrows scroll it."""
        return False

    def action_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    async def leave(self) -> None:
        """Save what is being typed."""

    def help_text(self) -> str:
        """What F1 says about this box."""
        return ""
