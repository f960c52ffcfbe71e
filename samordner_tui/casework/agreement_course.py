"""An agreement through the series: what it said at each conference, what became of it, and the child's word.

A new agreement keeps the one it builds on. Source: R99, R148, R175.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference, PlanItem, Progress
from samordner_tui.casework.cells import joined, marked
from samordner_tui.casework.change import add, change_field, gone
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.plan_reading import when
from samordner_tui.casework.plan_words import plan_of_round
from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import day_of, latest_decision, latest_plan
from samordner_tui.method.terms import ConferenceState, ProgressState, Standing
from samordner_tui.method.wording import show_long_moment
from samordner_tui.refusals import Refused

CARRIED: Final = ("what", "who", "when_kind", "when_words", "done_when", "checked_by", "if_it_fails", "child_id")
"""What goes on unchanged. A date has passed, and what the municipality answered was to the former plan."""

MARKS: Final[dict[ProgressState, Standing]] = {
    ProgressState.DONE: Standing.MET,
    ProgressState.PARTLY: Standing.PARTLY,
    ProgressState.NOT_DONE: Standing.BROKEN,
    ProgressState.CHANGED: Standing.PARTLY,
}


@dataclass(frozen=True, slots=True)
class Became:
    """What an agreement was said to have become, and at which conference."""

    conference: int
    state: ProgressState
    childs_words: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """An agreement as it stood in the plan of one conference, and what was said of it afterwards."""

    conference: int
    at: datetime | None
    item: f.PlanItem
    became: tuple[Became, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch in words: the conference and its day, what the agreement said, what it became."""

    when: str
    words: str
    became: tuple[str, ...]


def course(context: Context, item_id: str) -> tuple[Stretch, ...]:
    """The agreements that follow from one another, `item_id` among them, the first conference first."""
    by_id = {item.id: (one, item) for one in context.facts.conferences for item in _items(one)}
    if item_id not in by_id:
        return ()
    first, line = by_id[item_id][1], {item_id}
    # In a file that was read in, agreements may build on each other in a ring: each is met once.
    while first.previous_id in by_id and first.previous_id not in line:
        first = by_id[first.previous_id][1]
        line.add(first.id)
    # The conferences stand in their order: an agreement is met before those that build on it.
    for _one, item in by_id.values():
        if item.previous_id in line:
            line.add(item.id)
    return tuple(
        Stretch(one.number, one.starts_at, item, _became(context, item.id))
        for one, item in by_id.values()
        if item.id in line
    )


def told(context: Context, item_id: str) -> tuple[Told, ...]:
    """The course of an agreement in words."""
    return tuple(_told(context, one) for one in course(context, item_id))


def _told(context: Context, one: Stretch) -> Told:
    number = _("{number}. rådslagning").format(number=one.conference)
    when_held = show_long_moment(one.at, context.zone, context.today) if one.at is not None else None
    words = joined(one.item.what, one.item.who, when(context, one.item))
    became = tuple(_said(context, said) for said in one.became)
    return Told(joined(number, when_held), words, became or (marked(Standing.OPEN, _("ikke fulgt op endnu")),))


def _said(context: Context, became: Became) -> str:
    """`◐ delvist gjort · »Det går bedre« (ved 2. rådslagning)`."""
    words = _("»{words}«").format(words=became.childs_words) if became.childs_words else None
    said_at = _("sagt ved {number}. rådslagning").format(number=became.conference)
    return marked(MARKS[became.state], joined(context.method.label(became.state), words, said_at))


def carried_to(conference: f.Conference, item_id: str) -> f.PlanItem | None:
    """The agreement of this conference's plan that builds on another."""
    return next((one for one in _items(conference) if one.previous_id == item_id), None)


def carry_on(session: Session, conference_id: str, item_id: str, today: date) -> str:
    """Write an agreement into the plan of this conference, with the one it builds on. Gives its id.

    Raises:
        Refused: it is carried on already, the family is still alone, or the plan it would stand in is settled.
    """
    last, conference = session.get(PlanItem, item_id), session.get(Conference, conference_id)
    if last is None or conference is None:
        raise Refused(gone())
    facts = facts_of(session, conference.case_id)
    held = next(one for one in facts.conferences if one.id == conference_id)
    if not takes_agreements(facts, held, today):
        raise Refused(takes_no_more())
    plan_id = plan_of_round(session, conference_id, today)
    _refuse_twice(session, plan_id, item_id)
    kept = {name: getattr(last, name) for name in CARRIED}
    return add(session, PlanItem, last.case_id, today, **kept, plan_id=plan_id, previous_id=item_id)


def takes_agreements(facts: f.CaseFacts, conference: f.Conference, today: date) -> bool:
    """Whether an agreement may be written into the plan: the conference is planned or was today, with no answer yet."""
    answer = latest_decision(conference)
    if answer is not None and answer.round == max((one.round for one in conference.steps), default=1):
        return False
    ahead = {ConferenceState.PLANNED, ConferenceState.PLAN_WITHOUT_MEETING}
    return conference.state in ahead or day_of(facts, conference) == today


def takes_no_more() -> str:
    """What is said where the plan is settled."""
    return _("Den plan har fået sit svar. Den står, som familien lagde den. En aftale føres videre til den næste plan.")


def build_on(session: Session, new_id: str, item_id: str, today: date) -> None:
    """Say that an agreement of the new plan builds on one of a plan before."""
    new = session.get(PlanItem, new_id)
    if new is None or session.get(PlanItem, item_id) is None:
        raise Refused(gone())
    _refuse_twice(session, new.plan_id, item_id)
    change_field(session, PlanItem, new_id, "previous_id", item_id, today)


def _refuse_twice(session: Session, plan_id: str, item_id: str) -> None:
    query = select(PlanItem.id).where(PlanItem.plan_id == plan_id, PlanItem.previous_id == item_id)
    if session.scalar(query) is not None:
        raise Refused(_("Aftalen er allerede ført videre."))


def _items(conference: f.Conference) -> tuple[f.PlanItem, ...]:
    plan = latest_plan(conference)
    return plan.items if plan is not None else ()


def _became(context: Context, item_id: str) -> tuple[Became, ...]:
    query = (
        select(Conference.number, Progress.state, Progress.childs_words)
        .join(Conference, Progress.conference_id == Conference.id)
        .where(Progress.item_id == item_id)
        .order_by(Conference.number)
    )
    return tuple(Became(*row) for row in context.session.execute(query))
