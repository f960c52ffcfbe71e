"""Bringing the file of an older program up to date: a verified copy first, then alembic in one transaction.

Whether it is due is one query; alembic, which is slow to import, is imported only then. Keys between rows are not
enforced while tables are rebuilt, because SQLite would take a rebuilt table's children away with the old one; they
are checked before it counts.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, update

from samordner_tui.archive.backup import BACKUPS, copy_of
from samordner_tui.archive.engine import Connections, connect, raw_of, said_plainly
from samordner_tui.archive.journal import end_undo
from samordner_tui.archive.keys import KEY_FILE
from samordner_tui.archive.opening import DATABASE
from samordner_tui.archive.records.keeping import CaseSummary
from samordner_tui.archive.refusals import ArchiveRefused, UpgradeFailed
from samordner_tui.archive.schema import SCHEMA_VERSION, drop_triggers, make_triggers

if TYPE_CHECKING:
    from alembic.config import Config

REVISIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "alembic_version"


def upgrade(
    folder: Path, key: bytes | None, now: datetime, *, revisions: Path = REVISIONS, version: int = SCHEMA_VERSION
) -> None:
    """Upgrade the archive in `folder` to `version` of the tables. It stands as it was when anything fails.

    Raises:
        UpgradeFailed: a revision did not come through, or left rows that point at nothing.
        DiskFull, BackupFailed: there is no copy to fall back on, so nothing was begun.
    """
    key_file = folder / KEY_FILE
    with said_plainly(), contextlib.closing(connect(folder / DATABASE, key)) as raw:
        copy_of(raw, key, key_file if key is not None else None, folder / BACKUPS, now)
    connections = Connections(folder / DATABASE, key)
    try:
        _upgrade_file(connections, revisions, version)
    finally:
        connections.close()


def _upgrade_file(connections: Connections, revisions: Path, version: int) -> None:
    try:
        with said_plainly(), connections.writing.connect() as connection:
            # Inside a transaction this would do nothing, and the first rebuilt table would take its children with it.
            raw_of(connection).execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                _run(connection, revisions, version)
    except ArchiveRefused:
        raise
    except Exception as error:
        # Whatever a revision raises, the file is as it was: the transaction is rolled back, and the copy is there.
        raise UpgradeFailed from error


def _run(connection: Connection, revisions: Path, version: int) -> None:
    drop_triggers(connection)
    _run_revisions(connection, revisions, version)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise UpgradeFailed
    make_triggers(connection)
    end_undo(connection)
    connection.execute(update(CaseSummary).values(stale=True))
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def _run_revisions(connection: Connection, revisions: Path, version: int) -> None:
    """Run every revision after the file's own.

    The version stands in the file's header; alembic's own table is there for the run alone.
    """
    from alembic import command
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = _config(connection, revisions)
    current = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    MigrationContext.configure(connection).stamp(ScriptDirectory.from_config(config), revision(current))
    command.upgrade(config, revision(version))
    connection.exec_driver_sql(f"DROP TABLE {VERSION_TABLE}")


def revision(version: int) -> str:
    """The name of the revision that makes `version` of the tables."""
    return f"{version:04d}"


def _config(connection: Connection, revisions: Path) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(revisions).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
