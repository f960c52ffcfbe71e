"""What was typed and is not kept yet: outside the journal, gone with the case."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from samordner_tui.archive.engine import carry_out
from samordner_tui.archive.private_time import family_is_alone
from samordner_tui.archive.records.keeping import Draft

Field = tuple[str, str, str]
"""A table, the id of a row, and a field in it."""

CLEAR = "DELETE FROM drafts WHERE record = ? AND row_id = ? AND field = ?"


def save_draft(session: Session, field: Field, case_id: str | None, text: str, at: datetime) -> None:
    """Keep `text` as the draft of a field, in place of the one before. While the family is alone no words are kept."""
    if case_id is not None and family_is_alone(session, case_id):
        return
    record, row_id, name = field
    values = {"record": record, "row_id": row_id, "field": name, "case_id": case_id, "text": text, "typed_at": at}
    statement = insert(Draft).values(values)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=[Draft.record, Draft.row_id, Draft.field],
            set_={"case_id": case_id, "text": text, "typed_at": statement.excluded.typed_at},
        )
    )


def clear_draft(session: Session, field: Field) -> None:
    """Forget the draft of a field."""
    carry_out(session, CLEAR, field)


def drafts_of(session: Session, case_id: str | None) -> dict[Field, str]:
    """Every draft of a case."""
    found = session.execute(select(Draft).where(Draft.case_id.is_not_distinct_from(case_id))).scalars()
    return {(draft.record, draft.row_id, draft.field): draft.text for draft in found}
