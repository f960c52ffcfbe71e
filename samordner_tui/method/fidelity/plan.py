"""F18, F21 and F22: the plan is the family's and clear, somebody watches over it, and everybody has it in time."""

from __future__ import annotations

from samordner_tui.language import _, ngettext
from samordner_tui.method.fidelity.seen import Judgement, Seen, by_findings, by_share
from samordner_tui.method.predicates.approval import follow_up_dated, guardian_named, items, plan_items_clear
from samordner_tui.method.predicates.plan_out import (
    child_version_made,
    plan_confirmed,
    plan_items_written,
    plan_sent,
    plan_written,
)
from samordner_tui.method.readings import called, latest_decision, latest_plan, without_a_plan
from samordner_tui.method.terms import MarkState, Outcome

OUT = "plan_out"
"""The entry of the schedule by which everybody has the plan."""


def written_and_clear(seen: Seen) -> Judgement:
    """F18: in the family's words, seen by the note taker, every item with who, what and when. Source: R11, R13.

    An item that was approved unclear fails it, whatever reason is kept, and also where it is made clear afterwards: the
    family went home with a plan that somebody could be in doubt about.
    """
    if latest_plan(seen.conference) is None:
        return _no_plan(seen)
    clear = seen.finds(plan_items_clear)
    if seen.is_over and not clear.holds:
        return Judgement(MarkState.NOT, clear.detail)
    left_open = next((one for one in items(seen.conference) if one.unclear_reason), None)
    if seen.is_over and left_open is not None and _is_approved(seen):
        said = _("punkt {number} blev godkendt, før det var klart").format(number=left_open.position)
        return Judgement(MarkState.NOT, said)
    written = [seen.finds(rule) for rule in (plan_written, plan_items_written, plan_confirmed)]
    count = len(items(seen.conference))
    met = ngettext(
        "planen har {count} punkt med hvem, hvad og hvornår",
        "planen har {count} punkter, alle med hvem, hvad og hvornår",
        count,
    )
    return by_findings([*written, clear], met.format(count=count), can_come=_can_still_be_written(seen))


def _is_approved(seen: Seen) -> bool:
    """Whether the plan was approved, for good or until it is decided."""
    answer = latest_decision(seen.conference)
    return answer is not None and answer.outcome in {Outcome.APPROVED, Outcome.PROVISIONAL}


def watched_over(seen: Seen) -> Judgement:
    """F21: there is a day to meet again, and a plan guardian. Source: R186, P18, P19."""
    if without_a_plan(seen.facts, seen.conference):
        return _not_to_be_followed()
    dated, guarded = seen.finds(follow_up_dated), seen.finds(guardian_named)
    if not dated.holds and dated.kept_reason and guarded.holds:
        return Judgement(MarkState.PARTLY, _("der er en planvogter og en grund til, at I ikke mødes igen"))
    day = seen.conference.follow_up_on
    met = _("{name} er planvogter, og I mødes igen {date}").format(
        name=called(seen.facts, seen.conference.guardian_id), date=seen.said(day) if day else ""
    )
    return by_findings([dated, guarded], met, can_come=not seen.is_over)


def sent_in_time(seen: Seen) -> Judgement:
    """F22: everybody had the plan within 48 hours, and the child its own version. Source: R176, R179, P6.

    The child's version is a paper: as long as it is not made, the measure is not yet.
    """
    if without_a_plan(seen.facts, seen.conference):
        return _not_to_be_followed()
    plan = latest_plan(seen.conference)
    if plan is None or not seen.is_over:
        return _no_plan(seen) if plan is None else Judgement(MarkState.NOT_YET, _("planen sendes efter dagen"))
    sent, due = seen.finds(plan_sent), seen.due.get(OUT)
    days = [one.sent_on for one in plan.deliveries if one.sent_on is not None]
    if not sent.holds:
        return by_share(bool(days), sent.detail) if seen.is_due(OUT) else Judgement(MarkState.NOT_YET, sent.detail)
    if due is not None and max(days) > due:
        reason = _("planen var først hos alle {date}; fristen var {due}")
        return Judgement(MarkState.PARTLY, reason.format(date=seen.said(max(days)), due=seen.said(due)))
    if not seen.finds(child_version_made).holds:
        return Judgement(MarkState.NOT_YET, _("planen er sendt i tide; papiret med barnets udgave er ikke lavet endnu"))
    reason = _("alle havde planen {date}, og barnet har sin udgave")
    return Judgement(MarkState.MET, reason.format(date=seen.said(max(days))))


def _no_plan(seen: Seen) -> Judgement:
    """What is said before there is a plan, or where there came none."""
    if seen.is_over and without_a_plan(seen.facts, seen.conference):
        return _not_to_be_followed()
    waits = _can_still_be_written(seen)
    return Judgement(MarkState.NOT_YET if waits else MarkState.NOT, _("planen er ikke skrevet"))


def _not_to_be_followed() -> Judgement:
    return Judgement(MarkState.NOT_RELEVANT, _("der blev ikke en plan at følge"))


def _can_still_be_written(seen: Seen) -> bool:
    """Whether the plan may still be on its way from the paper."""
    return not seen.is_over or not seen.is_due(OUT)
