"""The history of a case as a person reads it: what was done, when, and which fields it changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.keeping import Change, JournalStep

FieldValue = str | int | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row, before and after. `was_there` and `is_there` tell a row that came or went."""

    record: str
    row_id: str
    field: str
    before: FieldValue
    after: FieldValue
    was_there: bool
    is_there: bool


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step. `kind` is `edit`, `fixed`, `undo`, `redo` or `deleted`; `undone` tells that it no longer holds."""

    step_id: int
    at: datetime
    label: str
    kind: str
    undone: bool
    changes: tuple[FieldChange, ...]


def history(session: Session, case_id: str | None, limit: int) -> tuple[HistoryLine, ...]:
    """The last `limit` steps of a case, the newest first."""
    of_case = JournalStep.case_id.is_not_distinct_from(case_id)
    steps = (
        session.execute(select(JournalStep).where(of_case).order_by(JournalStep.id.desc()).limit(limit)).scalars().all()
    )
    changes: dict[int, list[FieldChange]] = defaultdict(list)
    wanted = select(Change).where(Change.step_id.in_([step.id for step in steps])).order_by(Change.id)
    for change in session.execute(wanted).scalars():
        changes[change.step_id].extend(_fields(change))
    return tuple(
        HistoryLine(step.id, step.at, step.label, step.kind, undone=step.undone, changes=tuple(changes[step.id]))
        for step in steps
    )


def _fields(change: Change) -> Iterator[FieldChange]:
    before: dict[str, FieldValue] = json.loads(change.before) if change.before else {}
    after: dict[str, FieldValue] = json.loads(change.after) if change.after else {}
    for field in after or before:
        if before.get(field) != after.get(field):
            yield FieldChange(
                change.record,
                change.row_id,
                field,
                before.get(field),
                after.get(field),
                was_there=change.before is not None,
                is_there=change.after is not None,
            )
