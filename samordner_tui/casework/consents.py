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
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import child_name, joined, marked, name_of, names_of, short_day
from samordner_tui.casework.change import Change, change_field
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.forms import Form, Group, is_set
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import (
    ConsentAnswer,
    ConsentScope,
    ContactKind,
    ContactOutcome,
    Standing,
)
from samordner_tui.refusals import Refused

SECTION = "consents"

FORM = Form(
    Consent,
    (
        Group("Hvem og til hvad", ("person_id", "child_id", "scope")),
        Group("Svaret", ("answer", "answered_on", "evidence")),
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
    fitting = [
        one
        for one in facts.consents
        if one.person_id == wanted.person_id and one.scope is wanted.scope and one.child_id in (None, wanted.child_id)
    ]
    newest = max(enumerate(fitting), key=lambda pair: (pair[1].answered_on or date.min, pair[0]), default=(0, None))
    return newest[1]


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


def section(context: Context) -> Section:
    """Every consent that is expected, and those that were given beside them."""
    columns = (
        Column(_("Hvem"), 14, grow=True),
        Column(_("Til hvad"), 22),
        Column(_("Svar"), 22),
        Column(_("Givet"), 12, drop_at=72),
    )
    wanted = tuple(expected(context.facts))
    shown = {answer.id for one in wanted if (answer := answer_to(context.facts, one)) is not None}
    rest = [one for one in context.facts.consents if one.id not in shown]
    rows = (*(_expected_row(context, one) for one in wanted), *(_row(context, one) for one in rest))
    return Section(
        SECTION,
        _("Samtykke"),
        columns,
        rows,
        note=_note(context),
        empty=_("Når barnet og forældremyndigheden er skrevet ind, står hvert samtykke her."),
        adds="consents",
    )


def questions(ask: Questions) -> None:
    """Each consent that is not answered, and what a withdrawal asks for."""
    facts = ask.context.facts
    for wanted in expected(facts):
        answer = answer_to(facts, wanted)
        row_id = answer.id if answer is not None else _expected_id(wanted)
        text = _open_words(ask.context, wanted, answer)
        ask.when(bool(text), text, section=SECTION, record="consents", row_id=row_id, name="answer")
    for consent in facts.consents:
        told = consent.withdrawn_on is None or consent.told_on is not None
        ask.when(
            not told,
            _("{name} har trukket sit samtykke tilbage. Har alle fået besked?").format(
                name=name_of(facts, consent.person_id)
            ),
            section=SECTION,
            record="consents",
            row_id=consent.id,
            name="told_on",
        )


def _open_words(context: Context, wanted: Expected, answer: f.Consent | None) -> str:
    facts = context.facts
    name, child = name_of(facts, wanted.person_id), child_name(facts, wanted.child_id)
    if answer is None or answer.answer is None:
        if wanted.scope is ConsentScope.CHILD_TALK:
            return _("Siger {name} ja til, at du taler med {child}?").format(name=name, child=child)
        return _("Siger {name} ja til rådslagningen?").format(name=name)
    if answer.answer is ConsentAnswer.MUNICIPALITY_PROCEEDS and not (answer.proceeds_by and answer.proceeds_ground):
        return _("Hvem i kommunen går videre uden et ja fra {name}, og på hvilket grundlag?").format(name=name)
    if answer.answer is ConsentAnswer.NO:
        return _("{name} har sagt nej. Rådslagningen er frivillig: tal med initiativtageren.").format(name=name)
    return ""


def _expected_id(wanted: Expected) -> str:
    return f"+{wanted.person_id}/{wanted.child_id}/{wanted.scope}"


def _expected_row(context: Context, wanted: Expected) -> Row:
    answer = answer_to(context.facts, wanted)
    if answer is not None:
        return _row(context, answer)
    scope = _scope_words(context, wanted.scope, wanted.child_id)
    cells = (name_of(context.facts, wanted.person_id), scope, marked(Standing.OPEN, _("spørg")), "")
    values = {"person_id": wanted.person_id, "child_id": wanted.child_id, "scope": wanted.scope}
    return Row(_expected_id(wanted), "consents", cells, add_values=values, field="answer")


def _row(context: Context, consent: f.Consent) -> Row:
    evidence = context.method.label(consent.evidence) if consent.evidence else ""
    scope = _scope_words(context, consent.scope, consent.child_id)
    return Row(
        consent.id,
        "consents",
        (name_of(context.facts, consent.person_id), scope, _answer_words(context, consent), evidence),
        dim=consent.withdrawn_on is not None,
        field="answer",
    )


def _scope_words(context: Context, scope: ConsentScope, child_id: str | None) -> str:
    several = len(context.facts.children) > 1
    return joined(context.method.label(scope), child_name(context.facts, child_id) if several else None)


def _answer_words(context: Context, consent: f.Consent) -> str:
    if consent.withdrawn_on is not None:
        day = short_day(consent.withdrawn_on, context.today)
        return marked(Standing.BROKEN, _("trukket tilbage {day}").format(day=day))
    if consent.answer is None:
        return marked(Standing.OPEN, _("spørg"))
    standing = Standing.BROKEN if consent.answer is ConsentAnswer.NO else Standing.MET
    if consent.answer is ConsentAnswer.NOT_FOUND:
        standing = Standing.PARTLY
    words = context.method.label(consent.answer)
    return marked(standing, joined(words, short_day(consent.answered_on, context.today)))


def _note(context: Context) -> str:
    facts = context.facts
    if all(withdrawn(facts, scope) is None for scope in STOPS):
        return ""
    told = ", ".join(whom_to_tell(facts)) or _("ingen endnu")
    stopped = names_of(facts, (person for one in planned_that_stop(facts) for person in one.people))
    lines = [_("Samtykket er trukket tilbage, og kontakten er standset. Giv besked til: {names}.").format(names=told)]
    if stopped:
        lines.append(_("Aflys aftalerne med {names}.").format(names=stopped))
    return " ".join(lines)
