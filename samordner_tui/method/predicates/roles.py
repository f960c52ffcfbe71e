"""Chair, note taker, supporter and minder: from the network, willing, and set into their task."""

from __future__ import annotations

from itertools import combinations

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Conference, RoleHolder
from samordner_tui.method.predicates.shape import (
    HOLDS,
    NOTHING,
    Finding,
    Predicate,
    by_name,
    holds_for,
    lacks,
    of_conference,
)
from samordner_tui.method.readings import called, child_name, is_small_child_coming, person
from samordner_tui.method.terms import InvitationChoice, PersonKind, RoleName

ADULT = 18
"""From what age somebody can be the adult with a small child. Source: R46."""

CLASHES = frozenset(
    {
        frozenset({RoleName.CHAIR, RoleName.NOTE_TAKER}),
        frozenset({RoleName.CHAIR, RoleName.SUPPORTER}),
        frozenset({RoleName.NOTE_TAKER, RoleName.SUPPORTER}),
        frozenset({RoleName.CHAIR, RoleName.MINDER}),
        frozenset({RoleName.NOTE_TAKER, RoleName.MINDER}),
    }
)
"""Roles that nobody can have at the same time. Source: R31, R46."""


def holders(conference: Conference, role: RoleName, *, understudy: bool = False) -> tuple[RoleHolder, ...]:
    """Those who have a role, or stand ready to step in; whoever declined is left out."""
    return tuple(
        holder
        for holder in conference.role_holders
        if holder.role is role and holder.understudy is understudy and holder.accepted is not False
    )


def _lack(facts: CaseFacts, holder: RoleHolder) -> Finding:
    """What lacks before somebody is ready for a role. Source: R31."""
    name = called(facts, holder.person_id)
    if holder.accepted is None:
        return lacks(_("{name} har ikke svaret endnu").format(name=name), holder.id)
    if holder.briefed_on is None:
        return lacks(_("{name} er ikke sat ind i rollen").format(name=name), holder.id)
    return HOLDS


def _ready(facts: CaseFacts, own: tuple[RoleHolder, ...], otherwise: str) -> Finding:
    """Whether one of those with a role is ready."""
    if not own:
        return lacks(otherwise)
    findings = [_lack(facts, holder) for holder in own]
    return next((finding for finding in findings if finding.holds), findings[0])


@of_conference
def chair_ready(facts: CaseFacts, conference: Conference) -> Finding:
    """A chair has accepted and is briefed. Source: R31, F13."""
    return _ready(facts, holders(conference, RoleName.CHAIR), _("ordstyreren mangler"))


@of_conference
def note_taker_ready(facts: CaseFacts, conference: Conference) -> Finding:
    """A note taker has accepted and is briefed. Source: R31, F13."""
    return _ready(facts, holders(conference, RoleName.NOTE_TAKER), _("referenten mangler"))


@of_conference
def supporter_ready(facts: CaseFacts, conference: Conference) -> Finding:
    """Every child's supporter has accepted and is briefed. Source: R31, R64."""
    for child in facts.children:
        own = tuple(one for one in holders(conference, RoleName.SUPPORTER) if one.child_id in {None, child.id})
        finding = _ready(facts, own, _("{name} mangler en støtteperson").format(name=child_name(facts, child)))
        if not finding.holds:
            return finding
    return HOLDS


@of_conference
def minder_named(facts: CaseFacts, conference: Conference) -> Finding:
    """Where a child is small, an adult who can be spared is named for it. Source: R46."""
    if not is_small_child_coming(facts, conference):
        return NOTHING
    busy = {holder.person_id for role in (RoleName.CHAIR, RoleName.NOTE_TAKER) for holder in holders(conference, role)}
    minders = holders(conference, RoleName.MINDER)
    if not minders:
        return lacks(_("en voksen, der kan undværes, mangler"))
    for holder in minders:
        if holder.person_id not in busy and not _is_child(facts, holder.person_id):
            return HOLDS
    return lacks(_("{name} kan ikke undværes").format(name=called(facts, minders[0].person_id)), minders[0].id)


def _is_child(facts: CaseFacts, person_id: str) -> bool:
    somebody = person(facts, person_id)
    return somebody is not None and somebody.age is not None and somebody.age < ADULT


@of_conference
def understudies(_facts: CaseFacts, conference: Conference) -> Finding:
    """Somebody stands ready to step in as chair and as note taker. Source: domain.md 2 phase 5."""
    if not holders(conference, RoleName.CHAIR, understudy=True):
        return lacks(_("ordstyreren mangler en afløser"))
    if not holders(conference, RoleName.NOTE_TAKER, understudy=True):
        return lacks(_("referenten mangler en afløser"))
    return HOLDS


@of_conference
def roles_from_network(facts: CaseFacts, conference: Conference) -> Finding:
    """Every role is held by somebody from the network. Source: R31, F13."""
    for holder in conference.role_holders:
        somebody = person(facts, holder.person_id)
        if somebody is not None and somebody.kind is PersonKind.PROFESSIONAL:
            return lacks(_("{name} er fagperson").format(name=somebody.name), holder.id)
    return holds_for(conference.role_holders)


@of_conference
def roles_do_not_clash(facts: CaseFacts, conference: Conference) -> Finding:
    """Nobody has two roles that cannot go together. Source: R31, R46."""
    active = [holder for holder in conference.role_holders if not holder.understudy and holder.accepted is not False]
    for one, other in combinations(active, 2):
        if one.person_id == other.person_id and frozenset({one.role, other.role}) in CLASHES:
            return lacks(_("{name} har to roller på en gang").format(name=called(facts, one.person_id)), other.id)
    return holds_for(active)


@of_conference
def roles_among_invited(facts: CaseFacts, conference: Conference) -> Finding:
    """Nobody who is not invited has a role. Source: design 5."""
    for holder in conference.role_holders:
        somebody = person(facts, holder.person_id)
        if somebody is not None and somebody.invited is InvitationChoice.NOT_INVITED:
            return lacks(_("{name} er ikke inviteret").format(name=somebody.name), holder.id)
    return holds_for(conference.role_holders)


PREDICATES: dict[str, Predicate] = {
    **by_name(chair_ready, note_taker_ready, supporter_ready, minder_named, understudies),
    **by_name(roles_from_network, roles_do_not_clash, roles_among_invited),
}
