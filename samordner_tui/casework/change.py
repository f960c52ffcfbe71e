"""Every change of a case goes through here, so that the rules of a record hold however it is changed.

A stage module registers the rules of its records. A rule may refuse with a sentence, change other rows, or turn the
change into a new version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy import insert, inspect
from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.casework.fields import FieldSpec, Value, adapter_of, field_of, fields_of, table_of
from samordner_tui.casework.once import ONCE, refuse_a_second
from samordner_tui.casework.silence import case_of, keep_silence
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.language import _
from samordner_tui.refusals import Refused


@dataclass(frozen=True)
class Change:
    """One field of one row about to change from `before` to `after`."""

    session: Session
    row: Record
    field: FieldSpec
    before: Value
    after: Value
    today: date


@dataclass
class Rules:
    """The rules of one record. Each list runs in order; any rule may raise `Refused`.

    `before_change` may also return True to say that it has carried the change out itself. `whole_fields` are those
    whose every change counts, such as a text that gets a new version: they are kept when they are left, and are a
    draft until then.
    """

    before_add: list[Callable[[Session, Record, date], None]] = field(default_factory=list)
    after_add: list[Callable[[Session, Record, date], None]] = field(default_factory=list)
    before_change: list[Callable[[Change], bool | None]] = field(default_factory=list)
    after_change: list[Callable[[Change], None]] = field(default_factory=list)
    before_remove: list[Callable[[Session, Record, date], None]] = field(default_factory=list)
    whole_fields: set[str] = field(default_factory=set)


RULES: dict[type[Record], Rules] = {}

AT_ONCE: Final = 250
"""Rows added between two looks at whether it is to go on."""


def rules_of(record: type[Record]) -> Rules:
    """The rules of `record`, to read or to add to."""
    return RULES.setdefault(record, Rules())


def add(session: Session, record: type[Record], case_id: str | None, today: date, **values: Value) -> str:
    """Add a row and return its id. Rows of a case are noted today unless `noted_on` says otherwise."""
    if issubclass(record, OfCase):
        values = {"case_id": case_id, "noted_on": today, **values}
    keep_silence(session, record, case_id, values)
    row = record(**values)
    for rule in rules_of(record).before_add:
        rule(session, row, today)
    refuse_a_second(session, row, values)
    session.add(row)
    session.flush()
    for after in rules_of(record).after_add:
        after(session, row, today)
    session.flush()
    return row_id_of(row)


def add_many(
    session: Session,
    record: type[Record],
    case_id: str,
    today: date,
    rows: Sequence[Mapping[str, Value]],
    under_way: UnderWay | None = None,
) -> list[str]:
    """Add rows as `add` does, many in each statement. Gives their ids in the order of the rows.

    Raises:
        GivenUp: `under_way` was given up; what was added is to be rolled back.
    """
    keep_silence(session, record, case_id, {name: value for row in rows for name, value in row.items() if value})
    ids: list[str] = []
    for first in range(0, len(rows), AT_ONCE):
        if under_way is not None:
            under_way.reached(first, len(rows))
        ids += _add_part(session, record, case_id, today, rows[first : first + AT_ONCE])
    return ids


def _add_part(
    session: Session, record: type[Record], case_id: str, today: date, rows: Sequence[Mapping[str, Value]]
) -> list[str]:
    """Add rows in one statement; those of a record with rules are added one by one, to be held against them."""
    rules = rules_of(record)
    if rules.before_add or rules.after_add or record in ONCE:
        return [add(session, record, case_id, today, **values) for values in rows]
    whole = [{"id": new_id(), "case_id": case_id, "noted_on": today, **values} for values in rows]
    session.execute(insert(table_of(record)), whole)
    return [str(values["id"]) for values in whole]


def row_id_of(row: Record) -> str:
    """The id of a kept row."""
    return str(inspect(row).mapper.primary_key_from_instance(row)[0])


def change_field(session: Session, record: type[Record], row_id: str, name: str, value: Value, today: date) -> None:
    """Set one field of one row, as its rules allow. Setting what stands there already changes nothing."""
    row = session.get(record, row_id)
    if row is None:
        raise Refused(gone())
    spec = field_of(record, name)
    before: Value = getattr(row, name)
    if before == value:
        return
    adapter_of(spec).validate_python(value)
    keep_silence(session, record, case_of(row), {name: value})
    refuse_a_second(session, row, {name: value})
    change = Change(session, row, spec, before, value, today)
    carried_out = [rule(change) for rule in rules_of(record).before_change]
    if any(carried_out):
        session.flush()
        return
    setattr(row, name, value)
    _date_what_is_now_known(row, spec, value, today)
    session.flush()
    for after in rules_of(record).after_change:
        after(change)
    session.flush()


def change_fields(
    session: Session, record: type[Record], row_id: str, values: Mapping[str, Value], today: date
) -> None:
    """Set several fields of one row, one after the other."""
    for name, value in values.items():
        change_field(session, record, row_id, name, value, today)


def remove(session: Session, record: type[Record], row_id: str, today: date) -> None:
    """Take a row away with what hangs on it. It can be undone; deleting for good is another thing."""
    row = session.get(record, row_id)
    if row is None:
        return
    for rule in rules_of(record).before_remove:
        rule(session, row, today)
    session.delete(row)
    session.flush()


def gone() -> str:
    """What is said when a row is changed that is no longer there."""
    return _("Det, du ville ændre, er der ikke længere.")


def _date_what_is_now_known(row: Record, spec: FieldSpec, value: Value, today: date) -> None:
    """An answer without a date was given today: the date is filled in, and can be changed."""
    if spec.since is None or value is None or value == spec.default:
        return
    since = fields_of(type(row))[spec.since]
    if getattr(row, since.name) is None:
        setattr(row, since.name, today)
