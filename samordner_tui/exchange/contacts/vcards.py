"""vCards 2.1, 3.0 and 4.0: the name, how somebody is reached and where they live. Nothing else is read.

The cards are read here, and not by a library: one that was tried reads text and not bytes, so that a name folded within
a letter is lost, and one card that is cut short or one line that is no property costs the whole file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from samordner_tui.casework.incoming import Incoming, IncomingPerson, RefusedRow
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.contacts.judging import Told, judged, on_a_line
from samordner_tui.exchange.contacts.letters import text_of, with_narrow_letters
from samordner_tui.exchange.contacts.vcard_lines import Property, properties
from samordner_tui.exchange.how_many import not_too_many
from samordner_tui.language import _

BEGINS: Final = "BEGIN:VCARD"
KIND: Final = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
READ: Final = frozenset({"BEGIN", "END", "VERSION", "FN", "N", "ORG", "TEL", "EMAIL", "ADR", "AGENT", *KIND})
"""The properties that are read. A note is not: it is somebody's own."""
NO_TALK: Final = frozenset({"FAX", "PAGER", "MODEM"})
"""Types of a number that nobody answers."""
HOME_COUNTRIES: Final = ("danmark", "denmark", "dk")

_PART = re.compile(r"((?:[^\\;]|\\.|\\$)*)(?:;|$)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\;,:nN])")


@dataclass
class Card:
    """A card while it is read."""

    place: int
    formatted: str = ""
    name: str = ""
    organisation: str = ""
    kind: str = ""
    phones: list[tuple[int, str]] = field(default_factory=list)
    emails: list[tuple[int, str]] = field(default_factory=list)
    addresses: list[tuple[int, str]] = field(default_factory=list)


def is_vcards(content: bytes) -> bool:
    """Whether a file begins as a vCard."""
    return text_of(content[:400]).lstrip("\ufeff \t\r\n").upper().startswith(BEGINS)


def read_vcards(content: bytes, under_way: UnderWay) -> Incoming:
    """Every card of a file, each taken or refused with the line where it begins.

    Raises:
        Refused: there are too many.
        GivenUp: `under_way` was given up.
    """
    found = _Cards()
    for one in properties(with_narrow_letters(content), READ, under_way):
        found.read(one)
    found.end()
    return Incoming(tuple(found.people), refused=tuple(found.refused))


class _Cards:
    """The cards as they come, one inside another left out: in 2.1 the card of somebody's assistant."""

    def __init__(self) -> None:
        self.people: list[IncomingPerson] = []
        self.refused: list[RefusedRow] = []
        self._card: Card | None = None
        self._inside = 0
        self._awaits_inner = False

    def read(self, one: Property) -> None:
        """Take in one property."""
        awaited, self._awaits_inner = self._awaits_inner, one.name == "AGENT"
        is_card = one.value.strip().upper() == "VCARD"
        if one.name == "BEGIN" and is_card:
            self._begin(one.place, is_inner=awaited or self._inside > 0)
        elif one.name == "END" and is_card:
            self._finish()
        elif self._card is not None and not self._inside:
            _note(self._card, one)

    def end(self) -> None:
        """The file ends; a card that does not is refused, for its last line may be half of one."""
        if self._card is not None:
            self.refused.append(RefusedRow(self._card.place, _("Kortet er ikke helt: slutningen mangler.")))
            self._card = None

    def _begin(self, place: int, *, is_inner: bool) -> None:
        if is_inner and self._card is not None:
            self._inside += 1
            return
        self.end()
        self._card, self._inside = Card(place), 0

    def _finish(self) -> None:
        if self._inside:
            self._inside -= 1
        elif self._card is not None:
            found = _judged(self._card)
            self._card = None
            if isinstance(found, RefusedRow):
                self.refused.append(found)
            else:
                self.people.append(found)
                not_too_many(len(self.people))


def _judged(card: Card) -> IncomingPerson | RefusedRow:
    if card.kind == "group":
        return RefusedRow(card.place, _("Det er en gruppe og ikke en person."))
    is_mail = "@" in card.formatted and card.name
    name = card.name if is_mail else card.formatted or card.name
    address = next((text for _rank, text in sorted(card.addresses, key=lambda one: one[0])), "")
    return judged(
        Told(
            card.place,
            name="" if card.kind == "org" else name,
            organisation=card.organisation or name,
            phones=[text for _rank, text in sorted(card.phones, key=lambda one: one[0])],
            emails=[text for _rank, text in sorted(card.emails, key=lambda one: one[0])],
            address=address,
        )
    )


def _note(card: Card, one: Property) -> None:
    """Note on a card what one property says; of a property told twice the first counts."""
    match one.name:
        case "FN":
            card.formatted = card.formatted or on_a_line(_plain(one.value))
        case "N":
            card.name = card.name or _whole_name(_parts(one.value))
        case "ORG":
            card.organisation = card.organisation or next((part for part in _parts(one.value) if part), "")
        case "TEL" if not one.types & NO_TALK:
            card.phones.append((_rank(one, "CELL"), _plain(one.value)))
        case "EMAIL":
            card.emails.append((_rank(one, "HOME"), _plain(one.value)))
        case "ADR":
            card.addresses.append((_rank(one, "HOME"), _address(_parts(one.value))))
        case "KIND" | "X-ADDRESSBOOKSERVER-KIND":
            card.kind = one.value.strip().lower()


def _rank(one: Property, best: str) -> int:
    """How good a number is to be reached at: the best kind first, then the preferred one."""
    is_preferred = "PREF" in one.types or "PREF" in one.more
    return 2 * (best not in one.types) + (not is_preferred)


def _parts(value: str) -> list[str]:
    """The parts of a value, set apart by semicolons that are not escaped."""
    return [on_a_line(_plain(part)) for part in _PART.findall(value)]


def _plain(value: str) -> str:
    """`value` without its escapes."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _whole_name(parts: list[str]) -> str:
    """`Holm;Inge;Marie;;` is Inge Marie Holm. Titles before and after are left out."""
    family, given, more = (*parts, "", "", "")[:3]
    return " ".join(part for part in (given, more, family) if part)


def _address(parts: list[str]) -> str:
    """`;;Skovvej 3;Aalborg;;9000;Danmark` is Skovvej 3, 9000 Aalborg."""
    _box, extra, street, town, _region, number, country = (*parts, *[""] * 7)[:7]
    abroad = "" if country.lower() in HOME_COUNTRIES else country
    return ", ".join(part for part in (street, extra, f"{number} {town}".strip(), abroad) if part)
