"""F1 to F4: the samordner is independent, consent and safety come first, and the family is in the questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Consent, Contact
from samordner_tui.method.fidelity.seen import Judgement, Seen, by_findings, by_share
from samordner_tui.method.predicates.assignment import against_independence, independence_answered
from samordner_tui.method.predicates.consent import consent_of_young_person, method_consent_complete
from samordner_tui.method.predicates.safety import safety_asked
from samordner_tui.method.predicates.shape import Finding, first_lack
from samordner_tui.method.predicates.statements import questions_made_with_family, questions_written
from samordner_tui.method.readings import current
from samordner_tui.method.terms import ConsentScope, ContactKind, ContactOutcome, MarkState, StatementKind

REACHED: Final = frozenset({ContactOutcome.MADE, ContactOutcome.INFORMED_OTHERWISE, ContactOutcome.DECLINED})
"""What comes of a contact when somebody is spoken with."""


def independent(seen: Seen) -> Judgement:
    """F1: the four questions are answered on a day, and none speaks against. Source: R22, R23, P3."""
    engagement = seen.facts.engagement
    against = against_independence(engagement)
    if against:
        return Judgement(MarkState.NOT, against)
    answered = seen.finds(independence_answered)
    if not answered.holds:
        return Judgement(MarkState.NOT_YET if seen.is_before else MarkState.PARTLY, answered.detail)
    if engagement.independence_answered_on is None:
        return Judgement(MarkState.PARTLY, _("du er uafhængig, men dagen, du sagde det, er ikke skrevet"))
    day = seen.said(engagement.independence_answered_on)
    return Judgement(MarkState.MET, _("du er uafhængig, og det sagde du {date}").format(date=day))


def consent_first(seen: Seen) -> Judgement:
    """F2: every consent was there when the first in the network was met. Source: R89, P5."""
    met = _network_contacts(seen.facts)
    if not met:
        there = _("alle har givet samtykke, og ingen i netværket er besøgt endnu")
        return by_findings([_consent_lack(seen, seen.facts.consents)], there, can_come=True)
    first = _first_day(met)
    if first is None:
        return _undated_contact()
    given = tuple(_as_of(one, first) for one in seen.facts.consents if one.answered_on and one.answered_on <= first)
    if _consent_lack(seen, given).holds:
        return Judgement(
            MarkState.MET, _("alle havde givet samtykke ved det første besøg {date}").format(date=seen.said(first))
        )
    undated = tuple(_as_of(one, first) for one in seen.facts.consents if one.answered_on is None)
    if _consent_lack(seen, (*undated, *given)).holds:
        return Judgement(MarkState.NOT_KNOWN, _("dagen for et samtykke er ikke skrevet"))
    some = any(one.scope is ConsentScope.METHOD and one.answer is not None for one in given)
    reason = _("ikke alle havde givet samtykke ved det første besøg {date}")
    return by_share(some, reason.format(date=seen.said(first)))


def _consent_lack(seen: Seen, consents: tuple[Consent, ...]) -> Finding:
    facts = replace(seen.facts, consents=consents)
    return first_lack(
        *(rule(facts, seen.conference, seen.today) for rule in (method_consent_complete, consent_of_young_person))
    )


def _as_of(consent: Consent, day: date) -> Consent:
    """A consent as it was on a day: what is taken back later was there."""
    later = consent.withdrawn_on is not None and consent.withdrawn_on > day
    return replace(consent, withdrawn_on=None) if later else consent


def safety_first(seen: Seen) -> Judgement:
    """F3: all four questions on safety, honour among them, were asked before anybody was met. Source: P21, P22."""
    met = _network_contacts(seen.facts)
    asked = [one for one in seen.facts.safety_rounds if _is_asked(seen, one.id)]
    days = [one.asked_on for one in asked if one.asked_on is not None]
    if asked and not days:
        return Judgement(MarkState.PARTLY, _("du har spurgt til sikkerheden, men dagen er ikke skrevet"))
    if not met:
        there = _("du har spurgt til sikkerheden, og ingen i netværket er besøgt endnu")
        return by_findings([seen.finds(safety_asked)], there, can_come=True)
    first = _first_day(met)
    if first is None:
        return _undated_contact()
    if not days:
        return Judgement(MarkState.NOT, seen.finds(safety_asked).detail)
    in_time = min(days) <= first
    reason = (
        _("du spurgte til sikkerheden {asked}, og det første besøg var {visited}")
        if in_time
        else _("du spurgte først til sikkerheden {asked}, og det første besøg var {visited}")
    )
    state = MarkState.MET if in_time else MarkState.NOT
    return Judgement(state, reason.format(asked=seen.said(min(days)), visited=seen.said(first)))


def _is_asked(seen: Seen, round_id: str) -> bool:
    """Whether all four questions were answered in one round."""
    one = tuple(asked for asked in seen.facts.safety_rounds if asked.id == round_id)
    return safety_asked(replace(seen.facts, safety_rounds=one), seen.conference, seen.today).holds


def questions_with_family(seen: Seen) -> Judgement:
    """F4: three to five questions, put into words with the family. Source: R94, F4."""
    count = len(current(seen.facts, StatementKind.QUESTION))
    return by_findings(
        [seen.finds(questions_written), seen.finds(questions_made_with_family)],
        _("der er {count} spørgsmål, og familien har været med til at skrive dem").format(count=count),
        can_come=seen.is_before,
    )


def _network_contacts(facts: CaseFacts) -> list[Contact]:
    """The visits at which somebody in the network was spoken with, not only those who are asked for consent."""
    asked = {one.person_id for one in facts.custodies} | {one.person_id for one in facts.children}
    return [
        one
        for one in facts.contacts
        if one.kind is ContactKind.NETWORK_VISIT
        and one.outcome in REACHED
        and not (one.people and asked.issuperset(one.people))
    ]


def _first_day(contacts: list[Contact]) -> date | None:
    return min((one.held_on for one in contacts if one.held_on is not None), default=None)


def _undated_contact() -> Judgement:
    return Judgement(MarkState.NOT_KNOWN, _("dagen for det første besøg er ikke skrevet"))
