"""The network map on the screen: the drawing where there is room for it, else the ring table. The arrows walk in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from samordner_tui.casework.network_map import NetworkMap, TieOnMap
from samordner_tui.method.terms import Sector
from samordner_tui.papers.network_map.layout import Label, Layout, Pin, lay_out, neighbours
from samordner_tui.papers.network_map.ring_table import RingTable, ring_table
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.map_commands import MoveAgainstClock, MoveNearer, MoveOut, MoveWithClock
from samordner_tui.tui.widgets import map_drawing

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

SMALLEST = Size(64, 24)
"""A smaller field shows the ring table."""

MOST_LINES = 16
"""More ties than these are drawn only for the person who is pointed at."""

HEADING_ROWS = 2
"""Rows for the name of a sector in the table."""

CORNERS = {
    Sector.MOTHERS_SIDE: (0.0, 0.0),
    Sector.FATHERS_SIDE: (1.0, 0.0),
    Sector.FRIENDS_LEISURE: (0.0, 1.0),
    Sector.PROFESSIONALS: (0.5, 1.0),
    Sector.SCHOOL_WORK: (1.0, 1.0),
}
"""Where the name of each sector stands: shares of the way across and down."""

Cells = dict[tuple[int, int], tuple[str, str]]
"""A letter and its style, by column and row."""


class NetworkMapView(Widget, can_focus=True):
    """Names around the child. The one the cursor stands on is told in a message."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "walk(-1, 0)", show=False),
        Binding("right", "walk(1, 0)", show=False),
        Binding("up", "walk(0, -1)", show=False),
        Binding("down", "walk(0, 1)", show=False),
        Binding("tab", "next(1)", show=False),
        Binding("shift+tab", "next(-1)", show=False),
        Binding("enter", "open", show=False),
        *keys_of((MoveNearer, MoveOut, MoveWithClock, MoveAgainstClock)),
    ]
    OFFERS: ClassVar[tuple[type[Command], ...]] = (MoveNearer, MoveOut, MoveWithClock, MoveAgainstClock)
    DEFAULT_CSS = """
    NetworkMapView { height: auto; min-height: 100%; }
    """

    @dataclass
    class Pointed(Message):
        """The cursor stands on somebody; the empty text is the child."""

        person_id: str

    @dataclass
    class Opened(Message):
        """Enter on somebody, or a click on the one who is pointed at."""

        person_id: str

    @dataclass
    class Moved(Message):
        """Somebody is to stand elsewhere: so many rings out, so many sectors on with the clock."""

        person_id: str
        out: int
        around: int

    def __init__(self, method: Method) -> None:
        super().__init__()
        self.method = method
        self.map = NetworkMap("", ())
        self.pointed = ""
        self._laid_out: Layout | RingTable | None = None
        self._laid_out_for: tuple[NetworkMap, int, int] | None = None

    def show(self, shown: NetworkMap) -> None:
        """Show the network; the cursor stays on its person."""
        self.map = shown
        if self.pointed and shown.person(self.pointed) is None:
            self.point_at("")
        self.refresh(layout=True)

    def point_at(self, person_id: str) -> None:
        """Put the cursor on somebody."""
        self.pointed = person_id
        self.post_message(self.Pointed(person_id))
        self.refresh()
        label = self._label(person_id)
        if label is not None:
            self._bring_into_sight(label)

    def _bring_into_sight(self, label: Label) -> None:
        """Bring a name into sight in a table that is longer than the window."""
        if self.parent is not None and isinstance(self.parent, Widget):
            self.parent.scroll_to_region(Region(label.column, label.row, len(label.text), 1), animate=False)

    @property
    def layout_shown(self) -> Layout | RingTable:
        """The map or the table for the room there is."""
        room = self.container_size
        wanted = (self.map, room.width, room.height)
        if self._laid_out is None or self._laid_out_for != wanted:
            self._laid_out, self._laid_out_for = self._lay_out(room), wanted
        return self._laid_out

    @property
    def is_table(self) -> bool:
        """Whether the ring table is shown."""
        return isinstance(self.layout_shown, RingTable)

    def _lay_out(self, room: Size) -> Layout | RingTable:
        pins = [
            Pin(one.id, one.name, one.ring, one.sector)
            for one in self.map.people
            if one.ring is not None and one.sector is not None
        ]
        drawn = None
        if room.width >= SMALLEST.width and room.height >= SMALLEST.height:
            drawn = lay_out(pins, self.map.heart, room.width, room.height, self.map.rings)
        return drawn or ring_table(pins, self.map.heart, max(room.width, 20), self.map.rings)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A map fills the room there is; a table is as high as it is."""
        shown = self.layout_shown
        return max(shown.height, container.height) if isinstance(shown, RingTable) else container.height

    def render(self) -> Content:
        """Everything as one text."""
        shown, cells = self.layout_shown, Cells()
        width = max(self.size.width, 1)
        if isinstance(shown, RingTable):
            self._draw_table(shown, cells)
        else:
            self._draw_map(shown, cells)
        for label in (shown.heart, *shown.labels):
            self._write(cells, label.column, label.row, label.text, self._name_style(label.id))
        return Content("\n").join(_line(cells, row, width) for row in range(self.size.height))

    def _draw_map(self, shown: Layout, cells: Cells) -> None:
        frame = shown.frame
        for column, row, letter in map_drawing.rings(frame).letters():
            cells[column, row] = letter, "$rule"
        places = {one.id: one for one in (shown.heart, *shown.labels)}
        for tie in sorted(self._ties_drawn(), key=lambda one: one.touches(self.pointed)):
            if tie.first in places and tie.second in places:
                drawn = map_drawing.line(frame, places[tie.first], places[tie.second], tie.quality)
                style = "$accent" if self.pointed and tie.touches(self.pointed) else "$muted"
                for column, row, letter in drawn.letters():
                    cells[column, row] = letter, style
        for sector, (across, down) in CORNERS.items():
            name = self.method.label(sector).upper()
            column = round(across * (frame.width - len(name)))
            self._write(cells, column, round(down * (frame.height - 1)), name, "$muted")

    def _ties_drawn(self) -> Iterable[TieOnMap]:
        """All ties while they are few, else those of whoever is pointed at; and contact with those closest by."""
        all_of_them = len(self.map.ties) <= MOST_LINES
        yield from (one for one in self.map.ties if all_of_them or one.touches(self.pointed))
        told = {end for one in self.map.ties if one.touches("") for end in (one.first, one.second)}
        for person in self.map.placed:
            if person.id not in told and person.tie is not None and (person.ring == 1 or person.id == self.pointed):
                yield TieOnMap("", person.id, map_drawing.OF_CONTACT[person.tie], None)

    def _draw_table(self, shown: RingTable, cells: Cells) -> None:
        for sector, cell in shown.sectors:
            heading = wrap(self.method.label(sector), cell.room)[:HEADING_ROWS]
            for below, words in enumerate(heading, HEADING_ROWS - len(heading)):
                self._write(cells, cell.column, cell.row + below, words, "$muted")
        for ring, cell in shown.rings:
            self._write(cells, cell.column, cell.row, str(ring), "$muted")

    def _write(self, cells: Cells, column: int, row: int, text: str, style: str) -> None:
        for place, letter in enumerate(text):
            cells[column + place, row] = letter, style

    def _name_style(self, person_id: str) -> str:
        if person_id == self.pointed:
            return "bold $foreground on $cursor" if self.has_focus else "bold $foreground on $cursor-quiet"
        person = self.map.person(person_id)
        if person is None:
            return "bold $accent"
        if not person.is_invited:
            return "$muted"
        return "italic $foreground" if person.is_professional else "$foreground"

    def action_walk(self, across: int, down: int) -> None:
        """To whoever stands nearest in a direction."""
        if self._label(self.pointed) is None:
            self.point_at("")
            return
        nearest = next(neighbours(self.layout_shown, self.pointed, across, down), None)
        if nearest is not None:
            self.point_at(nearest)

    def action_next(self, by: int) -> None:
        """To the next on the map, ring by ring, and then to those who have no place on it yet."""
        rings = sorted(self.map.placed, key=lambda one: one.ring or 0)
        order = ["", *(one.id for one in (*rings, *self.map.beside))]
        self.point_at(order[(order.index(self.pointed) + by) % len(order)])

    def action_move_nearer(self) -> None:
        """A ring closer to the child."""
        self._move(-1, 0)

    def action_move_out(self) -> None:
        """A ring farther out."""
        self._move(1, 0)

    def action_move_with_clock(self) -> None:
        """A sector on, with the clock."""
        self._move(0, 1)

    def action_move_against_clock(self) -> None:
        """A sector back, against the clock."""
        self._move(0, -1)

    def _move(self, out: int, around: int) -> None:
        if self.pointed:
            self.post_message(self.Moved(self.pointed, out, around))

    def action_open(self) -> None:
        """Open who is pointed at."""
        self.post_message(self.Opened(self.pointed))

    def on_click(self, event: events.Click) -> None:
        """Point with the mouse; a second click opens."""
        for label in (self.layout_shown.heart, *self.layout_shown.labels):
            if label.row == event.y and label.column <= event.x < label.column + len(label.text):
                if label.id == self.pointed and event.chain > 1:
                    self.action_open()
                else:
                    self.point_at(label.id)

    def on_focus(self) -> None:
        """The cursor is seen."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is dimmed."""
        self.refresh()

    def _label(self, person_id: str) -> Label | None:
        shown = self.layout_shown
        return next((one for one in (shown.heart, *shown.labels) if one.id == person_id), None)


def _line(cells: Cells, row: int, width: int) -> Content:
    """One row: letters of the same style together."""
    parts: list[tuple[str, str]] = []
    run, style = "", ""
    for column in range(width):
        letter, wanted = cells.get((column, row), (" ", ""))
        if wanted != style and run:
            parts.append((run, style))
            run = ""
        style = wanted
        run += letter
    return Content.assemble(*parts, (run, style))
