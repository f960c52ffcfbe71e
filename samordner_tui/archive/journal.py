"""The journal of what a person did: steps, undo, redo and history, across restarts.

The triggers write the rows; here a step is opened and closed around them, and run backwards or forwards again. A step
that is `fixed` stands: nothing before it is undone past it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from samordner_tui.archive.engine import carry_out
from samordner_tui.archive.records.keeping import Change, CurrentStep, JournalStep
from samordner_tui.archive.records.kinds import instant_text
from samordner_tui.archive.refusals import CannotUndo
from samordner_tui.archive.row_images import Images, net_images, put_rows, rows_as_they_are
from samordner_tui.language import _

EDIT = "edit"
FIXED = "fixed"
UNDO = "undo"
REDO = "redo"

BEGIN = "INSERT INTO journal_steps (label, case_id, kind, at, undoes_id, undone) VALUES (?, ?, ?, ?, ?, 0)"
TAKE_CHANGES = "INSERT INTO current_step (id, step_id) VALUES (1, ?)"
TAKE_NO_MORE = "DELETE FROM current_step"
FORGET_IF_EMPTY = "DELETE FROM journal_steps WHERE id = ? AND id NOT IN (SELECT step_id FROM changes WHERE step_id = ?)"
END_REDO = "UPDATE journal_steps SET kind = ? WHERE undone AND kind = ? AND case_id IS ?"


@dataclass(frozen=True, slots=True)
class FoundStep:
    """A step that can be undone or done again."""

    id: int
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class OpenStep:
    """The step that a transaction writes under."""

    id: int
    case_id: str | None
    kind: str


def begin_step(
    session: Session, label: str, case_id: str | None, kind: str, at: datetime, undoes: int | None = None
) -> OpenStep:
    """Open a step: every change in this transaction belongs to it."""
    step_id = carry_out(session, BEGIN, (label, case_id, kind, instant_text(at), undoes)).lastrowid or 0
    carry_out(session, TAKE_CHANGES, (step_id,))
    return OpenStep(step_id, case_id, kind)


def end_step(session: Session, step: OpenStep) -> None:
    """Close the step. An edit that changed nothing leaves no step; one that did ends what could be done again."""
    session.flush()
    carry_out(session, TAKE_NO_MORE)
    if step.kind == EDIT and carry_out(session, FORGET_IF_EMPTY, (step.id, step.id)).rowcount:
        return
    if step.kind in {EDIT, FIXED}:
        carry_out(session, END_REDO, (FIXED, EDIT, step.case_id))


def step_to_undo(session: Session, case_id: str | None) -> FoundStep | None:
    """The last step of a case that stands.

    Raises:
        CannotUndo: it is one that cannot be undone.
    """
    standing = (
        JournalStep.case_id.is_not_distinct_from(case_id),
        JournalStep.kind.in_((EDIT, FIXED)),
        JournalStep.undone.is_(False),
    )
    step = _first(session, standing, newest=True)
    if step is not None and step.kind == FIXED:
        raise CannotUndo(
            _("»{step}« står fast og kan ikke fortrydes. Du kan stadig rette i felterne.").format(step=step.label)
        )
    return step


def step_to_redo(session: Session, case_id: str | None) -> FoundStep | None:
    """The step of a case that was undone last, if nothing was done since."""
    undone = (JournalStep.case_id.is_not_distinct_from(case_id), JournalStep.kind == EDIT, JournalStep.undone.is_(True))
    return _first(session, undone, newest=False)


def run_last(session: Session, case_id: str | None, at: datetime, *, backwards: bool) -> str | None:
    """Undo the last step of a case, or do the one again that was undone last. Gives its label, or None without one.

    Raises:
        CannotUndo: it stands, or something has changed since.
    """
    step = step_to_undo(session, case_id) if backwards else step_to_redo(session, case_id)
    if step is None:
        return None
    own = begin_step(session, step.label, case_id, UNDO if backwards else REDO, at, undoes=step.id)
    _run(session, step, backwards=backwards)
    end_step(session, own)
    return step.label


def _run(session: Session, step: FoundStep, *, backwards: bool) -> None:
    """Bring every row of `step` to what it was before it, or after it.

    All rows are looked at before any is touched. The keys between rows are checked when the transaction ends, so that
    rows may come and go in any order. What the database itself changed beyond the rows of the step (a row noted since
    that points at one of them) makes it a refusal.

    Raises:
        CannotUndo: a row is not what the step left, or others rest on it.
    """
    changes = session.execute(select(Change).where(Change.step_id == step.id).order_by(Change.id)).scalars().all()
    earlier, later = net_images(changes)
    present, wanted = (later, earlier) if backwards else (earlier, later)
    if rows_as_they_are(session, present) != present:
        raise CannotUndo
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    try:
        put_rows(session, wanted)
    except IntegrityError as error:
        raise CannotUndo from error
    _see_nothing_else_changed(session, wanted)
    session.execute(update(JournalStep).where(JournalStep.id == step.id).values(undone=backwards))


def _see_nothing_else_changed(session: Session, wanted: Images) -> None:
    made = select(Change).where(Change.step_id == select(CurrentStep.step_id).scalar_subquery()).order_by(Change.id)
    touched: Sequence[Change] = session.execute(made).scalars().all()
    beyond = any((change.record, change.row_id) not in wanted for change in touched)
    if beyond or rows_as_they_are(session, wanted) != wanted:
        raise CannotUndo


def end_undo(connection: Connection) -> None:
    """Let every step stand: after an upgrade the old images no longer fit the tables."""
    connection.execute(update(JournalStep).where(JournalStep.kind == EDIT).values(kind=FIXED))


def _first(session: Session, conditions: Sequence[object], *, newest: bool) -> FoundStep | None:
    order = JournalStep.id.desc() if newest else JournalStep.id.asc()
    query = select(JournalStep.id, JournalStep.label, JournalStep.kind).where(*conditions).order_by(order).limit(1)  # type: ignore[arg-type]
    found = session.execute(query).one_or_none()
    return None if found is None else FoundStep(found.id, found.label, found.kind)
