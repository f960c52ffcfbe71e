# ruff: noqa: S608 - every name of a table comes from the database itself
"""Taking rows out of one database for good, and looking whether they are gone.

It knows no table by heart but the journal and the translations: a copy may be of an older version. The same walk runs
over the archive, over every copy, and over what a restore brings back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from samordner_tui.archive.case_tree import CASES
from samordner_tui.archive.journal_erasure import (
    NAMED_IN_IMAGE,
    erase_journal,
    erase_shared_journal,
    mark_deletion,
    words_of,
)
from samordner_tui.archive.row_images import Place

if TYPE_CHECKING:
    from sqlite3 import Connection as Raw

MOMENT = "%Y-%m-%dT%H:%M:%SZ"
TRANSLATIONS = "paper_translations"
TRANSLATES = "about LIKE '%/' || ?1"
"""The translation of a paper names by its end what the paper is about: a briefing, say, whose words it holds."""
KNOWN_BY = frozenset({"id", "case_id", "row_id"})


@dataclass(frozen=True, slots=True)
class Grave:
    """A row that is to be gone everywhere, with the rows that go with it."""

    record: str
    row_id: str
    deleted_at: datetime


def graves_in(raw: Raw) -> frozenset[Grave]:
    """The tombstones that a database holds."""
    if "tombstones" not in _tables(raw):
        return frozenset()
    found = raw.execute("SELECT record, row_id, deleted_at FROM tombstones").fetchall()
    return frozenset(Grave(record, row_id, _moment(at)) for record, row_id, at in found)


def erase(raw: Raw, graves: Iterable[Grave]) -> None:
    """Take the rows of `graves` out of a database, in the transaction that is open.

    The triggers are put aside meanwhile: what is deleted for good is not written in the journal.
    """
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        raw.execute(f'DROP TRIGGER "{name}"')
    for grave in graves:
        _erase_one(raw, grave)
    for _name, sql in triggers:
        raw.execute(sql)


def erase_in_copy(raw: Raw, graves: Iterable[Grave]) -> None:
    """Take the rows out of a copy, all or none of them. Pages that held them are still to be left behind.

    Every draft that belongs to no row goes along: what it became after the copy was made cannot be seen there.
    """
    raw.execute("BEGIN IMMEDIATE")
    try:
        erase(raw, graves)
        _erase_drafts(raw, _tables(raw))
        raw.execute("COMMIT")
    except BaseException:
        # On a full disk SQLite has rolled back by itself.
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise


def traces(raw: Raw, places: Iterable[Place], roots: Iterable[str]) -> int:
    """How many rows of a database still name what is gone, in any table but the tombstones.

    Args:
        raw: The database.
        places: Every row that went; looked for wherever a row is named by its id.
        roots: The ids of the cases and people that were deleted; looked for inside the images of the journal too.
    """
    ids = json.dumps(sorted({row_id for _record, row_id in places}))
    named = sum(_naming(raw, table, column, ids) for table, column in _naming_columns(raw))
    return named + sum(_mentions(raw, root) + _translated(raw, root) for root in roots)


def _erase_one(raw: Raw, grave: Grave) -> None:
    tables = _tables(raw)
    cases = _cases_of(raw, grave, tables)
    words = words_of(raw, (grave.record, grave.row_id)) if grave.record in tables else frozenset[str]()
    if grave.record in tables:
        raw.execute(f'DELETE FROM "{grave.record}" WHERE id = ?', (grave.row_id,))
    if TRANSLATIONS in tables:
        raw.execute(f"DELETE FROM {TRANSLATIONS} WHERE {TRANSLATES}", (grave.row_id,))
    for case_id in cases:
        erase_journal(raw, (grave.record, grave.row_id), case_id, words)
        _forget_summary(raw, case_id)
        _erase_drafts(raw, tables, case_id)
    erase_shared_journal(raw, grave.row_id)
    if grave.record == CASES:
        _keep_exports_nameless(raw, grave.row_id, tables)
    moment = grave.deleted_at.astimezone(UTC).strftime(MOMENT)
    buried = "INSERT OR IGNORE INTO tombstones (record, row_id, deleted_at) VALUES (?, ?, ?)"
    if raw.execute(buried, (grave.record, grave.row_id, moment)).rowcount:
        for case_id in cases:
            mark_deletion(raw, grave.record, case_id, grave.deleted_at)


def _cases_of(raw: Raw, grave: Grave, tables: frozenset[str]) -> frozenset[str]:
    """The cases whose journal may tell of the row: its own, and where an old image names it."""
    if grave.record == CASES:
        return frozenset({grave.row_id})
    found: list[tuple[str | None]] = []
    if grave.record in tables and _has_case(raw, grave.record):
        found += raw.execute(f'SELECT case_id FROM "{grave.record}" WHERE id = ?', (grave.row_id,)).fetchall()
    telling = f"SELECT DISTINCT case_id FROM changes WHERE row_id = ?1 OR {NAMED_IN_IMAGE}"
    found += raw.execute(telling, (grave.row_id,)).fetchall()
    return frozenset(case_id for (case_id,) in found if case_id is not None)


def _has_case(raw: Raw, record: str) -> bool:
    """Whether the rows of a table are a case's own, and not shared by cases."""
    return any(column[1] == "case_id" for column in raw.execute(f'PRAGMA table_info("{record}")').fetchall())


