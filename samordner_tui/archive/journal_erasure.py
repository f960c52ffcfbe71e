# ruff: noqa: S608 - every name of a table comes from the database itself
"""What of the journal goes with a row that is deleted for good, and the mark that says so afterwards.

With a case or a person the whole journal of the case goes: an old image or the name of a step may tell of anybody. With
the text of a briefing goes what can hold its words: every image of a briefing of the case, every image that names it,
and every image in which the same words stand. Source: domain.md 5.4.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final

from samordner_tui.archive.case_tree import CASES, PEOPLE
from samordner_tui.archive.records.kinds import instant_text
from samordner_tui.archive.row_images import Place
from samordner_tui.language import _

if TYPE_CHECKING:
    from sqlite3 import Connection as Raw

DELETED: Final = "deleted"
"""The kind of a step that is a mark: something was deleted for good. It holds no change and is never undone."""

BRIEFINGS: Final = "briefings"

NAMED_IN_IMAGE: Final = "(instr(before, ?1) OR instr(after, ?1))"
CASE_IN_IMAGE: Final = "(instr(before, ?2) OR instr(after, ?2))"
IN_JSON: Final = "substr(json_quote(?1), 2, length(json_quote(?1)) - 2)"
"""A text as it stands within an image."""

A_SENTENCE: Final = 12
"""So many letters at least, and more than one word: shorter texts stand in rows that have nothing to do with it."""


def words_of(raw: Raw, place: Place) -> frozenset[str]:
    """The sentences that a row holds or held in any image; none, where the whole journal of its case goes."""
    record, row_id = place
    if record != BRIEFINGS:
        return frozenset()
    images = raw.execute("SELECT before, after FROM changes WHERE record = ? AND row_id = ?", place).fetchall()
    held = (json.loads(image).values() for pair in images for image in pair if image)
    rows = raw.execute(f'SELECT * FROM "{record}" WHERE id = ?', (row_id,)).fetchall()
    return frozenset(_sentences(value for values in (*held, *rows) for value in values))


def changes_going(raw: Raw, place: Place, case_id: str, words: frozenset[str]) -> frozenset[int]:
    """The changes in the journal of a case that go with the row at `place`.

    Args:
        raw: The database.
        place: The row.
        case_id: Its case.
        words: What it held, as `words_of` gives it; what stands in other rows of its kind stays theirs.
    """
    record, row_id = place
    if record != BRIEFINGS:
        return _numbers(raw, f"case_id = ?2 OR {NAMED_IN_IMAGE} OR {CASE_IN_IMAGE}", row_id, case_id)
    others = raw.execute(f'SELECT * FROM "{record}" WHERE case_id = ? AND id != ?', (case_id, row_id)).fetchall()
    alone = words - frozenset(_sentences(value for values in others for value in values))
    found = _numbers(raw, f"(case_id = ?2 AND record = ?3) OR row_id = ?1 OR {NAMED_IN_IMAGE}", row_id, case_id, record)
    holding = f"case_id = ?2 AND (instr(before, {IN_JSON}) OR instr(after, {IN_JSON}))"
    return found.union(*(_numbers(raw, holding, text, case_id) for text in alone))


def erase_journal(raw: Raw, place: Place, case_id: str, words: frozenset[str]) -> None:
    """Take out of the journal of a case what goes with the row at `place`, which is gone by now.

    A step that has lost a part of its changes stands fast from now on: half of it is not to be undone. Marks of earlier
    deletions go with the case alone.
    """
    going = [(one,) for one in changes_going(raw, place, case_id, words)]
    steps = {step for one in going for step in raw.execute("SELECT step_id FROM changes WHERE id = ?", one).fetchall()}
    raw.executemany("DELETE FROM changes WHERE id = ?", going)
    if place[0] != BRIEFINGS:
        marks = "" if place[0] == CASES else f"AND kind != '{DELETED}'"
        raw.execute(f"DELETE FROM journal_steps WHERE case_id = ? {marks}", (case_id,))
    _drop_emptied(raw, steps)
    raw.executemany("UPDATE journal_steps SET kind = 'fixed' WHERE id = ? AND kind = 'edit'", sorted(steps))


def erase_shared_journal(raw: Raw, row_id: str) -> None:
    """The journal of a row that cases share, and that goes with the one case it was about."""
    steps = raw.execute("SELECT DISTINCT step_id FROM changes WHERE case_id IS NULL AND row_id = ?", (row_id,))
    gone = steps.fetchall()
    raw.execute("DELETE FROM changes WHERE case_id IS NULL AND row_id = ?", (row_id,))
    _drop_emptied(raw, gone)


def mark_deletion(raw: Raw, record: str, case_id: str, at: datetime) -> None:
    """Leave in the history of a case that something was deleted for good: when, and of what kind; nobody is named."""
    labels = {
        PEOPLE: _("En person er slettet for altid"),
        BRIEFINGS: _("Teksten til et oplæg er slettet for altid"),
    }
    if record in labels:
        names = "label, case_id, kind, at, undone"
        marked = f"INSERT INTO journal_steps ({names}) SELECT ?, id, ?, ?, 0 FROM cases WHERE id = ?"
        raw.execute(marked, (labels[record], DELETED, instant_text(at), case_id))


def _numbers(raw: Raw, condition: str, *values: str) -> frozenset[int]:
    return frozenset(
        number for (number,) in raw.execute(f"SELECT id FROM changes WHERE {condition}", values).fetchall()
    )


def _sentences(values: Iterable[object]) -> Iterator[str]:
    texts = (value.strip() for value in values if isinstance(value, str))
    return (text for text in texts if len(text) >= A_SENTENCE and " " in text)


def _drop_emptied(raw: Raw, steps: Iterable[tuple[int]]) -> None:
    """Steps of the journal with no change left in them."""
    emptied = "DELETE FROM journal_steps WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM changes WHERE step_id = ?1)"
    raw.executemany(emptied, [*steps])
