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
from samordner_tui.archive.carrying_over import carry_over
from samordner_tui.archive.copy_erasure import SET_ASIDE, rewrite_without
from samordner_tui.archive.disk import check_room, make_folder, settle, settle_file, write_whole
from samordner_tui.archive.engine import connect, said_plainly
from samordner_tui.archive.erasure import Grave, graves_in
from samordner_tui.archive.keys import KEY_FILE, read_key_file, write_key_file
from samordner_tui.archive.lock import FolderLock
from samordner_tui.archive.opening import DATABASE, SIDE_FILES, UNFINISHED, Unlocked, remove_database, unlock
from samordner_tui.archive.refusals import AnotherArchiveThere, ArchiveRefused, EmptyArchive, NoArchive, NotABackup
from samordner_tui.archive.schema import version_of
from samordner_tui.archive.settings import ARCHIVE_ID
from samordner_tui.archive.verify import verify_file


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
        AnotherArchiveThere: another archive lies in the folder.
        ArchiveInUse, FolderNotWritable, DiskFull: it cannot be brought back there now.
    """
    unlocked = _unlocked(copy, secret)
    make_folder(folder)
    check_room(folder, 2 * (copy / DATABASE).stat().st_size)
    _see_same_archive(copy, folder, unlocked)
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


def _see_same_archive(copy: Path, folder: Path, unlocked: Unlocked) -> None:
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
        raise AnotherArchiveThere
    if here is None and len({_plain_id(place / DATABASE) for place in (copy, folder)} - {None}) > 1:
        raise AnotherArchiveThere


def _plain_id(path: Path) -> str | None:
    """The id of a training archive, which has no key file; None where it cannot be read."""
    with contextlib.suppress(driver.Error), contextlib.closing(connect(path, None, read_only=True)) as raw:
        for (archive_id,) in raw.execute("SELECT value FROM settings WHERE name = ?", (ARCHIVE_ID,)):
            return str(archive_id)
    return None


def _brought_back(copy: Path, folder: Path, unlocked: Unlocked, now: datetime) -> Restored:
    ready = folder / UNFINISHED
    remove_database(ready)
    try:
        write_whole(ready, (copy / DATABASE).read_bytes())
        _see_whole(ready, unlocked.key)
        carry_over(ready, unlocked.key, copy=copy, replaced=folder / DATABASE)
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
    if missing and not rewrite_without(ready, key, missing):
        raise NotABackup
    settle_file(ready)
    _see_whole(ready, key)
    return len(missing)


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
