"""Closing: the time is accounted for, everybody is told, the municipality has what it is to have."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.predicates.shape import Finding, Predicate, by_name, holds_if, of_case


@of_case
def time_accounted(facts: CaseFacts) -> Finding:
    """The time spent is noted. Source: R159, R23."""
    return holds_if(facts.time_minutes > 0, _("din tid er ikke skrevet op"))


@of_case
def closing_reason_given(facts: CaseFacts) -> Finding:
    """It is said why the case ends. Source: R23, P27."""
    return holds_if(facts.closing_reason is not None, _("hvorfor lukkes sagen?"))


@of_case
def everyone_told(facts: CaseFacts) -> Finding:
    """Everybody is told that the case ends. Source: R182."""
    return holds_if(facts.everyone_told_on is not None, _("ikke alle har fået besked"))


@of_case
def handed_over(facts: CaseFacts) -> Finding:
    """The municipality has what it is to have. Source: domain.md 2 phase 8."""
    return holds_if(facts.handed_over_on is not None, _("sagen er ikke afleveret til kommunen"))


@of_case
def case_closed(facts: CaseFacts) -> Finding:
    """The case is closed. Source: R23."""
    return holds_if(facts.closed_on is not None, _("sagen er ikke lukket"))


PREDICATES: dict[str, Predicate] = {
    **by_name(time_accounted, closing_reason_given, everyone_told, handed_over, case_closed),
}
