"""Who may approve the plan, and whether that person can be reached in the hours of the conference."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from samordner_tui.language import _
from samordner_tui.method.facts import Authority, CaseFacts, Conference
from samordner_tui.method.predicates.shape import (
    HOLDS,
    Finding,
    Predicate,
    by_name,
    holds_if,
    lacks,
    of_case,
    of_conference,
)
from samordner_tui.method.readings import local
from samordner_tui.method.terms import AuthorityKind

USUAL_LENGTH = timedelta(hours=3)
"""How long a conference is taken to last when no end is set. Source: domain.md 2."""

_DAY = timedelta(days=1)


def may_approve(authority: Authority) -> bool:
    """Whether somebody may approve a plan: an initiativtager or a leader who is said to. Source: R15."""
    return authority.may_approve is True and authority.kind in {AuthorityKind.INITIATOR, AuthorityKind.LEADER}


def initiator_may_approve(facts: CaseFacts) -> bool:
    """Whether the initiativtager may approve without asking anybody."""
    return any(may_approve(one) and one.kind is AuthorityKind.INITIATOR for one in facts.authorities)


@of_case
def approver_named(facts: CaseFacts) -> Finding:
    """Somebody who may approve is named. Source: R15."""
    return holds_if(any(may_approve(one) for one in facts.authorities), _("ingen, der kan godkende, er noteret"))


@of_conference
def approver_reachable(facts: CaseFacts, conference: Conference) -> Finding:
    """The initiativtager may approve, or a leader who may can be reached while they meet. Source: R15."""
    if initiator_may_approve(facts):
        return HOLDS
    leaders = [one for one in facts.authorities if may_approve(one)]
    if not leaders:
        return lacks(_("ingen, der kan godkende, er noteret"))
    findings = [_reachable(facts, conference, leader) for leader in leaders]
    return next((finding for finding in findings if finding.holds), findings[0])


def _reachable(facts: CaseFacts, conference: Conference, leader: Authority) -> Finding:
    if leader.reachable_from is None or leader.reachable_until is None:
        return lacks(_("lederens tider mangler"), leader.id)
    if conference.starts_at is None:
        return lacks(_("datoen er ikke sat"))
    starts = local(conference.starts_at, facts)
    ends = local(conference.ends_at or conference.starts_at + USUAL_LENGTH, facts)
    since, until = _minutes(leader.reachable_from), _minutes(leader.reachable_until)
    if until <= since:
        until += _minutes_of(_DAY)
    first = _minutes(starts.time())
    last = first + max(0, _minutes_of(_naive(ends) - _naive(starts)))
    if since > first:
        return lacks(_("lederen kan først nås kl. {time}").format(time=_clock(leader.reachable_from)), leader.id)
    if until < last:
        return lacks(_("lederen kan kun nås til kl. {time}").format(time=_clock(leader.reachable_until)), leader.id)
    return holds_if(bool(leader.phone), _("lederens telefonnummer mangler"))


def _naive(moment: datetime) -> datetime:
    """The clock on the wall alone, so that an hour lost to summer time is not counted."""
    return moment.replace(tzinfo=None)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _minutes_of(length: timedelta) -> int:
    return int(length.total_seconds()) // 60


def _clock(clock: time) -> str:
    return f"{clock.hour}.{clock.minute:02}" if clock.minute else f"{clock.hour}"


PREDICATES: dict[str, Predicate] = {**by_name(approver_named, approver_reachable)}
