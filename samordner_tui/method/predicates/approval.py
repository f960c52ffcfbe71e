"""Trin 3: the plan is read aloud and clear, answered at once, and somebody watches over it until they meet again."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.clarity import is_clear, open_questions
from samordner_tui.method.facts import CaseFacts, Conference, PlanItem
from samordner_tui.method.predicates.shape import (
    HOLDS,
    Finding,
    Predicate,
    by_name,
    holds_for,
    holds_if,
    lacks,
    of_conference,
)
from samordner_tui.method.readings import (
    called_off,
    current,
    latest_decision,
    latest_plan,
    steps,
    without_a_plan,
)
from samordner_tui.method.terms import Municipal, Outcome, StatementKind

_ANSWERED_FORMALLY = frozenset({Municipal.NEEDS_FORMAL_DECISION, Municipal.DECLINED})
_NEEDS_WORDS = frozenset({Outcome.RETURNED, Outcome.REFUSED})


def items(conference: Conference) -> tuple[PlanItem, ...]:
    """The agreements of the plan in its latest version, in order."""
    plan = latest_plan(conference)
    return tuple(sorted(plan.items, key=lambda item: item.position)) if plan else ()


@of_conference
def samordner_led(_facts: CaseFacts, conference: Conference) -> Finding:
    """The samordner led trin 3. Source: R5, domain.md 2.1."""
    if conference.led_by_samordner is None:
        return lacks(_("hvem ledte trin 3?"))
    return holds_if(conference.led_by_samordner, _("en anden ledte trin 3"))


@of_conference
def plan_read_aloud(_facts: CaseFacts, conference: Conference) -> Finding:
    """The plan is read aloud to everybody. Source: R12."""
    return holds_if(conference.plan_read_at is not None, _("planen er ikke læst op"))


@of_conference
def plan_items_clear(_facts: CaseFacts, conference: Conference) -> Finding:
    """It is clear who does what and when; an item may stand open for a reason that is kept. Source: R13, R180, F18."""
    unclear = [item for item in items(conference) if not is_clear(item)]
    if not unclear:
        return holds_for(items(conference))
    first = next((item for item in unclear if not item.unclear_reason), unclear[0])
    sentence = _("punkt {number}: {question}").format(number=first.position, question=open_questions(first)[0])
    return lacks(sentence, first.id, first.unclear_reason)


@of_conference
def questions_in_plan(facts: CaseFacts, conference: Conference) -> Finding:
    """Every question of the conference has an agreement that answers it. Source: R94, P2."""
    answered = {item.answers_id for item in items(conference)}
    for question in current(facts, StatementKind.QUESTION):
        if not answered & {question.id, question.replaces_id or question.id}:
            return lacks(_("intet svarer på »{text}«").format(text=question.text), question.id)
    return HOLDS


@of_conference
def municipal_items_marked(_facts: CaseFacts, conference: Conference) -> Finding:
    """It is said of every agreement whether it concerns the municipality. Source: R19."""
    for item in items(conference):
        if item.municipal is None:
            return lacks(_("vedrører punkt {number} kommunen?").format(number=item.position), item.id)
    return HOLDS


@of_conference
def formal_decisions_dated(_facts: CaseFacts, conference: Conference) -> Finding:
    """Where the municipality must decide formally it is said who does and when; a no has its reason. Source: R19."""
    for item in items(conference):
        if item.municipal is Municipal.NEEDS_FORMAL_DECISION and not (item.formal_by and item.formal_due):
            return lacks(_undecided(item).format(number=item.position), item.id)
        if item.municipal is Municipal.DECLINED and not item.declined_because:
            return lacks(_("hvorfor siger kommunen nej til punkt {number}?").format(number=item.position), item.id)
    return holds_for([item for item in items(conference) if item.municipal in _ANSWERED_FORMALLY])


def _undecided(item: PlanItem) -> str:
    """What lacks of a formal decision: who, when, or both."""
    if item.formal_due:
        return _("hvem afgør punkt {number}?")
    return _("hvornår afgøres punkt {number}?") if item.formal_by else _("hvem afgør punkt {number}, og hvornår?")


@of_conference
def plan_answered(facts: CaseFacts, conference: Conference) -> Finding:
    """The initiativtager has answered the plan, or the conference ended honestly without one. Source: R6, R12, P27."""
    decision = latest_decision(conference)
    if without_a_plan(facts, conference) or (decision and decision.outcome is not Outcome.RETURNED):
        return HOLDS
    return lacks(_("planen er sendt tilbage") if decision else _("planen har ikke fået svar"))


@of_conference
def return_explained(_facts: CaseFacts, conference: Conference) -> Finding:
    """A plan sent back rests on a bottom line or a question, and a refusal has its reason. Source: R14, P2, F20."""
    for decision in conference.decisions:
        if decision.outcome is Outcome.RETURNED and decision.rests_on_id is None:
            return lacks(_("hvilket krav eller spørgsmål hviler det på?"), decision.id)
        if decision.outcome is Outcome.REFUSED and not (decision.reason or decision.rests_on_id):
            return lacks(_("hvorfor siger initiativtageren nej?"), decision.id)
    return holds_for([one for one in conference.decisions if one.outcome in _NEEDS_WORDS])


@of_conference
def new_private_time_given(_facts: CaseFacts, conference: Conference) -> Finding:
    """After a return the family has a new private time. Source: R14, F20."""
    for decision in conference.decisions:
        later = any(step.round > decision.round and step.started_at for step in steps(conference, 2))
        if decision.outcome is Outcome.RETURNED and not later:
            return lacks(_("familien skal have tid alene igen"), decision.id)
    return holds_for([one for one in conference.decisions if one.outcome is Outcome.RETURNED])


@of_conference
def guardian_named(facts: CaseFacts, conference: Conference) -> Finding:
    """Somebody is named to watch over the plan. Source: P19, F21."""
    named = conference.guardian_id is not None or without_a_plan(facts, conference)
    return holds_if(named, _("planvogteren mangler"))


@of_conference
def follow_up_dated(facts: CaseFacts, conference: Conference) -> Finding:
    """It is agreed when they meet again, or said why not. Source: R186, P18, F21."""
    if conference.follow_up_on is not None or called_off(facts, conference):
        return HOLDS
    return lacks(_("hvornår mødes I igen?"), kept_reason=conference.no_follow_up_reason)


PREDICATES: dict[str, Predicate] = {
    **by_name(samordner_led, plan_read_aloud, plan_items_clear, questions_in_plan, municipal_items_marked),
    **by_name(formal_decisions_dated, plan_answered, return_explained, new_private_time_given),
    **by_name(guardian_named, follow_up_dated),
}
