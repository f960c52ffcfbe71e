"""The papers that were made of a case: where they went, and when they are to be destroyed. Source: domain.md 5.3, 5.4.

What a paper says is no matter here: it is known by its name, by whom it is for and by the print of its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.papers import PaperMade
from samordner_tui.archive.register_names import PAPERS
from samordner_tui.archive.still_out import still_out
from samordner_tui.casework.change import add, change_fields
from samordner_tui.casework.fields import Value
from samordner_tui.language import _
from samordner_tui.method.terms import PaperFormat, SendChannel
from samordner_tui.refusals import Refused

ABOUT: Final = "paper:"
"""What the name of a paper in the register begins with."""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was made.

    Attributes:
        about: the paper and whom it is for, as `about_of` gives it.
        text_print: of its text; another one later says that its facts have changed since.
    """

    id: str
    about: str
    language: str
    format: PaperFormat
    text_print: str
    made_at: datetime
    handed_to: str
    channel: SendChannel | None
    handed_on: date | None
    destroy_by: date | None
    destroyed_on: date | None


@dataclass(frozen=True, slots=True)
class Making:
    """A paper that is being made, as it is entered in the register."""

    about: str
    recipient_id: str
    language: str
    format: PaperFormat
    text_print: str


@dataclass(frozen=True, slots=True)
class HandedOn:
    """How papers went: to whom, by which way, on which day, and when they are to be destroyed at the latest."""

    to: str
    channel: SendChannel | None
    day: date
    destroy_by: date | None = None


def about_of(kind: str, recipient_id: str = "") -> str:
    """`paper:name_cards`, `paper:invitation_plain/<id of a row>`."""
    return f"{ABOUT}{kind}/{recipient_id}" if recipient_id else f"{ABOUT}{kind}"


def told_apart(about: str) -> tuple[str, str]:
    """The kind of paper and whom it is for, of what `about_of` gives; the second is empty for what is made once."""
    kind, _slash, recipient_id = about.removeprefix(ABOUT).partition("/")
    return kind, recipient_id


def papers_made(session: Session, case_id: str, conference_id: str | None = None) -> tuple[Made, ...]:
    """Every paper that was made of the case, or of one conference of it, the newest last."""
    query = select(PaperMade).where(PaperMade.case_id == case_id).order_by(PaperMade.made_at)
    rows = session.scalars(query if conference_id is None else query.where(PaperMade.conference_id == conference_id))
    return tuple(
        Made(
            row.id,
            row.about,
            row.language,
            row.format,
            row.text_print,
            row.made_at,
            row.handed_to or "",
            row.channel,
            row.handed_on,
            row.destroy_by,
            row.destroyed_on,
        )
        for row in rows
    )


def register_papers(
    session: Session,
    case_id: str,
    conference_id: str | None,
    papers: Sequence[Making],
    now: datetime,
    today: date,
    destroy_by: date,
) -> tuple[str, ...]:
    """Enter papers as made, and each kind of file in the register of what has left the archive. Gives their ids."""
    number = _number_of(session, case_id)
    for one in dict.fromkeys(paper.format for paper in papers):
        what = f"{PAPERS}{one}"
        session.add(Export(case_id=case_id, case_number=number, what=what, at=now, destroy_by=destroy_by))
    people = set(session.scalars(select(Person.id).where(Person.case_id == case_id)))
    return tuple(
        add(
            session,
            PaperMade,
            case_id,
            today,
            conference_id=conference_id,
            about=one.about,
            person_id=one.recipient_id if one.recipient_id in people else None,
            language=one.language,
            format=one.format,
            text_print=one.text_print,
            made_at=now,
            destroy_by=destroy_by,
        )
        for one in papers
    )


def _number_of(session: Session, case_id: str) -> str:
    case = session.get(Case, case_id)
    return case.number if case is not None else ""


def note_handed(session: Session, papers: Iterable[str], handed: HandedOn, today: date) -> None:
    """Note where papers went, of all of them the same.

    Raises:
        Refused: the day is still to come, or they would be destroyed before it.
    """
    if handed.day > today:
        raise Refused(_("Den dag er ikke kommet endnu. Skriv den dag, papiret blev givet videre."))
    if handed.destroy_by is not None and handed.destroy_by < handed.day:
        raise Refused(_("Papiret skulle være destrueret, før det blev givet videre. Se på de to datoer igen."))
    values: dict[str, Value] = {
        "handed_to": handed.to or None,
        "channel": handed.channel,
        "handed_on": handed.day,
        "destroy_by": handed.destroy_by,
    }
    for one in papers:
        change_fields(session, PaperMade, one, values, today)


def note_papers_destroyed(session: Session, export: Export, today: date) -> None:
    """The papers of one entry in the register are destroyed: those of its kind that were made at its moment."""
    if export.case_id is None or not export.what.startswith(PAPERS):
        return
    for paper_id in session.scalars(select(PaperMade.id).where(*_of_the_entry(export))).all():
        change_fields(session, PaperMade, paper_id, {"destroyed_on": today}, today)


def note_copies_destroyed(session: Session, papers: Iterable[str], today: date) -> None:
    """Papers are destroyed, by their rows in the register. An entry of which none is left is out no longer."""
    for one in papers:
        change_fields(session, PaperMade, one, {"destroyed_on": today}, today)


def to_be_destroyed_by(session: Session, export: Export) -> date | None:
    """When an entry of the register is to be destroyed at the latest.

    Of papers it is the day that was said of them last, as when they were handed over, the first where they differ: the
    register keeps the day that was said when they were made. Of anything else, and of papers that were deleted with a
    person, it is the register's.
    """
    if export.case_id is None or not export.what.startswith(PAPERS):
        return export.destroy_by
    said = select(func.min(PaperMade.destroy_by)).where(*_of_the_entry(export), PaperMade.destroyed_on.is_(None))
    return session.scalar(said) or export.destroy_by


def overdue_exports(session: Session, case_id: str, today: date) -> int:
    """How many entries of the register should have been destroyed before today, and are not."""
    days = (to_be_destroyed_by(session, one) for one in session.scalars(select(Export).where(still_out(case_id))))
    return sum(day is not None and day < today for day in days)


def _of_the_entry(export: Export) -> tuple[ColumnElement[bool], ...]:
    """The papers of an entry: those of its kind that were made at its moment."""
    return (
        PaperMade.case_id == export.case_id,
        PaperMade.made_at == export.at,
        PaperMade.format == PaperFormat(export.what.removeprefix(PAPERS)),
    )
