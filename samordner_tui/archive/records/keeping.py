"""What the archive keeps of itself: settings, journal, drafts, the overview, exports and what was deleted."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from samordner_tui.archive.records.base import Record, Shared
from samordner_tui.archive.records.kinds import new_id


class Setting(Record):
    """One setting of the archive, as text."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class CurrentStep(Record):
    """The journal step that a transaction writes under; one row, and none between transactions."""

    __tablename__ = "current_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int]


class JournalStep(Record):
    """One thing a person did: all its changes are undone together.

    `kind` is `edit`, `fixed` (never undone: exports, decisions, starts of a trin), `undo`, `redo`, or `deleted`: a mark
    that something went for good, with no changes of its own.
    """

    __tablename__ = "journal_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str | None] = mapped_column(default=None, index=True)
    at: Mapped[datetime]
    label: Mapped[str]
    kind: Mapped[str] = mapped_column(default="edit")
    undoes_id: Mapped[int | None] = mapped_column(default=None)
    undone: Mapped[bool] = mapped_column(default=False)


class Change(Record):
    """One row before and after, written by a trigger."""

    __tablename__ = "changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("journal_steps.id", ondelete="CASCADE"), index=True)
    case_id: Mapped[str | None] = mapped_column(default=None, index=True)
    record: Mapped[str]
    row_id: Mapped[str]
    before: Mapped[str | None] = mapped_column(default=None)
    after: Mapped[str | None] = mapped_column(default=None)


class Draft(Record):
    """What was typed and could not be kept yet, or was not left yet. Not journalled; gone with the case."""

    __tablename__ = "drafts"

    record: Mapped[str] = mapped_column(primary_key=True)
    row_id: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), default=None, index=True)
    text: Mapped[str]
    typed_at: Mapped[datetime]


class CaseSummary(Record):
    """One row a case for the overview. `stale` is set by a trigger with every change; a stale row is made anew."""

    __tablename__ = "case_summaries"
    __table_args__ = (Index("ix_case_summaries_order", "closed", "next_due", "number"),)

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[str]
    alias: Mapped[str]
    state: Mapped[str] = mapped_column(default="")
    closed: Mapped[bool] = mapped_column(default=False)
    conference_number: Mapped[int | None] = mapped_column(default=None)
    conference_at: Mapped[datetime | None] = mapped_column(default=None)
    verdicts: Mapped[str] = mapped_column(default="")
    next_step: Mapped[str | None] = mapped_column(default=None)
    next_due: Mapped[date | None] = mapped_column(default=None)
    search_text: Mapped[str] = mapped_column(default="")
    computed_on: Mapped[date | None] = mapped_column(default=None)
    stale: Mapped[bool] = mapped_column(default=True, index=True)


class Export(Shared, Record):
    """Something that left the archive: what, when, and when it is to be destroyed. Never to which path."""

    __tablename__ = "exports"

    case_id: Mapped[str | None] = mapped_column(default=None, index=True)
    case_number: Mapped[str]
    what: Mapped[str]
    at: Mapped[datetime]
    destroy_by: Mapped[date | None] = mapped_column(default=None)
    destroyed_on: Mapped[date | None] = mapped_column(default=None)


class Tombstone(Record):
    """The id of something deleted, which a restore deletes again. It names nobody."""

    __tablename__ = "tombstones"

    record: Mapped[str] = mapped_column(primary_key=True)
    row_id: Mapped[str] = mapped_column(primary_key=True)
    deleted_at: Mapped[datetime]


class ResultLine(Record):
    """The anonymous line that stays of a deleted case: a year and counts."""

    __tablename__ = "result_lines"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    year: Mapped[int]
    conferences: Mapped[int] = mapped_column(default=0)
    participants: Mapped[int] = mapped_column(default=0)
    rounds: Mapped[int] = mapped_column(default=0)
    minutes: Mapped[int] = mapped_column(default=0)
    approved: Mapped[bool] = mapped_column(default=False)
