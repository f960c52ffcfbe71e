"""The five hjørnesten told by hand from `cornerstones.md`, for what can happen on an evening with one child.

Nothing here asks `method.cornerstones` or its predicates: it is what they are held against. Where the table leaves room
it gives more than one standing.
"""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from samordner_tui.method import facts as f
from samordner_tui.method.terms import (
    Attendance,
    AuthorityKind,
    ConferenceState,
    ContactKind,
    ContactOutcome,
    InvitationChoice,
    LogKind,
    Outcome,
    PersonKind,
    PresentAs,
    RoleName,
    Side,
    Standing,
)

OPEN, PARTLY, MET, DEPARTED = Standing.OPEN, Standing.PARTLY, Standing.MET, Standing.BROKEN
ZONE = ZoneInfo("Europe/Copenhagen")
HIMSELF = {Attendance.IN_ROOM, Attendance.PART, Attendance.PHONE, Attendance.VIDEO}
BROUGHT = {Attendance.STATEMENT, Attendance.LETTER, Attendance.RECORDING, Attendance.SPOKESPERSON}
IN_PERSON = {Attendance.IN_ROOM, Attendance.PART, Attendance.WITHDREW}
Allowed = frozenset[Standing]


def only(standing: Standing) -> Allowed:
    """One standing."""
    return frozenset({standing})


