"""An open archive: the one way in to the rows of every case.

Reading hands out a session that sees one moment of the file. Writing is one journal step in one transaction, by one
writer at a time: all of it is kept, or nothing.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from samordner_tui.archive import drafts, journal, settings
from samordner_tui.archive.disk import check_room, make_folder
from samordner_tui.archive.engine import Connections, said_plainly
from samordner_tui.archive.history import HistoryLine, history
from samordner_tui.archive.keys import ID_BYTES, KeyFile, new_key_file
from samordner_tui.archive.lock import FolderLock, locked
from samordner_tui.archive.opening import DATABASE, database_of, make_archive, open_database
from samordner_tui.archive.passphrase import judge
from samordner_tui.archive.refusals import (
    AlreadyThere,
    BackupFailed,
    CannotUndo,
    DeletionUnproved,
    OnlyForReading,
    WeakPassphrase,
)
from samordner_tui.archive.work import Writer
from samordner_tui.method.zones import HOME_ZONE, zone_named
from samordner_tui.refusals import Refused

HISTORY_LINES = 200

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """The moment it is, in UTC. A test hands the archive another clock."""
    return datetime.now(UTC)


class Archive:
    """One open archive. Made by `create`, `create_training` and `open`."""

    def __init__(self, folder: Path, connections: Connections, lock: FolderLock | None, clock: Clock) -> None:
        self.folder = folder
        self.connections = connections
        self.training = connections.key() is None
        self.read_only = connections.read_only
        self.writer = Writer()
        self.clock = clock
        self.changed = False
        self.revision = 0
        """Counts what has been committed since it was opened: what was read at the same revision still stands."""
        """Whether anything was written since it was opened, or since the last copy."""
        self.copying = threading.RLock()
        """Held while copies are made, rewritten or given another key file, so that none of it crosses another."""
        self._lock = lock
        self._turn = threading.Lock()
        self._writing_thread: int | None = None
        try:
            with self.reading() as session:
                self._settings = settings.all_settings(session)
        except BaseException:
            connections.close()
            raise

    @classmethod
    def create(cls, folder: Path, passphrase: str, *, clock: Clock = wall_clock) -> tuple[Archive, str]:
        """Make a new encrypted archive in `folder` and open it. The second is the recovery code, to be shown once.

        Raises:
            WeakPassphrase: it is too easy to guess.
            AlreadyThere: an archive lies there already.
            FolderNotWritable, DiskFull: it cannot be made there.
        """
        judgement = judge(passphrase)
        if not judgement.allowed:
            raise WeakPassphrase(judgement.sentence)
        key_file, key, code = new_key_file(passphrase)
        return cls._made(folder, key_file.archive_id, key, key_file, clock), code

    @classmethod
    def create_training(cls, folder: Path, *, clock: Clock = wall_clock) -> Archive:
        """Make a new plain archive for fictional people in `folder` and open it."""
        return cls._made(folder, secrets.token_hex(ID_BYTES), None, None, clock)

    @classmethod
    def open(cls, folder: Path, secret: str | None, *, read_only: bool = False, clock: Clock = wall_clock) -> Archive:
        """Open the archive in `folder` by passphrase or recovery code; a training archive needs neither.

        Raises:
            ArchiveRefused: one of its kinds, each with its own sentence. Nothing is changed.
        """
        database_of(folder)
        if read_only:
            return cls(folder, open_database(folder, secret, clock(), read_only=True), None, clock)
        check_room(folder)
        with locked(folder) as lock:
            archive = cls(folder, open_database(folder, secret, clock(), read_only=False), lock, clock)
            archive.finish_deletions()
        return archive

    @classmethod
    def _made(cls, folder: Path, archive_id: str, key: bytes | None, key_file: KeyFile | None, clock: Clock) -> Archive:
        if (folder / DATABASE).exists():
            raise AlreadyThere
        make_folder(folder)
        check_room(folder)
        with locked(folder) as lock:
            make_archive(folder, archive_id, key, key_file)
            return cls(folder, Connections(folder / DATABASE, key), lock, clock)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one moment of the archive. Return frozen values from it, never rows."""
        with said_plainly(), Session(self.connections.reading, autoflush=False) as session:
            yield session

    @contextlib.contextmanager
    def writing(self, label: str, case_id: str | None = None, *, kind: str = journal.EDIT) -> Iterator[Session]:
        """A session whose changes are one journal step, called `label`, of the case `case_id`.

        It is committed when the block ends, and rolled back when it raises. `kind` is `edit`, or `fixed` for what is
        never undone: exports, decisions, starts of a trin.
        """
        with self.keeping() as session:
            step = journal.begin_step(session, label, case_id, kind, self.clock())
            yield session
            journal.end_step(session, step)

    @contextlib.contextmanager
    def keeping(self) -> Iterator[Session]:
        """A session for what is no change of a case and stands in no journal: drafts, settings, summaries, exports."""
        if self.read_only:
            raise OnlyForReading
        with self.alone(), said_plainly(), Session(self.connections.writing, expire_on_commit=False) as session:
            yield session
            session.commit()
            self.changed = True
            self.revision += 1

    def undo(self, case_id: str | None) -> str | None:
        """Undo the last step of a case. Gives its label, or None when there is none.

        Raises:
            CannotUndo: something has changed since, or the step stands.
        """
        return self._run(case_id, backwards=True)

    def redo(self, case_id: str | None) -> str | None:
        """Do the step again that was undone last. Gives its label, or None when there is none."""
        return self._run(case_id, backwards=False)

    def history(self, case_id: str | None, limit: int = HISTORY_LINES) -> tuple[HistoryLine, ...]:
        """What was done in a case, the newest first."""
        with self.reading() as session:
            return history(session, case_id, limit)

    def save_draft(self, record: str, row_id: str, field: str, case_id: str | None, text: str) -> None:
        """Keep what was typed in a field and is not kept as its value."""
        with self.keeping() as session:
            drafts.save_draft(session, (record, row_id, field), case_id, text, self.clock())

    def clear_draft(self, record: str, row_id: str, field: str) -> None:
        """Forget the draft of a field."""
        with self.keeping() as session:
            drafts.clear_draft(session, (record, row_id, field))

    def drafts(self, case_id: str | None) -> dict[drafts.Field, str]:
        """Every draft of a case, by table, row and field."""
        with self.reading() as session:
            return drafts.drafts_of(session, case_id)

    @property
    def zone(self) -> ZoneInfo:
        """The zone moments are shown in."""
        return zone_named(self.setting(settings.ZONE, HOME_ZONE))

    def setting(self, name: str, default: str = "") -> str:
        """A setting of the archive."""
        return self._settings.get(name, default)

    def set_setting(self, name: str, value: str | None) -> None:
        """Set it, or forget it when `value` is None."""
        with self.keeping() as session:
            settings.put_setting(session, name, value)
        self.remember_setting(name, value)

    def remember_setting(self, name: str, value: str | None) -> None:
        """Know a setting that was written by another transaction."""
        if value is None:
            self._settings.pop(name, None)
        else:
            self._settings[name] = value

    def close(self, *, copy: bool = True) -> Refused | None:
        """Carry out what is left to write, make a copy, close every connection, forget the key, let go of the folder.

        What is written is durable before this. Gives why there is no copy, if one was due and could not be made.
        """
        problem: Refused | None = None
        self.writer.close()
        try:
            if copy and self.changed and not self.training:
                problem = self._copied()
        finally:
            self.connections.close()
            if self._lock is not None:
                self._lock.release()
        return problem

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_problem: object) -> None:
        self.close()

    def _run(self, case_id: str | None, *, backwards: bool) -> str | None:
        self.writer.drain()
        try:
            with self.keeping() as session:
                return journal.run_last(session, case_id, self.clock(), backwards=backwards)
        except IntegrityError as error:
            raise CannotUndo from error

    def finish_deletions(self) -> None:
        """Finish a deletion that was not proved when the program stopped, unless somebody still reads the archive."""
        if not self.setting(settings.DELETION_UNPROVED):
            return
        from samordner_tui.archive.retention import finish_deletions

        with contextlib.suppress(DeletionUnproved):
            finish_deletions(self)

    def _copied(self) -> Refused | None:
        from samordner_tui.archive.backup import back_up

        try:
            back_up(self, self.clock())
        except (Refused, OSError) as error:
            return error if isinstance(error, Refused) else BackupFailed()
        return None

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """One writer at a time; a writer that would wait for itself is a fault in the program."""
        if self._writing_thread == threading.get_ident():
            message = "a transaction inside another"
            raise RuntimeError(message)
        with self._turn:
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = None
