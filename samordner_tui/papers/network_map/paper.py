"""The sheet a map is printed on, and the rings and sectors as true circles on it. All lengths are millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from samordner_tui.papers.network_map.geometry import Frame

MARGIN: Final = 0.045
"""White around everything, of the height of the sheet."""

AROUND: Final = 0.032
"""Room outside the outermost ring for the names of the sectors, of the height of the sheet."""


class Paper(StrEnum):
    """A sheet that lies down."""

    A4 = "a4"
    A3 = "a3"

    @property
    def size(self) -> tuple[float, float]:
        """Across and down."""
        return (297, 210) if self is Paper.A4 else (420, 297)

    @property
    def margin(self) -> float:
        """White around everything."""
        return self.size[1] * MARGIN

    @property
    def outermost(self) -> float:
        """How far the outermost ring is from the middle."""
        return self.size[1] * (0.5 - MARGIN - AROUND)

    @property
    def middle(self) -> tuple[float, float]:
        """Where the child stands: the map lies to the right, what is said of it to the left."""
        across, down = self.size
        return across - down / 2, down / 2

    @property
    def letters(self) -> float:
        """The size of letters that are read at arm's length."""
        return self.size[1] * 0.0158


@dataclass(frozen=True)
class PaperFrame(Frame):
    """The same rings and sectors as on the screen, drawn as circles around `at` with `radius`."""

    at: tuple[float, float] = (0.0, 0.0)
    radius: float = 1.0

    @cached_property
    def centre(self) -> tuple[float, float]:
        """The child's place."""
        return self.at

    @cached_property
    def reach(self) -> tuple[float, float]:
        """How far the outermost ring reaches, the same to every side."""
        return self.radius, self.radius
