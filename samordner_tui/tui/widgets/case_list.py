"""The list of cases. It knows how many there are, and asks for a page when the page comes into sight."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from samordner_tui.casework.overview import CaseLine
from samordner_tui.tui.widgets.case_columns import Day, layout_for, line
from samordner_tui.tui.widgets.drawn_list import DrawnList

PAGE = 100
"""Cases read at a time."""


class CaseList(DrawnList):
    """Cases, one a line."""

    count: reactive[int] = reactive(0)

    @dataclass
    class PageWanted(Message):
        """A page has come into sight that is not read yet."""

        page: int

    @dataclass
    class Chosen(Message):
        """A case was chosen by key or mouse."""

        case: CaseLine

    @dataclass
    class Pointed(Message):
        """The cursor stands on another case, or on none."""

        case: CaseLine | None

    class PastTop(Message):
        """Arrow up on the first case."""

    def __init__(self, day: Day, *, id: str | None = None) -> None:  # noqa: A002 - as in Textual
        """`day` is what the dates are seen from."""
        super().__init__(id=id)
        self.day = day
        self._pages: dict[int, tuple[CaseLine, ...]] = {}
        self._asked: set[int] = set()

    @property
    def pointed(self) -> CaseLine | None:
        """The case under the cursor, as far as it is read."""
        return self.case_at(self.cursor)

    def case_at(self, place: int) -> CaseLine | None:
        """The case at a place in the order, as far as it is read."""
        lines = self._pages.get(place // PAGE, ())
        return lines[place % PAGE] if 0 <= place < self.count and place % PAGE < len(lines) else None

    def show_cases(self, count: int, first: tuple[CaseLine, ...], cursor: int = 0) -> None:
        """Begin anew with `count` cases, of which the first page is read."""
        self._pages = {0: first}
        self._asked = {0}
        self.count = count
        self.virtual_size = Size(self.size.width, count)
        self.cursor = min(max(0, cursor), max(0, count - 1))
        self._follow()

    def put_page(self, page: int, lines: tuple[CaseLine, ...]) -> None:
        """A page that was asked for."""
        self._pages[page] = lines
        self._follow()

    def render_line(self, y: int) -> Strip:
        """One case, or an empty line while its page is being read."""
        place = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if place >= self.count:
            return Strip.blank(width, self.rich_style)
        case = self.case_at(place)
        if case is None:
            self._ask(place // PAGE)
        content = line(case, layout_for(width), self.day) if case else Content(" ")
        return self.drawn(content, width, self.cursor_ground if place == self.cursor else "")

    def on_resize(self) -> None:
        """The width decides the columns."""
        self.virtual_size = Size(self.size.width, self.count)
        self.refresh()

    def watch_cursor(self) -> None:
        """Follow the cursor, and tell."""
        self._follow()

    def on_click(self, event: events.Click) -> None:
        """A click points; a second one opens."""
        place = event.y + self.scroll_offset.y
        if place >= self.count:
            return
        if place == self.cursor or event.chain > 1:
            self.cursor = place
            self.action_choose()
        self.cursor = place

    def action_move(self, by: int) -> None:
        """Up or down."""
        if self.cursor + by < 0:
            self.post_message(self.PastTop())
        self.go_to(self.cursor + by)

    def action_page(self, by: int) -> None:
        """A page up or down."""
        self.go_to(self.cursor + by * max(1, self.size.height - 1))

    def action_first(self) -> None:
        """The first case."""
        self.go_to(0)

    def action_last(self) -> None:
        """The last case."""
        self.go_to(self.count - 1)

    def go_to(self, place: int) -> None:
        """The case at `place`, or the nearest there is."""
        self.cursor = min(max(0, place), max(0, self.count - 1))

    def action_choose(self) -> None:
        """Open the case under the cursor."""
        if self.pointed is not None:
            self.post_message(self.Chosen(self.pointed))

    def _follow(self) -> None:
        """Scroll to the cursor, ask for its page, tell where it stands."""
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True, immediate=True)
        if self.count and self.pointed is None:
            self._ask(self.cursor // PAGE)
        self.post_message(self.Pointed(self.pointed))
        self.refresh()

    def _ask(self, page: int) -> None:
        """Ask for a page once."""
        if page not in self._asked:
            self._asked.add(page)
            self.post_message(self.PageWanted(page))
