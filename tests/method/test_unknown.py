"""What is not known is never a no, never a yes, and breaks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, TypeVar, get_type_hints

import pytest

from samordner_tui.method import facts as f
from samordner_tui.method.cornerstones import verdicts
from samordner_tui.method.definition import method
from samordner_tui.method.gates import gates
from samordner_tui.method.terms import Standing
from tests.method.cases import AFTERWARDS, TODAY, first, full_case, held_case

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

BEST_FIRST = (Standing.MET, Standing.PARTLY, Standing.OPEN, Standing.BROKEN)


@cache
def hints_of(kind: type) -> dict[str, object]:
    """What each field of a fact may hold."""
    return get_type_hints(kind, vars(f))


def forgotten(value: T, path: str = "") -> Iterator[tuple[str, T]]:
    """`value` once for every optional thing in it, however deep, with that thing not known."""
    for field in fields(value):
        here, known = f"{path}.{field.name}", getattr(value, field.name)
        for name, blank in _without(value, field.name, known, here):
            yield name, replace(value, **{field.name: blank})


def _without(value: DataclassInstance, name: str, known: object, path: str) -> Iterator[tuple[str, object]]:
    """What may stand in a field once one thing in it is forgotten. A presence of nobody is no presence: left out."""
    if isinstance(value, f.Presence):
        return
    hint = hints_of(type(value))[name]
    if known is not None and type(None) in getattr(hint, "__args__", ()):
        yield path, None
    if isinstance(known, tuple):
        for place, inner in enumerate(known):
            if is_dataclass(inner) and not isinstance(inner, type):
                for deep, blank in forgotten(inner, f"{path}[{place}]"):
                    yield deep, (*known[:place], blank, *known[place + 1 :])
    elif is_dataclass(known) and not isinstance(known, type):
        yield from forgotten(known, path)


@pytest.mark.parametrize(("facts", "today"), [(full_case(), TODAY), (held_case(), AFTERWARDS)], ids=["before", "after"])
def test_forgetting_any_one_thing_neither_betters_nor_breaks_a_hjornesten(facts: f.CaseFacts, today: date) -> None:
    full = verdicts(facts, first(facts), today)
    for path, blank in forgotten(facts):
        for known, unknown in zip(full, verdicts(blank, first(blank), today), strict=True):
            assert BEST_FIRST.index(unknown.standing) >= BEST_FIRST.index(known.standing), (path, unknown)
            assert unknown.standing is not Standing.BROKEN, (path, unknown)


@pytest.mark.parametrize(("facts", "today"), [(full_case(), TODAY), (held_case(), AFTERWARDS)], ids=["before", "after"])
def test_forgetting_any_one_thing_opens_no_gate(facts: f.CaseFacts, today: date) -> None:
    shut = {gate.name for gate in gates(facts, first(facts), today, method()) if not gate.open}
    tried = 0
    for path, blank in forgotten(facts):
        tried += 1
        still = {gate.name for gate in gates(blank, first(blank), today, method()) if not gate.open}
        assert shut <= still, path
    assert tried > 300
