"""One program writes: a lock of the operating system, with who holds it beside it.

The system lets go of the lock when the process ends, however it ends, so that a crash never leaves an archive locked.
Beside the lock stand a process number and the computer's name, and nothing else.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from samordner_tui.archive.disk import OWNER_ONLY
from samordner_tui.archive.refusals import ArchiveInUse, FolderNotWritable
from samordner_tui.language import _

LOCK_FILE = "archive.lock"
HOLDER_FILE = "archive.holder"


class FolderLock:
    """The right to write in one archive's folder."""

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            ArchiveInUse: another program has it.
            FolderNotWritable: the lock file cannot be made.
        """
        self._holder = folder / HOLDER_FILE
        try:
            self._handle: int | None = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        except OSError as error:
            raise FolderNotWritable from error
        if not _taken(self._handle):
            os.close(self._handle)
            raise ArchiveInUse(_who_holds(self._holder))
        self._name_holder()

    def release(self) -> None:
        """Let go; done twice it does nothing."""
        if self._handle is None:
            return
        with contextlib.suppress(OSError):
            self._holder.unlink(missing_ok=True)
        os.close(self._handle)
        self._handle = None

    def _name_holder(self) -> None:
        with contextlib.suppress(OSError):
            self._holder.write_text(json.dumps({"pid": os.getpid(), "computer": platform.node()}), encoding="utf-8")


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[FolderLock]:
    """The lock of a folder, let go of when the block raises."""
    lock = FolderLock(folder)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def _taken(handle: int) -> bool:
    """Whether the lock could be taken at once."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _who_holds(path: Path) -> str | None:
    """The sentence with who has the archive open, or None when that is not known."""
    try:
        holder = json.loads(path.read_text(encoding="utf-8"))
        number, computer = int(holder["pid"]), str(holder["computer"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return _(
        "Arkivet er åbent i et andet vindue eller program (proces {number} på {computer}). Luk det dér, og prøv igen."
    ).format(number=number, computer=computer)
