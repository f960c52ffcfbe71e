"""A file that was just made, shown by the system's own viewer.

Also in a training archive: whoever practises is to see the paper as it will lie on the table, and nobody in it is real.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from samordner_tui.language import _
from samordner_tui.refusals import Refused

OPENERS: Final = {"darwin": "open", "win32": ""}
"""What opens a file, by system; Windows does it itself."""


def show_file(path: Path) -> None:
    """Hand the file to the system, and wait for nothing.

    Raises:
        Refused: it is gone, or there is nothing here that shows it.
    """
    if not path.is_file():
        raise Refused(_("Filen er der ikke længere. Lav den igen."))
    opener = OPENERS.get(sys.platform, "xdg-open")
    try:
        if opener:
            _run(opener, path)
        else:
            start: Callable[[Path], None] = getattr(os, "startfile")  # noqa: B009 - Windows alone has it
            start(path)
    except OSError:
        raise Refused(_nothing_shows(path)) from None


def _run(opener: str, path: Path) -> None:
    program = shutil.which(opener)
    if program is None:
        raise Refused(_nothing_shows(path))
    quiet = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 - the system's own, with one file we made
        [program, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )


def _nothing_shows(path: Path) -> str:
    return _("Computeren har intet program, der kan vise filen her. Den ligger i {file}.").format(file=path)
