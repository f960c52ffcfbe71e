"""A bare Textual app with one line of text: what every start is held against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

from tests.benchmarks.probe import is_drawn, when_shown, without_terminal


class Bare(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("Samordner", id="line")


if __name__ == "__main__":
    without_terminal()
    when_shown(lambda screen: is_drawn(screen, "#line"))
    Bare().run()
