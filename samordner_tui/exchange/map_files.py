"""A map leaves the archive: all of its files or none, each its owner's alone, entered in the register first."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from samordner_tui.casework.exported import NETWORK_MAP
from samordner_tui.exchange.own_file import new_own_file
from samordner_tui.exchange.register import register_export
from samordner_tui.language import _
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

Files = Mapping[str, bytes]
"""The files of one kind, by what their names end with: `.pdf`, or the three tables."""


def called(number: str, day: date, *, is_for_meeting: bool) -> str:
    """What the files are called, without their endings: the case number and a day, and no name of anybody."""
    what = _("netvaerkskort-moede") if is_for_meeting else _("netvaerkskort")
    return f"{number}_{day.isoformat()}_{what}"


def let_out(
    archive: Archive, number: str, place: Path, contents: Mapping[str, Files], destroy_by: date
) -> tuple[Path, ...]:
    """Write the files of a map into a folder, and give where they lie. None is written over: it gets a number.

    Args:
        archive: The open archive.
        number: Of the case.
        place: A folder that is there, and what the files are called in it, without their endings.
        contents: The files of each kind.
        destroy_by: When they are to be destroyed at the latest.

    Raises:
        Refused: they cannot be written there; then none is.
    """
    if not place.parent.is_dir():
        raise Refused(_("Mappen findes ikke. Lav den først, eller vælg en anden."))
    paths = tuple(path for files in contents.values() for path in _free(place, list(files)))
    written = [content for files in contents.values() for content in files.values()]
    try:
        with contextlib.ExitStack() as opened:
            made = [opened.enter_context(new_own_file(path)) for path in paths]
            register_export(archive, number, destroy_by, [f"{NETWORK_MAP}{kind}" for kind in contents])
            for file, content in zip(made, written, strict=True):
                file.write(content)
                file.flush()
    except OSError:
        raise Refused(_("Filerne kunne ikke skrives. Er der plads i mappen? Der ligger intet af dem.")) from None
    return paths


def _free(place: Path, endings: Sequence[str]) -> tuple[Path, ...]:
    """The first names that no file has: `…kort.pdf`, `…kort_2.pdf`. Files that belong together get the same number."""
    begins = (place.name if again == 1 else f"{place.name}_{again}" for again in count(1))
    tried = (tuple(place.parent / f"{begin}{ending}" for ending in endings) for begin in begins)
    return next(paths for paths in tried if not any(path.exists() for path in paths))
