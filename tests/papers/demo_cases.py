"""The fictional cases in an archive of their own, and the papers that are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TypeVar

from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.casework.papers import Making
from samordner_tui.casework.views import Context
from samordner_tui.exchange.paper_files import PaperFile
from samordner_tui.method.definition import method
from samordner_tui.method.terms import PaperFormat
from samordner_tui.papers.making import print_of_paper, written
from samordner_tui.papers.room import Room, Standing, context_of, read_room
from tests.conftest import TODAY

ALMA, SIBLINGS, SERIES = "2027-03", "2027-01", "2026-19"
LAST = TODAY + timedelta(days=30)
T = TypeVar("T")


def case_id_of(archive: Archive, number: str) -> str:
    with archive.reading() as session:
        return session.scalars(select(Case.id).where(Case.number == number)).one()


@contextmanager
def papers_of(archive: Archive, number: str, conference_id: str | None = None) -> Iterator[Context]:
    """What the papers of a case are made from, while the archive is read."""
    case_id = case_id_of(archive, number)
    with archive.reading() as session:
        yield context_of(session, case_id, conference_id, method(), TODAY, archive.zone)


def room_of(archive: Archive, number: str) -> Room:
    with papers_of(archive, number) as context:
        return read_room(context)


def paper(room: Room, kind: str, place: int = 0) -> Standing:
    return [one for one in room.papers if one.sheet.kind.id == kind][place]


def file_of(archive: Archive, number: str, kind: str, place: int = 0) -> PaperFile:
    """A paper of a case as a text file."""
    with papers_of(archive, number) as context:
        one = paper(read_room(context), kind, place)
        text = written(context, one.sheet, "da")
        known_by = print_of_paper(context, one.sheet, "da", text)
    making = Making(one.about, one.sheet.to.id, "da", PaperFormat.TEXT, known_by)
    return PaperFile(f"{number}-{kind.replace('_', '-')}.txt", text.encode(), making)


def change(archive: Archive, number: str, what: Callable[[str], T]) -> T:
    """Carry something out for a case by its id."""
    return what(case_id_of(archive, number))
