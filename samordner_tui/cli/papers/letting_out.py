"""Papers leave the archive, one after the other: what fails is named, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from samordner_tui.casework.exported import PAPERS
from samordner_tui.exchange.register import register_export
from samordner_tui.exchange.whole_file import beside
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive
    from samordner_tui.cli.papers.makers import ToMake


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that lies where it was asked for."""

    paper: str
    number: int
    kind_of_file: str
    file: Path


@dataclass(frozen=True, slots=True)
class NotMade:
    """A paper that was not made, and why.

    Attributes:
        is_fault: whether it was ready, and could not be set or written.
    """

    paper: str
    number: int
    kind_of_file: str
    why: tuple[str, ...]
    is_fault: bool = False


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the files go, and how long they may live."""

    folder: Path
    destroy_by: date
    overwrite: bool


class Departure:
    """The files of a line on their way out. Each kind is entered in the register before the first of it is there."""

    def __init__(self, archive: Archive, number: str, to: Destination) -> None:
        self.archive = archive
        self.number = number
        self.to = to
        self.made: list[Made] = []
        self.not_made: list[NotMade] = []
        self._entered: set[str] = set()

    def let_out(self, kind_of_file: str, papers: Iterable[ToMake]) -> None:
        """Make these papers and write them. What cannot be is noted with its reason."""
        for paper in papers:
            if paper.why_not:
                self.not_made.append(NotMade(paper.paper, paper.number, kind_of_file, paper.why_not))
                continue
            try:
                self.made.append(self._written(kind_of_file, paper))
            except Refused as refusal:
                self.not_made.append(NotMade(paper.paper, paper.number, kind_of_file, (str(refusal),), is_fault=True))

    def _written(self, kind_of_file: str, paper: ToMake) -> Made:
        path = self.to.folder / paper.name
        with beside(path, paper.content(), overwrite=self.to.overwrite) as place:
            if kind_of_file not in self._entered:
                register_export(self.archive, self.number, self.to.destroy_by, [f"{PAPERS}{kind_of_file}"])
                self._entered.add(kind_of_file)
            place()
        return Made(paper.paper, paper.number, kind_of_file, path)
