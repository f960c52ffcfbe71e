"""What an archive knows of the world outside it, carried over to the copy that replaces it.

What has left the archive, and that copies of it lie where it does not look, stays true when an older copy comes back.
An archive that is damaged gives as much of it as can still be read.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from samordner_tui.archive.backup import BACKUPS, copies_in, folder_in
from samordner_tui.archive.engine import connect
from samordner_tui.archive.settings import ARCHIVE_ID, COPIES_ELSEWHERE, DELETION_UNPROVED, LYING, SECOND_PLACE

if TYPE_CHECKING:
    from sqlite3 import Connection as Raw

REGISTER = ("id", "case_id", "case_number", "what", "at", "destroy_by", "destroyed_on")
"""The columns of the register of what has left an archive."""

SETTINGS = (COPIES_ELSEWHERE, SECOND_PLACE, DELETION_UNPROVED)
"""The settings that say where copies lie, and that a deletion is not carried through in all of them."""

PUT_EXPORT = f"INSERT OR REPLACE INTO exports ({', '.join(REGISTER)}) VALUES ({', '.join('?' for _one in REGISTER)})"  # noqa: S608 - columns of ours
PUT_SETTING = "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)"


def carry_over(ready: Path, key: bytes | None, *, copy: Path, replaced: Path) -> None:
    """Let the database at `ready` know what the archive at `replaced` knew of the world outside.

    Args:
        ready: What is to be the archive. It was brought back from the folder `copy`.
        key: Opens both.
        copy: A copy that lies where the archive does not look is one that a deletion does not reach.
        replaced: The database that is replaced. Where it cannot be read, the newest copy beside it is asked.
    """
    with contextlib.closing(connect(ready, key, journal="DELETE")) as raw:
        for known in (*(one.database for one in copies_in(replaced.parent / BACKUPS)[:1]), replaced):
            _carry(raw, known, key)
        if copy.absolute().parent not in _places_looked_in(raw, replaced.parent):
            raw.execute(PUT_SETTING, (COPIES_ELSEWHERE, LYING))


def _carry(raw: Raw, known: Path, key: bytes | None) -> None:
    """Write in `raw` what can be read in the database at `known`."""
    if not known.is_file() or not known.stat().st_size:
        return
    with contextlib.suppress(driver.Error), contextlib.closing(connect(known, key)) as source:
        buried = {case_id for (case_id,) in _readable(source, "SELECT row_id FROM tombstones WHERE record = 'cases'")}
        for row in _readable(source, f"SELECT {', '.join(REGISTER)} FROM exports"):  # noqa: S608 - columns of ours
            export_id, case_id, number, *rest = row
            names = (None, "") if case_id in buried else (case_id, number)
            raw.execute(PUT_EXPORT, (export_id, *names, *rest))
        marks = ", ".join("?" for _one in SETTINGS)
        for row in _readable(source, f"SELECT name, value FROM settings WHERE name IN ({marks})", SETTINGS):  # noqa: S608 - marks
            raw.execute(PUT_SETTING, row)


def _readable(source: Raw, query: str, values: tuple[str, ...] = ()) -> Iterator[tuple[str | None, ...]]:
    """The rows that can be read, up to the first page that cannot."""
    with contextlib.suppress(driver.Error):
        yield from source.execute(query, values)


def _places_looked_in(raw: Raw, folder: Path) -> Iterator[Path]:
    """Where a deletion looks for copies: beside the archive, and in the second place."""
    yield folder.absolute() / BACKUPS
    settings: dict[str, str] = dict(raw.execute("SELECT name, value FROM settings").fetchall())
    if settings.get(SECOND_PLACE):
        yield folder_in(Path(settings[SECOND_PLACE]), settings[ARCHIVE_ID]).absolute()
