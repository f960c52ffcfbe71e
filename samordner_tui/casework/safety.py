"""The safety questions: the samordner asks, a named person at the municipality answers.

Where something is marked, only that answer opens the network. Asked before the first contact with the network, again
after each talk with the child, and again before the day. Source: P21, P22, domain.md 8.4, design 5.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import SafetyRound
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.network import Contact
from samordner_tui.casework import change
from samordner_tui.casework.asking import Questions, finding
from samordner_tui.casework.cells import done, joined, marked, short_day
from samordner_tui.casework.change import Change
from samordner_tui.casework.facts import current_conference, facts_of
from samordner_tui.casework.forms import Form, Group
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates import PREDICATES
from samordner_tui.method.predicates.safety import DAYS_BEFORE
from samordner_tui.method.readings import day_of
from samordner_tui.method.terms import ContactKind, SafetyAnswer, SafetyOccasion, Standing
from samordner_tui.refusals import Refused

SECTION = "safety"

MARKS = ("violence", "sexual_abuse", "honour", "court_order")
"""What may be marked. Not one of them is explained here: the municipality knows the story."""

FORM = Form(
    SafetyRound,
    (
        Group("Du spørger kommunen", ("occasion", "asked_on", *MARKS)),
        Group("Kommunen svarer", ("answer", "answered_by", "answered_on", "measures")),
        Group("Kun til dig selv", ("note",)),
    ),
)

OPENS = (SafetyAnswer.MAY_BEGIN, SafetyAnswer.WITH_MEASURES)
"""The answers that open the network."""

SHUTS = (SafetyAnswer.WAIT, SafetyAnswer.NOT_THE_METHOD)
"""The answers that keep it shut until another is given."""


def is_marked(asked: f.SafetyRound) -> bool:
    """Whether one of the safety questions was answered with a yes."""
    return any(getattr(asked, name) for name in MARKS)


def network_is_shut(facts: f.CaseFacts, today: date) -> bool:
    """Something is marked or the municipality says wait, and no named person has said how to go on. Source: P22."""
    if not any(is_marked(one) or one.answer in SHUTS for one in facts.safety_rounds):
        return False
    return not PREDICATES["safety_answered"](facts, current_conference(facts), today).holds


def ask_again(session: Session, case_id: str, occasion: SafetyOccasion, today: date) -> str:
    """Put the safety questions to the municipality once more, and give back the new round."""
    return change.add(session, SafetyRound, case_id, today, occasion=occasion, asked_on=today)


def refuse_network_while_shut(session: Session, row: Record, today: date) -> None:
    """No network visit is planned or made while safety is marked and unanswered: that alone is refused."""
    if not isinstance(row, Contact) or (row.kind or ContactKind.NETWORK_VISIT) is not ContactKind.NETWORK_VISIT:
        return
    if network_is_shut(facts_of(session, row.case_id), today):
        raise Refused(shut_sentence())


def refuse_opening_a_shut_network(changed: Change) -> None:
    """Neither is another contact turned into a network visit, or a planned one into one that is made."""
    if changed.field.name == "kind" and changed.after is not ContactKind.NETWORK_VISIT:
        return
    if changed.field.name in {"kind", "outcome", "planned_at"} and isinstance(changed.row, Contact):
        is_visit = changed.field.name == "kind" or changed.row.kind is ContactKind.NETWORK_VISIT
        if is_visit and network_is_shut(facts_of(changed.session, changed.row.case_id), changed.today):
            raise Refused(shut_sentence())


def shut_sentence() -> str:
    """Why the network waits."""
    return _(
        "Der er svaret ja til noget om sikkerheden. Netværket venter, til en navngiven person i kommunen har svaret, "
        "at du må begynde."
    )


def section(context: Context) -> Section:
    """Every time the safety questions were asked, and the answers."""
    columns = (
        Column(_("Hvornår"), 22),
        Column(_("Spurgt"), 12),
        Column(_("Kommunens svar"), 26, grow=True),
    )
    rows = tuple(Row(one.id, "safety_rounds", _cells(context, one)) for one in context.facts.safety_rounds)
    shut = network_is_shut(context.facts, context.today)
    return Section(
        SECTION,
        _("Sikkerhed"),
        columns,
        rows,
        note=shut_sentence() if shut else "",
        empty=_("Spørg kommunen, før du taler med nogen i netværket."),
        adds="safety_rounds",
    )


def questions(ask: Questions) -> None:
    """What is open about safety."""
    rounds = ask.context.facts.safety_rounds
    last = rounds[-1] if rounds else None
    row_id = last.id if last is not None else None
    unanswered = next((name for name in MARKS if last is not None and getattr(last, name) is None), "asked_on")
    for predicate, applies, text, name in (
        (
            "safety_asked",
            True,
            _("Er der noget om sikkerhed, du skal vide, før du ringer til nogen? Spørg kommunen."),
            unanswered,
        ),
        (
            "safety_answered",
            finding(ask.context, "safety_asked").holds,
            _("Hvem i kommunen har svaret på sikkerheden, og hvad er svaret?"),
            "answer",
        ),
        (
            "safety_asked_after_talk",
            ask.context.conference is not None,
            _("Du har talt med {child}. Spørg kommunen om sikkerheden igen."),
            unanswered,
        ),
        (
            "safety_asked_before_day",
            _day_is_near(ask.context),
            _("Dagen er nær. Spørg kommunen om sikkerheden en sidste gang."),
            unanswered,
        ),
    ):
        if applies:
            ask.unless(predicate, text, section=SECTION, record="safety_rounds", row_id=row_id, name=name)


def _day_is_near(context: Context) -> bool:
    """Whether the conference is so near that safety is asked again. Source: design 5."""
    conference = context.conference
    day = day_of(context.facts, conference) if conference is not None else None
    return day is not None and 0 <= (day - context.today).days <= DAYS_BEFORE


def _cells(context: Context, asked: f.SafetyRound) -> tuple[str, ...]:
    return (
        context.method.label(asked.occasion),
        done(asked.asked_on, context.today, _("spørg")),
        _answer(context, asked),
    )


def _answer(context: Context, asked: f.SafetyRound) -> str:
    if asked.answer is None:
        return marked(Standing.OPEN, _("kommunen skal svare")) if is_marked(asked) else ""
    standing = Standing.MET if asked.answer in OPENS else Standing.BROKEN
    if not asked.answered_by:
        standing = Standing.PARTLY
    said = joined(context.method.label(asked.answer), asked.answered_by, short_day(asked.answered_on, context.today))
    return marked(standing, said)
