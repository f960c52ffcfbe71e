"""A network of sixty people with a hundred and twenty ties, spread as networks are, and the same with one moved."""

from __future__ import annotations

from dataclasses import replace

from textual.geometry import Size

from samordner_tui.casework.map_shape import ROUND
from samordner_tui.casework.network_map import NetworkMap, OnMap, TieOnMap
from samordner_tui.method.terms import Tie, TieQuality

PEOPLE, TIES = 60, 120
SIZE = Size(150, 50)
"""The field: a large window, in which sixty people have room."""

MOVED = 3 * PEOPLE // 4
"""Who is moved to and fro."""

NAMES = ("Mette", "Jonas", "Karen", "Per", "Sofie", "Inge", "Lars", "Anne-Marie Holm", "Bo", "Åse Ørsted")


def network(ring_of_moved: int = 3) -> NetworkMap:
    """The map, with the one who is moved in a ring."""
    people = tuple(_person(place) for place in range(PEOPLE))
    moved = replace(people[MOVED], ring=ring_of_moved)
    people = (*people[:MOVED], moved, *people[MOVED + 1 :])
    qualities = list(TieQuality)
    ties = tuple(
        TieOnMap(f"p{place % PEOPLE}", f"p{(place * 7 + 1) % PEOPLE}", qualities[place % len(qualities)], None)
        for place in range(TIES)
    )
    return NetworkMap((("child", "Alma"),), people, ties)


def _person(place: int) -> OnMap:
    ring = 1 + (place % 6 > 0) + (place % 6 > 2)
    name = f"{NAMES[place % len(NAMES)]} {place}"
    sector = ROUND[place % len(ROUND)]
    return OnMap(f"p{place}", name, "", ring, sector, Tie.ACTIVE, is_professional=False, is_invited=True)
