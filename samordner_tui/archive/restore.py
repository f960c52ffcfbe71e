"""Bringing a copy back. What was deleted since stays deleted, and what the copy replaces is kept until the copy stands.

The copy is made ready beside the archive and checked there. An archive that can still be read becomes a copy itself
first; one that cannot is set aside unharmed.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from samordner_tui.archive.backup import BACKUPS, NAME, copies_in, copy_of
from samordner_tui.archive.copy_erasure import SET_ASIDE
from samordner_tui.archive.disk import check_room, make_folder, settle, settle_file, write_whole
from samordner_tui.archive.engine import connect, said_plainly
from samordner_tui.archive.erasure import Grave, erase_in_copy, graves_in
from samordner_tui.archive.keys import KEY_FILE, read_key_file, write_key_file
from samordner_tui.archive.lock import FolderLock
from samordner_tui.archive.opening import DATABASE, SIDE_FILES, UNFINISHED, Unlocked, remove_database, unlock
from samordner_tui.archive.refusals import AlreadyThere, ArchiveRefused, EmptyArchive, NoArchive, NotABackup
from samordner_tui.archive.schema import version_of
from samordner_tui.archive.verify import verify_file

REGISTER = "id, case_id, case_number, what, at, destroy_by, destroyed_on"
"""The columns of the register of what has left an archive."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    deleted_again: int
    """Tombstones that were applied to what came back."""
    kept: Path | None
    """Where what was replaced lies, among the copies."""


def restore(copy: Path, folder: Path, secret: str | None, now: datetime) -> Restored:
    """Bring the copy in the folder `copy` back as the archive in `folder`.

    Raises:
        NotABackup: it is none, or it is not whole. Nothing is changed.
        WrongSecret, DamagedKeyFile: it cannot be opened.
        AlreadyThere: another archive lies in the folder.
        ArchiveInUse, FolderNotWritable, DiskFull: it cannot be brought back there now.
    """
    unlocked = _unlocked(copy, secret)
    make_folder(folder)
    check_room(folder, 2 * (copy / DATABASE).stat().st_size)
    _see_same_archive(folder, unlocked)
    lock = FolderLock(folder)
    try:
        with said_plainly():
            return _brought_back(copy, folder, unlocked, now)
    finally:
        lock.release()


def _unlocked(copy: Path, secret: str | None) -> Unlocked:
    try:
        return unlock(copy, secret)
    except (NoArchive, EmptyArchive) as error:
        raise NotABackup from error


def _see_same_archive(folder: Path, unlocked: Unlocked) -> None:
    """See that no other archive than the copy's own is replaced. A damaged key file says nothing, and is replaced."""
    if not (folder / DATABASE).exists():
        return
    here = None
    if (folder / KEY_FILE).exists():
        with contextlib.suppress(ArchiveRefused):
            here = read_key_file(folder / KEY_FILE).archive_id
        if here is None:
            return
    if here != (unlocked.key_file and unlocked.key_file.archive_id):
        raise AlreadyThere


def _brought_back(copy: Path, folder: Path, unlocked: Unlocked, now: datetime) -> Restored:
    ready = folder / UNFINISHED
    remove_database(ready)
    try:
        write_whole(ready, (copy / DATABASE).read_bytes())
        _see_whole(ready, unlocked.key)
        _keep_register(ready, folder, unlocked.key)
        deleted_again = _delete_again(ready, folder, unlocked.key)
        kept = _kept(folder, unlocked, now)
        _put_in_place(ready, folder, unlocked)
    finally:
        remove_database(ready)
    return Restored(deleted_again, kept)


def _delete_again(ready: Path, folder: Path, key: bytes | None) -> int:
    """Apply every tombstone that the archive or one of its copies knows. Gives how many the copy did not."""
    with contextlib.closing(connect(ready, key, journal="DELETE")) as raw:
        known = {(grave.record, grave.row_id) for grave in graves_in(raw)}
        graves = {(grave.record, grave.row_id): grave for grave in _graves_within_reach(folder, key)}
        missing = [grave for place, grave in graves.items() if place not in known]
        if missing:
            erase_in_copy(raw, missing)
    settle_file(ready)
    _see_whole(ready, key)
    return len(missing)


def _keep_register(ready: Path, folder: Path, key: bytes | None) -> None:
    """Carry over what the archive that is replaced knows of what has left it: a file outside does not come back."""
    here = folder / DATABASE
    if not here.is_file() or not here.stat().st_size:
        return
    with contextlib.suppress(driver.Error):
        with contextlib.closing(connect(here, key)) as raw:
            known = raw.execute(f"SELECT {REGISTER} FROM exports").fetchall()  # noqa: S608 - columns of ours
        with contextlib.closing(connect(ready, key, journal="DELETE")) as raw:
            marks = ", ".join("?" for _column in REGISTER.split(","))
            raw.executemany(f"INSERT OR REPLACE INTO exports ({REGISTER}) VALUES ({marks})", known)  # noqa: S608 - columns of ours


def _see_whole(path: Path, key: bytes | None) -> None:
    """See that what is to come back is whole, and not of a newer program."""
    if verify_file(path, key):
        with contextlib.suppress(driver.Error, EmptyArchive), contextlib.closing(connect(path, key)) as raw:
            version_of(raw)
        raise NotABackup


def _graves_within_reach(folder: Path, key: bytes | None) -> Iterator[Grave]:
    for path in (folder / DATABASE, *(copy.database for copy in copies_in(folder / BACKUPS))):
        if path.is_file() and path.stat().st_size:
            with (
                contextlib.suppress(driver.Error),
                contextlib.closing(connect(path, key)) as raw,
            ):
                yield from graves_in(raw)


def _kept(folder: Path, unlocked: Unlocked, now: datetime) -> Path | None:
    """Keep what is to be replaced: as a copy, or as it lies where it cannot be read."""
    if not (folder / DATABASE).exists():
        return None
    key_file = folder / KEY_FILE
    if not (folder / DATABASE).stat().st_size:
        return _set_aside(folder, now)
    try:
        with contextlib.closing(connect(folder / DATABASE, unlocked.key)) as raw:
            kept = copy_of(raw, unlocked.key, key_file if key_file.exists() else None, folder / BACKUPS, now)
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except (driver.DatabaseError, ArchiveRefused):
        return _set_aside(folder, now)
    return kept.folder


def _set_aside(folder: Path, now: datetime) -> Path:
    aside = folder / BACKUPS / (SET_ASIDE + now.astimezone(UTC).strftime(NAME))
    make_folder(aside)
    for name in (*(DATABASE + side for side in ("", *SIDE_FILES)), KEY_FILE):
        if (folder / name).exists():
            shutil.copy2(folder / name, aside / name)
    return aside


def _put_in_place(ready: Path, folder: Path, unlocked: Unlocked) -> None:
    """Let the copy be the archive, in one step. A log of the old file must not lie beside the new one."""
    if unlocked.key_file is not None:
        write_key_file(folder, unlocked.key_file)
    for side in SIDE_FILES:
        (folder / (DATABASE + side)).unlink(missing_ok=True)
    ready.replace(folder / DATABASE)
    settle(folder)
