"""The network map that is worked on: the arrows walk in it, with shift they move people, and the mouse drags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from samordner_tui.casework.map_moves import Move
from samordner_tui.casework.network_map import MIDDLE, NetworkMap
from samordner_tui.papers.network_map.layout import neighbours
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.map_commands import MoveAgainstClock, MoveNearer, MoveOut, MoveWithClock
from samordner_tui.tui.widgets.map_picture import Pointing, name_at
from samordner_tui.tui.widgets.still_map import StillMap

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


class NetworkMapView(StillMap, can_focus=True):
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

    @dataclass
    class Pointed(Message):
        """The cursor stands on somebody; the empty text is the middle."""

        person_id: str

    @dataclass
    class Opened(Message):
        """Enter on somebody, or a click on the one who is pointed at."""

        person_id: str

    @dataclass
    class Moved(Message):
        """Somebody is to stand elsewhere."""

        person_id: str
        move: Move

    def __init__(self, method: Callable[[], Method]) -> None:
        """`method` gives the method in the words of the archive that is open."""
        super().__init__(method)
        self.pointed = MIDDLE
        self._held = MIDDLE
        self._held_at: tuple[int, int] | None = None

    def show(self, shown: NetworkMap) -> None:
        """Show the network; the cursor stays on its person."""
        super().show(shown)
        if self.pointed and shown.person(self.pointed) is None:
            self.point_at(MIDDLE)

    def point_at(self, person_id: str) -> None:
        """Put the cursor on somebody."""
        self.pointed = person_id
        self.post_message(self.Pointed(person_id))
        self.refresh()
        label = self.on_screen.label(person_id)
        if label is not None and isinstance(self.parent, Widget):
            # A table may be longer than the window.
            self.parent.scroll_to_region(Region(label.column, label.row, label.width, 1), animate=False)

    def pointing(self) -> Pointing:
        """Where the cursor stands, and who is being dragged."""
        held = self.on_screen.label(self._held)
        dragged = name_at(held, *self._held_at) if held is not None and self._held_at is not None else None
        return Pointing(self.pointed, self.has_focus, dragged)

    def action_walk(self, across: int, down: int) -> None:
        """To whoever stands nearest in a direction."""
        nearest = next(neighbours(self.on_screen.placed, self.pointed, across, down), None)
        if nearest is not None:
            self.point_at(nearest)

    def action_next(self, by: int) -> None:
        """To the next on the map, ring by ring, and then to those who have no place on it yet."""
        rings = sorted(self.map.placed, key=lambda one: one.ring or 0)
        order = [MIDDLE, *(one.id for one in (*rings, *self.map.beside))]
        self.point_at(order[(order.index(self.pointed) + by) % len(order)])

    def action_move_nearer(self) -> None:
        """A ring closer to the child."""
        self._move(Move(out=-1))

    def action_move_out(self) -> None:
        """A ring farther out."""
        self._move(Move(out=1))

    def action_move_with_clock(self) -> None:
        """A sector on, with the clock."""
        self._move(Move(around=1))

    def action_move_against_clock(self) -> None:
        """A sector back, against the clock."""
        self._move(Move(around=-1))

    def _move(self, move: Move) -> None:
        if self.pointed:
            self.post_message(self.Moved(self.pointed, move))

    def action_open(self) -> None:
        """Open who is pointed at."""
        self.post_message(self.Opened(self.pointed))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a name."""
        label = self.on_screen.at(event.x, event.y)
        self._held, self._held_at = label.id if label is not None else MIDDLE, None
        if self._held:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The name follows the mouse."""
        if self._held:
            self._held_at = event.x, event.y
            self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go: the person stands in the ring and the sector that the mouse is over."""
        self.release_mouse()
        held, dragged, self._held, self._held_at = self._held, self._held_at, MIDDLE, None
        self.refresh()
        label = self.on_screen.label(held)
        if dragged is None or label is None or label.covers(event.x, event.y):
            return
        self.point_at(held)
        place = self.on_screen.placed.place_at(event.x, event.y)
        if place is not None:
            self.post_message(self.Moved(held, Move(to=place)))

    def on_click(self, event: events.Click) -> None:
        """Point with the mouse; a second click opens."""
        label = self.on_screen.at(event.x, event.y)
        if label is not None and label.id == self.pointed and event.chain > 1:
            self.action_open()
        elif label is not None:
            self.point_at(label.id)

    def on_focus(self) -> None:
        """The cursor is seen."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is dimmed."""
        self.refresh()
