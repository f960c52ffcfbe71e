"""Real deletion: a case or a person is gone from the archive, its journal and every copy, and that is proved.

The rows go first, in one transaction with a tombstone that a restore applies again. Then the log is emptied, the file
is packed, and every copy is rewritten, or destroyed where it cannot be read. Last, each database in the folder is
opened and searched. What is not proved when the program stops is finished the next time the archive is opened.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samordner_tui.archive.backup import gone_elsewhere_on, lie_elsewhere
from samordner_tui.archive.case_tree import CASES, PEOPLE, rows_going_with
from samordner_tui.archive.copy_erasure import rewrite_copies, traces_in_copies
from samordner_tui.archive.engine import raw_of, said_plainly
from samordner_tui.archive.erasure import Grave, erase, graves_in, traces
from samordner_tui.archive.journal_erasure import changes_going, words_of
from samordner_tui.archive.receipt import Receipt
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.keeping import Change, Export
from samordner_tui.archive.records.network import ContactPerson, Person
from samordner_tui.archive.records.papers import PaperTranslation
from samordner_tui.archive.records.practical import Booking, Venue
from samordner_tui.archive.refusals import ArchiveBusy, DeletionUnproved, DiskFailed, DiskFull, NothingThere
from samordner_tui.archive.result_line import result_line
from samordner_tui.archive.row_images import Place
from samordner_tui.archive.settings import DELETION_UNPROVED, put_setting
from samordner_tui.archive.still_out import still_out
from samordner_tui.method.terms import VenueKind

if TYPE_CHECKING:
    from sqlite3 import Connection as Raw

    from samordner_tui.archive.file import Archive

VENUES = "venues"
CONTACTS = "contacts"
HOMES = (VenueKind.FAMILY_HOME, VenueKind.NETWORK_HOME)
"""Places whose address is a private person's, who belongs to one case."""


def delete_case(archive: Archive, case_id: str, now: datetime) -> Receipt:
    """Delete a case for good, here and in every copy. Its anonymous line and shared venues and suppliers stay.

    The home of somebody in the case is no shared venue: it goes along, unless another case meets there too.

    Raises:
        NothingThere: there is no such case.
        DeletionUnproved: it is gone from the archive, and not proved for every copy yet.
    """
    with archive.reading() as session:
        if session.get(Case, case_id) is None:
            raise NothingThere
        places = rows_going_with(session, (CASES, case_id))
        homes = _homes_of(session, case_id)
    return _delete(archive, (CASES, case_id), places | homes, now, homes)


def _homes_of(session: Session, case_id: str) -> frozenset[Place]:
    """The homes that are booked for a case, and for no other."""
    others = select(Booking.venue_id).where(Booking.case_id != case_id, Booking.venue_id.is_not(None))
    booked = select(Booking.venue_id).where(Booking.case_id == case_id, Booking.venue_id.is_not(None))
    homes = select(Venue.id).where(Venue.kind.in_(HOMES), Venue.id.in_(booked), Venue.id.not_in(others))
    return frozenset((VENUES, venue_id) for venue_id in session.scalars(homes))


def delete_person(archive: Archive, person_id: str, now: datetime) -> Receipt:
    """Delete a person of a case for good, with every row that is about them alone. The case's journal ends here.

    A visit that was with nobody else goes along, with its note.

    Raises:
        NothingThere: there is no such person.
        DeletionUnproved: it is gone from the archive, and not proved for every copy yet.
    """
    with archive.reading() as session:
        if session.get(Person, person_id) is None:
            raise NothingThere
        visits, places = rows_of_person(session, person_id)
    return _delete(archive, (PEOPLE, person_id), places, now, visits)


def rows_of_person(session: Session, person_id: str) -> tuple[frozenset[Place], frozenset[Place]]:
    """The visits and talks that were with a person alone, and every row that goes, these among them."""
    others = select(ContactPerson.contact_id).where(ContactPerson.person_id != person_id)
    own = select(ContactPerson.contact_id).where(
        ContactPerson.person_id == person_id, ContactPerson.contact_id.not_in(others)
    )
    visits = frozenset((CONTACTS, contact_id) for contact_id in session.scalars(own))
    going = (rows_going_with(session, place) for place in ((PEOPLE, person_id), *visits))
    return visits, frozenset[Place]().union(*going)


