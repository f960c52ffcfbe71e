"""What is seen at the kitchen table: the child's network by names and rings, and the child's own words.

No decisions, no conflicts, no notes, no addresses: the view is made of nothing else, so that nothing else can show.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Child, Person
from samordner_tui.method.terms import InvitationChoice, PersonKind


@dataclass(frozen=True, slots=True)
class ChildsWords:
    """What a child has said."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ChildNetwork:
    """The network as the child draws it."""

    children: tuple[str, ...]
    rings: tuple[tuple[int, tuple[str, ...]], ...]
    """Ring 1 is closest to the child."""
    without_ring: tuple[str, ...]
    """Whoever has no ring yet, those at home first. Nobody is left out unless it is decided not to invite them."""
    words: tuple[ChildsWords, ...]


def child_network(session: Session, case_id: str) -> ChildNetwork:
    """The children, the names in each ring, and what the children have said themselves."""
    children = session.execute(
        select(Person.id, Person.name, Child.statement)
        .join(Child, Child.person_id == Person.id)
        .where(Child.case_id == case_id)
        .order_by(Person.age.desc(), Person.name)
    ).all()
    child_ids = {one.id for one in children}
    around = session.execute(
        select(Person.id, Person.name, Person.ring, Person.invited)
        .where(Person.case_id == case_id, Person.kind == PersonKind.PRIVATE)
        .order_by(Person.ring, Person.household.desc(), Person.name)
    ).all()
    rings: dict[int, list[str]] = defaultdict(list)
    without_ring: list[str] = []
    for one in around:
        if one.id in child_ids:
            continue
        if one.ring is not None:
            rings[one.ring].append(one.name)
        elif one.invited is not InvitationChoice.NOT_INVITED:
            without_ring.append(one.name)
    return ChildNetwork(
        children=tuple(one.name for one in children),
        rings=tuple((ring, tuple(names)) for ring, names in sorted(rings.items())),
        without_ring=tuple(without_ring),
        words=tuple(ChildsWords(one.name, one.statement) for one in children if one.statement),
    )
