"""What a plan leaves open, said in one go before it is answered: what is unclear, and which questions wait.

Source: R13, R94, R180, F18.
"""

from __future__ import annotations

import re
from typing import Final

from samordner_tui.casework.agreement_names import named_in
from samordner_tui.casework.answered_plan import is_changed_since_reading
from samordner_tui.casework.cells import beginning
from samordner_tui.casework.decision import items_of_round, left_open
from samordner_tui.casework.names_in_words import name_said
from samordner_tui.casework.plan_reading import unanswered
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.clarity import EVERYBODY, open_questions
from samordner_tui.method.readings import latest_decision, latest_plan
from samordner_tui.method.terms import Outcome

MOST: Final = 3
"""So many are told one by one; a box that is read by a tired person holds no more."""
MUNICIPALITY: Final = re.compile(r"\b(kommune\w*|initiativtager\w*|sagsbehandler\w*|rådgiver\w*)\b", re.IGNORECASE)
"""Words for those who answer for the municipality."""
SHORT: Final = 44
"""Letters of an agreement that stand before its question."""


def named_before_the_answer(facts: f.CaseFacts, conference: f.Conference) -> str:
    """What the sheet and the agreements typed so far leave open; nothing where all is there."""
    parts = (
        _condition_told(conference),
        _sheet_told(conference),
        unclear_told(conference),
        _unanswered_told(facts, conference),
        _unasked_told(facts, conference),
        _municipal_told(facts, conference),
    )
    return "\n".join(part for part in parts if part)


def _condition_told(conference: f.Conference) -> str:
    """What the last return said would make the plan possible, so that it is held against it."""
    last = latest_decision(conference)
    if last is None or last.outcome is not Outcome.RETURNED or not last.possible_if:
        return ""
    return _("Sidst hed det: Planen kan godkendes, hvis {condition}").format(condition=last.possible_if)


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


def _unasked_told(facts: f.CaseFacts, conference: f.Conference) -> str:
    """Whoever is given a task and stands nowhere in the case: nobody has asked them. The words stay as they are."""
    given = dict.fromkeys(one.who for one in items_of_round(conference) if one.who and not _is_known(facts, one.who))
    return "\n".join(
        _("»{who}« er ikke i netværket. Er der nogen, der har spurgt?").format(who=one) for one in [*given][:MOST]
    )


def _is_known(facts: f.CaseFacts, who: str) -> bool:
    return bool(named_in(facts, who)) or who.strip().lower() in EVERYBODY or _is_of_the_municipality(facts, who)


def _municipal_told(facts: f.CaseFacts, conference: f.Conference) -> str:
    """Agreements that name the municipality and say nothing yet of whether they concern it. Source: R19."""
    asked = [
        one
        for one in items_of_round(conference)
        if one.municipal is None and _is_of_the_municipality(facts, f"{one.what} {one.who or ''}")
    ]
    return "\n".join(
        _("Hvad siger kommunen til »{words}«?").format(words=beginning(one.what, SHORT)) for one in asked[:MOST]
    )


def _is_of_the_municipality(facts: f.CaseFacts, words: str) -> bool:
    return MUNICIPALITY.search(words) is not None or any(
        name_said(one.name, words) is not None for one in facts.authorities
    )


def _unanswered_told(facts: f.CaseFacts, conference: f.Conference) -> str:
    plan = latest_plan(conference)
    waiting = unanswered(facts, plan) if plan is not None and plan.items else ()
    return "\n".join(_("Ingen aftale svarer på »{text}«").format(text=beginning(one.text)) for one in waiting[:MOST])
