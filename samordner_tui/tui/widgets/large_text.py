"""A text in big letters, broken between words at the width there is."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from samordner_tui.tui.widgets.big_text import big_rows


class LargeText(Widget):
    """As many rows as the text takes."""

    DEFAULT_CSS = """
    LargeText { height: auto; width: 1fr; }
    """
    text: reactive[str] = reactive("", layout=True)

    def render(self) -> Content:
        """The letters in points."""
        return Content("\n".join(big_rows(self.text, max(self.size.width, 1))))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows it takes in the width it is about to get."""
        return len(big_rows(self.text, max(width, 1)))
