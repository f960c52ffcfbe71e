"""Hjørnesten 4: the plan is adopted at once by the initiativtager. Source: R6, R12, R14, R15, R19, F19."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samordner_tui.language import _
from samordner_tui.method.cornerstones.verdict import Verdict
from samordner_tui.method.predicates.approver import (
    approver_named,
    approver_reachable,
    initiator_may_approve,
    may_approve,
)
from samordner_tui.method.readings import begun, civil_date, latest_decision, phase, steps
from samordner_tui.method.terms import AuthorityKind, ConferenceState, Outcome, Phase, StageId, Standing

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.method.facts import Authority, CaseFacts, Conference, Decision

LONGEST = timedelta(hours=24)
"""For how long a trin 3 with no end noted is taken to run on."""


def adopted_at_once(facts: CaseFacts, conference: Conference | None, today: date) -> Verdict:
    """How hjørnesten 4 stands."""
    if conference is None or phase(conference) is Phase.BEFORE:
        return _before(facts, conference, today)
    decision = latest_decision(conference)
    if decision is None:
        return _undecided(facts, conference, today)
    match decision.outcome:
        case Outcome.APPROVED:
            return _approved(facts, conference, decision)
        case Outcome.PROVISIONAL:
            return _provisional(decision, today)
        case Outcome.RETURNED:
            return _returned(facts, conference, today)
        case Outcome.REFUSED:
            return _say(Standing.BROKEN, _("planen er afvist"))


def _say(standing: Standing, reason: str, mend_at: StageId = StageId.APPROVAL) -> Verdict:
    return Verdict(4, standing, reason, mend_at)


def _before(facts: CaseFacts, conference: Conference | None, today: date) -> Verdict:
    if not approver_named(facts, conference, today).holds:
        return _say(Standing.OPEN, _("ingen, der kan godkende, er noteret"), StageId.ASSIGNMENT)
    if initiator_may_approve(facts):
        return _say(Standing.PARTLY, _("initiativtageren kan godkende"), StageId.ASSIGNMENT)
    reachable = approver_reachable(facts, conference, today)
    return _say(Standing.PARTLY, _("lederen kan nås") if reachable.holds else reachable.detail, StageId.ASSIGNMENT)


def _undecided(facts: CaseFacts, conference: Conference, today: date) -> Verdict:
    """No answer yet: on the day it may come, afterwards there was none."""
    if _is_over(facts, conference, today):
        return _say(Standing.BROKEN, _("planen har ikke fået svar"))
    if conference.plan_read_at is not None or begun(conference, 3):
        return _say(Standing.PARTLY, _("planen er lagt frem"))
    return _before(facts, conference, today)


def _provisional(decision: Decision, today: date) -> Verdict:
    if decision.provisional_until is None:
        return _say(Standing.PARTLY, _("foreløbig godkendt, uden dato"))
    day = f"{decision.provisional_until.day}/{decision.provisional_until.month}"
    if decision.provisional_until < today:
        return _say(Standing.BROKEN, _("intet endeligt svar den {date}").format(date=day))
    return _say(Standing.PARTLY, _("foreløbig godkendt til {date}").format(date=day))


def _returned(facts: CaseFacts, conference: Conference, today: date) -> Verdict:
    if _is_over(facts, conference, today):
        return _say(Standing.BROKEN, _("planen blev sendt tilbage uden nyt svar"))
    return _say(Standing.PARTLY, _("planen er sendt tilbage"))


def _is_over(facts: CaseFacts, conference: Conference, today: date) -> bool:
    """Whether no answer can come at the conference any more: it is held, or what was last noted of it is long ago."""
    if phase(conference) is not Phase.DAY:
        return True
    noted = [moment for step in conference.steps for moment in (step.started_at, step.ended_at) if moment]
    noted += [decision.decided_at for decision in conference.decisions]
    return bool(noted) and today > civil_date(max(noted), facts) + LONGEST


def _approved(facts: CaseFacts, conference: Conference, decision: Decision) -> Verdict:
    """Approved: by one who may, and at the same conference."""
    by = next((one for one in facts.authorities if one.id == decision.authority_id), None)
    if by is None:
        return _say(Standing.PARTLY, _("hvem godkendte planen?"))
    if not _may_have_approved(facts, decision, by):
        return _by_another(conference, by)
    if conference.state is ConferenceState.PLAN_WITHOUT_MEETING:
        return _say(Standing.PARTLY, _("godkendt uden møde"))
    if _is_at_conference(facts, conference, decision):
        return _say(Standing.MET, _("godkendt med det samme"))
    return _approved_later(facts, conference, decision)


def _may_have_approved(facts: CaseFacts, decision: Decision, by: Authority) -> bool:
    """Whether whoever decided may approve, alone or with the leader on the telephone."""
    called = decision.leader_called_at is not None and by.kind is AuthorityKind.INITIATOR
    return may_approve(by) or (called and any(may_approve(one) for one in facts.authorities))


def _by_another(conference: Conference, by: Authority) -> Verdict:
    """A yes from somebody who may not say it is no answer; on the day the right one may still come."""
    if by.may_approve is None:
        return _say(Standing.PARTLY, _("kan {name} godkende planen?").format(name=by.name))
    standing = Standing.PARTLY if phase(conference) is Phase.DAY else Standing.BROKEN
    return _say(standing, _("godkendt af en, der ikke kan godkende"))


def _is_at_conference(facts: CaseFacts, conference: Conference, decision: Decision) -> bool:
    """Whether a decision fell at the conference: the same civil date, or within trin 3 that ran past midnight."""
    runs = [(step.started_at, step.ended_at) for step in steps(conference, 3) if step.started_at]
    if any(
        start <= decision.decided_at <= (max(end, start) if end else start + LONGEST) for start, end in runs if start
    ):
        return True
    starts = [step.started_at for step in conference.steps if step.started_at]
    if not starts and conference.starts_at is not None:
        starts = [conference.starts_at]
    decided = civil_date(decision.decided_at, facts)
    return any(civil_date(start, facts) == decided for start in starts)


def _approved_later(facts: CaseFacts, conference: Conference, decision: Decision) -> Verdict:
    """Approved after the conference: by the date set for it, or too late."""
    dates = [one.provisional_until for one in conference.decisions if one.provisional_until is not None]
    decided = civil_date(decision.decided_at, facts)
    day = f"{decided.day}/{decided.month}"
    if dates and decided > max(dates):
        return _say(Standing.BROKEN, _("først godkendt {date}, efter fristen").format(date=day))
    return _say(Standing.PARTLY, _("godkendt {date}, efter rådslagningen").format(date=day))
