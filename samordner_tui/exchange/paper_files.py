"""Papers leave the archive: all of them or none, each its owner's alone, entered in the register with the same step."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from samordner_tui.casework.papers import Making, register_papers
from samordner_tui.exchange.whole_file import beside
from samordner_tui.language import _
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A paper as it is written: what the file is called, what is in it, and what the register is told."""

    name: str
    content: bytes
    making: Making


@dataclass(frozen=True, slots=True)
class LetOut:
    """A paper that lies in a folder now, and its row in the register."""

    path: Path
    paper_id: str


def let_papers_out(
    archive: Archive,
    case_id: str,
    conference_id: str | None,
    folder: Path,
    files: Sequence[PaperFile],
    destroy_by: date,
) -> tuple[LetOut, ...]:
    """Write papers into a folder, and give where they lie. None is written over: it gets a number.

    Args:
        archive: The open archive.
        case_id: Whose papers they are.
        conference_id: Of which conference.
        folder: It must be there.
        files: The papers.
        destroy_by: When they are to be destroyed at the latest.

    Raises:
        Refused: they cannot be written there; then none is, and none is registered.
    """
    if not folder.is_dir():
        raise Refused(_("Mappen findes ikke. Lav den først, eller vælg en anden."))
    now = archive.clock()
    today = now.astimezone(archive.zone).date()
    makings = [one.making for one in files]
    with contextlib.ExitStack() as waiting, contextlib.ExitStack() as undo:
        paths = [free_place(folder, one.name) for one in files]
        placing = [waiting.enter_context(beside(path, one.content)) for path, one in zip(paths, files, strict=True)]
        with archive.writing(_("Papirer lavet"), case_id, kind="fixed") as session:
            ids = register_papers(session, case_id, conference_id, makings, now, today, destroy_by)
            for path, place in zip(paths, placing, strict=True):
                place()
                undo.callback(path.unlink, missing_ok=True)
        undo.pop_all()
    return tuple(LetOut(path, paper_id) for path, paper_id in zip(paths, ids, strict=True))


def free_place(folder: Path, name: str) -> Path:
    """The first name that no file has: `2027-03-plan.pdf`, `2027-03-plan_2.pdf`."""
    wanted = Path(name)
    tried = (folder / (name if again == 1 else f"{wanted.stem}_{again}{wanted.suffix}") for again in count(1))
    return next(path for path in tried if not path.exists())
