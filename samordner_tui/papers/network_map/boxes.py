"""Names on a sheet as parts of it, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the sheet: its middle, how far it reaches to each side, and whose it is."""

    across: float
    down: float
    half_width: float
    half_height: float

    def meets(self, other: Box, between: float = 0.0) -> bool:
        """Whether two parts come closer than `between`."""
        return (
            abs(self.across - other.across) < self.half_width + other.half_width + between
            and abs(self.down - other.down) < self.half_height + other.half_height + between
        )

    def holds(self, across: float, down: float) -> bool:
        """Whether a place lies in it."""
        return abs(across - self.across) <= self.half_width and abs(down - self.down) <= self.half_height


@dataclass(frozen=True, slots=True)
class Printed:
    """A name in its place: the lines of the name, the relation below, and the size of the letters."""

    id: str
    lines: tuple[str, ...]
    below: str
    box: Box
    size: float
