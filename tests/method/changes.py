"""Small ways of taking one thing from a case in order: the other half of `cases.py`, for the table of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from samordner_tui.method import terms as t
from samordner_tui.method.facts import CaseFacts, LogEntry, PlanItem
from tests.method.cases import (
    APPROVED,
    NETWORK,
    PLAN,
    STEPS,
    at,
    full_case,
    held_case,
    january,
    on_the_day,
    present,
    with_booking,
    with_briefing,
    with_child,
    with_conference,
    with_contact_outcome,
    with_decisions,
    with_engagement,
    with_menu,
    with_person,
    with_plan,
    with_role,
    with_venue,
    without_people,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Change = Callable[[CaseFacts], CaseFacts]
D = TypeVar("D", bound="DataclassInstance")


def before() -> CaseFacts:
    """The evening before the day."""
    return full_case()


def after() -> CaseFacts:
    """A month later, not closed yet."""
    return replace(held_case(), closed_on=None)


def after_step_1() -> CaseFacts:
    """On the day, when the family is to be alone."""
    return replace(on_the_day(held_case(), *STEPS[:1]), closed_on=None)


def after_step_2() -> CaseFacts:
    """On the day, when the plan has been read aloud."""
    facts = replace(on_the_day(held_case(), *STEPS[:2]), closed_on=None)
    return with_conference(
        facts, lambda one: replace(one, plan_read_at=at(19, 55), led_by_samordner=True, plans=(PLAN,))
    )


def not_reached() -> CaseFacts:
    """Farmor has not been visited."""
    facts = full_case()
    return replace(facts, contacts=tuple(one for one in facts.contacts if "inge" not in one.people))


def _with(value: D, values: Mapping[str, object]) -> D:
    """A frozen value with some others in it."""
    return replace(value, **values)


def engagement(**values: object) -> Change:
    """The assignment with other values."""
    return lambda facts: with_engagement(facts, lambda one: _with(one, values))


def case(**values: object) -> Change:
    """The case itself with other values."""
    return lambda facts: _with(facts, values)


def child(**values: object) -> Change:
    """The child with other values."""
    return lambda facts: with_child(facts, lambda one: _with(one, values))


def conference(**values: object) -> Change:
    """The conference with other values."""
    return lambda facts: with_conference(facts, lambda one: _with(one, values))


def person(who: str, **values: object) -> Change:
    """Somebody with other values."""
    return lambda facts: with_person(facts, who, lambda one: _with(one, values))


def booking(**values: object) -> Change:
    """The booking of the venue with other values."""
    return lambda facts: with_booking(facts, lambda one: _with(one, values))


def venue(**values: object) -> Change:
    """The venue with other values."""
    return lambda facts: with_venue(facts, lambda one: _with(one, values))


def menu(**values: object) -> Change:
    """The meal with other values."""
    return lambda facts: with_menu(facts, lambda one: _with(one, values))


def briefing(which: str, **values: object) -> Change:
    """A briefing with other values."""
    return lambda facts: with_briefing(facts, which, lambda one: _with(one, values))


def plan(**values: object) -> Change:
    """The plan with other values."""
    return lambda facts: with_plan(facts, lambda one: _with(one, values))


def item(**values: object) -> Change:
    """The first agreement of the plan with other values."""

    def changed(items: tuple[PlanItem, ...]) -> tuple[PlanItem, ...]:
        return (_with(items[0], values), *items[1:])

    return lambda facts: with_plan(facts, lambda one: replace(one, items=changed(one.items)))


def role(which: str, **values: object) -> Change:
    """A role with other values, or taken away."""
    return lambda facts: with_role(facts, which, lambda one: _with(one, values) if values else None)


def without_statement(kind: t.StatementKind) -> Change:
    """Nothing written of one kind."""
    return lambda facts: replace(facts, statements=tuple(one for one in facts.statements if one.kind is not kind))


def unasked(milestone: str) -> Change:
    """The municipality not asked about one milestone."""
    return lambda facts: replace(
        facts, asked_milestones=tuple(one for one in facts.asked_milestones if one != milestone)
    )


def answered(outcome: t.Outcome, moment: datetime) -> Change:
    """The plan answered so."""
    return lambda facts: with_decisions(facts, replace(APPROVED, outcome=outcome, decided_at=moment))


def without_informants(facts: CaseFacts) -> CaseFacts:
    """Nobody but the initiativtager has a briefing."""
    return with_conference(facts, lambda one: replace(one, briefings=one.briefings[:1]))


def withdrawn(facts: CaseFacts) -> CaseFacts:
    """Mor has taken her consent back."""
    return replace(facts, consents=(replace(facts.consents[0], withdrawn_on=january(18)), *facts.consents[1:]))


def unexplained(facts: CaseFacts) -> CaseFacts:
    """The method was not explained at one visit."""
    return _visits(facts, method_explained=False)


def without_responsibility(facts: CaseFacts) -> CaseFacts:
    """The responsibility was not explained at one visit."""
    return _visits(facts, responsibility_explained=False)


def _visits(facts: CaseFacts, **values: object) -> CaseFacts:
    return replace(
        facts, contacts=tuple(_with(one, values) if one.id == "visit_inge" else one for one in facts.contacts)
    )


def household_only(facts: CaseFacts) -> CaseFacts:
    """Nobody on the map but mother and children."""
    return replace(facts, people=tuple(one for one in facts.people if one.household))


def alone_with_mother(facts: CaseFacts) -> CaseFacts:
    """Nobody from beyond the household stays for private time."""
    return without_people(facts, 2, *NETWORK[1:])


def few_invited(facts: CaseFacts) -> CaseFacts:
    """Two of the family, against three professionals."""
    for who in NETWORK[2:]:
        facts = with_person(facts, who, lambda one: replace(one, invited=t.InvitationChoice.NOT_INVITED))
    return facts


def step_in(facts: CaseFacts) -> CaseFacts:
    """The teacher is noted in private time, and nobody called her."""
    return with_conference(facts, lambda one: replace(one, presences=(*one.presences, present("ulla", 2))))


def a_professional_stayed(facts: CaseFacts) -> CaseFacts:
    """The log of private time tells it."""
    entry = LogEntry("stayed", at(18, 10), t.LogKind.STAYED)
    return with_conference(facts, lambda one: replace(one, log_entries=(entry,)))


def the_teacher_is_not_noted_as_gone(facts: CaseFacts) -> CaseFacts:
    """Nobody has noted that Ulla left after trin 1."""
    return with_conference(
        facts, lambda one: replace(one, presences=tuple(replace(who, left_at=None) for who in one.presences))
    )


def informed_by_telephone(facts: CaseFacts) -> CaseFacts:
    """Farmor is told on the telephone."""
    visit = next(one for one in full_case().contacts if one.id == "visit_inge")
    facts = replace(facts, contacts=(*facts.contacts, visit))
    return with_contact_outcome(facts, "visit_inge", t.ContactOutcome.INFORMED_OTHERWISE)


def one_answer(facts: CaseFacts) -> CaseFacts:
    """Only the child has answered."""
    return with_conference(facts, lambda one: replace(one, evaluations=one.evaluations[:1]))


def no_effect_asked(facts: CaseFacts) -> CaseFacts:
    """The third measure is missing in every answer."""
    return with_conference(
        facts,
        lambda one: replace(
            one, evaluations=tuple(replace(answer, effect_on_child=None) for answer in one.evaluations)
        ),
    )


def all_awake(facts: CaseFacts) -> CaseFacts:
    """No sleeping tie on the map."""
    return with_person(facts, "lars", lambda one: replace(one, tie=t.Tie.ACTIVE))


def mothers_side_only(facts: CaseFacts) -> CaseFacts:
    """Nobody of father's side is known."""
    return replace(facts, people=tuple(one for one in facts.people if one.side is not t.Side.FATHER))


def without_professionals(facts: CaseFacts) -> CaseFacts:
    """Only the private half of the network is drawn."""
    return replace(facts, people=tuple(one for one in facts.people if one.kind is not t.PersonKind.PROFESSIONAL))


def leader_away(facts: CaseFacts) -> CaseFacts:
    """The leader has given no hours."""
    return replace(
        facts, authorities=tuple(replace(one, reachable_from=None, reachable_until=None) for one in facts.authorities)
    )
