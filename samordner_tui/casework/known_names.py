"""The names that are known in a case, whoever they were typed for: each is typed once and offered from then on."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from samordner_tui.archive.case_tree import case_tables
from samordner_tui.archive.records.assignment import Authority
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.fields import fields_of, record_named
from samordner_tui.casework.references import Reference
from samordner_tui.casework.relations import meaning_of
from samordner_tui.method.terms import PersonKind


def fields_for_names(record: type[Record]) -> list[str]:
    """The fields of a record that are somebody's name."""
    return [name for name, spec in fields_of(record).items() if spec.names_somebody]


def known_names(session: Session, case_id: str, asked_by: type[Record]) -> tuple[Reference, ...]:
    """Every name in the case once, those at the municipality first; nobody in the network is to be in it twice."""
    names = dict.fromkeys(_names(session, case_id))
    there = _in_network(session, case_id) if asked_by is Person else frozenset()
    return tuple(Reference(name, name) for name in names if name not in there)


def lines_to_add(session: Session, case_id: str) -> tuple[str, ...]:
    """Who is named and not in the network yet, each as the line that adds them: `Birgit Holm, leder, fagperson`."""
    there = session.scalars(select(Authority).where(Authority.case_id == case_id))
    titles = {one.name: one.title for one in there}
    return tuple(_line(one.name, titles.get(one.name)) for one in known_names(session, case_id, Person))


def _in_network(session: Session, case_id: str) -> frozenset[str]:
    return frozenset(session.scalars(select(Person.name).where(Person.case_id == case_id)))


def _names(session: Session, case_id: str) -> Iterator[str]:
    for table in case_tables():
        for name in fields_for_names(record_named(table.name)):
            column = table.columns[name]
            query = select(column).where(table.columns["case_id"] == case_id, column.is_not(None))
            yield from session.scalars(query.order_by(text("rowid")))


def _line(name: str, title: str | None) -> str:
    """A name that stands in the papers of the municipality is a professional's, whatever the title."""
    if title is None or "," in title:
        return f"{name}, fagperson"
    meaning = meaning_of(title)
    known = meaning is not None and meaning.kind is PersonKind.PROFESSIONAL
    return f"{name}, {title}" if known else f"{name}, {title}, fagperson"
