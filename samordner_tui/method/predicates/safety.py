"""Safety: asked by the samordner, answered by a named person at the municipality, and asked again."""

from __future__ import annotations

from datetime import date, timedelta

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Conference, SafetyRound
from samordner_tui.method.predicates.shape import (
    HOLDS,
    NOTHING,
    Finding,
    Predicate,
    by_name,
    first_lack,
    holds_if,
    lacks,
    of_case,
    of_conference,
)
from samordner_tui.method.readings import day_of
from samordner_tui.method.terms import ContactKind, ContactOutcome, SafetyAnswer

DAYS_BEFORE = 3
"""How many days before the conference safety is asked again. Source: design 5."""

_OPENS = frozenset({SafetyAnswer.MAY_BEGIN, SafetyAnswer.WITH_MEASURES})


def _answers(asked: SafetyRound) -> tuple[bool | None, ...]:
    return (asked.violence, asked.sexual_abuse, asked.honour, asked.court_order)


def _is_asked(asked: SafetyRound) -> bool:
    return None not in _answers(asked)


def _by_date(facts: CaseFacts) -> list[SafetyRound]:
    return sorted(facts.safety_rounds, key=lambda asked: asked.asked_on or date.min)


@of_case
def safety_asked(facts: CaseFacts) -> Finding:
    """All four questions are answered yes or no at least once. Source: P21, P22."""
    if any(_is_asked(asked) for asked in facts.safety_rounds):
        return HOLDS
    begun = bool(facts.safety_rounds)
    return lacks(_("et spørgsmål om sikkerhed er åbent") if begun else _("der er ikke spurgt til sikkerheden"))


@of_case
def safety_answered(facts: CaseFacts) -> Finding:
    """The questions are asked, and whatever is marked is answered so that the network may be met. Source: P21, P22."""
    if not any(_is_asked(asked) for asked in facts.safety_rounds):
        return lacks(_("der er ikke spurgt til sikkerheden"))
    rounds = _by_date(facts)
    marked = max((place for place, asked in enumerate(rounds) if True in _answers(asked)), default=None)
    answered = max((place for place, asked in enumerate(rounds) if asked.answer is not None), default=None)
    if answered is not None and rounds[answered].answer not in _OPENS:
        if rounds[answered].answer is SafetyAnswer.WAIT:
            return lacks(_("kommunen siger vent"))
        return lacks(_("kommunen siger, at metoden ikke skal bruges"))
    if marked is None:
        return HOLDS
    if answered is None or answered < marked:
        return lacks(_("kommunen har ikke svaret om sikkerheden"))
    named = rounds[answered].answered_by and rounds[answered].answered_on
    return holds_if(bool(named), _("hvem i kommunen svarede, og hvornår?"))


def _talks(facts: CaseFacts, conference: Conference) -> list[date]:
    """When there were talks with a child before the day."""
    day = day_of(facts, conference)
    return [
        contact.held_on
        for contact in facts.contacts
        if contact.kind is ContactKind.CHILD_TALK
        and contact.outcome is ContactOutcome.MADE
        and contact.held_on is not None
        and (day is None or contact.held_on <= day)
    ]


def _after_talk(facts: CaseFacts, conference: Conference) -> Finding:
    talks = _talks(facts, conference)
    if not talks:
        return NOTHING
    return holds_if(_asked_since(facts, max(talks)), _("der er ikke spurgt til sikkerheden efter samtalen med barnet"))


def _before_day(facts: CaseFacts, conference: Conference) -> Finding:
    day = day_of(facts, conference)
    if day is None:
        return lacks(_("datoen er ikke sat"))
    asked = _asked_since(facts, day - timedelta(days=DAYS_BEFORE), until=day)
    return holds_if(asked, _("spørg til sikkerheden igen tre dage før"))


def _asked_since(facts: CaseFacts, since: date, until: date = date.max) -> bool:
    """Whether all four questions were answered in a round asked between two dates, both included."""
    return any(
        _is_asked(asked) and asked.asked_on is not None and since <= asked.asked_on <= until
        for asked in facts.safety_rounds
    )


@of_conference
def safety_asked_after_talk(facts: CaseFacts, conference: Conference) -> Finding:
    """Safety is asked again after the latest talk with a child before the day. Source: design 5."""
    return _after_talk(facts, conference)


@of_conference
def safety_asked_before_day(facts: CaseFacts, conference: Conference) -> Finding:
    """Safety is asked again in the last three days before the conference. Source: design 5."""
    return _before_day(facts, conference)


@of_conference
def safety_asked_again(facts: CaseFacts, conference: Conference) -> Finding:
    """Safety is asked again after the talk with the child and just before the day. Source: P21, design 5."""
    if not _talks(facts, conference):
        return lacks(_("samtalen med barnet kommer først"))
    return first_lack(_after_talk(facts, conference), _before_day(facts, conference))


PREDICATES: dict[str, Predicate] = {
    **by_name(safety_asked, safety_answered, safety_asked_after_talk, safety_asked_before_day, safety_asked_again),
}
