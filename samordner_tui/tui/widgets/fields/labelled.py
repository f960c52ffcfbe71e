"""A widget with a label, help and a sentence of what is wrong, all drawn around it by its parent.

One widget draws what would else be four: a form with forty fields opens quickly.
"""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

LABEL_ABOVE: Final = 64
"""A narrower form has its labels above the fields."""
GAP: Final = 2


class Labelled(Widget):
    """Draws a label, help and a problem around one widget."""

    DEFAULT_CSS = """
    Labelled {
        height: auto;
        layout: vertical;
        color: $foreground;
    }
    """
    label_width: reactive[int] = reactive(24)
    problem: reactive[str] = reactive("")
    has_focused_field: reactive[bool] = reactive(False)

    def __init__(self, widget: Widget, id: str) -> None:  # noqa: A002 - as in Textual
        super().__init__(id=id)
        self.widget = widget
        self._width = LABEL_ABOVE

    def label(self) -> str:
        """What the field is called."""
        return ""

    def help_line(self) -> str:
        """What helps while the field has focus."""
        return ""

    def compose(self) -> ComposeResult:
        """The widget alone; the rest is drawn."""
        yield self.widget

    def render(self) -> Content:
        """Label, and below the widget what is wrong or what helps."""
        label = self._label_lines()
        below = self._below_lines()
        lines = label if self._is_narrow else [*label, *[Content("")] * max(0, self._widget_height - len(label))]
        if self._is_narrow:
            lines = [*label, *[Content("")] * self._widget_height]
        indent = "" if self._is_narrow else " " * (self.label_width + GAP)
        return Content("\n").join([*lines, *(Content(indent).append(line) for line in below)])

    def prepare(self, width: int, label_width: int) -> None:
        """Arrange the field for a form of `width` cells before it is drawn the first time."""
        self._width = width
        self.set_reactive(Labelled.label_width, label_width)
        self.make_room()

    @property
    def _is_narrow(self) -> bool:
        return self._width < LABEL_ABOVE

    @property
    def _widget_height(self) -> int:
        return self.widget.outer_size.height if self.widget.is_mounted else 1

    def _label_lines(self) -> list[Content]:
        label = Content.styled(self.label(), "$foreground" if self.has_focused_field else "$muted")
        width = self._width if self._is_narrow else self.label_width
        return label.wrap(max(width, 1))

    def _below_lines(self) -> list[Content]:
        width = max(1, self._width - (0 if self._is_narrow else self.label_width + GAP))
        lines: list[Content] = []
        if self.problem:
            lines.extend(Content.styled(self.problem, "$warn").wrap(width))
        if self.has_focused_field and self.help_line():
            lines.extend(Content.styled(self.help_line(), "$muted").wrap(width))
        return lines

    def make_room(self) -> None:
        """Place the widget so that there is room for what is drawn around it."""
        below = len(self._below_lines())
        label = len(self._label_lines())
        if self._is_narrow:
            margin = (label, 0, below, 0)
        else:
            margin = (0, 0, below + max(0, label - self._widget_height), self.label_width + GAP)
        if self.widget.styles.margin != margin:
            self.widget.styles.margin = margin
        if self.is_mounted:
            self.refresh()

    def on_resize(self) -> None:
        """The width decides where the label stands."""
        self._width = self.size.width
        self.make_room()

    def watch_problem(self) -> None:
        """Make room for the sentence."""
        self.set_class(bool(self.problem), "-problem")
        self.make_room()

    def watch_label_width(self) -> None:
        """Labels of a form end in the same column."""
        self.make_room()

    def watch_has_focused_field(self) -> None:
        """Make room for the help."""
        self.make_room()
