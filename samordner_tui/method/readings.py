"""Small readings of the facts that several rules share: where a conference is, who somebody is, what holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samordner_tui.language import _
from samordner_tui.method.terms import (
    Answer,
    Attendance,
    ClosingReason,
    ConferenceState,
    InvitationChoice,
    Outcome,
    PersonKind,
    Phase,
    StatementKind,
    StopReason,
)
from samordner_tui.method.zones import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from samordner_tui.method.facts import (
        CaseFacts,
        Child,
        Conference,
        Decision,
        Invitation,
        Person,
        Plan,
        Statement,
        Step,
    )

ENDED_BEFORE_A_CONFERENCE = frozenset(
    {
        ClosingReason.CONSENT_WITHDRAWN,
        ClosingReason.FAMILY_STOPPED,
        ClosingReason.MUNICIPALITY_STOPPED,
        ClosingReason.NOT_SAFE,
        ClosingReason.HANDED_OVER,
    }
)
"""Reasons for which a case may honestly end with no conference and no plan."""


def local(moment: datetime, facts: CaseFacts) -> datetime:
    """`moment` as the clock on the wall shows it where the archive is at home."""
    return moment.astimezone(zone_named(facts.zone))


def civil_date(moment: datetime, facts: CaseFacts) -> date:
    """The date of `moment` where the archive is at home."""
    return local(moment, facts).date()


def day_of(facts: CaseFacts, conference: Conference) -> date | None:
    """The day a conference was held; before it has begun, the day it is planned for."""
    moments = [step.started_at for step in conference.steps if step.started_at]
    moment = min(moments) if moments else conference.starts_at
    return civil_date(moment, facts) if moment else None


def phase(conference: Conference) -> Phase:
    """Before anything has begun, on the day, or after the last trin 3 has ended. Source: cornerstones.md."""
    if conference.state is not ConferenceState.PLANNED:
        return Phase.AFTER
    if not any(begun(conference, number) for number in (1, 2, 3)):
        return Phase.BEFORE
    if not _closed(conference):
        return Phase.DAY
    decision = latest_decision(conference)
    # A plan that was sent back is on its way into a new round, also before that round has begun.
    return Phase.DAY if decision and decision.outcome is Outcome.RETURNED else Phase.AFTER


def _closed(conference: Conference) -> bool:
    """Whether trin 3 of the latest round has ended."""
    runs = [step for step in conference.steps if step.started_at or step.ended_at]
    latest = max((step.round for step in runs), default=1)
    return any(step.number == 3 and step.round == latest and step.ended_at for step in runs)


def steps(conference: Conference, number: int) -> tuple[Step, ...]:
    """Every run of trin `number`, by round."""
    return tuple(sorted((step for step in conference.steps if step.number == number), key=lambda step: step.round))


def begun(conference: Conference, number: int) -> bool:
    """Whether trin `number` has begun in any round."""
    return any(step.started_at or step.ended_at for step in steps(conference, number))


def done(conference: Conference, number: int) -> bool:
    """Whether trin `number` has begun, and has ended in every round it was begun."""
    runs = [step for step in steps(conference, number) if step.started_at or step.ended_at]
    return bool(runs) and all(step.started_at and step.ended_at for step in runs)


def minutes(step: Step) -> int | None:
    """Minutes a trin took; never below zero, also when the clock has jumped. Source: design 3."""
    if step.started_at is None or step.ended_at is None:
        return None
    return max(0, int((step.ended_at - step.started_at).total_seconds()) // 60)


def called_off(facts: CaseFacts, conference: Conference) -> bool:
    """Whether the conference ended before it began, with an honest reason. Source: P27."""
    if any(step.started_at for step in conference.steps):
        return False
    if conference.state is ConferenceState.STOPPED:
        return conference.stop_reason is not None
    return facts.closing_reason in ENDED_BEFORE_A_CONFERENCE


def latest_decision(conference: Conference) -> Decision | None:
    """The answer that holds: the last of the last round."""
    return max(conference.decisions, key=lambda decision: (decision.round, decision.decided_at), default=None)


def latest_plan(conference: Conference) -> Plan | None:
    """The plan in its latest version."""
    return max(conference.plans, key=lambda plan: plan.version, default=None)


def plan_before(facts: CaseFacts, conference: Conference) -> Plan | None:
    """The plan that a follow-up looks back on: of the latest before it that came to one. Source: R148."""
    earlier = sorted((one for one in facts.conferences if one.number < conference.number), key=lambda one: one.number)
    plans = [latest_plan(one) for one in reversed(earlier)]
    return next((one for one in plans if one is not None), None)


def without_a_plan(facts: CaseFacts, conference: Conference) -> bool:
    """Whether it is already said why this conference gives no plan that runs: called off, stopped or refused."""
    if called_off(facts, conference):
        return True
    if conference.state is ConferenceState.STOPPED and isinstance(conference.stop_reason, StopReason):
        return True
    decision = latest_decision(conference)
    return decision is not None and decision.outcome is Outcome.REFUSED


def person(facts: CaseFacts, person_id: str | None) -> Person | None:
    """Somebody in the case by id."""
    return next((one for one in facts.people if one.id == person_id), None)


def called(facts: CaseFacts, person_id: str | None) -> str:
    """What a sentence calls somebody; whoever is not known is a person all the same."""
    somebody = person(facts, person_id)
    return somebody.name if somebody else _("en person")


def child_name(facts: CaseFacts, child: Child) -> str:
    """What a child of the case is called."""
    somebody = person(facts, child.person_id)
    return somebody.name if somebody else facts.alias


def attendance_of(conference: Conference | None, person: Person) -> Attendance | None:
    """The form somebody takes part in: what they said last, in their answer or at a visit."""
    invitation = invitation_of(conference, person.id) if conference is not None else None
    return (invitation.attendance if invitation is not None else None) or person.attendance


def invitees(facts: CaseFacts) -> tuple[Person, ...]:
    """The private people who are to be invited. Source: R28."""
    return tuple(
        one for one in facts.people if one.kind is PersonKind.PRIVATE and one.invited is InvitationChoice.INVITE
    )


def beyond_household(people: Iterable[Person]) -> tuple[Person, ...]:
    """Of `people`, the private ones of whom it is known that they do not live with the child. Source: R3."""
    return tuple(one for one in people if one.kind is PersonKind.PRIVATE and one.household is False)


def names(people: Sequence[str]) -> str:
    """One or two names as they are, more as the first and a count."""
    if len(people) <= 2:
        return _(" og ").join(people)
    return _("{name} og {count} til").format(name=people[0], count=len(people) - 1)


def invitation_of(conference: Conference, person_id: str) -> Invitation | None:
    """Somebody's invitation; where there are several, the one answered or sent last."""
    own = [invitation for invitation in conference.invitations if invitation.person_id == person_id]
    return next((one for one in reversed(own) if one.answer), own[-1] if own else None)


def is_small_child_coming(facts: CaseFacts, conference: Conference | None) -> bool:
    """Whether a child so small that it must be able to withdraw is coming. Source: R45, F11."""
    limit = facts.ages.small_child_under
    own = {child.person_id for child in facts.children}
    for one in facts.people:
        invited = one.invited is InvitationChoice.INVITE and one.kind in {PersonKind.CHILD, PersonKind.PRIVATE}
        if (one.id in own or invited) and one.age is not None and one.age < limit:
            return True
    return conference is not None and any(
        invitation.answer is Answer.YES and invitation.companion_children > 0 for invitation in conference.invitations
    )


def current(facts: CaseFacts, kind: StatementKind) -> tuple[Statement, ...]:
    """The statements of a kind that hold now: not withdrawn, not replaced by a later version."""
    replaced = {statement.replaces_id for statement in facts.statements}
    return tuple(
        statement
        for statement in facts.statements
        if statement.kind is kind and statement.withdrawn_on is None and statement.id not in replaced
    )
