"""What a card or a row says of one person, and whether that can be kept: taken, or refused with its reason.

Nothing is repaired in silence. A number that is only written with signs that are not seen, as telephones do, is the
same number; a text that is too long or holds what may not be kept refuses its row.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.entry import Problem, checked, forbidden
from samordner_tui.casework.fields import field_of
from samordner_tui.casework.incoming import IncomingPerson, RefusedRow
from samordner_tui.casework.quick_add import Understood, placed, with_known_part, with_parts
from samordner_tui.exchange.how_many import LONGEST, far_too_much
from samordner_tui.language import _
from samordner_tui.method.signs import on_one_line
from samordner_tui.method.terms import PersonKind

UNSEEN: Final = frozenset({"Cf", "Cc"})
"""Categories of the signs that telephones put around a number."""

_SPACES = re.compile(r"\s+")


@dataclass
class Told:
    """What a file says of one person, as it stands there.

    Attributes:
        place: the line where they begin; 1 is the first.
        name: the whole name.
        organisation: where they work; the name of a card that names no person.
        relation: who they are for the child.
        parts: what else is said, in the words of the line for a new person: `fars side`, `ring 2`.
        loose: parts in no order, of which the first that is not known is the relation.
        phones, emails: those there are, the best first.
        address: where they live.
    """

    place: int
    name: str = ""
    organisation: str = ""
    relation: str = ""
    parts: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    address: str = ""


def judged(told: Told) -> IncomingPerson | RefusedRow:
    """Somebody who can be taken, or the reason why not."""
    if any(len(text) > LONGEST for text in _texts(told)):
        return RefusedRow(told.place, far_too_much())
    person = Understood(on_a_line(told.name) or on_a_line(told.organisation))
    if not on_a_line(told.name):
        person = replace(person, kind=PersonKind.PROFESSIONAL, kind_is_said=True)
    person = _with_words(person, told)
    phone, email = _best("phone", told.phones), _best("email", told.emails)
    person = replace(person, phone=phone or person.phone, email=email or person.email)
    return taken_or_refused(
        IncomingPerson(told.place, str(told.place), placed(person), on_a_line(told.address) or None)
    )


def taken_or_refused(one: IncomingPerson) -> IncomingPerson | RefusedRow:
    """Somebody as they were understood, or why they cannot be kept so: each text is held against its column."""
    if not one.person.name:
        return RefusedRow(one.place, _("Her er intet navn."))
    problem = _problem(one.person, one.address)
    return RefusedRow(one.place, problem) if problem else one


def _texts(told: Told) -> Iterator[str]:
    yield from (told.name, told.organisation, told.relation, told.address)
    yield from (*told.parts, *told.loose, *told.phones, *told.emails)


def on_a_line(text: str) -> str:
    """`text` on one line, with one space between words."""
    return _SPACES.sub(" ", on_one_line(unicodedata.normalize("NFC", text))).strip()


def _with_words(person: Understood, told: Told) -> Understood:
    """`person` with who they are and where they stand; what is not understood is kept to be shown."""
    person = with_parts(person, (on_a_line(part) for part in told.loose))
    person = replace(person, relation=on_a_line(told.relation) or person.relation)
    for part in (on_a_line(one) for one in told.parts):
        if part:
            person = with_known_part(person, part) or replace(person, extra=(*person.extra, part))
    return person


def _best(column: str, told: Iterable[str]) -> str | None:
    """The first that can be kept; where none can, the first, to be refused."""
    plain = [text for text in (_reached_at(one) for one in told) if text]
    return next((one for one in plain if wrong_in(column, one) is None), next(iter(plain), None))


def _reached_at(text: str) -> str:
    """A telephone number or an e-mail without the signs that telephones put around it."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) not in UNSEEN or sign.isspace())
    plain = on_a_line(seen)
    for scheme in ("tel:", "mailto:"):
        if plain.lower().startswith(scheme):
            return plain[len(scheme) :].partition(";")[0]
    return plain


def _problem(person: Understood, address: str | None) -> str:
    """Why somebody cannot be kept as they stand; nothing where they can."""
    for column, text in (
        ("name", person.name),
        ("relation", person.relation),
        ("phone", person.phone),
        ("email", person.email),
        ("address", address),
    ):
        wrong = wrong_in(column, text) if text else None
        if wrong is not None:
            return f"{_(field_of(Person, column).label).rstrip('?')}: {wrong.sentence}"
    wrong = forbidden(" ".join(person.extra))
    return wrong.sentence if wrong is not None else ""


def wrong_in(column: str, value: str | int) -> Problem | None:
    """What is wrong with a value in its column of a person."""
    found = (forbidden(value) if isinstance(value, str) else None) or checked(field_of(Person, column), value)
    return found if isinstance(found, Problem) else None
