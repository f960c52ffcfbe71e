"""The plan in large letters, one agreement at a time, for reading together across the table.

What stands here may be seen by everybody in the room. Source: R12, R13, R176.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.plan_pages import Page
from samordner_tui.language import _
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.plan_commands import NextAgreement, PreviousAgreement
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.large_text import LargeText
from samordner_tui.tui.widgets.tall_page import TallPage


class PlanReadingScreen(FrameScreen[None]):
    """Right and left go from one agreement to the next; up and down where one is longer than the screen."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (PreviousAgreement, NextAgreement, Back)
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(OFFERS),
        Binding("space,enter,pagedown", "next_agreement", show=False),
        Binding("backspace,pageup", "previous_agreement", show=False),
    ]
    AUTO_FOCUS = "#page"
    DEFAULT_CSS = """
    PlanReadingScreen {
        #page { height: 1fr; padding: 1 2 0 2; }
        #which, .label { color: $muted; height: auto; }
        .label { margin-top: 1; }
        #words { color: $foreground; }
        #who, #when { color: $accent; }
    }
    """
    at: var[int] = var(0)

    def __init__(self, pages: Sequence[Page]) -> None:
        """For a plan that is read already."""
        super().__init__()
        self.pages = tuple(pages)

    def compose_body(self) -> Iterable[Widget]:
        """Which it is, the words, and who and when below them."""
        with TallPage(id="page"):
            yield Static("", id="which")
            yield LargeText(id="words")
            yield Static(Content(_("Hvem")), id="who-label", classes="label")
            yield LargeText(id="who")
            yield Static(Content(_("Hvornår")), id="when-label", classes="label")
            yield LargeText(id="when")

    def on_mount(self) -> None:
        """Begin with the first."""
        self._show()

    def crumbs(self) -> tuple[str, ...]:
        """No name of a case stands over what everybody reads."""
        return (_("Familiens plan"),)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Planen med store bogstaver, så alle kan læse med fra deres plads. Højre og venstre pil går fra aftale til "
            "aftale, op og ned ruller en lang aftale. Ordene er familiens. Det, der kun er til dig, står her ikke."
        )

    def watch_at(self) -> None:
        """Show the agreement that is come to."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        page = self.pages[self.at]
        which = _("{number} af {count}").format(number=self.at + 1, count=len(self.pages))
        self.query_one("#which", Static).update(Content(which))
        for name, text in (("words", page.words), ("who", page.who), ("when", page.when)):
            shown = self.query_one(f"#{name}", LargeText)
            shown.text, shown.display = text, bool(text)
            for label in self.query(f"#{name}-label"):
                label.display = bool(text)
        self.query_one("#page", TallPage).scroll_home(animate=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The first has none before it, the last none after."""
        if action == PreviousAgreement.id:
            return self.at > 0
        if action == NextAgreement.id:
            return self.at < len(self.pages) - 1
        return super().check_action(action, parameters)

    def action_next_agreement(self) -> None:
        """One on."""
        self.at += 1

    def action_previous_agreement(self) -> None:
        """One back."""
        self.at -= 1

    def action_back(self) -> None:
        """Back to the stage."""
        self.dismiss(None)
