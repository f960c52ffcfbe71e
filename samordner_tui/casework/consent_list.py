"""Every consent that is expected as a line, and what is open about it. Source: R89, P4, P5."""

from __future__ import annotations

from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import child_name, joined, marked, name_of, names_of, short_day
from samordner_tui.casework.consents import (
    SECTION,
    STOPS,
    Expected,
    answer_to,
    expected,
    planned_that_stop,
    whom_to_tell,
    withdrawn,
)
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import ConsentAnswer, ConsentScope, Standing


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
