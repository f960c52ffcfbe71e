"""A file that is there whole or not at all: written beside its place, and put there when its last byte is kept."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from samordner_tui.exchange.own_file import OWNER_ONLY
from samordner_tui.language import _
from samordner_tui.refusals import Refused

BESIDE: Final = ".skrives"
"""What the name of a file ends with until it is whole."""
FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextlib.contextmanager
def beside(path: Path, content: bytes, *, overwrite: bool = False) -> Iterator[Callable[[], None]]:
    """Write `content` beside `path`, readable by its owner alone; what is given puts it in its place.

    The block may still refuse: then nothing is left, and a file that was there is untouched.

    Raises:
        Refused: it is there already and `overwrite` is not said, or it cannot be written; the sentence says why.
    """
    _free(path, overwrite=overwrite)
    waiting = path.with_name(f"{path.name}{BESIDE}")
    try:
        with _said_plainly(_("Der kan ikke skrives i mappen. Vælg en anden.")):
            _write(waiting, content)
        yield lambda: _place(waiting, path, overwrite=overwrite)
    finally:
        with contextlib.suppress(OSError):
            waiting.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write one file, whole or not at all.

    Raises:
        Refused: as `beside`.
    """
    with beside(path, content, overwrite=overwrite) as place:
        place()


def _free(path: Path, *, overwrite: bool) -> None:
    if path.is_dir():
        raise Refused(_("Der er en mappe med det navn. Vælg en anden mappe til filerne."))
    if path.exists() and not overwrite:
        raise Refused(_("Filen er der allerede, og den er ikke rørt."))


def _write(waiting: Path, content: bytes) -> None:
    # What an earlier run left when the machine went down in the middle of it.
    waiting.unlink(missing_ok=True)
    number = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), OWNER_ONLY)
    with os.fdopen(number, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _place(waiting: Path, path: Path, *, overwrite: bool) -> None:
    _free(path, overwrite=overwrite)
    with _said_plainly(_("Filen er åben i et andet program, eller den må ikke ændres. Luk den, og prøv igen.")):
        os.replace(waiting, path)  # noqa: PTH105 - the call that replaces whole


@contextlib.contextmanager
def _said_plainly(not_allowed: str) -> Iterator[None]:
    """Turn what the system says into a sentence; the system's own words hold the path."""
    try:
        yield
    except OSError as fault:
        raise Refused(_sentence(fault, not_allowed)) from None


def _sentence(fault: OSError, not_allowed: str) -> str:
    if fault.errno in FULL:
        return _("Der er ikke plads på disken. Der ligger intet af filen.")
    if isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        return not_allowed
    return _("Filen kunne ikke skrives. Der ligger intet af den.")
