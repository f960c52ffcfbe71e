"""A field of several lines. It grows with what is typed; tab leaves it."""

from __future__ import annotations

from rich.segment import Segment
from textual import events, on
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import TextArea

from samordner_tui.casework.fields import FieldSpec
from samordner_tui.tui.widgets.fields.control import Typed

HIDDEN = "••••••••"


class LinesField(TextArea):
    """Text over several lines, with Textual's own undo."""

    DEFAULT_CSS = """
    LinesField {
        height: auto;
        min-height: 2;
        max-height: 14;
        border: none;
        border-left: outer $rule;
        padding: 0 1;
        background: $field;
        color: $foreground;
        scrollbar-size-vertical: 1;
        &:focus { border: none; border-left: outer $accent; }
        & .text-area--cursor-line { background: $field; }
        & .text-area--cursor { background: $accent; color: $on-accent; }
        & .text-area--placeholder { color: $muted; }
    }
    """

    is_shown: reactive[bool] = reactive(True)
    """False while a hidden text is covered; it cannot be changed then."""

    def __init__(self, spec: FieldSpec, text: str = "") -> None:
        super().__init__(text, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, theme="css")
        self.spec = spec
        self.set_reactive(LinesField.is_shown, not (spec.hidden and text))
        self.read_only = not self.is_shown

    def watch_is_shown(self) -> None:
        """A covered text cannot be changed."""
        self.read_only = not self.is_shown
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in sight. A field that is taken away may be drawn once more, and has no styles then."""
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line of the text, or the cover."""
        if self.is_shown:
            return super().render_line(y)
        cover = HIDDEN if y == 0 else ""
        return Strip([Segment(cover.ljust(self.content_size.width), self.rich_style)])

    def show(self, text: str) -> None:
        """Put another text there."""
        if text == self.text:
            return
        place = self.cursor_location
        self.load_text(text)
        self.move_cursor(place)

    def forget_typing(self) -> None:
        """What was typed can no longer be taken back."""
        self.history.clear()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without anything typed to take back, ctrl+z is the program's."""
        if action == "undo":
            return bool(self.history._undo_stack)
        if action == "redo":
            return bool(self.history._redo_stack)
        return super().check_action(action, parameters)

    @on(TextArea.Changed)
    def _tell(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(Typed(self))

    def on_blur(self, event: events.Blur) -> None:
        """A hidden text is hidden again."""
        if self.spec.hidden and self.text:
            self.is_shown = False
