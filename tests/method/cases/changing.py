"""Small ways of changing one thing in a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from samordner_tui.method import terms as t
from samordner_tui.method.facts import (
    Booking,
    Briefing,
    CaseFacts,
    Child,
    Conference,
    Decision,
    Engagement,
    Invitation,
    Menu,
    Notice,
    Person,
    Plan,
    Presence,
    RoleHolder,
    Step,
    Venue,
)
from tests.method.cases.before import TODAY, visit


def first(facts: CaseFacts) -> Conference:
    """The conference that the case is about."""
    return facts.conferences[0]


def with_conference(facts: CaseFacts, change: Callable[[Conference], Conference]) -> CaseFacts:
    """The case with its first conference changed."""
    return replace(facts, conferences=(change(facts.conferences[0]), *facts.conferences[1:]))


def with_person(facts: CaseFacts, person_id: str, change: Callable[[Person], Person]) -> CaseFacts:
    """The case with one person changed."""
    return replace(facts, people=tuple(change(one) if one.id == person_id else one for one in facts.people))


def with_child(facts: CaseFacts, change: Callable[[Child], Child]) -> CaseFacts:
    """The case with its first child changed."""
    return replace(facts, children=(change(facts.children[0]), *facts.children[1:]))


def with_engagement(facts: CaseFacts, change: Callable[[Engagement], Engagement]) -> CaseFacts:
    """The case with its assignment changed."""
    return replace(facts, engagement=change(facts.engagement))


def with_presences(facts: CaseFacts, *presences: Presence) -> CaseFacts:
    """The case with nobody else noted in its trin."""
    return with_conference(facts, lambda conference: replace(conference, presences=presences))


def without_people(facts: CaseFacts, number: int, *people: str) -> CaseFacts:
    """The case with some people not noted in a trin."""
    left = tuple(
        presence
        for presence in first(facts).presences
        if not (presence.step == number and presence.person_id in people)
    )
    return with_presences(facts, *left)


def with_contact_outcome(facts: CaseFacts, contact_id: str, outcome: t.ContactOutcome) -> CaseFacts:
    """The case with one contact ending otherwise; nothing is explained then."""
    return replace(
        facts,
        contacts=tuple(visit(one.id, one.people, outcome) if one.id == contact_id else one for one in facts.contacts),
    )


def with_booking(facts: CaseFacts, change: Callable[[Booking], Booking]) -> CaseFacts:
    """The case with the booking of its venue changed."""
    return with_conference(
        facts,
        lambda conference: replace(conference, bookings=(change(conference.bookings[0]), *conference.bookings[1:])),
    )


def with_venue(facts: CaseFacts, change: Callable[[Venue], Venue]) -> CaseFacts:
    """The case with its venue changed."""

    def moved(booking: Booking) -> Booking:
        return replace(booking, venue=change(booking.venue) if booking.venue else None)

    return with_booking(facts, moved)


def with_menu(facts: CaseFacts, change: Callable[[Menu], Menu]) -> CaseFacts:
    """The case with its meal changed."""
    return with_conference(facts, lambda conference: replace(conference, menu=change(conference.menu or Menu())))


def with_briefing(facts: CaseFacts, briefing_id: str, change: Callable[[Briefing], Briefing]) -> CaseFacts:
    """The case with one briefing changed."""
    return with_conference(
        facts,
        lambda conference: replace(
            conference,
            briefings=tuple(change(one) if one.id == briefing_id else one for one in conference.briefings),
        ),
    )


def with_role(facts: CaseFacts, holder_id: str, change: Callable[[RoleHolder], RoleHolder | None]) -> CaseFacts:
    """The case with one role changed, or taken away where `change` gives nothing."""

    def cast(conference: Conference) -> Conference:
        kept = [change(one) if one.id == holder_id else one for one in conference.role_holders]
        return replace(conference, role_holders=tuple(one for one in kept if one is not None))

    return with_conference(facts, cast)


def with_invitation(facts: CaseFacts, person_id: str, change: Callable[[Invitation], Invitation]) -> CaseFacts:
    """The case with one invitation changed."""
    return with_conference(
        facts,
        lambda conference: replace(
            conference,
            invitations=tuple(change(one) if one.person_id == person_id else one for one in conference.invitations),
        ),
    )


def with_plan(facts: CaseFacts, change: Callable[[Plan], Plan]) -> CaseFacts:
    """The case with its plan changed."""
    return with_conference(facts, lambda conference: replace(conference, plans=tuple(map(change, conference.plans))))


def with_decisions(facts: CaseFacts, *decisions: Decision) -> CaseFacts:
    """The case with these answers to the plan, and no others."""
    return with_conference(facts, lambda conference: replace(conference, decisions=decisions))


def with_notice(facts: CaseFacts, about: str, reason: str, conference_id: str | None = "first") -> CaseFacts:
    """The case with a reason kept for going on."""
    notice = Notice(t.NoticeKind.DEPARTURE, about, reason, TODAY, conference_id)
    return replace(facts, notices=(*facts.notices, notice))


def on_the_day(facts: CaseFacts, *steps: Step) -> CaseFacts:
    """A held case turned back to a moment of the day: only these trin have been, and nothing is answered."""
    return with_conference(
        facts,
        lambda conference: replace(
            conference,
            state=t.ConferenceState.PLANNED,
            steps=steps,
            presences=tuple(one for one in conference.presences if one.step in {run.number for run in steps}),
            plan_read_at=None,
            decisions=(),
            plans=(),
            led_by_samordner=None,
        ),
    )
