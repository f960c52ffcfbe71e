"""A map leaves the archive: all of its files or none, each its owner's alone, entered in the register first."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samordner_tui.casework.exported import NETWORK_MAP
from samordner_tui.exchange.own_file import new_own_file
from samordner_tui.exchange.register import register_export
from samordner_tui.language import _
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

ENDINGS: Final = {"csv": "csv.zip"}
"""What a file ends with where that is not the name of its kind."""


def called(number: str, day: date, *, is_for_meeting: bool) -> str:
    """What the files are called, without their endings: the case number and a day, and no name of anybody."""
    what = _("netvaerkskort-moede") if is_for_meeting else _("netvaerkskort")
    return f"{number}_{day.isoformat()}_{what}"


def let_out(
    archive: Archive, number: str, place: Path, contents: Mapping[str, bytes], destroy_by: date
) -> tuple[Path, ...]:
    """Write the files of a map into a folder, and give where they lie. None is written over: it gets a number.

    Args:
        archive: The open archive.
        number: Of the case.
        place: A folder that is there, and what the files are called in it, without their endings.
        contents: Each file by its kind.
        destroy_by: When they are to be destroyed at the latest.

    Raises:
        Refused: they cannot be written there; then none is.
    """
    if not place.parent.is_dir():
        raise Refused(_("Mappen findes ikke. Lav den først, eller vælg en anden."))
    paths = tuple(_free(place, ENDINGS.get(kind, kind)) for kind in contents)
    try:
        with contextlib.ExitStack() as opened:
            made = [opened.enter_context(new_own_file(path)) for path in paths]
            register_export(archive, number, destroy_by, [f"{NETWORK_MAP}{kind}" for kind in contents])
            for file, content in zip(made, contents.values(), strict=True):
                file.write(content)
                file.flush()
    except OSError:
        raise Refused(_("Filerne kunne ikke skrives. Er der plads i mappen? Der ligger intet af dem.")) from None
    return paths


def _free(place: Path, ending: str) -> Path:
    """The first name that no file has: `…kort.pdf`, `…kort_2.pdf`."""
    names = (f"{place.name}.{ending}" if again == 1 else f"{place.name}_{again}.{ending}" for again in count(1))
    return next(path for name in names if not (path := place.parent / name).exists())
