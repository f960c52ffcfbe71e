"""Named questions to the facts of a case. The method file says by name when a task is done and what a gate needs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from samordner_tui.method.predicates import (
    approval,
    approver,
    assignment,
    briefings,
    catering,
    child,
    closing,
    consent,
    ending,
    evaluation,
    follow_up,
    information,
    invitations,
    network,
    plan_out,
    private_time,
    roles,
    safety,
    statements,
    venue,
    visits,
)
from samordner_tui.method.predicates.shape import Finding, Predicate

__all__ = ["PREDICATES", "Finding", "Predicate"]

PREDICATES: Mapping[str, Predicate] = MappingProxyType(
    {
        **assignment.PREDICATES,
        **statements.PREDICATES,
        **consent.PREDICATES,
        **safety.PREDICATES,
        **approver.PREDICATES,
        **child.PREDICATES,
        **network.PREDICATES,
        **visits.PREDICATES,
        **venue.PREDICATES,
        **catering.PREDICATES,
        **briefings.PREDICATES,
        **roles.PREDICATES,
        **invitations.PREDICATES,
        **information.PREDICATES,
        **private_time.PREDICATES,
        **approval.PREDICATES,
        **plan_out.PREDICATES,
        **evaluation.PREDICATES,
        **follow_up.PREDICATES,
        **closing.PREDICATES,
        **ending.PREDICATES,
    }
)
"""Every predicate under its name; the name says what holds."""
