"""Deadlines, counted from the days that are known. Source: domain.md 2.3."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from samordner_tui.method.holidays import working_days_after
from samordner_tui.method.readings import civil_date, day_of, latest_decision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samordner_tui.method.definition import Anchor, Method, Offset, ScheduleEntry
    from samordner_tui.method.facts import CaseFacts, Conference


def due_dates(facts: CaseFacts, conference: Conference | None, method: Method) -> dict[str, date | None]:
    """The date of each entry of the schedule, by its id; None while no day it counts from is known."""
    return due_from(anchor_dates(facts, conference), method)


def due_from(anchors: Mapping[Anchor, date | None], method: Method) -> dict[str, date | None]:
    """The date of each entry of the schedule, counted from these days."""
    return {entry.id: _due(entry, anchors) for entry in method.schedule}


def anchor_dates(facts: CaseFacts, conference: Conference | None) -> dict[Anchor, date | None]:
    """The days that deadlines are counted from."""
    decision = latest_decision(conference) if conference else None
    return {
        "referred": facts.engagement.referred_on,
        "accepted": facts.engagement.accepted_on,
        "conference": day_of(facts, conference) if conference else None,
        "answered": civil_date(decision.decided_at, facts) if decision else None,
        "follow_up": conference.follow_up_on if conference else None,
        "closed": facts.closed_on,
        "delete_by": facts.engagement.delete_by,
    }


def _due(entry: ScheduleEntry, anchors: Mapping[Anchor, date | None]) -> date | None:
    """The first date that can be told."""
    return next((day for day in (_counted(offset, anchors) for offset in entry.when) if day), None)


def _counted(offset: Offset, anchors: Mapping[Anchor, date | None]) -> date | None:
    """A day counted from its anchor."""
    anchor = anchors[offset.anchor]
    if anchor is None:
        return None
    return working_days_after(anchor + timedelta(days=offset.days), offset.working_days)
