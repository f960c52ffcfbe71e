"""The heading of a stage: its name, and in a few words how it stands."""

from __future__ import annotations

from textual.content import Content
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
        heading = Content.styled(self.heading, "bold")
        if not self.summary:
            return heading
        summary = Content.styled(self.summary, "$muted")
        fits = heading.cell_length + 2 + summary.cell_length <= self.container_size.width
        return heading.append("  " if fits else "\n").append(summary)
