"""What the columns of a table are called, in plain Danish and in the tables that mail programs write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from samordner_tui.casework.folding import folded


class Says(StrEnum):
    """What a column says of a person."""

    NAME = "name"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"
    ORGANISATION = "organisation"
    RELATION = "relation"
    SIDE = "side"
    RING = "ring"
    AGE = "age"
    PLACE = "place"
    HOME = "home"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    STREET = "street"
    NUMBER = "number"
    TOWN = "town"


HEADINGS: Final[Mapping[Says, Sequence[str]]] = {
    Says.NAME: (
        *("navn", "fulde navn", "hele navnet", "vist navn"),
        *("name", "full name", "display name", "file as"),
    ),
    Says.FIRST: ("fornavn", "fornavne", "first name", "given name"),
    Says.MIDDLE: ("mellemnavn", "andet fornavn", "middle name", "additional name"),
    Says.LAST: ("efternavn", "last name", "family name", "surname"),
    Says.ORGANISATION: ("firma", "virksomhed", "company", "organization name", "organization 1 - name"),
    Says.RELATION: ("relation", "relation til barnet", "hvem er det", "hvem", "slægtskab", "rolle"),
    Says.SIDE: ("side", "familieside", "hvis side"),
    Says.RING: ("ring",),
    Says.AGE: ("alder", "age"),
    Says.PLACE: ("plads", "plads på kortet", "sektor", "sector", "kontakten er", "er med som"),
    Says.HOME: ("bor hjemme", "bor sammen med barnet"),
    Says.PHONE: (
        *("mobil", "mobiltelefon", "mobilnummer", "mobilnr", "mobil nr", "mobile phone", "mobile"),
        *("primær telefon", "primary phone", "telefon", "telefonnummer", "telefonnr", "tlf", "tlf nr", "tlfnr"),
        *("phone", "phone number", "phone 1 - value", "phone 2 - value", "phone 3 - value"),
        *("hjemmetelefon", "telefon (privat)", "telefon, privat", "home phone", "home phone 2"),
        *("arbejdstelefon", "telefon (arbejde)", "telefon, arbejde", "business phone", "business phone 2"),
        *("anden telefon", "other phone"),
    ),
    Says.EMAIL: (
        *("e-mail", "email", "mail", "mailadresse", "e-mailadresse", "e-mail-adresse", "emailadresse"),
        *("e-mail address", "email address", "e-mail 1 - value", "e-mail 2 - value"),
        *("e-mail 2 address", "e-mail-adresse 2", "e-mail 3 address", "e-mail-adresse 3"),
    ),
    Says.ADDRESS: ("adresse", "bopæl", "address", "home address", "adresse (privat)", "address 1 - formatted"),
    Says.STREET: (
        *("gade", "vej", "vejnavn", "gade (privat)", "gade, privat", "adresse, privat", "home street"),
        *("street", "address 1 - street"),
    ),
    Says.NUMBER: (
        *("postnr", "postnummer", "postnummer (privat)", "postnr, privat", "postnummer, privat", "home postal code"),
        *("postal code", "zip", "address 1 - postal code"),
    ),
    Says.TOWN: ("by", "by (privat)", "by, privat", "home city", "city", "address 1 - city"),
}
"""The headings that are known, of each kind the best first. What stands under any other is not read."""

_TRIMMED: Final = " \t\"'.:*\ufeff"
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table say what, by their places from 0, the best first."""

    places: Mapping[Says, Sequence[int]]

    @property
    def have_names(self) -> bool:
        """Whether a column holds names."""
        return bool(self.places.keys() & {Says.NAME, Says.FIRST, Says.LAST})

    def all_of(self, says: Says, cells: Sequence[str]) -> list[str]:
        """What stands in a row in the columns of one kind, the best first."""
        return [cells[place] for place in self.places.get(says, ()) if place < len(cells) and cells[place].strip()]

    def first_of(self, says: Says, cells: Sequence[str]) -> str:
        """The best of them; empty where there is none."""
        return next(iter(self.all_of(says, cells)), "")


def columns_of(cells: Sequence[str]) -> Columns | None:
    """The columns that a row of headings names; None for a row that is no heading.

    A heading for names is never somebody's name; one other known word alone may be a relation.
    """
    plain = [_heading(cell) for cell in cells]
    there = {says: [plain.index(one) for one in known if one in plain] for says, known in _PLAIN.items()}
    found = Columns({says: places for says, places in there.items() if places})
    return found if found.have_names or known_headings(cells) > 1 else None


def known_headings(cells: Sequence[str]) -> int:
    """How many cells of a row are headings that are known."""
    return sum(_heading(cell) in _KNOWN for cell in cells)


def _heading(cell: str) -> str:
    return _SPACES.sub(" ", folded(cell)).strip(_TRIMMED)


_PLAIN: Final = {says: tuple(folded(one) for one in headings) for says, headings in HEADINGS.items()}
_KNOWN: Final = frozenset(one for headings in _PLAIN.values() for one in headings)
