"""What makes a SQLite file an archive of ours: its mark, the version of its tables, and its triggers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from samordner_tui.archive.engine import pragma
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.refusals import EmptyArchive, ForeignArchive, NewerArchive
from samordner_tui.archive.triggers import trigger_statements

if TYPE_CHECKING:
    from sqlite3 import Connection as Raw

APPLICATION_ID = 0x53616D6F
"""`Samo`, in the file's own header."""

SCHEMA_VERSION = 5
"""The version of the tables this program writes; the number of the newest revision in `migrations`."""

PLAIN_HEADER = b"SQLite format 3\x00"


def is_plain(path: Path) -> bool:
    """Whether the file begins as an unencrypted database does."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def make_tables(connection: Connection) -> None:
    """Make every table and trigger in a new database, and mark it as ours."""
    Record.metadata.create_all(connection, checkfirst=False)
    make_triggers(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def make_triggers(connection: Connection) -> None:
    """Make every trigger of a database that has none."""
    for statement in trigger_statements():
        connection.exec_driver_sql(statement)


def drop_triggers(connection: Connection) -> None:
    """Take every trigger away."""
    for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def version_of(raw: Raw) -> int:
    """The version of the tables in a file that is ours.

    Raises:
        EmptyArchive: it has no tables: SQLite takes a file without bytes for a new database.
        ForeignArchive: it is somebody else's.
        NewerArchive: a newer program wrote it.
    """
    if raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        raise EmptyArchive
    if pragma(raw, "application_id") != APPLICATION_ID:
        raise ForeignArchive
    version = pragma(raw, "user_version")
    if version > SCHEMA_VERSION:
        raise NewerArchive
    return version
