"""Two people of a case who are one: all that is known of both stands with the one that is kept.

It is always asked for, and can be undone. Where both hold what may stand once, or what is said of them does not fit
together, nothing is merged: a person decides first. Source: R95, R155, design 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from samordner_tui.archive.case_tree import case_tables
from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.maps import DrawnMap
from samordner_tui.archive.records.network import Child, Custody, Person
from samordner_tui.casework import deciding
from samordner_tui.casework.change import change_field, gone, remove
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.fields import FieldSpec, Value, fields_of, record_named, table_of
from samordner_tui.casework.once import ONCE
from samordner_tui.casework.twins import take_away_twins
from samordner_tui.language import _
from samordner_tui.method.terms import InvitationChoice, PersonKind
from samordner_tui.refusals import Refused

ORDER: Final = ("decided_on", *deciding.FIELDS)
"""Columns that are filled in first, in the order in which their rules ask for them."""
WHO: Final = ("kind", "helper_kind", "relation")
"""Columns that say together who somebody is: taken over together, where the one that is kept has no relation."""
NOT_LOST: Final = frozenset({"id", "case_id", "noted_on", "name", "address_secret", *WHO[:2], *ORDER})
"""Columns whose other value is no loss, or is taken care of."""

Pointer = tuple[type[Record], str]
"""A record, and its column that names a person."""


def pointers() -> Iterator[Pointer]:
    """Every column of a case that names a person."""
    people = table_of(Person)
    for table in case_tables():
        for key in sorted(table.foreign_keys, key=lambda one: one.parent.name):
            if key.column.table is people:
                yield record_named(table.name), key.parent.name


def merge(session: Session, case_id: str, kept_id: str, other_id: str, today: date) -> None:
    """Let `kept_id` stand for both; `other_id` is gone. Ties and pairs between the two vanish.

    Raises:
        Refused: they are one already or one is gone, both hold what may stand once, or what is decided about the two
            does not fit together.
    """
    kept, other = _both(session, case_id, kept_id, other_id)
    _see_that_nothing_stands_twice(session, kept, other)
    _see_that_they_fit(session, kept, other)
    known: dict[str, Value] = {name: getattr(other, name) for name in fields_of(Person)}
    known["kind"] = PersonKind.CHILD if _is_child(session, other_id) else other.kind
    moved = {row_id for record, column in pointers() for row_id in _move(session, record, column, kept_id, other_id)}
    session.expire_all()
    take_away_twins(session, case_id, kept_id, moved)
    for notice in Rows(session, case_id).all(Notice):
        notice.about = notice.about.replace(other_id, kept_id)
    remove(session, Person, other_id, today)
    _fill_in(session, session.get_one(Person, kept_id), known, today)


def lost_by_merging(session: Session, case_id: str, kept_id: str, other_id: str) -> tuple[str, ...]:
    """What is known of the other and gives way to what is known of the one that is kept; hidden words unsaid."""
    kept, other = _both(session, case_id, kept_id, other_id)
    lost = []
    for name, spec in fields_of(Person).items():
        ours, theirs = getattr(kept, name), getattr(other, name)
        if name in NOT_LOST or _is_empty(spec, theirs) or _is_empty(spec, ours) or ours == theirs:
            continue
        is_said = not spec.hidden and isinstance(theirs, str | int) and spec.choices is None
        lost.append(f"{_(spec.label)}: {theirs}" if is_said else _(spec.label))
    return tuple(lost)


def _both(session: Session, case_id: str, kept_id: str, other_id: str) -> tuple[Person, Person]:
    kept, other = session.get(Person, kept_id), session.get(Person, other_id)
    if kept is None or other is None or {kept.case_id, other.case_id} != {case_id}:
        raise Refused(gone())
    if kept is other:
        raise Refused(_("Vælg to forskellige personer."))
    return kept, other


def _see_that_nothing_stands_twice(session: Session, kept: Person, other: Person) -> None:
    for record, column in pointers():
        once = ONCE.get(record)
        if once is None or column not in once.names:
            continue
        rest = [table_of(record).c[name] for name in once.names if name != column]
        ours, theirs = (
            {tuple(row)[1:] for row in session.execute(select(key, *rest).where(key == person.id))}
            for key, person in ((table_of(record).c[column], kept), (table_of(record).c[column], other))
        )
        if ours & theirs:
            raise Refused(
                _("{first} og {second} står begge under »{list}«. Fjern den ene linje først.").format(
                    first=kept.name, second=other.name, list=_(record.TITLE.danish)
                )
            )


def _see_that_they_fit(session: Session, kept: Person, other: Person) -> None:
    open_maps = select(DrawnMap.whose_id).where(DrawnMap.frozen_on.is_(None))
    if {kept.id, other.id} <= set(session.scalars(open_maps)):
        raise Refused(
            _("{first} og {second} har hvert sit kort. Fjern det ene kort først.").format(
                first=kept.name, second=other.name
            )
        )
    for child, holder in ((kept, other), (other, kept)):
        if _is_child(session, child.id) and _holds_custody(session, holder.id):
            raise Refused(_("{name} har forældremyndigheden og kan ikke være barnet i sagen.").format(name=holder.name))
    decided = {kept.invited, other.invited}
    if decided >= {InvitationChoice.INVITE, InvitationChoice.NOT_INVITED}:
        raise Refused(
            _("Det er besluttet forskelligt, om {first} og {second} inviteres. Ret det først.").format(
                first=kept.name, second=other.name
            )
        )
    stands = (*deciding.standing_against(session, kept.id), *deciding.standing_against(session, other.id))
    if InvitationChoice.NOT_INVITED in decided and stands:
        raise Refused(_("Den ene inviteres ikke, og den anden har en rolle eller en invitation. Ret det først."))


def _is_child(session: Session, person_id: str) -> bool:
    return session.scalar(select(Child.id).where(Child.person_id == person_id)) is not None


def _holds_custody(session: Session, person_id: str) -> bool:
    return session.scalar(select(Custody.id).where(Custody.person_id == person_id).limit(1)) is not None


def _move(session: Session, record: type[Record], column: str, kept_id: str, other_id: str) -> Iterator[str]:
    """Let the rows of a table that point at the other point at the one that is kept. Gives their ids."""
    table = table_of(record)
    there = table.c[column] == other_id
    yield from session.scalars(select(table.c.id).where(there)).all()
    session.execute(update(table).where(there).values({column: kept_id}))


def _fill_in(session: Session, kept: Person, known: Mapping[str, Value], today: date) -> None:
    """Take over what is not known of the one that is kept."""
    specs = fields_of(Person)
    names = dict.fromkeys((*ORDER, *(name for name in specs if name not in {"id", "case_id", "noted_on", "kind"})))
    if known["kind"] is PersonKind.CHILD or (kept.relation is None and kept.kind is PersonKind.PRIVATE):
        change_field(session, Person, kept.id, "kind", known["kind"], today)
    for name in names:
        if _is_empty(specs[name], getattr(kept, name)) and not _is_empty(specs[name], known[name]):
            change_field(session, Person, kept.id, name, known[name], today)


def _is_empty(spec: FieldSpec, value: Value) -> bool:
    """Whether a column says nothing: it is empty, or holds what it holds when nothing was said."""
    return value in (None, "", ()) or value == spec.default
