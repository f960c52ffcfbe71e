"""Files that are there whole or not at all: atomic writing, and room on the disk."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from samordner_tui.archive.refusals import DiskFull, FolderNotWritable

LEAST_FREE_BYTES = 4 * 1024 * 1024
"""Below this an archive is not opened for writing: even a deletion needs room in the write-ahead log."""

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700


def make_folder(folder: Path) -> None:
    """Make `folder` where it is missing, for its owner only.

    Raises:
        FolderNotWritable: it cannot be made.
    """
    try:
        folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable from error


def check_room(folder: Path, needed: int = 0) -> None:
    """See that `folder` can be written in and has room for `needed` bytes more than the least.

    Raises:
        FolderNotWritable: nothing can be written there.
        DiskFull: there is too little room.
    """
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderNotWritable
    if shutil.disk_usage(folder).free < LEAST_FREE_BYTES + needed:
        raise DiskFull


def write_whole(path: Path, content: bytes) -> None:
    """Write `path` so that a crash leaves the old file or the new one, never half of either."""
    new = path.with_name(path.name + ".new")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    settle(path.parent)


def new_file(path: Path) -> None:
    """An empty file for its owner only; SQLite is never left to choose who may read."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))


def settle_file(path: Path) -> None:
    """Have the bytes of `path` on the disk itself."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Have the names in `folder` on the disk itself, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
