"""Deletion in the copies: each is rewritten without the rows, or destroyed where that cannot be done.

A copy is written anew beside itself, looked through, and put in the place of the old one in one step: that costs half
of what packing it where it lies does, and a crash leaves the old one or the new one.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from samordner_tui.archive.backup import UNFINISHED, copies_in, places_with_copies, second_place
from samordner_tui.archive.disk import new_file, settle, settle_file
from samordner_tui.archive.engine import connect, said_plainly
from samordner_tui.archive.erasure import Grave, erase_in_copy, graves_in, traces
from samordner_tui.archive.opening import PACKED, remove_database, remove_unfinished
from samordner_tui.archive.refusals import (
    ArchiveBusy,
    DamagedArchive,
    DeletionUnproved,
    DiskFailed,
    DiskFull,
    EmptyArchive,
    FolderNotWritable,
    ForeignArchive,
    NewerArchive,
    OnlyForReading,
)
from samordner_tui.archive.row_images import Place
from samordner_tui.archive.schema import version_of
from samordner_tui.archive.verify import verify_file

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

SET_ASIDE = "set-aside-"
"""How a folder is named that holds what a restore found damaged and moved out of the way."""

AT_A_TIME = 2
"""So many copies are worked on beside each other. More would only wait for the disk."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What became of the copies."""

    rewritten: int
    destroyed: int
    second_place_missing: bool


def rewrite_copies(archive: Archive, graves: Iterable[Grave]) -> Rewritten:
    """Take the rows of `graves` out of every copy within reach, and away what a crash or a restore left beside them."""
    wanted = list(graves)
    key = archive.connections.key()
    with ThreadPoolExecutor(AT_A_TIME) as threads:
        outcomes = list(threads.map(lambda path: _rewritten(path, key, wanted), _databases(archive)))
    remove_unfinished(archive.folder)
    for place in places_with_copies(archive):
        for leftover in _leftovers(place):
            shutil.rmtree(leftover)
            outcomes.append(False)
    second = second_place(archive)
    return Rewritten(
        rewritten=outcomes.count(True),
        destroyed=outcomes.count(False),
        second_place_missing=second is not None and not second.parent.is_dir(),
    )


def catch_up(archive: Archive, place: Path) -> None:
    """Take out of the copies in `place` what was deleted from the archive while they were out of reach."""
    key = archive.connections.key()
    with contextlib.closing(archive.connections.raw()) as raw:
        graves = graves_in(raw)
    for copy in copies_in(place):
        missed = _missed(copy.database, key, graves)
        if missed:
            _rewritten(copy.database, key, missed)


def traces_in_copies(archive: Archive, places: frozenset[Place], roots: frozenset[str]) -> tuple[int, ...]:
    """For each copy, how many rows still name what is gone."""
    key = archive.connections.key()
    with ThreadPoolExecutor(AT_A_TIME) as threads:
        return tuple(threads.map(lambda path: _traces(path, key, places, roots), _databases(archive)))


def _databases(archive: Archive) -> Iterator[Path]:
    for place in places_with_copies(archive):
        for copy in copies_in(place):
            yield copy.database


def _missed(path: Path, key: bytes | None, graves: frozenset[Grave]) -> list[Grave]:
    """The tombstones a copy does not have; all of them, where it cannot be read."""
    known: frozenset[tuple[str, str]] = frozenset()
    with contextlib.suppress(driver.Error), contextlib.closing(connect(path, key, journal="DELETE")) as raw:
        known = frozenset((grave.record, grave.row_id) for grave in graves_in(raw))
    return [grave for grave in graves if (grave.record, grave.row_id) not in known]


def _leftovers(place: Path) -> list[Path]:
    """Folders that are no copies: what a crash left of one, and what a restore set aside because it was damaged."""
    if not place.is_dir():
        return []
    return [path for path in place.iterdir() if path.is_dir() and path.name.startswith((UNFINISHED, SET_ASIDE))]


def _rewritten(path: Path, key: bytes | None, graves: list[Grave]) -> bool:
    """Whether a copy could be rewritten. One that is damaged is destroyed: it would keep what is to be gone.

    Raises:
        DeletionUnproved: there was no room to rewrite it, or somebody reads it; it is done another time.
    """
    with contextlib.suppress(DamagedArchive, EmptyArchive, ForeignArchive), _done_another_time():
        if rewrite_without(path, key, graves):
            return True
    shutil.rmtree(path.parent)
    return False


def rewrite_without(path: Path, key: bytes | None, graves: Iterable[Grave]) -> bool:
    """Write a closed database anew without the rows of `graves`, and leave no page that held them.

    Returns:
        Whether what was written is whole. Where it is not, the rows are gone, and the old file stands.
    """
    packed = path.with_name(PACKED)
    remove_database(packed)
    try:
        with contextlib.closing(connect(path, key, journal="DELETE")) as raw:
            version_of(raw)
            erase_in_copy(raw, graves)
            new_file(packed)
            raw.execute("VACUUM INTO ?", (str(packed.absolute()),))
        if verify_file(packed, key):
            return False
        settle_file(packed)
        packed.replace(path)
        settle(path.parent)
    finally:
        remove_database(packed)
    return True


@contextlib.contextmanager
def _done_another_time() -> Iterator[None]:
    """Tell a copy that cannot be rewritten now from one that is damaged."""
    try:
        with said_plainly():
            yield
    except (DiskFull, DiskFailed, ArchiveBusy, FolderNotWritable, OnlyForReading, NewerArchive) as refusal:
        raise DeletionUnproved from refusal


def _traces(path: Path, key: bytes | None, places: frozenset[Place], roots: frozenset[str]) -> int:
    with contextlib.closing(connect(path, key, journal="DELETE")) as raw:
        return traces(raw, places, roots)
