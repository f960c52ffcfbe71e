"""A file that only its owner may read, made new: a recovery code, a readable copy of a case, a map."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from samordner_tui.language import _
from samordner_tui.refusals import Refused

OWNER_ONLY = 0o600


@contextlib.contextmanager
def new_own_file(path: Path, *, overwrite: bool = False) -> Iterator[BinaryIO]:
    """Open a new file for writing, readable by nobody else from its first byte. It goes again when the block fails.

    Raises:
        Refused: it is there already and `overwrite` is not said, or it cannot be written there.
    """
    if overwrite:
        with contextlib.suppress(FileNotFoundError, IsADirectoryError, PermissionError):
            path.unlink()
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), OWNER_ONLY)
    except FileExistsError:
        raise Refused(_("Filen er der allerede, og den er ikke rørt. Vælg et andet navn.")) from None
    except OSError:
        raise Refused(_("Filen kan ikke skrives dér. Vælg et andet sted.")) from None
    with contextlib.ExitStack() as undo:
        undo.callback(path.unlink, missing_ok=True)
        with os.fdopen(number, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        undo.pop_all()
