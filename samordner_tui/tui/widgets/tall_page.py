"""A page that is rolled up and down, and leaves the keys to the sides to the screen around it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll


class TallPage(VerticalScroll, inherit_bindings=False):
    """What is taller than the window."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]
    DEFAULT_CSS = """
    TallPage { height: 1fr; scrollbar-size-vertical: 1; }
    """
