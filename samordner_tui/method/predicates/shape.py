"""What a predicate is: a named question to the facts of a case, answered with what lacks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Conference


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether something holds; if not, what lacks in this case, about whom, and a reason already kept for it.

    `applies` is False where the case has nothing the rule could hold for; it holds then, and is not said to be done.
    """

    holds: bool
    detail: str = ""
    subject_id: str | None = None
    kept_reason: str | None = None
    applies: bool = True


Predicate = Callable[[CaseFacts, Conference | None, date], Finding]

HOLDS = Finding(holds=True)
NOTHING = Finding(holds=True, applies=False)
"""There is nothing in this case that the rule could hold for."""


def lacks(detail: str, subject_id: str | None = None, kept_reason: str | None = None) -> Finding:
    """What lacks, as a short sentence about this case."""
    return Finding(holds=False, detail=detail, subject_id=subject_id, kept_reason=kept_reason or None)


def holds_if(condition: bool, otherwise: str) -> Finding:
    """A finding that needs no more than one condition."""
    return HOLDS if condition else lacks(otherwise)


def holds_for(looked_at: Collection[object]) -> Finding:
    """What is found where nothing lacks: it holds for what was looked at, and for nothing where there is none."""
    return HOLDS if looked_at else NOTHING


def first_lack(*findings: Finding) -> Finding:
    """The first of several findings that does not hold."""
    return next((finding for finding in findings if not finding.holds), HOLDS)


def of_case(rule: Callable[[CaseFacts], Finding]) -> Predicate:
    """A predicate that reads the case alone."""

    @wraps(rule)
    def predicate(facts: CaseFacts, _conference: Conference | None, _today: date) -> Finding:
        return rule(facts)

    return predicate


def of_conference(rule: Callable[[CaseFacts, Conference], Finding]) -> Predicate:
    """A predicate about one conference; with none there is nothing it could hold for."""

    @wraps(rule)
    def predicate(facts: CaseFacts, conference: Conference | None, _today: date) -> Finding:
        if conference is None:
            return lacks(_("der er ingen rådslagning endnu"))
        return rule(facts, conference)

    return predicate


def by_name(*rules: Predicate) -> Mapping[str, Predicate]:
    """Predicates under the names the method file knows them by."""
    return {rule.__name__: rule for rule in rules}
