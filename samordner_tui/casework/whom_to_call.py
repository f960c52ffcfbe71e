"""Whom to call when something is grave: those at the municipality who answer for safety, and who are on call."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Authority
from samordner_tui.method.terms import AuthorityKind

ORDER = (AuthorityKind.ON_CALL, AuthorityKind.SAFETY, AuthorityKind.INITIATOR, AuthorityKind.LEADER)
"""Who is called first."""


@dataclass(frozen=True, slots=True)
class ToCall:
    """A person and a number."""

    kind: AuthorityKind
    name: str
    phone: str


def whom_to_call(session: Session, case_id: str) -> tuple[ToCall, ...]:
    """Those of the case who have a number, the one on call first."""
    found = session.execute(
        select(Authority).where(Authority.case_id == case_id, Authority.phone.is_not(None))
    ).scalars()
    people = [ToCall(one.kind, one.name, one.phone or "") for one in found]
    return tuple(sorted(people, key=lambda person: ORDER.index(person.kind)))
