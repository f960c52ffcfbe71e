"""Dates of the plan and its answer that cannot be true are refused; one that is odd is asked about.

Source: R19, R146, R186.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference, Decision, Plan, PlanItem, Step
from samordner_tui.casework.change import Change, rules_of
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.language import _
from samordner_tui.refusals import Refused

HAPPENED: Final = frozenset({"typed_on", "confirmed_on", "child_version_on"})
"""Days of a plan on which something was done."""
SOON: Final = timedelta(days=7)
"""A conference that follows sooner than this is asked about: nobody has had time to do what was agreed."""


def keep_what_happened_behind(change: Change) -> None:
    """What is done to a plan was done today or before."""
    is_day = isinstance(change.row, Plan) and change.field.name in HAPPENED
    if is_day and isinstance(change.after, date) and change.after > change.today:
        raise Refused(_("Den dag er ikke kommet endnu. Skriv den dag, det blev gjort."))


def keep_the_deadline_ahead(change: Change) -> None:
    """What the municipality decides is decided after the plan was made."""
    row = change.row
    if not isinstance(row, PlanItem) or change.field.name != "formal_due" or not isinstance(change.after, date):
        return
    plan = change.session.get(Plan, row.plan_id)
    day = None if plan is None else day_held(change.session, plan.conference_id)
    if day is not None and change.after < day:
        raise Refused(_("Afgørelsen kan ikke have frist, før planen blev lagt. Skriv en senere dato."))


def keep_the_final_answer_ahead(change: Change) -> None:
    """The final answer comes after the provisional one, also where its day is corrected."""
    row = change.row
    if isinstance(row, Decision) and change.field.name == "provisional_until":
        refuse_before_the_answer(row.decided_at, change.after)


def added_with_its_final_day(session: Session, row: Record, today: date) -> None:
    """The same where the answer is written down."""
    if isinstance(row, Decision):
        refuse_before_the_answer(row.decided_at, row.provisional_until)


def refuse_before_the_answer(decided_at: datetime | None, until: object) -> None:
    """Refuse a final answer that should come before the day of the provisional one."""
    if decided_at is not None and isinstance(until, date) and until < decided_at.date():
        raise Refused(_("Det endelige svar kan ikke komme før det foreløbige. Skriv en senere dato."))


def keep_the_next_after_this(change: Change) -> None:
    """That they meet again within a week is asked about."""
    row = change.row
    if not isinstance(row, Conference) or change.field.name != "follow_up_on" or not isinstance(change.after, date):
        return
    day = day_held(change.session, row.id)
    if day is None or not day < change.after < day + SOON:
        return
    about = f"date:follow_up/{change.after.isoformat()}"
    known = select(Notice.id).where(Notice.about == about, Notice.conference_id == row.id)
    if change.session.scalars(known).first() is None:
        sentence = _("Der er under en uge til. Det, I aftalte, skal nå at blive gjort.")
        raise NeedsReason(sentence, (about,), title=_("Hvorfor mødes I igen så hurtigt?"))


def day_held(session: Session, conference_id: str) -> date | None:
    """The day a conference began; None before it has."""
    query = select(Step.started_at).where(Step.conference_id == conference_id, Step.started_at.is_not(None))
    moments = [one for one in session.scalars(query) if one is not None]
    return min(moments).date() if moments else None


rules_of(Plan).before_change.append(keep_what_happened_behind)
rules_of(PlanItem).before_change.append(keep_the_deadline_ahead)
rules_of(Decision).before_change.append(keep_the_final_answer_ahead)
rules_of(Decision).before_add.append(added_with_its_final_day)
rules_of(Conference).before_change.append(keep_the_next_after_this)
