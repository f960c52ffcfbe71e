"""Consent of everybody who holds custody, and of the young person."""

from __future__ import annotations

from datetime import date

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Child, Consent
from samordner_tui.method.predicates.shape import (
    HOLDS,
    NOTHING,
    Finding,
    Predicate,
    by_name,
    first_lack,
    holds_for,
    lacks,
    of_case,
)
from samordner_tui.method.readings import called, child_name, person
from samordner_tui.method.terms import ConsentAnswer, ConsentScope


def latest_answer(facts: CaseFacts, person_id: str, child_id: str, scope: ConsentScope) -> Consent | None:
    """The answer that holds now: the last dated one that is for this child or for all."""
    own = [
        consent
        for consent in facts.consents
        if consent.person_id == person_id and consent.scope is scope and consent.child_id in {None, child_id}
    ]
    return max(enumerate(own), key=lambda pair: (pair[1].answered_on or date.min, pair[0]), default=(0, None))[1]


def _sentence(consent: Consent | None, name: str) -> str:
    """What lacks in an answer; nothing when it opens the way. Source: R89."""
    if consent is None or consent.answer is None:
        return _("{name} har ikke svaret på samtykke").format(name=name)
    if consent.withdrawn_on is not None:
        return _("{name} har trukket sit samtykke").format(name=name)
    if consent.answer is ConsentAnswer.NO:
        return _("{name} har sagt nej").format(name=name)
    if consent.answer is ConsentAnswer.NOT_FOUND:
        return _("{name} er ikke fundet").format(name=name)
    if consent.answer is ConsentAnswer.MUNICIPALITY_PROCEEDS and not (consent.proceeds_by and consent.proceeds_ground):
        return _("hvem i kommunen går videre, og hvorfor?")
    return ""


def _complete(facts: CaseFacts, scope: ConsentScope) -> Finding:
    """Every custody holder of every child has answered so that the way is open."""
    if not facts.children:
        return lacks(_("barnet er ikke noteret"))
    return first_lack(*(_of_child(facts, child, scope) for child in facts.children))


def _of_child(facts: CaseFacts, child: Child, scope: ConsentScope) -> Finding:
    holders = [custody.person_id for custody in facts.custodies if custody.child_id == child.id]
    if not holders:
        sentence = _("forældremyndigheden over {name} er ikke noteret").format(name=child_name(facts, child))
        return lacks(sentence, child.id)
    for holder in holders:
        sentence = _sentence(latest_answer(facts, holder, child.id, scope), called(facts, holder))
        if sentence:
            return lacks(sentence, holder)
    return HOLDS


@of_case
def custody_known(facts: CaseFacts) -> Finding:
    """It is known who holds custody of every child. Source: R89."""
    if not facts.children:
        return lacks(_("barnet er ikke noteret"))
    known = {custody.child_id for custody in facts.custodies}
    for child in facts.children:
        if child.id not in known:
            sentence = _("forældremyndigheden over {name} er ikke noteret")
            return lacks(sentence.format(name=child_name(facts, child)), child.id)
    return HOLDS


@of_case
def method_consent_complete(facts: CaseFacts) -> Finding:
    """Every custody holder consents to the method, or the municipality proceeds on a ground. Source: R89."""
    return _complete(facts, ConsentScope.METHOD)


@of_case
def talk_consent_complete(facts: CaseFacts) -> Finding:
    """Every custody holder consents to talks with the child. Source: domain.md 2 phase 2."""
    return _complete(facts, ConsentScope.CHILD_TALK)


@of_case
def consent_of_young_person(facts: CaseFacts) -> Finding:
    """Every child old enough consents to the method itself. Source: P5, R89."""
    old_enough = False
    for child in facts.children:
        own = person(facts, child.person_id)
        if own is None or own.age is None or own.age < facts.ages.consents_from:
            continue
        old_enough = True
        consent = latest_answer(facts, child.person_id, child.id, ConsentScope.METHOD)
        sentence = _sentence(consent, own.name)
        if sentence:
            return lacks(sentence, child.id)
        if consent is not None and consent.answer is not ConsentAnswer.YES:
            return lacks(_("{name} svarer selv").format(name=own.name), child.id)
    return HOLDS if old_enough else NOTHING


@of_case
def withdrawal_told(facts: CaseFacts) -> Finding:
    """Where a consent is withdrawn, those it touches are told. Source: P4, P5."""
    for consent in facts.consents:
        if consent.withdrawn_on is not None and consent.told_on is None:
            sentence = _("{name} har trukket sit samtykke; sig det til de berørte")
            return lacks(sentence.format(name=called(facts, consent.person_id)), consent.person_id)
    return holds_for([consent for consent in facts.consents if consent.withdrawn_on is not None])


PREDICATES: dict[str, Predicate] = {
    **by_name(custody_known, method_consent_complete, talk_consent_complete, consent_of_young_person, withdrawal_told),
}
