"""Passing a gate with a case, and the changes that several gates are tried with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from samordner_tui.method.definition import method
from samordner_tui.method.facts import CaseFacts, Conference, Consent
from samordner_tui.method.gates import Gate, gates
from samordner_tui.method.terms import (
    BookingKind,
    BookingState,
)
from tests.method.cases import (
    TODAY,
    first,
    with_conference,
    with_person,
)

Change = Callable[[CaseFacts], CaseFacts]


def gate(facts: CaseFacts, name: str, today: date = TODAY) -> Gate:
    found = gates(facts, first(facts), today, method())
    return next(one for one in found if one.name == name)


def missing(facts: CaseFacts, name: str, today: date = TODAY) -> set[str]:
    return {line.id for line in gate(facts, name, today).missing}


def with_consent(facts: CaseFacts, consent_id: str, change: Callable[[Consent], Consent]) -> CaseFacts:
    return replace(facts, consents=tuple(change(one) if one.id == consent_id else one for one in facts.consents))


def with_safety(facts: CaseFacts, **answer: object) -> CaseFacts:
    """The first round with violence marked, and this answer to it."""
    marked = replace(facts.safety_rounds[0], violence=True, **answer)  # type: ignore[arg-type]
    return replace(facts, safety_rounds=(marked, *facts.safety_rounds[1:]))


def with_need(facts: CaseFacts, kind: BookingKind, state: BookingState) -> CaseFacts:
    booked = replace(first(facts).bookings[0], id="other", kind=kind, state=state, venue=None)
    return with_conference(facts, lambda one: replace(one, bookings=(*one.bookings, booked)))


def conference(**values: object) -> Change:
    def change(one: Conference) -> Conference:
        return replace(one, **values)  # type: ignore[arg-type]

    return lambda facts: with_conference(facts, change)


def grown_up(facts: CaseFacts) -> CaseFacts:
    """Alma is 15, and has not answered for herself."""
    return with_person(facts, "alma", lambda one: replace(one, age=15))
