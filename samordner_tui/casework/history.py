"""The history as a person reads it: which rows and fields each step changed, never what was written in them.

A decision about an invitation can be changed, and the former one stays here. Source: R155.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.history import FieldChange, FieldValue, HistoryLine, history
from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.casework.fields import FieldSpec, fields_of, record_named
from samordner_tui.casework.references import reference
from samordner_tui.language import _, ngettext
from samordner_tui.method.definition import method

STEPS: Final = 200
"""As many steps as are told."""

MOST: Final = 3
"""Rows that are named in one step; of more it is told how many."""


DECISION: Final = frozenset({("people", "invited"), ("people", "decided_by"), ("people", "not_invited_reason")})
"""Fixed choices, and no words of anybody: of these the history tells what stood there before."""


@dataclass(frozen=True)
class StepTold:
    """One step, and what it was done to; empty where the label of the step says it all."""

    step: HistoryLine
    what: str


def told_history(session: Session, case_id: str | None) -> tuple[StepTold, ...]:
    """The last steps of a case, or of what belongs to no case, the newest first."""
    shared_only = case_id is None
    return tuple(
        StepTold(step, _what(session, step, shared_only=shared_only)) for step in history(session, case_id, STEPS)
    )


def _what(session: Session, step: HistoryLine, *, shared_only: bool) -> str:
    """Outside the cases only what they share is named, never somebody in one of them."""
    by_row = groupby(
        (one for one in step.changes if not (shared_only and issubclass(record_named(one.record), OfCase))),
        key=lambda change: (change.record, change.row_id),
    )
    rows = [one for (table, row_id), changes in by_row if (one := _row(session, step, table, row_id, [*changes]))]
    told = list(dict.fromkeys(rows))
    if len(told) <= MOST:
        return " · ".join(told)
    return ngettext("{count} linje", "{count} linjer", len(told)).format(count=len(told))


def _row(session: Session, step: HistoryLine, table: str, row_id: str, changes: list[FieldChange]) -> str:
    """One row by its name, and its fields by their labels; empty where the program keeps it for itself."""
    record = record_named(table)
    kind = getattr(record, "TITLE", None)
    if kind is None:
        return ""
    name = _name(session, table, row_id, changes) or _(kind.danish)
    if not changes[0].was_there:
        return _("{name} kom til").format(name=name)
    if not changes[0].is_there:
        return _("{name} gik ud").format(name=name)
    labels = ", ".join(one for one in _labels(record, changes) if one != _(step.label))
    return f"{name}: {labels}" if labels else name


def _name(session: Session, table: str, row_id: str, changes: Iterable[FieldChange]) -> str:
    """What the row is called now; one that is gone by the name it had."""
    found = reference(session, table, row_id)
    if found is not None:
        return found.name
    return next((str(one.before) for one in changes if one.field == "name" and one.before), "")


def _labels(record: type[Record], changes: Iterable[FieldChange]) -> list[str]:
    specs = fields_of(record)
    changed = ((specs[one.field], one) for one in changes if one.field in specs)
    return [_label(spec, change) for spec, change in changed if spec.label and not spec.kept]


def _label(spec: FieldSpec, change: FieldChange) -> str:
    """The field by its label; of who is invited also what stood there before, for that may be asked about."""
    nothing_before = change.before is None or change.before == spec.default
    if (spec.table, spec.name) not in DECISION or spec.choices is None or nothing_before:
        return _(spec.label)
    before, after = (_choice(spec.choices, one) for one in (change.before, change.after))
    return f"{_(spec.label)} {before} → {after}"


def _choice(choices: type[StrEnum], value: FieldValue) -> str:
    return method().label(choices(str(value))) if value is not None else _("ikke sagt")
