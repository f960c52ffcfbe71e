"""The course of a conference in lines, one after the other, so that they can be read aloud as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samordner_tui.cli.conference.course import noted, took_part
from samordner_tui.language import _, ngettext
from samordner_tui.method.readings import local, minutes
from samordner_tui.method.wording import show_clock, show_long_date, show_long_moment, show_moment
from samordner_tui.method.zones import zone_named

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.method.definition import Method
    from samordner_tui.method.facts import CaseFacts, Conference, Decision, Plan, Step


def lines(facts: CaseFacts, conference: Conference, today: date, method: Method) -> Iterator[str]:
    """Everything that is told of a conference."""
    yield _("Sag {case}, {number}. rådslagning").format(case=facts.number, number=conference.number)
    yield f"{method.label(conference.kind)} · {method.label(conference.state)}"
    if conference.starts_at is not None:
        yield show_long_moment(conference.starts_at, zone_named(facts.zone), today)
    for step in conference.steps:
        yield _step(facts, step)
    for number in noted(conference):
        yield _("Med i trin {number}: {people}").format(number=number, people=_people(facts, conference, number))
    for plan in conference.plans:
        yield _plan(plan)
    for decision in conference.decisions:
        yield _decision(facts, decision, today, method)
    yield from _afterwards(conference, today)


def _step(facts: CaseFacts, step: Step) -> str:
    name = _("Trin {number}").format(number=step.number)
    if step.round > 1:
        name = _("{step}, {round}. runde").format(step=name, round=step.round)
    if step.started_at is None:
        return name
    began = show_clock(local(step.started_at, facts))
    if step.ended_at is None:
        return _("{step}: fra {began}").format(step=name, began=began)
    return _("{step}: {began} til {ended}, {minutes} min.").format(
        step=name, began=began, ended=show_clock(local(step.ended_at, facts)), minutes=minutes(step)
    )


def _people(facts: CaseFacts, conference: Conference, step: int) -> str:
    counted = took_part(facts, conference, step)
    said = (
        ngettext("{count} barn", "{count} børn", counted["child"]).format(count=counted["child"]),
        _("{count} fra familien og netværket").format(count=counted["private"]),
        ngettext("{count} fagperson", "{count} fagpersoner", counted["professional"]).format(
            count=counted["professional"]
        ),
        ngettext("{count} hjælper", "{count} hjælpere", counted["helper"]).format(count=counted["helper"]),
    )
    return " · ".join(part for part, count in zip(said, counted.values(), strict=True) if count)


def _plan(plan: Plan) -> str:
    count = len(plan.items)
    return ngettext("Plan, udgave {version}: {count} punkt", "Plan, udgave {version}: {count} punkter", count).format(
        version=plan.version, count=count
    )


def _decision(facts: CaseFacts, one: Decision, today: date, method: Method) -> str:
    return _("Svar i {round}. runde: {answer}, {moment}").format(
        round=one.round,
        answer=method.label(one.outcome),
        moment=show_moment(one.decided_at, zone_named(facts.zone), today),
    )


def _afterwards(conference: Conference, today: date) -> Iterator[str]:
    if conference.guardian_id is not None:
        yield _("Der er en planvogter.")
    if conference.follow_up_on is not None:
        yield _("I mødes igen {day}.").format(day=show_long_date(conference.follow_up_on, today))
    elif conference.no_follow_up_reason:
        yield _("Der er en grund til, at I ikke mødes igen.")
