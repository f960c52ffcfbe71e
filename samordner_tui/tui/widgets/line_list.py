"""A list that draws its own lines: one widget for any number of rows, so that changing what it shows costs little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from samordner_tui.tui.widgets.drawn_list import DrawnList

HEAD = "line-list--head"
CARD = "line-list--card"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as drawn. `item` is the entry it belongs to; a line without one cannot be chosen."""

    content: Content
    item: int | None = None
    ground: str = ""
    """The component class whose ground the line stands on; empty for the list's own."""


class LineList(DrawnList):
    """Lines, some of which belong to entries that can be chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {HEAD, CARD}
    DEFAULT_CSS = """
    LineList {
        text-wrap: nowrap;
        text-overflow: ellipsis;
        .line-list--head { background: $bar; }
        .line-list--card { background: $card; }
    }
    """
    CHOOSE_ON_FIRST_CLICK: ClassVar[bool] = True
    """False for a list whose entries can be pointed at without being opened."""

    @dataclass
    class Chosen(Message):
        """An entry was chosen by key or mouse."""

        list: LineList
        item: int

        @property
        def control(self) -> LineList:
            """The list it was chosen in."""
            return self.list

    @dataclass
    class Moved(Message):
        """The cursor stands on another entry."""

        list: LineList
        item: int

        @property
        def control(self) -> LineList:
            """The list."""
            return self.list

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - as in Textual
        super().__init__(id=id, classes=classes)
        self.lines: Sequence[Line] = ()
        self._extents: dict[int, tuple[int, int]] = {}
        self._strips: dict[tuple[int, bool, bool], Strip] = {}

    def lay_out(self, width: int) -> Sequence[Line]:
        """The lines as they fit in `width` cells."""
        raise NotImplementedError

    def rebuild(self) -> Self:
        """Lay the lines out anew: after the content or the width has changed."""
        width = self.scrollable_content_region.width or self.size.width
        self.lines = self.lay_out(width) if width else ()
        self._extents = {}
        for number, line in enumerate(self.lines):
            if line.item is not None:
                first, _ = self._extents.get(line.item, (number, number))
                self._extents[line.item] = (first, number)
        self.virtual_size = Size(width, len(self.lines))
        if width:
            self.cursor = min(self.cursor, max(self._extents, default=0))
        self._strips.clear()
        self.refresh(layout=self.styles.auto_dimensions)
        return self

    @property
    def items(self) -> Sequence[int]:
        """The entries that can be chosen, from the top."""
        return sorted(self._extents, key=lambda item: self._extents[item])

    def on_resize(self) -> None:
        """The width decides what is shown."""
        self.rebuild()
        self.show_cursor()

    def notify_style_update(self) -> None:
        """Another theme: draw anew."""
        super().notify_style_update()
        self._strips.clear()

    def watch_cursor(self) -> None:
        """Follow the cursor with the view, and tell."""
        self.refresh()
        self.show_cursor()
        self.post_message(self.Moved(self, self.cursor))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is quiet without focus."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def show_cursor(self) -> None:
        """Scroll so far that the whole entry under the cursor is seen, and what stands above the first one."""
        if self.cursor not in self._extents:
            return
        first, last = self._extents[self.cursor]
        if self.cursor == self.items[0]:
            first = 0
        # At once: a scroll put off is added to one that was reckoned for another height, and the top goes out of sight.
        self.scroll_to_region(Region(0, first, 1, last - first + 1), animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One line of what is seen."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if number >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        line = self.lines[number]
        is_cursor = line.item is not None and line.item == self.cursor
        key = (number, is_cursor, self.has_focus)
        if key not in self._strips:
            self._strips[key] = self._drawn(line, is_cursor, width)
        return self._strips[key]

    def _drawn(self, line: Line, is_cursor: bool, width: int) -> Strip:
        ground = self._cursor_ground(line) if is_cursor else line.ground
        return self.drawn(line.content, width, ground)

    def _cursor_ground(self, line: Line) -> str:
        return self.cursor_ground

    def action_move(self, by: int) -> None:
        """The entry above or below; past the end the view scrolls."""
        items = self.items
        if self.cursor not in items:
            self.cursor = items[0] if items else 0
            return
        place = items.index(self.cursor) + by
        if 0 <= place < len(items):
            self.cursor = items[place]
        else:
            self.scroll_relative(y=by, animate=False)

    def action_first(self) -> None:
        """The first entry."""
        if self.items:
            self.cursor = self.items[0]

    def action_last(self) -> None:
        """The last entry."""
        if self.items:
            self.cursor = self.items[-1]

    def action_page(self, by: int) -> None:
        """A page up or down."""
        if self.cursor not in self._extents:
            return
        target = self._extents[self.cursor][0] + by * max(1, self.size.height - 1)
        self.cursor = min(self.items, key=lambda item: abs(self._extents[item][0] - target))

    def action_choose(self) -> None:
        """Choose what the cursor stands on."""
        if self.cursor in self._extents:
            self.post_message(self.Chosen(self, self.cursor))

    def item_at(self, y: int) -> int | None:
        """The entry drawn at line `y` of the widget."""
        number = y + self.scroll_offset.y
        return self.lines[number].item if 0 <= number < len(self.lines) else None

    def on_click(self, event: events.Click) -> None:
        """Point at an entry; a click on the one pointed at chooses it."""
        item = self.item_at(event.y)
        if item is None:
            return
        was_there = item == self.cursor
        self.cursor = item
        if was_there or self.CHOOSE_ON_FIRST_CLICK:
            self.action_choose()
