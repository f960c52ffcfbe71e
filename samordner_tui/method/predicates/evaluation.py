"""Answers to the evaluation, from child, family and network, by group and never by name."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Conference, Evaluation
from samordner_tui.method.predicates.shape import (
    HOLDS,
    Finding,
    Predicate,
    by_name,
    first_lack,
    holds_if,
    of_conference,
)
from samordner_tui.method.readings import called_off
from samordner_tui.method.terms import ConferenceState, Respondent


def _marks(answer: Evaluation) -> tuple[int | None, ...]:
    return (answer.felt_involved, answer.measures_agreed, answer.effect_on_child)


def _is_answered(answer: Evaluation) -> bool:
    return answer.answered_on is not None or any(mark is not None for mark in _marks(answer))


def _was_not_held(facts: CaseFacts, conference: Conference) -> bool:
    return called_off(facts, conference) or conference.state is ConferenceState.PLAN_WITHOUT_MEETING


@of_conference
def evaluations_in(facts: CaseFacts, conference: Conference) -> Finding:
    """Child, family and network have each answered. Source: R100, R101, F23."""
    if _was_not_held(facts, conference):
        return HOLDS
    groups = {answer.group for answer in conference.evaluations if _is_answered(answer)}
    return first_lack(
        holds_if(Respondent.CHILD in groups, _("barnets svar mangler")),
        holds_if(Respondent.FAMILY in groups, _("familiens svar mangler")),
        holds_if(Respondent.NETWORK in groups, _("netværkets svar mangler")),
    )


@of_conference
def measures_in(facts: CaseFacts, conference: Conference) -> Finding:
    """The three measures are answered: involved, measures agreed, effect on the child. Source: R102, R103."""
    if _was_not_held(facts, conference):
        return HOLDS
    involved, agreed, effect = (
        any(mark is not None for mark in marks)
        for marks in (
            [answer.felt_involved for answer in conference.evaluations],
            [answer.measures_agreed for answer in conference.evaluations],
            [answer.effect_on_child for answer in conference.evaluations],
        )
    )
    return first_lack(
        holds_if(involved, _("følte de sig inddraget?")),
        holds_if(agreed, _("giver det aftalte mening?")),
        holds_if(effect, _("hjælper det barnet?")),
    )


PREDICATES: dict[str, Predicate] = {**by_name(evaluations_in, measures_in)}
