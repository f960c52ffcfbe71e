"""The gate before the first contact with the network, a test for each of its lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samordner_tui.method.terms import (
    SafetyAnswer,
    SafetyOccasion,
)
from tests.method.cases import (
    full_case,
    january,
    safety_round,
)
from tests.method.passing import Change, gate, grown_up, with_consent, with_safety

NETWORK_CONTACT: dict[str, tuple[str, Change]] = {
    "consent is missing": (
        "consent",
        lambda facts: with_consent(facts, "method_jonas", lambda one: replace(one, answer=None)),
    ),
    "the young person has not answered": ("young_consent", grown_up),
    "safety is not asked": ("safety_asked", lambda facts: replace(facts, safety_rounds=())),
    "one of the four questions is open": (
        "safety_asked",
        lambda facts: replace(facts, safety_rounds=(replace(facts.safety_rounds[0], honour=None),)),
    ),
    "violence is marked and nobody has answered": ("safety_answered", with_safety),
    "the municipality says wait": (
        "safety_answered",
        lambda facts: with_safety(facts, answer=SafetyAnswer.WAIT, answered_by="Sanne", answered_on=january(2)),
    ),
    "the municipality says not this method": (
        "safety_answered",
        lambda facts: with_safety(
            facts, answer=SafetyAnswer.NOT_THE_METHOD, answered_by="Sanne", answered_on=january(2)
        ),
    ),
    "nobody knows who answered": (
        "safety_answered",
        lambda facts: with_safety(facts, answer=SafetyAnswer.MAY_BEGIN, answered_on=january(2)),
    ),
    "a later round marks something new": (
        "safety_answered",
        lambda facts: replace(
            with_safety(facts, answer=SafetyAnswer.MAY_BEGIN, answered_by="Sanne", answered_on=january(2)),
            safety_rounds=(
                *facts.safety_rounds,
                safety_round("new", SafetyOccasion.OTHER, january(20), violence=True),
            ),
        ),
    ),
}


@pytest.mark.parametrize(("line", "change"), NETWORK_CONTACT.values(), ids=NETWORK_CONTACT.keys())
def test_the_network_is_not_contacted_yet(line: str, change: Change) -> None:
    found = gate(change(full_case()), "network_contact")
    assert not found.open
    assert line in {one.id for one in found.missing}


def test_with_consent_and_safety_the_network_may_be_contacted() -> None:
    assert gate(full_case(), "network_contact").open
