"""Consent of every custody holder and of the young person, and what follows when it is withdrawn.

Consent follows custody. Every answer that is expected stands as a line, asked for or not. Source: R89, P4, P5.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Consent
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.network import Contact
from samordner_tui.casework.change import Change, change_field
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.forms import Form, Group, is_set
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.consent import latest_answer
from samordner_tui.method.terms import (
    ConsentAnswer,
    ConsentScope,
    ContactKind,
    ContactOutcome,
)
from samordner_tui.refusals import Refused

SECTION = "consents"

FORM = Form(
    Consent,
    (
        Group("Hvem og til hvad", ("person_id", "child_id", "scope")),
        Group("Svar og bevis", ("answer", "answered_on", "evidence")),
        Group(
            "Når kommunen går videre",
            ("proceeds_by", "proceeds_ground"),
            shown_when=is_set(answer=ConsentAnswer.MUNICIPALITY_PROCEEDS),
        ),
        Group("Hvis det bliver trukket tilbage", ("withdrawn_on", "told_on")),
    ),
)


@dataclass(frozen=True)
class Expected:
    """An answer about consent that the method asks for."""

    person_id: str
    child_id: str
    scope: ConsentScope


def expected(facts: f.CaseFacts) -> Iterator[Expected]:
    """Every consent the case needs: of each custody holder to the method and the talk, of the young person itself."""
    for child in facts.children:
        for custody in facts.custodies:
            if custody.child_id == child.id:
                yield Expected(custody.person_id, child.id, ConsentScope.METHOD)
                yield Expected(custody.person_id, child.id, ConsentScope.CHILD_TALK)
        person = next((one for one in facts.people if one.id == child.person_id), None)
        if person is not None and person.age is not None and person.age >= facts.ages.consents_from:
            yield Expected(person.id, child.id, ConsentScope.METHOD)


def answer_to(facts: f.CaseFacts, wanted: Expected) -> f.Consent | None:
    """The newest answer to what is asked, also where it was given for every child of the case."""
    return latest_answer(facts, wanted.person_id, wanted.child_id, wanted.scope)


def withdrawn(facts: f.CaseFacts, scope: ConsentScope) -> f.Consent | None:
    """A consent to `scope` that was withdrawn and not given again."""
    answers = (answer_to(facts, wanted) for wanted in expected(facts) if wanted.scope is scope)
    return next((one for one in answers if one is not None and one.withdrawn_on is not None), None)


def withdraw(session: Session, consent_id: str, today: date) -> tuple[str, ...]:
    """Note that a consent is withdrawn; give back who is to be told, by name."""
    change_field(session, Consent, consent_id, "withdrawn_on", today, today)
    row = session.get(Consent, consent_id)
    return () if row is None else whom_to_tell(facts_of(session, row.case_id))


def whom_to_tell(facts: f.CaseFacts) -> tuple[str, ...]:
    """Who has heard of the conference and must hear that consent is withdrawn: the municipality first."""
    reached = {person_id for contact in facts.contacts for person_id in contact.people}
    for conference in facts.conferences:
        reached |= {one.person_id for one in conference.invitations if one.sent_on is not None}
        reached |= {one.person_id for one in conference.role_holders if one.asked_on is not None}
        reached |= {one.author_id for one in conference.briefings if one.author_id is not None}
    children = {one.person_id for one in facts.children}
    people = [one.name for one in facts.people if one.id in reached and one.id not in children]
    return (*(one.name for one in facts.authorities), *people)


def planned_that_stop(facts: f.CaseFacts) -> tuple[f.Contact, ...]:
    """Contacts that are planned and cannot go on without the consent that is withdrawn."""
    stopped = _stopped_kinds(facts)
    return tuple(one for one in facts.contacts if one.outcome is ContactOutcome.PLANNED and one.kind in stopped)


OPENS = (ConsentAnswer.YES, ConsentAnswer.MUNICIPALITY_PROCEEDS)
"""The answers that open the way."""

STOPS = {
    ConsentScope.METHOD: (ContactKind.NETWORK_VISIT, ContactKind.CHILD_TALK, ContactKind.INFORMANT_TALK),
    ConsentScope.CHILD_TALK: (ContactKind.CHILD_TALK,),
}
"""Which contacts stop when a consent is withdrawn. Talks with the parents and the initiativtager go on."""


def _stopped_kinds(facts: f.CaseFacts) -> tuple[ContactKind, ...]:
    return tuple(kind for scope, kinds in STOPS.items() if withdrawn(facts, scope) is not None for kind in kinds)


def refuse_planning_without_consent(session: Session, row: Record, today: date) -> None:
    """Nothing new is planned while a consent it rests on is withdrawn. Source: P4."""
    if not isinstance(row, Contact) or row.outcome not in (None, ContactOutcome.PLANNED):
        return
    facts = facts_of(session, row.case_id)
    if (row.kind or ContactKind.NETWORK_VISIT) in _stopped_kinds(facts):
        raise Refused(_("Samtykket er trukket tilbage. Der kan ikke aftales mere, før der igen er sagt ja."))


def refuse_moving_without_consent(change: Change) -> None:
    """Nor is what was planned moved to another day."""
    if change.field.name == "planned_at" and change.after is not None:
        refuse_planning_without_consent(change.session, change.row, change.today)
