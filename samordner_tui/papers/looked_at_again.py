"""What others need perhaps not read, in people's own words on papers that leave: the plan, the expenses.

It is looked for in the text of the papers themselves, so that whatever is printed has been looked at.
Source: domain.md 5.3, R146.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from samordner_tui.archive.records.after import Expense
from samordner_tui.casework.agreement_names import named_in
from samordner_tui.casework.views import Context
from samordner_tui.language import Language
from samordner_tui.method.terms import InvitationChoice
from samordner_tui.papers.fields.kept import rows
from samordner_tui.papers.making import Sheet, in_language, spoken_on, written
from samordner_tui.papers.need_not_read import Pointed, Why, need_not_be_read
from samordner_tui.papers.paper.blocks import letters, lines_in
from samordner_tui.refusals import Refused

HOLDS_THE_PLAN: Final = frozenset({"plan", "plan_child"})
"""The papers in which the family's own words stand."""
HOLDS_EXPENSES: Final = frozenset({"time_account"})
"""The papers in which the samordner's words on an expense stand."""


def pointed_in_plan(context: Context, sheets: Iterable[Sheet], language: Language) -> tuple[Pointed, ...]:
    """What stands on those of these papers that hold the family's plan, each of its words once."""
    texts = dict.fromkeys(_said_on(context, one, language) for one in sheets if one.kind.id in HOLDS_THE_PLAN)
    found = (one for text in texts for one in need_not_be_read(text, _not_invited(context, text)))
    return tuple(dict.fromkeys(found))


def pointed_in_expenses(context: Context, sheets: Iterable[Sheet]) -> tuple[Pointed, ...]:
    """What stands in the words on expenses, where one of these papers holds them: names and addresses too."""
    if HOLDS_EXPENSES.isdisjoint(one.kind.id for one in sheets):
        return ()
    found = (part for row in rows(context, Expense) for part in _pointed_in_words(context, row))
    return tuple(dict.fromkeys(found))


def _pointed_in_words(context: Context, row: Expense) -> Iterator[Pointed]:
    text = "\n".join(part for part in (row.what, row.receipt) if part)
    yield from (Pointed(one.name, Why.NAMED) for one in named_in(context.facts, text))
    yield from need_not_be_read(text)


def _said_on(context: Context, sheet: Sheet, language: Language) -> str:
    """The letters of a paper as they are read, a line each; none of one that cannot be filled in and stays."""
    try:
        text = written(context, sheet, language)
    except Refused:
        return ""
    paper = in_language(sheet.kind, text, spoken_on(sheet, language))
    return "\n".join(letters(line) for line in lines_in(paper.blocks))


def _not_invited(context: Context, text: str) -> Iterator[str]:
    return (one.name for one in named_in(context.facts, text) if one.invited is InvitationChoice.NOT_INVITED)
