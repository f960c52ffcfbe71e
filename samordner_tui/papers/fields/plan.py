"""The family's plan on paper: its words as they stand, the agreements beside them. No discussion and no briefing.

Source: R13, R146, R219, domain.md 5.3.
"""

from __future__ import annotations

from samordner_tui.archive.records.assignment import Statement
from samordner_tui.archive.records.day import Decision
from samordner_tui.archive.records.day import Plan as PlanRecord
from samordner_tui.casework import plan_reading
from samordner_tui.casework.cells import joined
from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import called, latest_decision, latest_plan
from samordner_tui.method.terms import Municipal, StatementKind
from samordner_tui.method.wording import show_date, show_long_date
from samordner_tui.papers.fields.shared import Fields, children, clock, long_day, own_row
from samordner_tui.papers.recipients import Recipient


def plan(context: Context, _to: Recipient) -> Fields:
    """The plan as everyone who took part is given it."""
    conference = context.conference
    held = None if conference is None else latest_plan(conference)
    row = None if held is None else own_row(context, PlanRecord, held.id)
    return {
        "heading": _("Planen for {names}").format(names=children(context)),
        "day": long_day(context, conference.starts_at if conference is not None else None),
        "words": (row.words or "") if row is not None else "",
        "contingency": (row.contingency or "") if row is not None else "",
        "items": [_item(context, one) for one in held.items] if held is not None else [],
        "answer": _answer(context),
        **agreed(context),
    }


def agreed(context: Context) -> dict[str, object]:
    """`guardian` and `again`: who holds an eye on the plan, and when they meet again."""
    conference = context.conference
    again = conference.follow_up_on if conference is not None else None
    guardian = conference.guardian_id if conference is not None else None
    return {
        "guardian": "" if guardian is None else called(context.facts, guardian),
        "again": "" if again is None else show_long_date(again, context.today),
    }


def for_child(context: Context, child_id: str) -> list[dict[str, str]]:
    """The agreements that are about a child, or about all of them."""
    held = None if context.conference is None else latest_plan(context.conference)
    own = [one for one in (held.items if held is not None else ()) if one.child_id in {None, child_id}]
    return [{"what": one.what, "who": one.who or "", "when": plan_reading.when(context, one)} for one in own]


def _item(context: Context, item: f.PlanItem) -> dict[str, object]:
    return {
        "what": item.what,
        "who": item.who or "",
        "when": plan_reading.when(context, item),
        "municipal": _municipal(context, item),
    }


def _municipal(context: Context, item: f.PlanItem) -> str:
    match item.municipal:
        case Municipal.YES:
            return _("Kommunen siger ja.")
        case Municipal.NEEDS_FORMAL_DECISION:
            due = "" if item.formal_due is None else show_date(item.formal_due, context.today)
            return _("Kommunen træffer afgørelse. {who}").format(who=joined(item.formal_by, due)).strip()
        case _ if item.declined_because:
            return _("Kommunen siger nej, fordi {reason}").format(reason=item.declined_because)
        case _:
            return ""


def _answer(context: Context) -> str:
    decision = None if context.conference is None else latest_decision(context.conference)
    if decision is None:
        return ""
    said = context.method.label(decision.outcome)
    until = decision.provisional_until
    return joined(
        said, "" if until is None else _("endeligt svar senest {day}").format(day=show_date(until, context.today))
    )


def _ground(context: Context, statement_id: str | None) -> str:
    """The question or bottom line that an answer rests on. A concern never stands on a slip."""
    row = own_row(context, Statement, statement_id) if statement_id else None
    return row.text if row is not None and row.kind in {StatementKind.QUESTION, StatementKind.BOTTOM_LINE} else ""


def return_slip(context: Context, to: Recipient) -> Fields:
    """What a return rests on and what would make it possible, in the words that were given. No threat, nothing new."""
    row = own_row(context, Decision, to.id)
    if row is None:
        return {"rests_on": "", "possible_if": "", "time": "", "by": ""}
    authority = next((one for one in context.facts.authorities if one.id == row.authority_id), None)
    return {
        "rests_on": _ground(context, row.rests_on_id) or row.reason or "",
        "possible_if": row.possible_if or "",
        "time": clock(context, row.decided_at),
        "by": authority.name if authority is not None else "",
    }
