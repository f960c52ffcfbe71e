"""Following up: the plan guardian is called, the child is talked with, and they meet again."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Conference
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
from samordner_tui.method.readings import called_off, child_name, day_of, plan_before, without_a_plan
from samordner_tui.method.terms import ConferenceKind, ContactKind, ContactOutcome


def is_talked_with(facts: CaseFacts, conference: Conference, kind: ContactKind, person_id: str | None) -> bool:
    """Whether a talk of a kind was made with somebody since the conference."""
    day = day_of(facts, conference)
    return any(
        contact.kind is kind
        and contact.outcome is ContactOutcome.MADE
        and (not contact.people or person_id in contact.people)
        and (day is None or contact.held_on is None or contact.held_on >= day)
        for contact in facts.contacts
    )


@of_conference
def guardian_called(facts: CaseFacts, conference: Conference) -> Finding:
    """The plan guardian is called after some weeks. Source: domain.md 2 phase 8."""
    if without_a_plan(facts, conference):
        return HOLDS
    called = is_talked_with(facts, conference, ContactKind.GUARDIAN_CALL, conference.guardian_id)
    return holds_if(called, _("planvogteren er ikke ringet op"))


@of_conference
def debrief_held(facts: CaseFacts, conference: Conference) -> Finding:
    """Every child is talked with after the conference. Source: R60, R66."""
    if called_off(facts, conference):
        return NOTHING
    for child in facts.children:
        if not is_talked_with(facts, conference, ContactKind.AFTER_TALK, child.person_id):
            return lacks(_("tal med {name} om, hvordan det gik").format(name=child_name(facts, child)), child.id)
    return holds_for(facts.children)


@of_conference
def follow_up_planned(facts: CaseFacts, conference: Conference) -> Finding:
    """The next conference of the series is set up, or it is said why there is none. Source: R99, F24."""
    if conference.no_follow_up_reason or called_off(facts, conference):
        return HOLDS
    later = any(other.number > conference.number for other in facts.conferences)
    return holds_if(later, _("den næste rådslagning er ikke oprettet"))


@of_conference
def progress_noted(facts: CaseFacts, conference: Conference) -> Finding:
    """At a follow-up it is noted what became of each agreement of the last plan. Source: R148."""
    if conference.kind is not ConferenceKind.FOLLOW_UP:
        return NOTHING
    plan = plan_before(facts, conference)
    noted = {progress.item_id for progress in conference.progress}
    agreed = plan.items if plan else ()
    for item in agreed:
        if item.id not in noted:
            return lacks(_("hvad blev det til med »{what}«?").format(what=item.what), item.id)
    return holds_for(agreed)


PREDICATES: dict[str, Predicate] = {**by_name(guardian_called, debrief_held, follow_up_planned, progress_noted)}