def delete_row(archive: Archive, place: Place, now: datetime) -> Receipt:
    """Delete one row of a case for good, with every row that hangs on it and every translation of it.

    Of the case's journal goes what can hold its words; see `journal_erasure`.

    Raises:
        DeletionUnproved: it is gone from the archive, and not proved for every copy yet.
    """
    with archive.reading() as session:
        places = rows_going_with(session, place)
        translated = select(PaperTranslation.id).where(PaperTranslation.about.endswith(f"/{place[1]}"))
        places |= {(PaperTranslation.__tablename__, one) for one in session.scalars(translated)}
    return _delete(archive, place, places, now)


def changes_going_with(session: Session, place: Place, case_id: str) -> int:
    """How many changes of the journal deleting the row at `place` would take along."""
    raw = raw_of(session.connection())
    return len(changes_going(raw, place, case_id, words_of(raw, place)))


def finish_deletions(archive: Archive) -> None:
    """Finish what was not proved when the program stopped. Nothing, when nothing is left."""
    if not archive.setting(DELETION_UNPROVED):
        return
    with archive.copying:
        with contextlib.closing(archive.connections.raw()) as raw:
            graves = graves_in(raw)
        _empty_log(archive)
        rewrite_copies(archive, graves)
        places = frozenset((grave.record, grave.row_id) for grave in graves)
        _prove(archive, places, frozenset(row_id for _record, row_id in places))


def _delete(
    archive: Archive, place: Place, places: frozenset[Place], now: datetime, along: frozenset[Place] = frozenset()
) -> Receipt:
    archive.writer.drain()
    graves = [Grave(*one, deleted_at=now) for one in (place, *sorted(along))]
    with archive.copying:
        return _delete_and_prove(archive, place, places, graves, now)


def _delete_and_prove(
    archive: Archive, place: Place, places: frozenset[Place], graves: list[Grave], now: datetime
) -> Receipt:
    with archive.keeping() as session:
        before = _journal_lines(session)
        exports = _exports_outside(session, place)
        if place[0] == CASES:
            line = result_line(session, place[1], now, archive.zone)
            session.add_all([line] if line is not None else [])
        put_setting(session, DELETION_UNPROVED, "1")
        session.flush()
        erase(raw_of(session.connection()), graves)
        changes = before - _journal_lines(session)
    archive.remember_setting(DELETION_UNPROVED, "1")
    _empty_log(archive)
    rewritten = rewrite_copies(archive, graves)
    searched = _prove(archive, places, frozenset(grave.row_id for grave in graves))
    return Receipt(
        deleted_on=now.astimezone(archive.zone).date(),
        rows=len(places),
        changes=changes,
        copies_rewritten=rewritten.rewritten,
        copies_destroyed=rewritten.destroyed,
        databases_searched=searched,
        exports_outside=exports,
        second_place_missing=rewritten.second_place_missing,
        copies_elsewhere=lie_elsewhere(archive),
        record=place[0],
        kinds=dict(Counter(record for record, _row_id in places)),
        copies_gone_on=gone_elsewhere_on(archive),
    )


def _empty_log(archive: Archive) -> None:
    """Write the log back into the file, pack it, and leave the log without bytes.

    Raises:
        DeletionUnproved: somebody reads the archive meanwhile, or there is no room to pack it.
    """
    archive.connections.let_go()
    try:
        with said_plainly(), archive.alone(), contextlib.closing(archive.connections.raw()) as raw:
            _checkpoint(raw)
            raw.execute("VACUUM")
            _checkpoint(raw)
    except (ArchiveBusy, DiskFull, DiskFailed) as refusal:
        raise DeletionUnproved from refusal


def _checkpoint(raw: Raw) -> None:
    busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise DeletionUnproved


def _prove(archive: Archive, places: frozenset[Place], roots: frozenset[str]) -> int:
    """Open every database and look. Gives how many were searched.

    Raises:
        DeletionUnproved: a row still stands somewhere.
    """
    with contextlib.closing(archive.connections.raw()) as raw:
        left = traces(raw, places, roots)
    copies = traces_in_copies(archive, places, roots)
    if left or any(copies):
        raise DeletionUnproved
    archive.set_setting(DELETION_UNPROVED, None)
    return 1 + len(copies)


def _journal_lines(session: Session) -> int:
    return session.execute(select(func.count()).select_from(Change)).scalar_one()


def _exports_outside(session: Session, place: Place) -> int:
    """How many exports are not entered as destroyed, of the case at `place` or of the one that holds the row there."""
    table = Record.metadata.tables[place[0]]
    case_id = place[1] if place[0] == CASES else session.scalar(select(table.c.case_id).where(table.c.id == place[1]))
    known = None if case_id is None else str(case_id)
    outside = select(func.count()).select_from(Export).where(still_out(known))
    return session.execute(outside).scalar_one()
