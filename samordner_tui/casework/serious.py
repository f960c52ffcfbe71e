"""Notes of something grave: what kind, when it was learned, who was told when. There is no field for the story.

A note becomes a row as soon as its kind is chosen; until then what is typed is a draft. While a family is alone no
words are kept, so they are written afterwards, in the same note. Source: design 3 and 4, R4, R10.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.drafts import clear_draft, drafts_of
from samordner_tui.archive.records.after import SeriousMatter
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.casework.change import add, change_fields
from samordner_tui.casework.fields import FieldKind, Value, fields_of
from samordner_tui.casework.form_view import cleared_numbers
from samordner_tui.casework.silence import is_running
from samordner_tui.casework.whom_to_call import ToCall, whom_to_call

TABLE = SeriousMatter.__tablename__
KIND, LEARNED_AT, TOLD = "kind", "learned_at", "municipality_told"
FIELDS = (KIND, LEARNED_AT, TOLD, "municipality_told_at", "child_told_what")
"""In the order they are asked."""
WORDS = frozenset(name for name in FIELDS if fields_of(SeriousMatter)[name].kind in {FieldKind.TEXT, FieldKind.LINES})
"""The fields that wait while the family is alone."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of one grave matter. Without `values` it is no row yet."""

    id: str
    values: Mapping[str, Value] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SeriousView:
    """What the box shows: whom to call, what was noted before, the latest first, and what was begun."""

    people: tuple[ToCall, ...]
    notes: tuple[Note, ...]
    begun: Note
    family_is_alone: bool
    cleared: frozenset[str]

    def note(self, note_id: str) -> Note | None:
        """The note with this id, where it is a row."""
        return next((note for note in self.notes if note.id == note_id), None)


def read_serious(session: Session, case_id: str) -> SeriousView:
    """Everything of a case that the box shows."""
    drafts: dict[str, dict[str, str]] = {}
    for (table, row_id, name), text in drafts_of(session, case_id).items():
        if table == TABLE:
            drafts.setdefault(row_id, {})[name] = text
    rows = session.scalars(
        select(SeriousMatter).where(SeriousMatter.case_id == case_id).order_by(SeriousMatter.learned_at.desc())
    )
    notes = tuple(Note(row.id, {name: getattr(row, name) for name in FIELDS}, drafts.pop(row.id, {})) for row in rows)
    # What is left are drafts of a note that is no row yet. The moment alone, which stood there by itself, is none.
    left = (Note(row_id, {}, texts) for row_id, texts in drafts.items() if texts.keys() - {LEARNED_AT})
    begun = next(left, Note(new_id()))
    alone = is_running(session, case_id)
    return SeriousView(whom_to_call(session, case_id), notes, begun, alone, cleared_numbers(session, case_id))


def keep_note(
    session: Session,
    case_id: str,
    note_id: str,
    changed: Mapping[str, Value],
    whole: Mapping[str, Value],
    today: date,
) -> None:
    """Keep what was `changed` in a note. Where it is no row yet, the `whole` of what is filled in becomes one."""
    if session.get(SeriousMatter, note_id) is not None:
        change_fields(session, SeriousMatter, note_id, changed, today)
        return
    add(session, SeriousMatter, case_id, today, id=note_id, **whole)
    for name in whole:
        clear_draft(session, (TABLE, note_id, name))
