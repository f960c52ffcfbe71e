"""A case told in lines, one after the other, so that they can be read aloud as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from samordner_tui.language import _, ngettext
from samordner_tui.method.terms import Standing
from samordner_tui.method.wording import days_left, show_date, show_long_moment

if TYPE_CHECKING:
    from samordner_tui.cli.case.standing import CaseStanding

MARKS = {Standing.OPEN: "○", Standing.PARTLY: "◐", Standing.MET: "●", Standing.BROKEN: "✕"}

MOST_STEPS = 10


def heading(standing: CaseStanding) -> Iterator[str]:
    """Which case, which conference, and when."""
    facts, conference = standing.facts, standing.conference
    yield _("Sag {number}, {alias}").format(number=facts.number, alias=facts.alias)
    if facts.closed_on is not None:
        yield _("Lukket {day}").format(day=show_date(facts.closed_on, standing.today))
    if conference is None:
        yield _("Der er endnu ingen rådslagning.")
        return
    if conference.starts_at is None:
        yield _("{number}. rådslagning. Der er endnu ingen dato.").format(number=conference.number)
        return
    zone = ZoneInfo(facts.zone)
    yield _("{number}. rådslagning, {moment}, {left}").format(
        number=conference.number,
        moment=show_long_moment(conference.starts_at, zone, standing.today),
        left=days_left(conference.starts_at.astimezone(zone).date(), standing.today),
    )


def cornerstone_lines(standing: CaseStanding) -> Iterator[str]:
    """The five, each with its mark, how it stands in words, and the reason."""
    yield _("De fem hjørnesten")
    for verdict in standing.verdicts:
        name = standing.method.cornerstone(verdict.number).title.text
        how = standing.method.label(verdict.standing)
        yield f"  {MARKS[verdict.standing]} {verdict.number}. {name}: {how}. {verdict.reason}"


def step_lines(standing: CaseStanding) -> Iterator[str]:
    """What there is to do first."""
    if not standing.next_steps:
        yield _("Der er intet, der skal gøres nu.")
        return
    yield _("Næste skridt")
    for step in standing.next_steps[:MOST_STEPS]:
        due = ""
        if step.due is not None:
            day = show_date(step.due, standing.today)
            due = (_(" (skulle være sket {day})") if step.overdue else _(" (senest {day})")).format(day=day)
        yield f"  - {step.text}{due}"
    more = len(standing.next_steps) - MOST_STEPS
    if more > 0:
        yield "  " + ngettext("og {count} mere", "og {count} mere", more).format(count=more)
