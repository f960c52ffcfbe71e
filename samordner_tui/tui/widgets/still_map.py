"""A network map that is looked at: the drawing where there is room for it, else the ring table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from samordner_tui.casework.network_map import MIDDLE, NetworkMap, TieOnMap
from samordner_tui.casework.ties import sentence
from samordner_tui.papers.network_map.ring_table import RingTable
from samordner_tui.tui.widgets.map_layout import OnScreen, on_screen
from samordner_tui.tui.widgets.map_picture import Pointing, picture

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


class StillMap(Widget):
    """Names around the child."""

    DEFAULT_CSS = """
    StillMap { height: auto; min-height: 100%; }
    """

    def __init__(self, method: Callable[[], Method], shown: NetworkMap | None = None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """`method` gives the method in the words of the archive that is open."""
        super().__init__(id=id)
        self.method = method
        self.map = shown or NetworkMap(((MIDDLE, ""),), ())
        self._laid_out: OnScreen | None = None
        self._laid_out_for: tuple[NetworkMap, Size] | None = None

    def show(self, shown: NetworkMap) -> None:
        """Show the network. A map fills its field whoever stands on it; only a table grows."""
        stood = self.on_screen.height
        self.map = shown
        self.refresh(layout=self.on_screen.height != stood)

    @property
    def on_screen(self) -> OnScreen:
        """The map or the table for the room there is."""
        return self._laid_out_in(self.container_size)

    def _laid_out_in(self, room: Size) -> OnScreen:
        if self._laid_out is None or self._laid_out_for != (self.map, room):
            self._laid_out, self._laid_out_for = on_screen(self.map, room, self._in_words), (self.map, room)
        return self._laid_out

    def _in_words(self, tie: TieOnMap) -> str:
        first, second = self.map.name(tie.first), self.map.name(tie.second)
        return sentence(first, second, tie.quality, tie.support, self.method())

    @property
    def is_table(self) -> bool:
        """Whether the ring table is shown."""
        return isinstance(self.on_screen.placed, RingTable)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A map fills the room there is; a table is as high as it is."""
        return max(self._laid_out_in(container).height, container.height)

    def pointing(self) -> Pointing:
        """Where the cursor stands; here there is none."""
        return Pointing(None)

    def render(self) -> Content:
        """Everything as one text."""
        return picture(self.map, self.on_screen, self.pointing(), self.method(), self.size)
