"""Papers leave the archive, one after the other: what fails is named, and the rest goes on."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from samordner_tui.casework.papers import Making, about_of, register_papers
from samordner_tui.exchange.whole_file import beside
from samordner_tui.language import _
from samordner_tui.method.terms import PaperFormat
from samordner_tui.papers.making import print_of, spoken_on
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from samordner_tui.archive.file import Archive
    from samordner_tui.casework.views import Context
    from samordner_tui.cli.papers.makers import ToMake
    from samordner_tui.language import Language
    from samordner_tui.papers.making import Sheet


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that lies where it was asked for."""

    paper: str
    number: int
    kind_of_file: str
    file: Path
    sheet: Sheet | None = None


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
class Written:
    """A paper whose file waits beside its place: what its text is known by, and what puts it there."""

    paper: ToMake
    text_print: str
    place: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the files go, and how long they may live."""

    folder: Path
    destroy_by: date
    overwrite: bool


class Departure:
    """The files of a line on their way out: whole or not at all, and what lies there is in the register."""

    def __init__(self, archive: Archive, context: Context, language: Language, to: Destination) -> None:
        self.archive = archive
        self.context = context
        self.language = language
        self.to = to
        self.now = archive.clock()
        self.made: list[Made] = []
        self.not_made: list[NotMade] = []

    def let_out(self, kind_of_file: str, papers: Iterable[ToMake]) -> None:
        """Make these papers and write them. What cannot be is noted with its reason, and the rest goes on."""
        with contextlib.ExitStack() as waiting:
            written = [one for one in (self._written(kind_of_file, paper, waiting) for paper in papers) if one]
            if written:
                self._placed(kind_of_file, written)

    def _written(self, kind_of_file: str, paper: ToMake, waiting: contextlib.ExitStack) -> Written | None:
        """The paper beside its place; none where it cannot be."""
        if paper.why_not:
            self.not_made.append(NotMade(paper.paper, paper.number, kind_of_file, paper.why_not))
            return None
        try:
            content = paper.content()
            text_print = print_of(content.decode("latin-1")) if paper.known_by is None else paper.known_by()
            file = beside(self.to.folder / paper.name, content, overwrite=self.to.overwrite)
            return Written(paper, text_print, waiting.enter_context(file))
        except Refused as refusal:
            self._failed(kind_of_file, paper, refusal)
            return None

    def _placed(self, kind_of_file: str, written: Iterable[Written]) -> None:
        """Put the files in their places and enter those that lie there, in one step: both hold, or neither does."""
        with contextlib.ExitStack() as undo, contextlib.suppress(_NothingLeaves):
            with self.archive.writing(_("Papirer lavet"), self.context.case_id, kind="fixed") as session:
                placed = [one for one in written if self._lies_there(kind_of_file, one, undo)]
                if not placed:
                    raise _NothingLeaves
                self._enter(session, kind_of_file, placed)
            undo.pop_all()
            self.made += [
                Made(one.paper.paper, one.paper.number, kind_of_file, self.to.folder / one.paper.name, one.paper.sheet)
                for one in placed
            ]

    def _lies_there(self, kind_of_file: str, one: Written, undo: contextlib.ExitStack) -> bool:
        path = self.to.folder / one.paper.name
        is_new = not path.exists()
        try:
            one.place()
        except Refused as refusal:
            self._failed(kind_of_file, one.paper, refusal)
            return False
        if is_new:
            undo.callback(path.unlink, missing_ok=True)
        return True

    def _enter(self, session: Session, kind_of_file: str, placed: Iterable[Written]) -> None:
        conference = self.context.conference
        makings = [
            Making(
                about_of(one.paper.paper, one.paper.recipient_id),
                one.paper.recipient_id,
                self.language if one.paper.sheet is None else spoken_on(one.paper.sheet, self.language),
                PaperFormat(kind_of_file),
                one.text_print,
            )
            for one in placed
        ]
        register_papers(
            session,
            self.context.case_id,
            None if conference is None else conference.id,
            makings,
            self.now,
            self.context.today,
            self.to.destroy_by,
        )

    def _failed(self, kind_of_file: str, paper: ToMake, refusal: Refused) -> None:
        self.not_made.append(NotMade(paper.paper, paper.number, kind_of_file, (str(refusal),), is_fault=True))


class _NothingLeaves(Exception):  # noqa: N818 - nothing is wrong; the step is not kept
    """No file came to its place, so there is nothing to enter."""
