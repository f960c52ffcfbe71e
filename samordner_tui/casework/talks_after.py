"""The talks after a conference: which are agreed on, and which child nobody has talked with. Source: R60, R66, P6."""

from __future__ import annotations

from samordner_tui.method import facts as f
from samordner_tui.method.predicates.follow_up import is_talked_with
from samordner_tui.method.readings import civil_date, day_of
from samordner_tui.method.terms import ContactKind, ContactOutcome


def planned_talks(facts: f.CaseFacts, conference: f.Conference, kind: ContactKind) -> tuple[f.Contact, ...]:
    """The talks of a kind that are agreed on and not held yet. Those of an earlier conference are not of this one."""
    day = day_of(facts, conference)
    planned = (one for one in facts.contacts if one.kind is kind and one.outcome is ContactOutcome.PLANNED)
    return tuple(
        one for one in planned if day is None or one.planned_at is None or civil_date(one.planned_at, facts) >= day
    )


def without_a_talk(facts: f.CaseFacts, conference: f.Conference) -> tuple[str, ...]:
    """The children, by their ids as people, whom nobody has talked with since, or agreed to talk with."""
    planned = planned_talks(facts, conference, ContactKind.AFTER_TALK)
    agreed = {who for one in planned for who in one.people}
    return tuple(
        child.person_id
        for child in facts.children
        if child.person_id not in agreed
        and not is_talked_with(facts, conference, ContactKind.AFTER_TALK, child.person_id)
    )
