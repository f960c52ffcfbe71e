"""Reading a plan: what it leaves open, which questions nothing answers, and how an agreement is said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.casework.views import Context
from samordner_tui.method import facts as f
from samordner_tui.method.clarity import open_questions
from samordner_tui.method.readings import current
from samordner_tui.method.terms import StatementKind, WhenKind
from samordner_tui.method.wording import show_date

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


def unanswered(facts: f.CaseFacts, plan: f.Plan) -> tuple[f.Statement, ...]:
    """The questions to the conference that no agreement of the plan says it answers. Source: R94."""
    answered = {one.answers_id for one in plan.items}
    questions = current(facts, StatementKind.QUESTION)
    return tuple(one for one in questions if not answered & {one.id, one.replaces_id or one.id})


def unclear(plan: f.Plan) -> tuple[tuple[f.PlanItem, tuple[str, ...]], ...]:
    """The agreements that leave something open, each with the questions that would make it clear. Source: R13."""
    found = ((one, open_questions(one)) for one in plan.items)
    return tuple((one, questions) for one, questions in found if questions)


def when(context: Context, item: f.PlanItem) -> str:
    """`hver mandag`, `tors. 4. feb.`, `fra nu af`."""
    return said_when(item, context.method, context.today)


def said_when(item: f.PlanItem, method: Method, today: date) -> str:
    """The same, where there is no view to be made."""
    if item.when_kind is WhenKind.DATE and item.when_date is not None:
        return show_date(item.when_date, today)
    if item.when_kind is None:
        return ""
    return item.when_words or method.label(item.when_kind)


def first_line(words: str) -> str:
    """The first line that says something."""
    return next((line.strip() for line in words.splitlines() if line.strip()), "")
