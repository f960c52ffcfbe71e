"""One typed line for a person: `Inge, farmor, 1, fars side`. What is understood is shown before it is added.

The name stands first; the rest in any order. What is not understood becomes the relation, in the words it was typed;
whether that is family or a professional is then a guess, and is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from samordner_tui.casework.entry import Problem, forbidden
from samordner_tui.casework.relations import OF_SIDE, Meaning, meaning_of
from samordner_tui.casework.short_words import spelt_out
from samordner_tui.language import _
from samordner_tui.method.terms import HelperKind, PersonKind, Sector, Side, Tie

LONGEST_NAME: Final = 120

SIDES: Final[dict[str, Side]] = {
    "mors side": Side.MOTHER,
    "mors": Side.MOTHER,
    "mother's side": Side.MOTHER,
    "fars side": Side.FATHER,
    "fars": Side.FATHER,
    "father's side": Side.FATHER,
    "begge sider": Side.BOTH,
    "both sides": Side.BOTH,
}
SECTORS: Final[dict[str, Sector]] = {
    "venner": Sector.FRIENDS_LEISURE,
    "fritid": Sector.FRIENDS_LEISURE,
    "skole": Sector.SCHOOL_WORK,
    "arbejde": Sector.SCHOOL_WORK,
    "fagpersoner": Sector.PROFESSIONALS,
}
TIES: Final[dict[str, Tie]] = {"aktiv": Tie.ACTIVE, "passiv": Tie.PASSIVE, "ny": Tie.NEW, "sovende": Tie.PASSIVE}
INFORMANT: Final = ("informatør", "informant", "information giver")
"""Somebody who is to tell the family something: a professional, from whom a briefing is expected. Source: R78, R79."""
KINDS: Final[dict[str, PersonKind]] = {
    **dict.fromkeys(("fagperson", "professional", *INFORMANT), PersonKind.PROFESSIONAL),
    **dict.fromkeys(("familie", "familie og netværk", "family"), PersonKind.PRIVATE),
}
AT_HOME: Final = (
    *("bor hjemme", "hjemme", "i hjemmet", "bor i hjemmet", "bor sammen med barnet"),
    *("at home", "lives at home"),
)
NOT_AT_HOME: Final = ("bor ikke hjemme", "ikke hjemme", "bor for sig selv", "not at home", "lives elsewhere")
PARENTS: Final = ("mor", "far", "mother", "father")
"""A child lives with them or not: it is not guessed. Source: R95."""

_RING = re.compile(r"(?:ring\s*)?([1-5])")
_AGE = re.compile(r"(\d{1,3})\s*(?:år|years?)")
_PHONE = re.compile(r"(?:\+\d{2}\s*)?(?:\d\s*){8}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Understood:
    """A person as the line was understood."""

    name: str
    kind: PersonKind = PersonKind.PRIVATE
    relation: str | None = None
    helper_kind: HelperKind | None = None
    side: Side | None = None
    sector: Sector | None = None
    ring: int | None = None
    tie: Tie | None = None
    age: int | None = None
    phone: str | None = None
    email: str | None = None
    household: bool | None = None
    """Whether they live with the child; None where the line does not say."""
    kind_is_said: bool = False
    """Whether it was typed in so many words what they are in the case."""
    is_informant: bool = False
    extra: tuple[str, ...] = field(default=())
    """What could not be placed: a second relation, a second ring."""

    @property
    def lives_with_child(self) -> bool | None:
        """Whether they live with the child, where it is typed; nobody else than a parent is taken to live there."""
        is_parent = self.relation is not None and self.relation.lower() in PARENTS
        return self.household if self.household is not None or is_parent else False

    @property
    def is_guessed(self) -> bool:
        """Whether nothing on the line tells that somebody is family or network, and they are only taken to be."""
        told = self.kind_is_said or self.household is not None or self.side is not None or self.sector is not None
        return self.relation is not None and meaning_of(self.relation) is None and not told


def understand(typed: str) -> Understood | Problem | None:
    """What a line says; a problem where it may not be kept; None while nothing is typed."""
    problem = forbidden(typed)
    if problem is not None:
        return problem
    name, *parts = (part.strip() for part in typed.split(","))
    if not name:
        return None
    if len(name) > LONGEST_NAME:
        return Problem(_("Navnet er for langt. Der er plads til {limit} tegn.").format(limit=LONGEST_NAME))
    return placed(with_parts(Understood(name), parts))


def with_parts(person: Understood, parts: Iterable[str]) -> Understood:
    """`person` with what the parts of a line say, one after the other; the first not understood is the relation."""
    for part in parts:
        if part:
            person = _with(person, part)
    return person


def with_known_part(person: Understood, part: str) -> Understood | None:
    """`person` with what one part says; None where it is none of the words that are known here."""
    found = (reader(person, part) for reader in (_number, _reached, _placed_by_word, _short_word))
    return next((one for one in found if one is not None), None)


def preview(person: Understood, label: Callable[[StrEnum], str]) -> str:
    """What stands under the line while it is typed: `Inge · farmor · ring 1 · fars side`."""
    parts = [
        person.name,
        person.relation or "",
        label(person.kind) if person.kind is not PersonKind.PRIVATE or person.kind_is_said else "",
        _("holder oplæg") if person.is_informant else "",
        _("{age} år").format(age=person.age) if person.age is not None else "",
        _("ring {ring}").format(ring=person.ring) if person.ring is not None else "",
        label(person.side) if person.side and person.side is not Side.NONE else "",
        label(person.tie) if person.tie else "",
        person.phone or "",
        person.email or "",
        _("bor sammen med barnet") if person.household else "",
    ]
    said = " · ".join(part for part in parts if part)
    if person.is_guessed:
        said += "  " + _("(familie og netværk? Skriv »fagperson«, hvis det er en fagperson)")
    if person.extra:
        said += "  " + _("(forstod ikke: {words})").format(words=", ".join(person.extra))
    return said


def _with(person: Understood, part: str) -> Understood:
    """`person` with what one part of the line says."""
    known = with_known_part(person, part)
    if known is not None:
        return known
    if person.relation is None:
        return replace(person, relation=part)
    return replace(person, extra=(*person.extra, part))


def _number(person: Understood, part: str) -> Understood | None:
    """The ring or the age."""
    word = part.lower()
    if (ring := _RING.fullmatch(word)) and person.ring is None:
        return replace(person, ring=int(ring[1]))
    if (age := _AGE.fullmatch(word)) and int(age[1]) <= 120 and person.age is None:
        return replace(person, age=int(age[1]))
    return None


def _reached(person: Understood, part: str) -> Understood | None:
    """The telephone or the e-mail."""
    if _PHONE.fullmatch(part):
        return replace(person, phone=part)
    if _EMAIL.fullmatch(part):
        return replace(person, email=part)
    return None


def _placed_by_word(person: Understood, part: str) -> Understood | None:
    """What they are in the case, the side, the sector, the tie, or that they live with the child."""
    word = part.lower()
    if word in KINDS and not person.kind_is_said:
        return replace(person, kind=KINDS[word], kind_is_said=True, is_informant=word in INFORMANT)
    if word in SIDES:
        return replace(person, side=SIDES[word])
    if word in SECTORS:
        return replace(person, sector=SECTORS[word])
    if word in TIES:
        return replace(person, tie=TIES[word])
    if word in (*AT_HOME, *NOT_AT_HOME):
        return replace(person, household=word in AT_HOME)
    return None


def _short_word(person: Understood, part: str) -> Understood | None:
    """What a short word stands for, where none of it is said already."""
    short = spelt_out(part)
    if short is None or (short.relation and person.relation) or (short.ring and person.ring):
        return None
    return replace(
        person,
        relation=short.relation or person.relation,
        side=short.side or person.side,
        ring=short.ring or person.ring,
    )


def placed(person: Understood) -> Understood:
    """`person` with what the relation tells, where nothing else was typed."""
    if person.relation is None and person.kind is PersonKind.PROFESSIONAL:
        person = replace(person, relation=_("informatør") if person.is_informant else _("fagperson"))
    meaning = (meaning_of(person.relation) if person.relation else None) or Meaning()
    if person.kind_is_said and meaning.kind is not person.kind:
        meaning = Meaning(person.kind, sector=Sector.PROFESSIONALS if person.kind is PersonKind.PROFESSIONAL else None)
    side = person.side or meaning.side
    sector = person.sector or meaning.sector
    if person.sector is None and side in OF_SIDE and sector in {None, *OF_SIDE.values()}:
        sector = OF_SIDE[side]
    return replace(person, kind=meaning.kind, helper_kind=meaning.helper_kind, side=side, sector=sector)
