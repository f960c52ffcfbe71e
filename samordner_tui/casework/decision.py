"""The initiativtager's answer to the plan, recorded from the paper. It is not undone.

A decision before a plan, and a return without what it rests on, get a sentence and store nothing.
Source: R6, R12, R14, R15, P2.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Statement
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference, Decision, PlanItem
from samordner_tui.casework.answer_rules import NEEDS, refuse_missing
from samordner_tui.casework.change import Change, add, change_field, rules_of
from samordner_tui.casework.clock import Now
from samordner_tui.casework.evening import APPROVAL, FINAL, Evening
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.gate_reasons import pass_gate
from samordner_tui.casework.steps import begin_approval, end_approval, open_new_round
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.clarity import is_clear
from samordner_tui.method.definition import Method
from samordner_tui.method.terms import AuthorityKind, ConferenceState, Outcome, StatementKind
from samordner_tui.refusals import Refused


@dataclass(frozen=True)
class Reply:
    """What was answered, as it stands on the paper.

    A return rests on a statement that is known (`rests_on_id`), or on a new one: then `new_words` and `new_kind` say
    what it is, and it is marked as new to the family.
    """

    outcome: Outcome
    answered_at: datetime | None = None
    authority_id: str | None = None
    leader_called_at: datetime | None = None
    provisional_until: date | None = None
    rests_on_id: str | None = None
    new_words: str | None = None
    new_kind: StatementKind = StatementKind.BOTTOM_LINE
    possible_if: str | None = None
    reason: str | None = None
    unclear_because: str | None = None
    """Why agreements that leave something open are approved as they stand."""


APPROVING: Final = frozenset({Outcome.APPROVED, Outcome.PROVISIONAL})
"""Answers by which what the plan leaves open stays open."""


def read_plan_aloud(session: Session, conference_id: str, now: Now, at: datetime | None = None) -> None:
    """The plan is read aloud; trin 3 begins with it where it has not begun. Source: R12."""
    evening = Evening(session, conference_id)
    _private_time_is_over(evening)
    if evening.private_time_ended_at is None:
        raise Refused(_("Familien har ikke haft sin egen tid endnu."))
    if evening.answer is not None and evening.answer.outcome in FINAL:
        raise Refused(_("Planen har fået sit svar."))
    if evening.is_open and evening.step(APPROVAL) is None:
        begin_approval(session, conference_id, now, at)
    moment = now.said(at, evening.private_time_ended_at)
    change_field(session, Conference, conference_id, "plan_read_at", moment, now.today)


def answer_plan(session: Session, conference_id: str, reply: Reply, now: Now) -> str:
    """Record the answer to the plan, and return its id. A return opens a new round of private time.

    Source: R12, R14.
    """
    evening = Evening(session, conference_id)
    _can_be_answered(evening)
    _is_whole(reply)
    if reply.outcome is Outcome.RETURNED and not evening.is_open:
        raise Refused(_("Rådslagningen er afsluttet. Planen kan kun sendes tilbage, mens I er samlet."))
    moment = now.said(reply.answered_at, _soonest(evening))
    called_at = None if reply.leader_called_at is None else now.said(reply.leader_called_at)
    plan = evening.plan
    if reply.outcome in APPROVING:
        _keep_why_unclear(evening, reply, now.today)
    rests_on = _rests_on(evening, reply, now.today)
    decision_id = add(
        session,
        Decision,
        evening.case_id,
        now.today,
        conference_id=conference_id,
        plan_id=None if plan is None else plan.id,
        round=evening.round,
        outcome=reply.outcome,
        decided_at=moment,
        authority_id=reply.authority_id,
        leader_called_at=called_at,
        provisional_until=reply.provisional_until,
        rests_on_id=rests_on,
        rests_on_new=None if rests_on is None else is_new(evening.session, rests_on),
        possible_if=reply.possible_if,
        reason=reply.reason,
    )
    if reply.outcome is Outcome.RETURNED:
        end_approval(evening, moment, now.today)
        open_new_round(evening, now.today)
    return decision_id


def close_day(
    session: Session,
    conference_id: str,
    now: Now,
    method: Method,
    at: datetime | None = None,
) -> None:
    """End trin 3: the conference has been held. What the gate lacks needs a reason. Source: R186."""
    evening = Evening(session, conference_id)
    _private_time_is_over(evening)
    if not evening.is_open:
        raise Refused(_("Rådslagningen er afsluttet."))
    if evening.waits_for_new_time:
        raise Refused(_("Planen er sendt tilbage. Giv familien ny tid, eller stop rådslagningen med en grund."))
    approval = evening.step(APPROVAL)
    if approval is None:
        raise Refused(_("Trin 3 er ikke begyndt."))
    pass_gate(session, conference_id, "close_day", now.today, method)
    earliest = approval.started_at if evening.answer is None else evening.answer.decided_at
    end_approval(evening, now.said(at, earliest), now.today)
    change_field(session, Conference, conference_id, "state", ConferenceState.HELD, now.today)


def _soonest(evening: Evening) -> datetime | None:
    """A final answer comes after the provisional one, also where the clock says the same second."""
    before = evening.answer
    return evening.conference.plan_read_at if before is None else before.decided_at + timedelta(seconds=1)


def _private_time_is_over(evening: Evening) -> None:
    if evening.private_time is not None:
        raise Refused(_("Familiens egen tid er i gang. Vent, til familien er klar."))


def _can_be_answered(evening: Evening) -> None:
    _private_time_is_over(evening)
    if evening.conference.state is ConferenceState.STOPPED:
        raise Refused(_("Rådslagningen er stoppet."))
    if evening.waits_for_new_time:
        raise Refused(_("Planen er sendt tilbage. Familien skal først have ny tid."))
    if not evening.plan_is_read and not _came_without_meeting(evening):
        raise Refused(_("Planen er ikke læst op endnu. Den læses op, før den får et svar."))
    if evening.answer is not None and evening.answer.outcome in FINAL:
        raise Refused(_("Planen har fået sit svar."))


def who_answers(facts: f.CaseFacts) -> str | None:
    """Who gives the answer, where it can only be one: whoever may approve the plan, else the initiativtager."""
    approvers = [one for one in facts.authorities if one.may_approve is True]
    initiators = [one for one in approvers or facts.authorities if one.kind is AuthorityKind.INITIATOR]
    fitting = approvers if len(approvers) == 1 else initiators
    return fitting[0].id if len(fitting) == 1 else None


def _came_without_meeting(evening: Evening) -> bool:
    return evening.conference.state is ConferenceState.PLAN_WITHOUT_MEETING and evening.plan is not None


def _is_whole(reply: Reply) -> None:
    new_words = (reply.new_words or "").strip()
    given = {**vars(reply), "rests_on_id": reply.rests_on_id or new_words}
    for name in NEEDS:
        refuse_missing(reply.outcome, name, given[name])


def _rests_on(evening: Evening, reply: Reply, today: date) -> str | None:
    if reply.outcome is not Outcome.RETURNED or reply.rests_on_id:
        return reply.rests_on_id
    # Nobody has told the family before tonight: it stays marked as new to them.
    return add(
        evening.session,
        Statement,
        evening.case_id,
        today,
        kind=reply.new_kind,
        text=reply.new_words,
        known_to_family_on=None,
    )


def is_new(session: Session, statement_id: str) -> bool:
    """Whether the family has never been told of this line or question before. Source: P2."""
    statement = session.get(Statement, statement_id)
    return statement is not None and statement.known_to_family_on is None


def left_open(conference: f.Conference) -> tuple[f.PlanItem, ...]:
    """The agreements of this round, as far as they are typed, that leave something open with no reason kept.

    Source: R13, F18.
    """
    return tuple(one for one in items_of_round(conference) if not is_clear(one) and not one.unclear_reason)


def items_of_round(conference: f.Conference) -> tuple[f.PlanItem, ...]:
    """The agreements of the plan of this round, as far as they are typed."""
    round_number = max((one.round for one in conference.steps), default=1)
    plan = next((one for one in conference.plans if one.version == round_number), None)
    return plan.items if plan is not None else ()


def _keep_why_unclear(evening: Evening, reply: Reply, today: date) -> None:
    """What is approved though it is unclear says why, each agreement for itself. Source: design 5."""
    facts = facts_of(evening.session, evening.case_id)
    held = next(one for one in facts.conferences if one.id == evening.conference.id)
    items = left_open(held)
    _forget_what_was_made_clear(evening, held, today)
    reason = (reply.unclear_because or "").strip()
    if items and not reason:
        raise Refused(_("Noget i aftalerne er ikke klart endnu. Skriv, hvorfor planen godkendes alligevel."))
    for one in items:
        change_field(evening.session, PlanItem, one.id, "unclear_reason", reason, today)


def _forget_what_was_made_clear(evening: Evening, held: f.Conference, today: date) -> None:
    """A reason for something open falls where it was made clear before anybody approved it."""
    if any(one.outcome in APPROVING for one in held.decisions):
        return
    for one in items_of_round(held):
        if one.unclear_reason and is_clear(one):
            change_field(evening.session, PlanItem, one.id, "unclear_reason", None, today)


def keep_answers(session: Session, row: Record, today: date) -> None:
    """An answer is not taken away."""
    raise Refused(_("Et svar på planen kan ikke tages væk."))


def keep_what_was_answered(change: Change) -> None:
    """What was answered stands; who gave it, when and why can be corrected."""
    if change.field.name in {"outcome", "round"}:
        raise Refused(_("Svaret står fast. Kom der et nyt svar, skrives det for sig."))
    if change.field.name == "decided_at" and change.after is None:
        raise Refused(_("Et tidspunkt kan rettes, men ikke tages væk."))


rules_of(Decision).before_remove.append(keep_answers)
rules_of(Decision).before_change.append(keep_what_was_answered)
