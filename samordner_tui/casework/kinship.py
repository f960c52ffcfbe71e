"""Who is whose parent and who are or were a couple: written, held to what can be, and read as a family.

Source: case_systems.md 4.4.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.kinship import Couple, Parentage
from samordner_tui.archive.records.network import Child, Person
from samordner_tui.casework.change import Change, add, rules_of
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.family import Family, Kin, Line, Pair, ParentOf
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.kin_rules import what_speaks_against
from samordner_tui.casework.kin_words import gender_told_by
from samordner_tui.method.terms import CoupleState, ParentKind
from samordner_tui.refusals import Refused

PARENTAGES: Final = "parentages"
COUPLES: Final = "couples"
FORMS.add(
    Form(
        Parentage,
        (
            Group("Hvem er forælder til hvem?", ("parent_id", "child_id", "kind")),
            Group("Hvis det kun er en tid", ("since", "until")),
        ),
    ),
    Form(
        Couple,
        (
            Group("Hvem er eller var et par?", ("first_id", "second_id", "state")),
            Group("Hvornår?", ("since", "until")),
        ),
    ),
)


def read_family(session: Session, case_id: str) -> Family:
    """The family of a case. Who is a man or a woman follows from the relation where nothing is chosen."""
    rows = Rows(session, case_id)
    children = {one.person_id for one in rows.all(Child)}
    people = (
        Kin(
            one.id,
            one.name,
            one.relation or "",
            one.gender or gender_told_by(one.relation),
            one.age,
            is_child=one.id in children,
        )
        for one in rows.all(Person)
    )
    return Family(
        tuple(people),
        tuple(_parent_of(one) for one in rows.all(Parentage)),
        tuple(_pair(one) for one in rows.all(Couple)),
    )


def _parent_of(row: Parentage) -> ParentOf:
    return ParentOf(row.id, row.parent_id, row.child_id, row.kind or ParentKind.BIOLOGICAL, row.since, row.until)


def _pair(row: Couple) -> Pair:
    return Pair(row.id, row.first_id, row.second_id, row.state or CoupleState.TOGETHER, row.since, row.until)


def add_parent(session: Session, case_id: str, parent: str, child: str, kind: ParentKind, today: date) -> str:
    """Write that somebody is a parent of another. Gives the id of the line.

    Raises:
        Refused: it cannot be, with the reason.
    """
    return add(session, Parentage, case_id, today, parent_id=parent, child_id=child, kind=kind)


def add_couple(session: Session, case_id: str, first: str, second: str, state: CoupleState, today: date) -> str:
    """Write that two are or were a couple. Gives the id of the line.

    Raises:
        Refused: it cannot be, with the reason.
    """
    return add(session, Couple, case_id, today, first_id=first, second_id=second, state=state)


def _as_line(row: Record) -> Line | None:
    match row:
        case Parentage():
            return _parent_of(row)
        case Couple():
            return _pair(row)
    return None


def refuse_what_cannot_be(session: Session, row: Record, today: date) -> None:
    """A new line fits what is written already."""
    line = _as_line(row)
    if line is not None and isinstance(row, (Parentage, Couple)):
        said = what_speaks_against(read_family(session, row.case_id), line)
        if said is not None:
            raise Refused(said)


FIELDS: Final = {
    "parent_id": "parent",
    "child_id": "child",
    "first_id": "first",
    "second_id": "second",
    "kind": "kind",
    "state": "state",
    "since": "since",
    "until": "until",
}
"""Columns by the name of what they become in a line."""


def refuse_a_change_that_cannot_be(change: Change) -> bool | None:
    """A line goes on fitting. What an old file holds can be mended field by field: only a new fault is refused."""
    row, name = change.row, FIELDS.get(change.field.name)
    before = _as_line(row)
    if name is None or before is None or not isinstance(row, (Parentage, Couple)):
        return None
    family = read_family(change.session, row.case_id).without(before.id)
    changed: dict[str, Any] = {name: change.after}
    after = replace(before, **changed)
    said = what_speaks_against(family, after)
    if said is not None and said != what_speaks_against(family, before):
        raise Refused(said)
    return None


for kinship_record in (Parentage, Couple):
    rules_of(kinship_record).before_add.append(refuse_what_cannot_be)
    rules_of(kinship_record).before_change.append(refuse_a_change_that_cannot_be)
