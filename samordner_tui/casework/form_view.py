"""What an open form shows: the values of one row, what its references may name, and what was typed and not kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.drafts import drafts_of
from samordner_tui.archive.records.after import ClearedNumber
from samordner_tui.archive.records.base import Record
from samordner_tui.casework.fields import Value, fields_of, record_named, table_of
from samordner_tui.casework.known_names import fields_for_names, known_names
from samordner_tui.casework.references import NAMERS, Reference, may_be_named, reference, references_to
from samordner_tui.language import _

Rows = Mapping[str, tuple[Reference, ...]]


@dataclass(frozen=True)
class FormView:
    """One row as its form shows it. `references` is by the name of the field, `drafts` too."""

    record: type[Record]
    row_id: str
    name: str
    values: Mapping[str, Value]
    references: Rows = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    cleared: frozenset[str] = frozenset()

    @property
    def table(self) -> str:
        """The table the row is kept in."""
        return table_of(self.record).name

    @property
    def title(self) -> str:
        """What the form is called: `Person · Inge`."""
        kind = _(self.record.TITLE.danish)
        return f"{kind} · {self.name}" if self.name else kind


def read_form(session: Session, table: str, row_id: str, case_id: str) -> FormView | None:
    """The form of a row, or of the version that took its place; None where it is no longer there."""
    record = record_named(table)
    row = session.get(record, newest(session, record, row_id))
    if row is None:
        return None
    found_id = str(getattr(row, "id", row_id))
    drafts = {
        name: text
        for (of_table, of_row, name), text in drafts_of(session, case_id).items()
        if (of_table, of_row) == (table, found_id)
    }
    name = NAMERS[table](session, row)[0] if table in NAMERS else ""
    values = {name: getattr(row, name) for name in fields_of(record)}
    references = {
        one: _with_present(session, record, one, values[one], rows)
        for one, rows in references_of(session, record, case_id).items()
    }
    return FormView(record, found_id, name, values, references, drafts, cleared_numbers(session, case_id))


def newest(session: Session, record: type[Record], row_id: str) -> str:
    """The id of the newest version of a row, where a new version is a new row."""
    column = getattr(record, "replaces_id", None)
    if column is None:
        return row_id
    newer = session.scalar(select(record).where(column == row_id))
    return row_id if newer is None else newest(session, record, str(getattr(newer, "id", row_id)))


def references_of(
    session: Session, record: type[Record], case_id: str | None, *, names: bool = True
) -> dict[str, tuple[Reference, ...]]:
    """What each field of `record` that points to another row may name; with `names` also those that are a name."""
    tables: dict[str, tuple[Reference, ...]] = {}
    found: dict[str, tuple[Reference, ...]] = {}
    for name, spec in fields_of(record).items():
        if spec.refers_to in NAMERS and name != "case_id":
            if spec.refers_to not in tables:
                tables[spec.refers_to] = references_to(session, spec.refers_to, case_id)
            found[name] = tuple(one for one in tables[spec.refers_to] if may_be_named(session, record, name, one.id))
    named = fields_for_names(record) if names else []
    if named and case_id is not None:
        found.update(dict.fromkeys(named, known_names(session, case_id, record)))
    return found


def cleared_numbers(session: Session, case_id: str | None) -> frozenset[str]:
    """The numbers said not to be CPR numbers in a case."""
    return frozenset(session.scalars(select(ClearedNumber.number).where(ClearedNumber.case_id == case_id)))


def _with_present(
    session: Session, record: type[Record], name: str, value: Value, rows: tuple[Reference, ...]
) -> tuple[Reference, ...]:
    """What may be named, and the row that is named now even if it may not be chosen any more."""
    if not isinstance(value, str) or any(one.id == value for one in rows):
        return rows
    refers_to = fields_of(record)[name].refers_to
    present = reference(session, refers_to, value) if refers_to else None
    return rows if present is None else (*rows, present)
