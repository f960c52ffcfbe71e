"""Opgaven og samtykket: the case is opened, the agreement made, and consent and safety are in place.

Everything that must be known before the network hears of the conference. Source: R15, R22, R23, R89, P5, P21, P22.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Case, Engagement, SafetyRound
from samordner_tui.archive.records.day import Conference
from samordner_tui.casework import (
    authorities,
    change,
    consent_list,
    consents,
    engagement,
    milestones,
    safety,
    statements,
)
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import joined
from samordner_tui.casework.entry import Problem, checked, forbidden
from samordner_tui.casework.fields import field_of
from samordner_tui.casework.forms import FORMS
from samordner_tui.casework.views import Context, StageView
from samordner_tui.language import _
from samordner_tui.method.terms import SafetyOccasion, StageId
from samordner_tui.refusals import Refused

FORMS.add(
    engagement.CASE_FORM,
    engagement.ENGAGEMENT_FORM,
    statements.FORM,
    authorities.FORM,
    consents.FORM,
    safety.FORM,
    milestones.FORM,
)


def refuse_a_number_that_is_taken(changed: change.Change) -> None:
    """Two cases never have the same number: it names the case everywhere."""
    if changed.field.name == "number" and isinstance(changed.after, str):
        _refuse_taken(changed.session, changed.after)


change.rules_of(Case).before_change.append(refuse_a_number_that_is_taken)


def open_case(session: Session, number: str, alias: str, today: date) -> str:
    """Open a case with its first conference and the safety questions that come before any contact.

    Raises:
        Refused: the number is taken, or number or alias cannot be kept as they are typed.
    """
    number, alias = _fit("number", number), _fit("alias", alias)
    _refuse_taken(session, number)
    case_id = change.add(session, Case, None, today, number=number, alias=alias, opened_on=today)
    change.add(session, Engagement, case_id, today)
    change.add(session, Conference, case_id, today, number=1)
    change.add(session, SafetyRound, case_id, today, occasion=SafetyOccasion.BEFORE_CONTACT)
    return case_id


def view(context: Context) -> StageView:
    """The stage as it is shown."""
    ask = Questions(context, StageId.ASSIGNMENT)
    for part in (safety, consent_list, engagement, statements, authorities):
        part.questions(ask)
    sections = (
        engagement.section(context),
        *statements.sections(context),
        authorities.section(context),
        consent_list.section(context),
        safety.section(context),
        milestones.section(context),
    )
    title = context.method.stage(StageId.ASSIGNMENT).title.text
    return StageView(StageId.ASSIGNMENT, title, _summary(context), tuple(ask.gathered), sections)


def _summary(context: Context) -> str:
    facts = context.facts
    wanted = tuple(consents.expected(facts))
    given = [one for one in wanted if (answer := consents.answer_to(facts, one)) and answer.answer is not None]
    return joined(
        facts.engagement.municipality,
        _("{given} af {all} samtykker er på plads").format(given=len(given), all=len(wanted)) if wanted else None,
    )


def _refuse_taken(session: Session, number: str) -> None:
    if session.scalar(select(Case.id).where(Case.number == number)) is not None:
        raise Refused(_("Der er allerede en sag med nummeret {number}.").format(number=number))


def _fit(name: str, typed: str) -> str:
    text = typed.strip()
    wrong = forbidden(text)
    outcome = wrong if wrong is not None else checked(field_of(Case, name), text)
    if isinstance(outcome, Problem):
        raise Refused(outcome.sentence)
    return text