def _forget_summary(raw: Raw, case_id: str) -> None:
    """A summary holds names for the search; what is left of it is made anew before it is read."""
    raw.execute("DELETE FROM case_summaries WHERE case_id = ?", (case_id,))
    raw.execute(
        "INSERT INTO case_summaries (case_id, number, alias, state, closed, verdicts, search_text, stale) "
        "SELECT id, number, alias, '', 0, '', '', 1 FROM cases WHERE id = ?",
        (case_id,),
    )


def _erase_drafts(raw: Raw, tables: frozenset[str], case_id: str | None = None) -> None:
    """Drafts that belong to no row, gone or not there yet: of one case, or of all."""
    for (record,) in raw.execute("SELECT DISTINCT record FROM drafts").fetchall():
        loose = f'AND row_id NOT IN (SELECT id FROM "{record}")' if record in tables else ""
        raw.execute(
            f"DELETE FROM drafts WHERE record = ?1 AND case_id IS coalesce(?2, case_id) {loose}", (record, case_id)
        )


def _keep_exports_nameless(raw: Raw, case_id: str, tables: frozenset[str]) -> None:
    """What left the archive and is not destroyed yet stays in the register, without its case."""
    if "exports" in tables:
        raw.execute("DELETE FROM exports WHERE case_id = ? AND destroyed_on IS NOT NULL", (case_id,))
        raw.execute("UPDATE exports SET case_id = NULL, case_number = '' WHERE case_id = ?", (case_id,))


def _naming_columns(raw: Raw) -> Iterator[tuple[str, str]]:
    for table in sorted(_tables(raw) - {"tombstones"}):
        for column in raw.execute(f'PRAGMA table_info("{table}")').fetchall():
            if column[1] in KNOWN_BY or column[1].endswith("_id"):
                yield table, column[1]


def _naming(raw: Raw, table: str, column: str, ids: str) -> int:
    among = "SELECT value FROM json_each(?)"
    return _count(raw, f'SELECT count(*) FROM "{table}" WHERE "{column}" IN ({among})', ids)


def _mentions(raw: Raw, root: str) -> int:
    """Images in the journal that name a case or a person."""
    return _count(raw, f"SELECT count(*) FROM changes WHERE {NAMED_IN_IMAGE}", root)


def _translated(raw: Raw, root: str) -> int:
    """Translations of a paper that is about what is gone: they hold its words."""
    if TRANSLATIONS not in _tables(raw):
        return 0
    return _count(raw, f"SELECT count(*) FROM {TRANSLATIONS} WHERE {TRANSLATES}", root)


def _count(raw: Raw, query: str, value: str) -> int:
    return int(raw.execute(query, (value,)).fetchone()[0])


def _tables(raw: Raw) -> frozenset[str]:
    return frozenset(name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall())


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
