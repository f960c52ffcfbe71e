"""A network as plain words: what every format writes down and reads, in the same names.

Ids are the random ones of the archive. Ring and sector are attributes of their own; where somebody was drawn is not
data. Source: case_systems.md 3.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from samordner_tui.casework.network_map import NetworkMap, OnMap
from samordner_tui.method.terms import PersonKind, Support

EGO_WITHOUT_ID: Final = "ego"
"""The id of the middle of a case in which no child is written yet."""

TURNED: Final = {Support.GIVES: Support.GETS, Support.GETS: Support.GIVES}


@dataclass(frozen=True, slots=True)
class Described:
    """A map, and what is said of it wherever it goes: the case, the day, whose view and with whom."""

    shown: NetworkMap
    case_number: str
    today: date

    @property
    def about(self) -> dict[str, str]:
        """What is said of it."""
        drawn = self.shown.drawn
        return {
            "case": self.case_number,
            "drawn_on": (drawn.frozen_on or self.today).isoformat(),
            "whose": drawn.whose or self.shown.heart,
            "drawn_with": drawn.drawn_with,
        }

    @property
    def egos(self) -> tuple[tuple[str, str], ...]:
        """Those in the middle, by id and name."""
        return tuple((one or EGO_WITHOUT_ID, name) for one, name in self.shown.hearts)


def attributes_of(person: OnMap) -> dict[str, str]:
    """What is known of somebody; nothing stands for what is not."""
    kind = PersonKind.PROFESSIONAL if person.is_professional else PersonKind.PRIVATE
    known = {
        "name": person.name,
        "relation": person.relation,
        "ring": "" if person.ring is None else str(person.ring),
        "sector": person.sector or "",
        "kind": kind,
        "contact": person.contact or "",
    }
    return {key: str(value) for key, value in known.items()}
