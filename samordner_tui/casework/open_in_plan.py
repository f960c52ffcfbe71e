"""What a plan leaves open, said in one go before it is answered: what is unclear, and which questions wait.

Source: R13, R94, R180, F18.
"""

from __future__ import annotations

from typing import Final

from samordner_tui.casework.answered_plan import is_changed_since_reading
from samordner_tui.casework.cells import beginning
from samordner_tui.casework.decision import left_open
from samordner_tui.casework.plan_reading import unanswered
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.clarity import open_questions
from samordner_tui.method.readings import latest_plan

MOST: Final = 3
"""So many are told one by one; a box that is read by a tired person holds no more."""
SHORT: Final = 44
"""Letters of an agreement that stand before its question."""


def named_before_the_answer(facts: f.CaseFacts, conference: f.Conference) -> str:
    """What the sheet and the agreements typed so far leave open; nothing where all is there."""
    parts = (_sheet_told(conference), unclear_told(conference), _unanswered_told(facts, conference))
    return "\n".join(part for part in parts if part)


def _sheet_told(conference: f.Conference) -> str:
    """That the sheet is not typed yet, which it need not be, or is changed since everybody heard it."""
    if is_changed_since_reading(conference):
        return _("Planen er ændret, efter den blev læst op.")
    return "" if is_written(conference) else _("Planen er ikke skrevet af endnu. Har du arket?")


def is_written(conference: f.Conference) -> bool:
    """Whether the plan of this round is typed, in words or as agreements. The paper may lie on the table."""
    plan = latest_plan(conference)
    is_of_round = plan is not None and plan.version == max((one.round for one in conference.steps), default=1)
    return plan is not None and is_of_round and bool(plan.words or plan.items)


def unclear_told(conference: f.Conference) -> str:
    """`»mormor hjælper mere« Hvor tit?`: the first agreements that leave something open, and how many more."""
    items = left_open(conference)
    lines = [_told(one) for one in items[:MOST]]
    return "\n".join([*lines, *_and_more(len(items) - MOST)])


def _told(item: f.PlanItem) -> str:
    words, questions = beginning(item.what, SHORT), " ".join(open_questions(item))
    return _("»{words}« {questions}").format(words=words, questions=questions)


def _and_more(count: int) -> list[str]:
    if count <= 0:
        return []
    return [ngettext("og {count} aftale mere", "og {count} aftaler mere", count).format(count=count)]


def _unanswered_told(facts: f.CaseFacts, conference: f.Conference) -> str:
    plan = latest_plan(conference)
    waiting = unanswered(facts, plan) if plan is not None and plan.items else ()
    return "\n".join(_("Ingen aftale svarer på »{text}«").format(text=beginning(one.text)) for one in waiting[:MOST])
