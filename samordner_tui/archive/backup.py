"""Verified copies of the archive: a folder a copy, named by its moment alone, with the database and the key file.

A copy is made by SQLite itself while the archive is in use, opened and checked before it counts, and encrypted with
the same key.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from samordner_tui.archive.disk import check_room, make_folder, new_file, settle, settle_file, write_whole
from samordner_tui.archive.engine import connect, said_plainly
from samordner_tui.archive.keys import KEY_FILE
from samordner_tui.archive.opening import DATABASE
from samordner_tui.archive.refusals import BackupFailed, FolderNotWritable
from samordner_tui.archive.rotation import kept
from samordner_tui.archive.settings import ARCHIVE_ID, COPIES_ELSEWHERE, LYING, SECOND_PLACE
from samordner_tui.archive.verify import verify_file

if TYPE_CHECKING:
    from sqlite3 import Connection as Raw

    from samordner_tui.archive.file import Archive

BACKUPS = "backups"
NAME = "%Y%m%dT%H%M%SZ"
UNFINISHED = "unfinished-"
DAILY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of an archive."""

    folder: Path
    made_at: datetime

    @property
    def database(self) -> Path:
        """Its database."""
        return self.folder / DATABASE


def copies_in(place: Path) -> tuple[Copy, ...]:
    """The copies in `place`, the newest first."""
    found = [copy for path in _folders(place) if (copy := _copy_at(path))]
    return tuple(sorted(found, key=lambda copy: copy.made_at, reverse=True))


def copies(archive: Archive) -> tuple[Copy, ...]:
    """The copies beside the archive, the newest first."""
    return copies_in(archive.folder / BACKUPS)


def is_due(archive: Archive, now: datetime) -> bool:
    """Whether a day has gone since the last copy."""
    found = copies(archive)
    return not found or now - found[0].made_at >= DAILY


def back_up(archive: Archive, now: datetime) -> Copy:
    """Make a verified copy beside the archive, let go of old ones, and copy to the second place if it is there.

    Raises:
        BackupFailed: the copy did not hold; the older ones are untouched.
        DiskFull, FolderNotWritable: there is no room for it.
    """
    archive.writer.drain()
    archive.changed = False
    try:
        copy = _back_up_to(archive, archive.folder / BACKUPS, now)
        second = second_place(archive)
        if second is not None and second.parent.is_dir():
            _back_up_to(archive, second, now)
    except BaseException:
        archive.changed = True
        raise
    return copy


def back_up_elsewhere(archive: Archive, place: Path, now: datetime) -> Copy:
    """Make a verified copy in another place: a USB stick. Copies of several archives may lie side by side there.

    That it lies where no deletion reaches it is noted first, unless it is the second place.
    """
    if not place.is_dir():
        raise FolderNotWritable
    folder = _place_of(archive, place)
    if folder != second_place(archive):
        _note_copies_elsewhere(archive)
    return _back_up_to(archive, folder, now)


def choose_second_place(archive: Archive, place: str | None) -> None:
    """Let copies go to `place` besides from now on, or to none. Those in the place before are left where they are."""
    before = archive.setting(SECOND_PLACE)
    if before and before != place:
        _note_copies_elsewhere(archive)
    archive.set_setting(SECOND_PLACE, place)


def lie_elsewhere(archive: Archive) -> bool:
    """Whether copies lie where no deletion reaches them."""
    return bool(archive.setting(COPIES_ELSEWHERE)) and gone_elsewhere_on(archive) is None


def gone_elsewhere_on(archive: Archive) -> date | None:
    """The day on which it was said that the copies elsewhere are gone, if none was laid there since."""
    with contextlib.suppress(ValueError):
        return date.fromisoformat(archive.setting(COPIES_ELSEWHERE))
    return None


def note_copies_gone(archive: Archive, today: date) -> None:
    """The samordner says that the copies in other places are gone. The next copy that is laid there ends it."""
    if lie_elsewhere(archive):
        archive.set_setting(COPIES_ELSEWHERE, today.isoformat())


