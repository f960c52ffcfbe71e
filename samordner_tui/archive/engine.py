"""The connections to one archive's database: SQLCipher through SQLAlchemy's plain SQLite dialect.

A training archive is read by the same driver without a key. Settings of a connection that must hold everywhere stand
here: write-ahead log, full synchronisation, foreign keys, temporary tables in memory, and deleted bytes overwritten.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from samordner_tui.archive import refusals
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from sqlite3 import Connection as Raw
    from sqlite3 import Cursor

WAIT_SECONDS = 5.0
"""How long a transaction waits for another to let go."""

WRITES = "samordner_writes"

CODES: dict[int, type[refusals.ArchiveRefused]] = {
    5: refusals.ArchiveBusy,
    6: refusals.ArchiveBusy,
    8: refusals.OnlyForReading,
    10: refusals.DiskFailed,
    11: refusals.DamagedArchive,
    13: refusals.DiskFull,
    14: refusals.FolderNotWritable,
    26: refusals.DamagedArchive,
}
"""SQLite's primary result codes that are no fault in the program, and how each is said."""


def connect(path: Path, key: bytes | None, *, read_only: bool = False, journal: str | None = None) -> Raw:
    """One connection to the database at `path`, which must exist.

    The way of journalling stands in the file, and is left as it is unless `journal` names another: `WAL` for an
    archive, once it is known to be one, and `DELETE` for a copy, which stays one file.

    The driver answers to the same calls as `sqlite3`, whose type stands for it here. Where a person only reads and
    may not write in the folder, the file is read as it lies.
    """
    way = "mode=ro&immutable=1" if read_only and _lies_still(path) else "mode=rw"
    raw: Raw = driver.connect(
        f"{path.absolute().as_uri()}?{way}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=WAIT_SECONDS,
    )
    try:
        _prepare(raw, key, journal, read_only=read_only)
    except BaseException:
        raw.close()
        raise
    return raw


def _lies_still(path: Path) -> bool:
    """Whether nobody can be writing: the folder cannot be written in, and no log lies beside the file."""
    log = path.with_name(path.name + "-wal")
    return not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def _prepare(raw: Raw, key: bytes | None, journal: str | None, *, read_only: bool) -> None:
    if key is not None:
        # SQLCipher reports a wrong key on the terminal itself, across whatever the screen shows.
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    raw.execute("PRAGMA temp_store = MEMORY")
    raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if read_only:
        raw.execute("PRAGMA query_only = ON")
    elif journal is not None:
        raw.execute(f"PRAGMA journal_mode = {journal}")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA secure_delete = ON")


def pragma(raw: Raw, name: str) -> int:
    """The whole number that `PRAGMA name` answers."""
    return int(raw.execute(f"PRAGMA {name}").fetchone()[0])


def raw_of(connection: Connection) -> Raw:
    """The driver's own connection below one of SQLAlchemy's."""
    raw: Raw | None = connection.connection.driver_connection
    if raw is None:
        message = "a connection that was closed"
        raise RuntimeError(message)
    return raw


def carry_out(session: Session, statement: str, values: Sequence[str | int | None] = ()) -> Cursor:
    """Run `statement` in the transaction of `session`, handed to the driver as it is.

    For the few statements that come with every change: to build each anew costs many times what it does in the file.
    """
    return raw_of(session.connection()).execute(statement, values)


class Connections:
    """Every connection of an open archive, and the key they are made with.

    Closing forgets the key and refuses new ones.
    """

    def __init__(self, path: Path, key: bytes | None, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._key = key
        self._open = True
        self.reading: Engine = self._engine()
        self.writing: Engine = self.reading.execution_options(**{WRITES: True})

    def raw(self) -> Raw:
        """A connection beside the pool; the caller closes it.

        Raises:
            ArchiveClosed: the archive is closed.
        """
        if not self._open:
            raise refusals.ArchiveClosed
        return connect(self.path, self._key, read_only=self.read_only)

    def key(self) -> bytes | None:
        """The key, or None for a training archive."""
        if not self._open:
            raise refusals.ArchiveClosed
        return self._key

    def let_go(self) -> None:
        """Close the connections that nobody uses; the next one is made anew."""
        self.reading.dispose()

    def close(self) -> None:
        """Close every connection and forget the key."""
        self._open = False
        self._key = None
        self.reading.dispose()

    def _engine(self) -> Engine:
        engine = create_engine(
            "sqlite+pysqlite://",
            module=driver,
            creator=self.raw,
            poolclass=QueuePool,
            hide_parameters=True,
        )
        event.listen(engine, "begin", _begin)
        return engine


def _begin(connection: Connection) -> None:
    """Begin what the driver would leave without a transaction: at once for writing, on the first read for reading."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")


def refusal_for(error: BaseException) -> Refused | None:
    """How an error of the database is said to a person, or None when it is a fault in the program."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    kind = CODES.get(code & 0xFF) if isinstance(code, int) else None
    return None if kind is None else kind()


@contextlib.contextmanager
def said_plainly() -> Iterator[None]:
    """Let a full disk, a damaged page or a busy archive be told as a refusal with its sentence."""
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        refusal = refusal_for(error)
        if refusal is None:
            raise
        raise refusal from error
