"""What is seen at the kitchen table: the child's network by names and rings, and the child's own words.

No decisions, no conflicts, no notes, no addresses: the view is made of nothing else, so that nothing else can show.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samordner_tui.archive.journal import step_to_undo
from samordner_tui.archive.records.keeping import JournalStep
from samordner_tui.archive.records.network import Child, Person
from samordner_tui.casework import ties
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.network import add_person
from samordner_tui.casework.network_map import MIDDLE, NetworkMap, OnMap, read_network_map
from samordner_tui.casework.prompts import refuse_known
from samordner_tui.casework.quick_add import Understood
from samordner_tui.method.terms import Support, TieQuality
from samordner_tui.refusals import Refused


@dataclass(frozen=True, slots=True)
class ChildsWords:
    """What a child has said."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ChildNetwork:
    """The network as the child draws it."""

    map: NetworkMap
    words: tuple[ChildsWords, ...]


def child_network(session: Session, case_id: str, map_id: str = "") -> ChildNetwork:
    """Everybody the child may see on a map, and what the children have said themselves."""
    whole = read_network_map(session, case_id, map_id)
    children = session.execute(
        select(Person.name, Child.statement)
        .join(Child, Child.person_id == Person.id)
        .where(Child.case_id == case_id)
        .order_by(Person.age.desc(), Person.name)
    ).all()
    return ChildNetwork(
        map=_seen(whole),
        words=tuple(ChildsWords(one.name, one.statement) for one in children if one.statement),
    )


CONFLICT = frozenset({TieQuality.TENSE, TieQuality.BROKEN})
"""What others have between them is not shown to a child. The child's own ties are the child's."""


def write_at_table(session: Session, case_id: str, person: Understood, today: date) -> str:
    """Write down somebody the child names. Gives their id.

    Raises:
        Refused: somebody of that name stands in the case.
    """
    refuse_known(Rows(session, case_id).all(Person), person.name)
    return add_person(session, case_id, person, today)


def tie_at_table(
    session: Session,
    case_id: str,
    between: tuple[str, str],
    tie: tuple[TieQuality, Support | None],
    today: date,
) -> bool:
    """Note a tie as the child sees it. One between two others that the child does not see stands as it is.

    Gives whether it was noted: what stands instead is told when the child no longer sits there.
    """
    whole = read_network_map(session, case_id)
    seen = _seen(whole)
    hidden = {frozenset((one.first, one.second)) for one in whole.ties if one not in seen.ties}
    if frozenset(between) in hidden:
        return False
    ties.tie(session, case_id, between, *tie, today)
    return True


def last_step(session: Session) -> int:
    """The number of the last step in the journal: what is done at the table comes after it."""
    return session.scalar(select(func.max(JournalStep.id))) or 0


def may_be_undone(session: Session, case_id: str, began: int) -> bool:
    """Whether what would be undone now was done at the table, after the step `began`."""
    try:
        step = step_to_undo(session, case_id)
    except Refused:
        return False
    return step is not None and step.id > began


def _seen(whole: NetworkMap) -> NetworkMap:
    people = tuple(_as_drawn(one) for one in whole.people if _is_seen(one))
    there = {*dict(whole.hearts), *(one.id for one in people)}
    seen = (one for one in whole.ties if {one.first, one.second} <= there)
    shown = tuple(one for one in seen if one.quality not in CONFLICT or whole.touches(one, MIDDLE))
    return replace(whole, people=people, ties=shown)


def _is_seen(person: OnMap) -> bool:
    """Whoever has a ring was put there by the child. Beside the map stand only private people who may come."""
    return person.ring is not None or (person.is_invited and not person.is_professional)


def _as_drawn(person: OnMap) -> OnMap:
    """The same person with nothing that is decided about them."""
    return replace(person, is_invited=True)