def folder_in(place: Path, archive_id: str) -> Path:
    """The folder in another place that holds the copies of one archive."""
    return place / f"samordner-{archive_id[:8]}"


def second_place(archive: Archive) -> Path | None:
    """Where copies go besides, if a place is chosen; it need not be plugged in."""
    chosen = archive.setting(SECOND_PLACE)
    return _place_of(archive, Path(chosen)) if chosen else None


def places_with_copies(archive: Archive) -> tuple[Path, ...]:
    """Every folder with copies that can be reached now."""
    second = second_place(archive)
    return (archive.folder / BACKUPS, *((second,) if second is not None and second.is_dir() else ()))


def copy_of(raw: Raw, key: bytes | None, key_file: Path | None, place: Path, now: datetime) -> Copy:
    """Make a verified copy of an open database in `place`. It has its name only when it is whole."""
    make_folder(place)
    clear_unfinished(place)
    check_room(place, _size(raw))
    made_at = _free_moment(place, now)
    unfinished = place / (UNFINISHED + made_at.strftime(NAME))
    make_folder(unfinished)
    try:
        _fill(raw, key, unfinished / DATABASE)
        if key_file is not None:
            write_whole(unfinished / KEY_FILE, key_file.read_bytes())
        final = place / made_at.strftime(NAME)
        unfinished.rename(final)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    settle(place)
    return Copy(final, made_at)


def rotate(place: Path, now: datetime) -> None:
    """Let go of the copies in `place` that are not kept any longer."""
    found = copies_in(place)
    stay = kept((copy.made_at for copy in found), now)
    for copy in found:
        if copy.made_at not in stay:
            shutil.rmtree(copy.folder, ignore_errors=True)


def clear_unfinished(place: Path) -> None:
    """Remove what a crash left of a copy."""
    for path in _folders(place):
        if path.name.startswith(UNFINISHED):
            shutil.rmtree(path, ignore_errors=True)


def _back_up_to(archive: Archive, place: Path, now: datetime) -> Copy:
    key_file = None if archive.training else archive.folder / KEY_FILE
    with archive.copying:
        with said_plainly(), contextlib.closing(archive.connections.raw()) as raw:
            copy = copy_of(raw, archive.connections.key(), key_file, place, now)
        rotate(place, now)
        _delete_what_was_missed(archive, place)
    return copy


def _note_copies_elsewhere(archive: Archive) -> None:
    if not lie_elsewhere(archive):
        archive.set_setting(COPIES_ELSEWHERE, LYING)


def _delete_what_was_missed(archive: Archive, place: Path) -> None:
    """Delete in the copies of another place what was deleted while it was not there."""
    if place != archive.folder / BACKUPS:
        from samordner_tui.archive.copy_erasure import catch_up

        catch_up(archive, place)


def _fill(raw: Raw, key: bytes | None, path: Path) -> None:
    new_file(path)
    with contextlib.closing(connect(path, key, journal="DELETE")) as target:
        raw.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    if verify_file(path, key):
        raise BackupFailed
    settle_file(path)


def _size(raw: Raw) -> int:
    pages, size = (int(raw.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
    return pages * size


def _place_of(archive: Archive, place: Path) -> Path:
    return folder_in(place, archive.setting(ARCHIVE_ID))


def _free_moment(place: Path, now: datetime) -> datetime:
    moment = now.astimezone(UTC).replace(microsecond=0)
    while (place / moment.strftime(NAME)).exists():
        moment += timedelta(seconds=1)
    return moment


def _folders(place: Path) -> Iterator[Path]:
    return (path for path in place.iterdir() if path.is_dir()) if place.is_dir() else iter(())


def _copy_at(path: Path) -> Copy | None:
    try:
        made_at = datetime.strptime(path.name, NAME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Copy(path, made_at) if (path / DATABASE).is_file() else None
