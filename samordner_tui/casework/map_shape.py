"""The shape of the network map as this archive has it: how many rings, which sectors, and what each is called.

Three rings and five sectors to begin with. Source: R151, R164, case_systems.md 4.2.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.settings import MAP_SHAPE, all_settings
from samordner_tui.language import _
from samordner_tui.method.definition import Method, method
from samordner_tui.method.terms import Sector

FEWEST_RINGS: Final = 3
MOST_RINGS: Final = 5
FEWEST_SECTORS: Final = 3

ROUND: Final = (
    Sector.MOTHERS_SIDE,
    Sector.FATHERS_SIDE,
    Sector.SCHOOL_WORK,
    Sector.PROFESSIONALS,
    Sector.FRIENDS_LEISURE,
)
"""The sectors to begin with, as they follow each other with the clock from the left."""

OWN: Final = (Sector.OWN_1, Sector.OWN_2, Sector.OWN_3)
"""Sectors that have no meaning until they are given a name."""

LONGEST_NAME: Final = 24


@dataclass(frozen=True, slots=True)
class MapShape:
    """Rings from the child outwards, and sectors with the clock. An empty name is the one to begin with."""

    rings: tuple[str, ...] = ("",) * FEWEST_RINGS
    sectors: tuple[tuple[Sector, str], ...] = tuple((sector, "") for sector in ROUND)

    @property
    def round(self) -> tuple[Sector, ...]:
        """The sectors as they follow each other with the clock."""
        return tuple(sector for sector, _name in self.sectors)

    def ring_name(self, ring: int) -> str:
        """What a ring is called: `helt tæt på`; empty where it has no name."""
        own = self.rings[ring - 1] if ring <= len(self.rings) else ""
        return own or ring_names_to_begin_with(max(len(self.rings), ring))[ring - 1]

    def sector_name(self, sector: Sector) -> str:
        """What a sector is called."""
        return self.in_words_of(method()).label(sector)

    def in_words_of(self, said: Method) -> Method:
        """The method with the sectors called what they are called here, and the others not offered."""
        named = [(sector, name) for sector, name in self.sectors if name]
        return said.in_own_words(named, [sector for sector in Sector if sector not in self.round])


def ring_names_to_begin_with(rings: int) -> tuple[str, ...]:
    """The names of three, four or five rings, the nearest first."""
    nearest, farthest = _("helt tæt på"), _("længere væk")
    between = {
        FEWEST_RINGS: (_("tæt på"),),
        4: (_("tæt på"), _("i nærheden")),
        MOST_RINGS: (_("tæt på"), _("i nærheden"), _("lidt væk")),
    }
    return (nearest, *between[min(max(rings, FEWEST_RINGS), MOST_RINGS)], farthest)


def read_shape(session: Session) -> MapShape:
    """The shape of the maps of this archive."""
    return shape_from(all_settings(session).get(MAP_SHAPE, ""))


@lru_cache(maxsize=8)
def shape_from(kept: str) -> MapShape:
    """The shape that was kept as text; the one to begin with where it cannot be read."""
    try:
        found = json.loads(kept) if kept else {}
        shape = MapShape(
            tuple(str(name) for name in found["rings"]),
            tuple((Sector(sector), str(name)) for sector, name in found["sectors"]),
        )
    except (ValueError, KeyError, TypeError):
        return MapShape()
    fits = FEWEST_RINGS <= len(shape.rings) <= MOST_RINGS and len(shape.sectors) >= FEWEST_SECTORS
    return shape if fits and len(set(shape.round)) == len(shape.sectors) else MapShape()


@lru_cache(maxsize=8)
def method_with(kept: str) -> Method:
    """The method in the words of an archive that keeps its shape as this text."""
    return shape_from(kept).in_words_of(method())


def shape_text(shape: MapShape) -> str:
    """The shape as the archive keeps it."""
    sectors = [[sector.value, name] for sector, name in shape.sectors]
    return json.dumps({"rings": list(shape.rings), "sectors": sectors}, ensure_ascii=False)


def with_rings(shape: MapShape, rings: int) -> MapShape:
    """The same shape with another number of rings. The names of those that stay are kept."""
    return MapShape((*shape.rings, *("",) * rings)[:rings], shape.sectors)


def with_ring_name(shape: MapShape, ring: int, name: str) -> MapShape:
    """The same shape with a ring called something else."""
    rings = list(shape.rings)
    rings[ring - 1] = name.strip()
    return MapShape(tuple(rings), shape.sectors)


def with_sector(shape: MapShape, sector: Sector, name: str) -> MapShape:
    """The same shape with a sector called something else, or with one more."""
    names: Mapping[Sector, str] = {**dict(shape.sectors), sector: name.strip()}
    return MapShape(shape.rings, tuple(names.items()))


def without_sector(shape: MapShape, sector: Sector) -> MapShape:
    """The same shape without a sector. Whoever stands in it is still shown there until they are moved."""
    return MapShape(shape.rings, tuple(one for one in shape.sectors if one[0] is not sector))
