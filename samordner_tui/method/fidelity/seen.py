"""A conference on a day as the measures look at it, and what several of them judge by."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from samordner_tui.method.cornerstones import Verdict
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.predicates import Finding, Predicate
from samordner_tui.method.readings import phase
from samordner_tui.method.terms import ConferenceState, MarkState, Phase, Standing
from samordner_tui.method.wording import show_long_date

Cornerstone = Callable[[CaseFacts, Conference | None, date], Verdict]

STATES: Final[Mapping[Standing, MarkState]] = {
    Standing.OPEN: MarkState.NOT_YET,
    Standing.PARTLY: MarkState.PARTLY,
    Standing.MET: MarkState.MET,
    Standing.BROKEN: MarkState.NOT,
}
"""What a measure says where it is a hjørnesten."""


class Judgement(NamedTuple):
    """How a measure stands, and why, as a sentence without its capital and full stop."""

    state: MarkState
    reason: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A conference on a day. `due` holds the dates of the schedule by id."""

    facts: CaseFacts
    conference: Conference
    today: date
    due: Mapping[str, date | None]

    @property
    def is_before(self) -> bool:
        """Whether the day has not begun: what lacks can still come."""
        return phase(self.conference) is Phase.BEFORE

    @property
    def is_over(self) -> bool:
        """Whether the conference has ended: what it did not bring does not come."""
        return phase(self.conference) is Phase.AFTER

    @property
    def is_without_meeting(self) -> bool:
        """Whether there was a plan and no meeting. Source: P27."""
        return self.conference.state is ConferenceState.PLAN_WITHOUT_MEETING

    def finds(self, predicate: Predicate) -> Finding:
        """What a predicate answers here."""
        return predicate(self.facts, self.conference, self.today)

    def is_due(self, entry: str) -> bool:
        """Whether the date of an entry of the schedule has passed."""
        day = self.due.get(entry)
        return day is not None and self.today > day

    def said(self, day: date) -> str:
        """A date as a sentence says it."""
        return show_long_date(day, self.today)

    def unknown(self, reason: str) -> Judgement:
        """What is not recorded: afterwards it is not known, until then it can come."""
        return Judgement(MarkState.NOT_KNOWN if self.is_over else MarkState.NOT_YET, reason)


def of_verdict(seen: Seen, cornerstone: Cornerstone) -> Judgement:
    """What a hjørnesten says. It is met by what happens, so before the day it is not yet."""
    verdict = cornerstone(seen.facts, seen.conference, seen.today)
    waits = seen.is_before and verdict.standing is not Standing.BROKEN
    return Judgement(MarkState.NOT_YET if waits else STATES[verdict.standing], verdict.reason)


def by_findings(findings: Collection[Finding], met: str, *, can_come: bool) -> Judgement:
    """Met when everything holds. What lacks is not yet while it `can_come`; then partly where something holds."""
    lacking = [one.detail for one in findings if not one.holds]
    if not lacking:
        return Judgement(MarkState.MET, met)
    if can_come:
        return Judgement(MarkState.NOT_YET, lacking[0])
    return by_share(any(one.holds and one.applies for one in findings), lacking[0])


def by_share(some: bool, reason: str) -> Judgement:
    """What is said where not everything is as it should be: partly where `some` of it is."""
    return Judgement(MarkState.PARTLY if some else MarkState.NOT, reason)
