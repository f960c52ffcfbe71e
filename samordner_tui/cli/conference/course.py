"""The course of a conference as `conference show --json` prints it; scripts rest on these names.

Moments are in the zone of the archive. Nobody is named, and no words that a person wrote are repeated.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from samordner_tui.method.attendance import THERE
from samordner_tui.method.clarity import is_clear
from samordner_tui.method.readings import local, minutes, person
from samordner_tui.method.terms import PersonKind, PresentAs

if TYPE_CHECKING:
    from samordner_tui.method.facts import CaseFacts, Conference, Decision, Plan, Presence

GROUPS: Final = (PersonKind.CHILD, PersonKind.PRIVATE, PersonKind.PROFESSIONAL, PersonKind.HELPER)
"""The groups that are counted. The samordner and the initiativtager are professionals."""


def course_of(facts: CaseFacts, conference: Conference) -> dict[str, object]:
    """Everything that is told of a conference."""
    return {
        "case": facts.number,
        "number": conference.number,
        "kind": conference.kind.value,
        "state": conference.state.value,
        "starts_at": _moment(conference.starts_at, facts),
        "ends_at": _moment(conference.ends_at, facts),
        "trin": [
            {
                "number": step.number,
                "round": step.round,
                "started_at": _moment(step.started_at, facts),
                "ended_at": _moment(step.ended_at, facts),
                "minutes": minutes(step),
            }
            for step in conference.steps
        ],
        "participants": [{"trin": number, **took_part(facts, conference, number)} for number in noted(conference)],
        "decisions": [_decision(facts, one) for one in conference.decisions],
        "plans": [_plan(one) for one in conference.plans],
        "follow_up": {
            "on": _day(conference.follow_up_on),
            "guardian": conference.guardian_id is not None,
            "waived": bool(conference.no_follow_up_reason),
            "next": next((one.number for one in facts.conferences if one.number > conference.number), None),
        },
    }


def noted(conference: Conference) -> list[int]:
    """The trin in which it is noted who was there."""
    return sorted({one.step for one in conference.presences})


def took_part(facts: CaseFacts, conference: Conference, step: int) -> dict[str, int]:
    """How many of each group took part in a trin themselves, each person once."""
    there = {
        (one.present_as, one.person_id): _group(facts, one)
        for one in conference.presences
        if one.step == step and one.form in THERE
    }
    groups = list(there.values())
    return {group.value: groups.count(group) for group in GROUPS}


def _group(facts: CaseFacts, presence: Presence) -> PersonKind:
    somebody = person(facts, presence.person_id)
    if presence.present_as is not PresentAs.PERSON or somebody is None:
        return PersonKind.PROFESSIONAL
    own = {child.person_id for child in facts.children}
    return PersonKind.CHILD if somebody.id in own else somebody.kind


def _decision(facts: CaseFacts, one: Decision) -> dict[str, object]:
    rests_on = next((statement.kind.value for statement in facts.statements if statement.id == one.rests_on_id), None)
    return {
        "round": one.round,
        "outcome": one.outcome.value,
        "decided_at": _moment(one.decided_at, facts),
        "provisional_until": _day(one.provisional_until),
        "leader_called": one.leader_called_at is not None,
        "rests_on": rests_on,
    }


def _plan(one: Plan) -> dict[str, object]:
    return {
        "version": one.version,
        "items": len(one.items),
        "unclear": sum(not is_clear(item) for item in one.items),
        "typed_on": _day(one.typed_on),
        "confirmed_on": _day(one.confirmed_on),
    }


def _moment(moment: datetime | None, facts: CaseFacts) -> str | None:
    return local(moment, facts).isoformat() if moment is not None else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
