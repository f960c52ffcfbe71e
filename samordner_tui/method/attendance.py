"""Who took part in which trin, and as what. Source: R3, R4, R7, domain.md 2.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samordner_tui.method.readings import person
from samordner_tui.method.terms import Attendance, LogKind, PersonKind, PresentAs, RoleName

if TYPE_CHECKING:
    from samordner_tui.method.facts import CaseFacts, Child, Conference, Person, Presence

THERE = frozenset({Attendance.IN_ROOM, Attendance.PART, Attendance.PHONE, Attendance.VIDEO})
"""The forms in which somebody takes part themselves."""

BROUGHT = frozenset({Attendance.STATEMENT, Attendance.LETTER, Attendance.RECORDING, Attendance.SPOKESPERSON})
"""The forms in which somebody else brings a person's words."""


def private_people(facts: CaseFacts, conference: Conference, step: int) -> tuple[Person, ...]:
    """The private people who took part in a trin, each once."""
    found = {
        presence.person_id: person(facts, presence.person_id)
        for presence in conference.presences
        if presence.step == step and presence.present_as is PresentAs.PERSON and presence.form in THERE
    }
    return tuple(one for one in found.values() if one is not None and one.kind is PersonKind.PRIVATE)


def professionals(facts: CaseFacts, conference: Conference, step: int) -> tuple[Presence, ...]:
    """The professionals in a trin, each once. The samordner and the initiativtager are; helpers are not."""
    found = {
        (presence.present_as, presence.person_id): presence
        for presence in conference.presences
        if presence.step == step and presence.form in THERE and _is_professional(facts, presence)
    }
    return tuple(found.values())


def _is_professional(facts: CaseFacts, presence: Presence) -> bool:
    if presence.present_as is not PresentAs.PERSON:
        return True
    somebody = person(facts, presence.person_id)
    return somebody is not None and somebody.kind is PersonKind.PROFESSIONAL


def still_here(facts: CaseFacts, conference: Conference) -> tuple[str, ...]:
    """The professionals of trin 1 who are not noted as gone, by id. The two hosts leave when private time begins.

    Source: R10, F16.
    """
    return tuple(
        presence.person_id
        for presence in professionals(facts, conference, 1)
        if presence.person_id is not None and presence.left_at is None
    )


def uncalled(facts: CaseFacts, conference: Conference) -> tuple[Presence | LogKind, ...]:
    """Every professional who was in private time without being called in: those noted there, and the log's."""
    there = [
        presence
        for presence in conference.presences
        if presence.step == 2
        and presence.form in THERE
        and not presence.called_in
        and _is_professional(facts, presence)
    ]
    logged = [entry.kind for entry in conference.log_entries if entry.kind in {LogKind.STAYED, LogKind.CAME_UNCALLED}]
    return (*there, *logged)


def is_noted(conference: Conference, step: int) -> bool:
    """Whether anybody at all is noted in a trin."""
    return any(presence.step == step for presence in conference.presences)


def supporters(conference: Conference, child: Child) -> tuple[str, ...]:
    """The people who support a child at a conference, understudies too."""
    return tuple(
        holder.person_id
        for holder in conference.role_holders
        if holder.role is RoleName.SUPPORTER and holder.child_id in {None, child.id} and holder.accepted is not False
    )


def supporter_took_part(conference: Conference, child: Child, step: int) -> bool:
    """Whether a supporter of the child took part in a trin. Source: R64."""
    own = supporters(conference, child)
    return any(
        presence.step == step and presence.person_id in own and presence.form in THERE
        for presence in conference.presences
    )


def child_forms(conference: Conference, child: Child, step: int) -> frozenset[Attendance]:
    """The forms in which a child took part in a trin; words it sent count when its supporter was there with them."""
    noted = {
        presence.form
        for presence in conference.presences
        if presence.step == step and presence.person_id == child.person_id
    }
    if not supporter_took_part(conference, child, step):
        return frozenset(noted - BROUGHT)
    if not noted and _is_represented(conference, child) and child.participation is not None:
        # A child that chose to be heard through its supporter is not in the room, so nobody notes it there.
        return frozenset({child.participation})
    return frozenset(noted)


def _is_represented(conference: Conference, child: Child) -> bool:
    """Whether a child chose to be heard through its supporter, and nothing else is noted of it."""
    return (
        child.participation in BROUGHT
        and not any(presence.person_id == child.person_id for presence in conference.presences)
        and not any(absence.child_id == child.id for absence in conference.child_absences)
    )
