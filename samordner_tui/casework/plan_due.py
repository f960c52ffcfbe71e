"""When everybody is to have the plan at the latest, and how long there is until then. Source: P6, R179, F22."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Final

from samordner_tui.casework.evening import APPROVAL
from samordner_tui.casework.receivers import missing_receivers
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.readings import latest_decision, latest_plan, steps, without_a_plan
from samordner_tui.method.terms import Outcome

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

LATE_IN_HOURS: Final = 48
"""Hours; from then on it is told in days how late the plan is."""


def send_by(conference: f.Conference, method: Method) -> datetime | None:
    """When everybody is to have the plan at the latest: counted from the answer that holds. Source: P6, F22."""
    answer = latest_decision(conference)
    ended = [one.ended_at for one in steps(conference, APPROVAL) if one.ended_at is not None]
    counted_from = (
        answer.decided_at if answer is not None and answer.outcome is not Outcome.RETURNED else max(ended, default=None)
    )
    return counted_from + timedelta(hours=method.figures.plan_out_hours.whole) if counted_from else None


def time_left(facts: f.CaseFacts, conference: f.Conference, method: Method, now: datetime) -> str:
    """`Der er 31 timer, til alle skal have planen.`; nothing when everybody has it. Source: P6, F22."""
    plan, by = latest_plan(conference), send_by(conference, method)
    if by is None or without_a_plan(facts, conference):
        return ""
    has_all = plan is not None and all(one.sent_on is not None for one in plan.deliveries)
    if plan is not None and has_all and not missing_receivers(facts, conference, plan):
        return ""
    left = (by - now) / timedelta(hours=1)
    if left > 0:
        count = ceil(left)
        told = ngettext(
            "Der er {count} time, til alle skal have planen.", "Der er {count} timer, til alle skal have planen.", count
        )
        return told.format(count=count)
    if left > -LATE_IN_HOURS:
        count = ceil(-left)
        told = ngettext(
            "Fristen for at sende planen udløb for {count} time siden.",
            "Fristen for at sende planen udløb for {count} timer siden.",
            count,
        )
        return told.format(count=count)
    count = int(-left // 24)
    return _("Fristen for at sende planen udløb for {count} dage siden.").format(count=count)
