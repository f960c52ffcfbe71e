"""What was answered to the plan, told in whole sentences: by whom, with what authority, and what a return rests on.

Source: R6, R12, R14, R15, P2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from samordner_tui.casework.cells import joined
from samordner_tui.casework.evening_sections import clock_time
from samordner_tui.casework.views import Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import Outcome, StatementKind
from samordner_tui.method.wording import show_long_date

ABOUT: Final = "about_answer"


def about_answers(context: Context, conference: f.Conference) -> tuple[Section, ...]:
    """The answers in sentences, the latest first; each opens the answer where it is written."""
    rows = tuple(
        Row(one.id, "decisions", (sentence,), field=name)
        for one in reversed(conference.decisions)
        for name, sentence in sentences(context, one)
    )
    return (Section(ABOUT, _("Om svaret"), rows=rows),) if rows else ()


def sentences(context: Context, decision: f.Decision) -> Iterator[tuple[str, str]]:
    """What is told of one answer, each sentence with the field it stands in."""
    yield "authority_id", _given(context, decision)
    if decision.leader_called_at is not None:
        called = _("Lederen blev ringet op kl. {time}.")
        yield "leader_called_at", called.format(time=clock_time(context, decision.leader_called_at))
    if decision.provisional_until is not None:
        day = show_long_date(decision.provisional_until, context.today)
        yield "provisional_until", _("Det endelige svar kommer senest {day}.").format(day=day)
    yield from _rests_on(context, decision)
    if decision.possible_if:
        yield "possible_if", _("Planen kan godkendes, hvis: {words}").format(words=decision.possible_if)
    if decision.reason:
        yield "reason", _("Begrundelsen: {words}").format(words=decision.reason)


def _given(context: Context, decision: f.Decision) -> str:
    round_number, time = decision.round, clock_time(context, decision.decided_at)
    who = next((one for one in context.facts.authorities if one.id == decision.authority_id), None)
    if who is None:
        return _("{round}. omgang: svaret kom kl. {time}. Hvem gav det?").format(round=round_number, time=time)
    name = f"{who.name} ({context.method.label(who.kind).lower()})"
    told = {
        None: _("{round}. omgang: {name} svarede kl. {time}."),
        True: _("{round}. omgang: {name}, som må godkende planen, svarede kl. {time}."),
        False: _("{round}. omgang: {name}, som ikke selv må godkende planen, svarede kl. {time}."),
    }[who.may_approve]
    return told.format(round=round_number, name=name, time=time)


def _rests_on(context: Context, decision: f.Decision) -> Iterator[tuple[str, str]]:
    if decision.outcome is not Outcome.RETURNED:
        return
    statement = next((one for one in context.facts.statements if one.id == decision.rests_on_id), None)
    if statement is None:
        yield "rests_on_id", _("Det står ikke, hvilket krav eller spørgsmål det hviler på.")
        return
    is_line = statement.kind is StatementKind.BOTTOM_LINE
    told = _("Det hviler på kravet »{text}«") if is_line else _("Det hviler på spørgsmålet »{text}«")
    new = _("nyt for familien") if decision.rests_on_new else None
    yield "rests_on_id", joined(told.format(text=statement.text), new)
