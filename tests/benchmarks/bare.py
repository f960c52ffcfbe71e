"""A bare Textual app with one line of text: what every start is held against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

from tests.benchmarks.probe import when_shown


class Bare(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("Samordner", id="line")


if __name__ == "__main__":
    when_shown(lambda screen: any(widget.region.area > 0 for widget in screen.query("#line")))
    Bare().run(headless=True, size=(120, 40))
