"""After the day: the plan typed in the family's words and sent, and the briefings deleted."""

from __future__ import annotations

from datetime import date

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Conference, Delivery, Plan
from samordner_tui.method.predicates.briefings import whose
from samordner_tui.method.predicates.shape import (
    HOLDS,
    NOTHING,
    Finding,
    Predicate,
    by_name,
    holds_for,
    holds_if,
    lacks,
    of_conference,
)
from samordner_tui.method.readings import called, latest_decision, latest_plan, without_a_plan
from samordner_tui.method.terms import Outcome


def has_words(plan: Plan | None) -> bool:
    """Whether a plan holds the family's words. Source: R11, R179."""
    return plan is not None and bool(plan.words and plan.words.strip())


def _plan_lack(facts: CaseFacts, conference: Conference) -> Finding | None:
    """What to say before there is a plan at all; nothing once there is one."""
    if latest_plan(conference) is not None:
        return None
    return HOLDS if without_a_plan(facts, conference) else lacks(_("planen er ikke skrevet"))


@of_conference
def plan_written(facts: CaseFacts, conference: Conference) -> Finding:
    """There is a plan in the family's own words. Source: R11, R179, F18."""
    return _plan_lack(facts, conference) or holds_if(
        has_words(latest_plan(conference)), _("familiens egne ord mangler")
    )


@of_conference
def plan_typed(facts: CaseFacts, conference: Conference) -> Finding:
    """The plan is typed from the paper. Source: R179."""
    plan = latest_plan(conference)
    typed = plan is not None and plan.typed_on is not None
    return _plan_lack(facts, conference) or holds_if(typed, _("planen er ikke skrevet af fra papiret"))


@of_conference
def plan_confirmed(facts: CaseFacts, conference: Conference) -> Finding:
    """The note taker has seen that the wording is the family's. Source: R146, R179."""
    plan = latest_plan(conference)
    confirmed = plan is not None and plan.confirmed_on is not None
    return _plan_lack(facts, conference) or holds_if(confirmed, _("referenten har ikke set planen igennem"))


@of_conference
def plan_items_written(facts: CaseFacts, conference: Conference) -> Finding:
    """The plan stands as agreements too. Source: R13, R179."""
    plan = latest_plan(conference)
    written = plan is not None and bool(plan.items)
    return _plan_lack(facts, conference) or holds_if(written, _("aftalerne er ikke skrevet"))


@of_conference
def plan_sent(facts: CaseFacts, conference: Conference) -> Finding:
    """Everybody who is to have the plan has it. Source: R179, F22."""
    lack = _plan_lack(facts, conference)
    if lack is not None:
        return lack
    plan = latest_plan(conference)
    deliveries = plan.deliveries if plan else ()
    if not deliveries:
        return lacks(_("planen er ikke sendt"))
    for delivery in deliveries:
        if delivery.sent_on is None:
            sentence = _("{name} har ikke fået planen").format(name=_receiver(facts, delivery))
            return lacks(sentence, delivery.person_id or delivery.authority_id)
    return HOLDS


def _receiver(facts: CaseFacts, delivery: Delivery) -> str:
    authority = next((one.name for one in facts.authorities if one.id == delivery.authority_id), None)
    return authority or called(facts, delivery.person_id)


@of_conference
def child_version_made(facts: CaseFacts, conference: Conference) -> Finding:
    """The plan is made in a version the child understands. Source: R176, F22."""
    plan = latest_plan(conference)
    made = plan is not None and plan.child_version_on is not None
    return _plan_lack(facts, conference) or holds_if(made, _("barnets udgave af planen mangler"))


@of_conference
def briefings_deleted(facts: CaseFacts, conference: Conference) -> Finding:
    """Text and prints of every briefing are deleted. Source: R75, domain.md 5.4."""
    for briefing in conference.briefings:
        if briefing.deleted_on is None:
            return lacks(_("oplægget fra {whose} er ikke slettet").format(whose=whose(facts, briefing)), briefing.id)
    return holds_for(conference.briefings)


def provisional_settled(_facts: CaseFacts, conference: Conference | None, today: date) -> Finding:
    """An approval that was provisional is made final. Source: R15, cornerstones.md."""
    decision = latest_decision(conference) if conference else None
    if decision is None or decision.outcome is not Outcome.PROVISIONAL:
        return NOTHING
    passed = decision.provisional_until is not None and decision.provisional_until < today
    sentence = _("fristen for det endelige svar er gået") if passed else _("det endelige svar mangler")
    return lacks(sentence, decision.id)


PREDICATES: dict[str, Predicate] = {
    **by_name(plan_written, plan_typed, plan_confirmed, plan_items_written, plan_sent, child_version_made),
    **by_name(briefings_deleted, provisional_settled),
}
