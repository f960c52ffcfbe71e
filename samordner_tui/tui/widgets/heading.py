"""The heading of a stage: its name, and in a few words how it stands."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget


class Heading(Widget):
    """`Netværket  10 fra familien og netværket · 1 fagperson`."""

    DEFAULT_CSS = """
    Heading { height: auto; margin-bottom: 1; color: $foreground; }
    """
    heading: reactive[str] = reactive("", layout=True)
    summary: reactive[str] = reactive("", layout=True)

    def render(self) -> Content:
        """Both on one line where there is room, else the summary below."""
        return self._within(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines it takes in the width it is about to get; the size it had before says nothing of that."""
        return self._within(width).get_height({}, width)

    def _within(self, width: int) -> Content:
        heading = Content.styled(self.heading, "bold")
        if not self.summary:
            return heading
        summary = Content.styled(self.summary, "$muted")
        fits = heading.cell_length + 2 + summary.cell_length <= width
        return heading.append("  " if fits else "\n").append(summary)