class ByHand:
    """One case with one child on one evening."""

    def __init__(self, facts: f.CaseFacts, today: date) -> None:
        self.facts = facts
        self.today = today
        self.evening = facts.conferences[0]
        self.people = {one.id: one for one in facts.people}

    def five(self) -> tuple[Allowed, ...]:
        """What each may stand at."""
        return (self.network(), self.own_plan(), self.samordner(), self.adopted(), self.child())

    @property
    def over(self) -> bool:
        """Held, stopped, or a plan without a meeting."""
        return self.evening.state is not ConferenceState.PLANNED

    @property
    def before(self) -> bool:
        """Nothing has begun."""
        return not self.over and not self.evening.steps

    def runs(self, number: int) -> list[f.Step]:
        """The trin of this number that have begun."""
        return [one for one in self.evening.steps if one.number == number and one.started_at is not None]

    def there(self, step: int) -> list[f.Presence]:
        """Who took part themselves in a trin."""
        return [one for one in self.evening.presences if one.step == step and one.form in HIMSELF]

    def is_professional(self, one: f.Presence) -> bool:
        """The samordner and the initiativtager are; helpers are not."""
        return (
            one.present_as is not PresentAs.PERSON or self.people[one.person_id or ""].kind is PersonKind.PROFESSIONAL
        )

    def private(self, step: int) -> list[f.Person]:
        """The private people of a trin."""
        named = [self.people[one.person_id] for one in self.there(step) if one.person_id is not None]
        return [one for one in named if one.kind is PersonKind.PRIVATE]

    def network(self) -> Allowed:
        """1. The extended family and the network take part."""
        beyond = [one for one in self.people.values() if one.kind is PersonKind.PRIVATE and one.household is False]
        if self.before:
            return only(PARTLY if any(one.invited is InvitationChoice.INVITE for one in beyond) else OPEN)
        family, others = self.private(1), [one for one in self.there(1) if self.is_professional(one)]
        if not self.over and not self.runs(2):
            # While they are still arriving the numbers tell nothing until somebody of the family is noted.
            welcomed = bool(self.runs(1)) and all(one.ended_at is not None for one in self.runs(1))
            return only(DEPARTED if len(others) > len(family) and (family or welcomed) else PARTLY)
        alone = self.private(2)
        took_part = [one for one in alone if one.household is False]
        if not took_part:
            is_told = self.over or any(one.step == 2 for one in self.evening.presences)
            return only(DEPARTED if is_told else PARTLY)
        if len(others) > len(family):
            return only(DEPARTED)
        sides = {one.side for one in alone}
        reasons = ((Side.MOTHER, self.facts.mothers_side_reason), (Side.FATHER, self.facts.fathers_side_reason))
        each_side = all(side in sides or reason for side, reason in reasons)
        return only(MET if len(took_part) >= 2 and each_side and len(family) > len(others) else PARTLY)

    def own_plan(self) -> Allowed:
        """2. The family's plan without professionals."""
        times = self.runs(2)
        if not times:
            return only(DEPARTED if self.over else OPEN)
        logged = any(one.kind in {LogKind.STAYED, LogKind.CAME_UNCALLED} for one in self.evening.log_entries)
        if logged or any(self.is_professional(one) and not one.called_in for one in self.there(2)):
            return only(DEPARTED)
        in_their_words = any((one.words or "").strip() for one in self.evening.plans)
        ended = all(one.ended_at is not None for one in times)
        return only(MET if self.over and ended and in_their_words else PARTLY)

    def samordner(self) -> Allowed:
        """3. An independent samordner facilitates."""
        asked = self.facts.engagement
        answers = (asked.knows_family, asked.employed_by_department, asked.related, asked.part_in_decision)
        if any(answers) or self.evening.hosted_by_samordner is False:
            return only(DEPARTED)
        if None in answers:
            return only(OPEN if self.before else PARTLY)
        is_met = bool(self.evening.hosted_by_samordner and self.evening.led_by_samordner)
        return only(MET if is_met and not self.before else PARTLY)

    def may_approve(self, one: f.Authority) -> bool:
        """Who may approve: an initiativtager or a leader who is said to."""
        return one.may_approve is True and one.kind in {AuthorityKind.INITIATOR, AuthorityKind.LEADER}

    def adopted(self) -> Allowed:
        """4. The plan is adopted at once by the initiativtager."""
        approvers = [one for one in self.facts.authorities if self.may_approve(one)]
        answers = sorted(self.evening.decisions, key=lambda one: (one.round, one.decided_at))
        if not answers:
            presented = self.evening.plan_read_at is not None or bool(self.runs(3))
            return only(DEPARTED if self.over else PARTLY if presented or approvers else OPEN)
        last = answers[-1]
        match last.outcome:
            case Outcome.REFUSED:
                return only(DEPARTED)
            case Outcome.RETURNED:
                return only(DEPARTED if self.over else PARTLY)
            case Outcome.PROVISIONAL:
                late = last.provisional_until is not None and last.provisional_until < self.today
                return only(DEPARTED if late else PARTLY)
            case Outcome.APPROVED:
                return self.approved(last)

    def approved(self, last: f.Decision) -> Allowed:
        """Approved: by one who may, and at the conference or by the date that was set."""
        by = next(one for one in self.facts.authorities if one.id == last.authority_id)
        if by.may_approve is None:
            return only(PARTLY)
        called = by.kind is AuthorityKind.INITIATOR and last.leader_called_at is not None
        if not self.may_approve(by) and not (called and any(map(self.may_approve, self.facts.authorities))):
            return only(DEPARTED if self.over else PARTLY)
        if self.evening.state is ConferenceState.PLAN_WITHOUT_MEETING:
            return only(PARTLY)
        ended = max((one.ended_at for one in self.runs(3) if one.ended_at is not None), default=None)
        if not self.over or ended is None or last.decided_at <= ended:
            return only(MET)
        promised = [one.provisional_until for one in self.evening.decisions if one.provisional_until is not None]
        in_time = not promised or last.decided_at.astimezone(ZONE).date() <= max(promised)
        # The same night after everybody went home is at once to one reader and afterwards to another.
        return frozenset({MET, PARTLY}) if in_time else only(DEPARTED)

    def child(self) -> Allowed:
        """5. The child always takes part."""
        (child,) = self.facts.children
        talked = any(
            one.kind is ContactKind.CHILD_TALK and one.outcome is ContactOutcome.MADE and child.person_id in one.people
            for one in self.facts.contacts
        )
        if self.before:
            return only(PARTLY if talked or child.participation is not None else OPEN)
        took = {step: self.forms(child, step) for step in (1, 2)}
        every = took[1] | took[2]
        partly_there = bool(every) and (child.participation is Attendance.PART or Attendance.PART in every)
        away = [] if partly_there else [step for step in (1, 2) if not took[step] and self.is_told(child, step)]
        if away:
            return only(self.in_its_place(child, max(away)))
        if not self.over and not (self.runs(2) and (all(took.values()) or Attendance.PART in every)):
            return only(PARTLY)
        return only(MET if self.as_chosen(child, every) else PARTLY)

    def is_told(self, child: f.Child, step: int) -> bool:
        """Whether a child not noted in a trin was away: the trin is over, or it began and the absence is written."""
        runs = self.runs(step)
        ended = bool(runs) and all(one.ended_at is not None for one in runs)
        absent = any(one.child_id == child.id for one in self.evening.child_absences)
        return self.over or (bool(runs) and (ended or absent))

    def supporter_was_there(self, step: int) -> bool:
        """Whether somebody the child chose took part in a trin."""
        own = {one.person_id for one in self.evening.role_holders if one.role is RoleName.SUPPORTER}
        return any(one.person_id in own for one in self.there(step))

    def forms(self, child: f.Child, step: int) -> set[Attendance]:
        """How the child was with them: itself, or through words that its supporter brought."""
        noted = {one.form for one in self.evening.presences if (one.step, one.person_id) == (step, child.person_id)}
        if not self.supporter_was_there(step):
            return noted - BROUGHT
        nowhere = all(one.person_id != child.person_id for one in self.evening.presences)
        if nowhere and child.participation in BROUGHT and not self.evening.child_absences:
            return {child.participation}
        return noted

    def in_its_place(self, child: f.Child, step: int) -> Standing:
        """Away: with a reason and the supporter in its place, or not."""
        reason = any(one.child_id == child.id and one.reason for one in self.evening.child_absences)
        return PARTLY if reason and self.supporter_was_there(step) else DEPARTED

    def as_chosen(self, child: f.Child, every: set[Attendance]) -> bool:
        """Whether it was the form the child chose; to come after all is its choice too."""
        if child.participation is None or every & IN_PERSON:
            return True
        kinds = (IN_PERSON, {Attendance.VIDEO, Attendance.PHONE}, BROUGHT)
        return any(child.participation in kind and every & kind for kind in kinds)
