"""Who is to have the plan: everybody who took part, those with a role, and the initiativtager. Nobody else.

Informatører left before the plan was made, and helpers came for somebody else: they are not given it. Source: P6, P17.
"""

from __future__ import annotations

from dataclasses import dataclass

from samordner_tui.method import facts as f
from samordner_tui.method.readings import latest_decision
from samordner_tui.method.terms import AuthorityKind, PersonKind

OWN = frozenset({PersonKind.CHILD, PersonKind.PRIVATE})


@dataclass(frozen=True)
class Receiver:
    """A person of the case, or somebody at the municipality."""

    person_id: str | None = None
    authority_id: str | None = None


def receivers(facts: f.CaseFacts, conference: f.Conference) -> tuple[Receiver, ...]:
    """Everybody who is to have the plan, the child first."""
    came = {one.person_id for one in conference.presences}
    hold_a_role = {one.person_id for one in conference.role_holders if one.accepted is not False}
    own = [one for one in facts.people if one.kind in OWN and one.id in came | hold_a_role]
    own.sort(key=lambda one: one.kind is not PersonKind.CHILD)
    return (
        *(Receiver(person_id=one.id) for one in own),
        *(Receiver(authority_id=one) for one in _deciders(facts, conference)),
    )


def missing_receivers(facts: f.CaseFacts, conference: f.Conference, plan: f.Plan) -> tuple[Receiver, ...]:
    """Who is to have the plan and is not on the list yet."""
    listed = {Receiver(one.person_id, one.authority_id) for one in plan.deliveries}
    return tuple(one for one in receivers(facts, conference) if one not in listed)


def _deciders(facts: f.CaseFacts, conference: f.Conference) -> tuple[str, ...]:
    initiators = [one.id for one in facts.authorities if one.kind is AuthorityKind.INITIATOR]
    decision = latest_decision(conference)
    answered = [decision.authority_id] if decision is not None and decision.authority_id else []
    return tuple(dict.fromkeys([*initiators, *answered]))
