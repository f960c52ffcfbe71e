"""A case without its names and without what was written in it, for reasons that leave the house. Source: domain.md 5.3.

The reasons of the method name people, and some give the words of a concern. Read from a case in which nobody has a name
they say the same, and nobody is told of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Final, TypeVar

from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.definition import Method
from samordner_tui.method.terms import PersonKind

D = TypeVar("D")

NOT_WORDS: Final = {"id", "about", "number", "zone"}
"""What points to something, and says nothing of anybody."""
ONLY_COUNTED: Final = {(f.Briefing, "text")}
"""What the method measures the length of, and never quotes."""


def nameless(facts: f.CaseFacts, method: Method) -> f.CaseFacts:
    """The case with every name and every text in it replaced; what is empty stays empty."""
    return _without(facts, method)


def said_of_two(reason: str) -> str:
    """`en fra netværket og en fra netværket` as it is said of two."""
    one = _("en fra netværket")
    return reason.replace(_(" og ").join((one, one)), _("to fra netværket"))


def _without(whole: D, method: Method) -> D:
    """A dataclass in which every text is another."""
    if not is_dataclass(whole) or isinstance(whole, type):
        return whole
    changed = {one.name: _other(whole, one.name, getattr(whole, one.name), method) for one in fields(whole)}
    return replace(whole, **changed)


def _other(whole: object, name: str, value: object, method: Method) -> object:
    if isinstance(value, tuple):
        return tuple(_without(one, method) for one in value)
    if not isinstance(value, str) or isinstance(value, StrEnum):
        return _without(value, method)
    if not value or name in NOT_WORDS or name.endswith("_id") or (type(whole), name) in ONLY_COUNTED:
        return value
    spoken = _SPOKEN.get((type(whole), name))
    return "…" if spoken is None else spoken(whole, method)


def _person(whole: object, _method: Method) -> str:
    match whole:
        case f.Person(kind=PersonKind.CHILD):
            return _("barnet")
        case f.Person(kind=PersonKind.PROFESSIONAL):
            return _("en fagperson")
        case f.Person(kind=PersonKind.HELPER):
            return _("en hjælper")
        case _:
            return _("en fra netværket")


def _statement(whole: object, method: Method) -> str:
    return method.label(whole.kind).lower() if isinstance(whole, f.Statement) else "…"


_SPOKEN: Final[Mapping[tuple[type, str], Callable[[object, Method], str]]] = {
    (f.Person, "name"): _person,
    (f.Authority, "name"): lambda _whole, _method: _("en fra kommunen"),
    (f.Venue, "name"): lambda _whole, _method: _("lokalet"),
    (f.Statement, "text"): _statement,
}
