"""What every list that draws its own lines shares: its ground, its cursor, and the keys that move it."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

CURSOR: Final = "drawn-list--cursor"
QUIET: Final = "drawn-list--quiet"


WITHOUT_ENTER: Final[list[BindingType]] = [
    Binding("up", "move(-1)", show=False),
    Binding("down", "move(1)", show=False),
    Binding("home", "first", show=False),
    Binding("end", "last", show=False),
    Binding("pageup", "page(-1)", show=False),
    Binding("pagedown", "page(1)", show=False),
]
"""The keys of a list whose screen has enter for itself."""


class DrawnList(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines with a cursor. A list has `action_move`, `action_first`, `action_last`, `action_page`, `action_choose`."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {CURSOR, QUIET}
    DEFAULT_CSS = """
    DrawnList {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        .drawn-list--cursor { background: $cursor; }
        .drawn-list--quiet { background: $cursor-quiet; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*WITHOUT_ENTER, Binding("enter", "choose", show=False)]

    cursor: reactive[int] = reactive(0)

    @property
    def cursor_ground(self) -> str:
        """The component class under the cursor: quiet while the list is without focus."""
        return CURSOR if self.has_focus else QUIET

    def drawn(self, content: Content, width: int, ground: str) -> Strip:
        """`content` as one line of `width` cells, on the ground of a component class or on the list's own."""
        style = self.get_visual_style(ground) if ground else self.visual_style
        return Visual.to_strips(self, content, width, 1, style, apply_selection=False, pad=True)[0]
