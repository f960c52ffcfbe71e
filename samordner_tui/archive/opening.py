"""From a folder on the disk to an open database: what must hold before a single row is read.

A wrong secret, a damaged key file and a damaged database look alike to SQLCipher; here they are told apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert

from samordner_tui.archive.disk import new_file, settle_file
from samordner_tui.archive.engine import Connections, connect, raw_of, said_plainly
from samordner_tui.archive.keys import KEY_FILE, KeyFile, read_key_file, write_key_file
from samordner_tui.archive.records.keeping import Setting
from samordner_tui.archive.refusals import (
    AlreadyThere,
    EmptyArchive,
    LostDatabase,
    NoArchive,
    OlderArchive,
    WrongSecret,
)
from samordner_tui.archive.schema import SCHEMA_VERSION, is_plain, make_tables, version_of
from samordner_tui.archive.settings import ARCHIVE_ID

DATABASE = "archive.db"
UNFINISHED = "archive.new.db"
PACKED = "archive.packed.db"
"""A database that is being written anew without what was deleted, beside the one it is to replace."""
SIDE_FILES = ("-wal", "-shm", "-journal")
HALF_WRITTEN = ".new"
"""What `write_whole` leaves of a file when the program is killed meanwhile."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What opens an archive: its key, or None for a training archive."""

    key: bytes | None
    key_file: KeyFile | None


def database_of(folder: Path) -> Path:
    """The database in `folder`.

    Raises:
        NoArchive: there is none; LostDatabase, where the key of one lies alone.
        EmptyArchive: it has no bytes; SQLite would take it for a new database with any key.
    """
    path = folder / DATABASE
    if not path.is_file():
        raise _missing(folder)
    if path.stat().st_size == 0:
        raise EmptyArchive
    return path


def _missing(folder: Path) -> NoArchive:
    """A key beside an unfinished database is of an archive that was never made: there nothing is lost."""
    is_lost = (folder / KEY_FILE).exists() and not (folder / UNFINISHED).exists()
    return LostDatabase() if is_lost else NoArchive()


def unlock(folder: Path, secret: str | None) -> Unlocked:
    """What opens the archive in `folder`.

    Raises:
        MissingKeyFile: it is encrypted and the key file is gone.
        DamagedKeyFile: the key file cannot be read.
        WrongSecret: the secret opens neither slot.
    """
    database = database_of(folder)
    if is_plain(database) and not (folder / KEY_FILE).exists():
        return Unlocked(key=None, key_file=None)
    key_file = read_key_file(folder / KEY_FILE)
    if not secret:
        raise WrongSecret
    return Unlocked(key=key_file.unlock(secret), key_file=key_file)


def open_database(folder: Path, secret: str | None, now: datetime, *, read_only: bool) -> Connections:
    """The connections to the archive in `folder`, upgraded if an older program wrote it.

    Raises:
        ArchiveRefused: one of its kinds. The file is touched only when it is known to be ours.
    """
    key = unlock(folder, secret).key
    connections = Connections(folder / DATABASE, key, read_only=read_only)
    try:
        version = _admitted(connections)
    except BaseException:
        connections.close()
        raise
    if version == SCHEMA_VERSION:
        return connections
    connections.close()
    if read_only:
        raise OlderArchive
    from samordner_tui.archive.upgrade import upgrade

    upgrade(folder, key, now)
    return Connections(folder / DATABASE, key)


def _admitted(connections: Connections) -> int:
    """See that the database can be read, is ours and no newer than the program. Gives the version of its tables."""
    with said_plainly(), connections.reading.connect() as connection:
        raw = raw_of(connection)
        version = version_of(raw)
        if not connections.read_only:
            # A copy that was brought back comes as one file.
            raw.execute("PRAGMA journal_mode = WAL")
    return version


def make_archive(folder: Path, archive_id: str, key: bytes | None, key_file: KeyFile | None) -> None:
    """Make a new archive in `folder`. It has its name only when it is whole.

    Raises:
        AlreadyThere: an archive, or the key of one, lies there already.
    """
    unfinished = folder / UNFINISHED
    if (folder / DATABASE).exists() or ((folder / KEY_FILE).exists() and not unfinished.exists()):
        raise AlreadyThere
    remove_database(unfinished)
    new_file(unfinished)
    with said_plainly():
        _fill(unfinished, key, archive_id)
    settle_file(unfinished)
    if key_file is not None:
        write_key_file(folder, key_file)
    unfinished.rename(folder / DATABASE)


def remove_database(path: Path) -> None:
    """Remove a database and the files SQLite keeps beside it."""
    for name in ("", *SIDE_FILES):
        path.with_name(path.name + name).unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Remove what a crash left of an archive that was being made or brought back."""
    remove_database(folder / UNFINISHED)
    remove_database(folder / PACKED)
    (folder / (UNFINISHED + HALF_WRITTEN)).unlink(missing_ok=True)


def _fill(path: Path, key: bytes | None, archive_id: str) -> None:
    connect(path, key, journal="WAL").close()
    connections = Connections(path, key)
    try:
        with connections.writing.begin() as connection:
            make_tables(connection)
            connection.execute(insert(Setting).values(name=ARCHIVE_ID, value=archive_id))
    finally:
        connections.close()
