"""A deleted case or person is gone: from the rows, the journal, the drafts, the log and every copy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive import refusals
from samordner_tui.archive.backup import back_up, copies
from samordner_tui.archive.case_tree import CASES, case_tables, rows_going_with
from samordner_tui.archive.engine import connect
from samordner_tui.archive.erasure import traces
from samordner_tui.archive.file import Archive
from samordner_tui.archive.receipt import Receipt
from samordner_tui.archive.records import CASE_RECORDS
from samordner_tui.archive.records.after import TimeEntry
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.day import Conference, Decision, Presence, Step
from samordner_tui.archive.records.keeping import Export, ResultLine, Tombstone
from samordner_tui.archive.records.network import Child, Contact, Person, View
from samordner_tui.archive.records.practical import Booking, Supplier, Venue
from samordner_tui.archive.retention import delete_case, delete_person
from samordner_tui.archive.settings import DELETION_UNPROVED
from samordner_tui.method.terms import (
    Activity,
    BookingKind,
    ConferenceState,
    ContactKind,
    ContactView,
    Outcome,
    VenueKind,
)
from tests.archive.conftest import ALIAS, GRANDMOTHER, NUMBER, PASSPHRASE, Family, name_of, note_family, rename

MARKS = (GRANDMOTHER, ALIAS, NUMBER, "Solvej", "Jeg vil gerne have farmor med.", "Gunhild Tj", "en kladde om farmor")


def _hold_conference(archive: Archive, family: Family, day: datetime) -> None:
    """A conference that was held, with two people in the room and an approved plan."""
    with archive.writing("Rådslagning", family.case) as session:
        conference = Conference(case_id=family.case, number=1, state=ConferenceState.HELD, starts_at=day)
        venue = Venue(name="Medborgerhuset")
        session.add_all([conference, venue])
        session.flush()
        for person in (family.grandmother, family.child):
            session.add(Presence(case_id=family.case, conference_id=conference.id, step=1, person_id=person))
        session.add(Step(case_id=family.case, conference_id=conference.id, number=2))
        session.add(
            Decision(case_id=family.case, conference_id=conference.id, outcome=Outcome.APPROVED, decided_at=day)
        )
        session.add(
            Booking(case_id=family.case, conference_id=conference.id, venue_id=venue.id, kind=BookingKind.VENUE)
        )
        session.add(TimeEntry(case_id=family.case, spent_on=day.date(), activity=next(iter(Activity)), minutes=50))
        session.add(Contact(case_id=family.case, kind=ContactKind.AFTER_TALK, minutes=45))


def _bytes_of(folder: Path) -> Iterator[tuple[Path, bytes]]:
    return ((path, path.read_bytes()) for path in folder.rglob("*") if path.is_file())


def _marks_left(folder: Path) -> list[tuple[str, str]]:
    return [(path.name, mark) for path, content in _bytes_of(folder) for mark in MARKS if mark.encode() in content]


@pytest.mark.parametrize("kind", ["encrypted", "training"])
def test_a_deleted_case_is_nowhere_in_the_folder(folder: Path, now: datetime, kind: str) -> None:
    """Every row of every table, the journal, the drafts, and every byte of a plain archive and of its copies."""
    archive = Archive.create(folder, PASSPHRASE)[0] if kind == "encrypted" else Archive.create_training(folder)
    deleted, other = note_family(archive), note_family(archive, "Sag-2")
    with archive.writing("Andre navne", other.case) as session:
        for person in session.scalars(select(Person).where(Person.case_id == other.case)):
            person.name = "Bent Vig"
        session.scalars(select(Child).where(Child.case_id == other.case)).one().statement = None
        session.connection().exec_driver_sql("UPDATE cases SET alias = 'Lærken' WHERE number = 'Sag-2'")
    archive.save_draft("people", deleted.child, "age", deleted.case, "en kladde om farmor")
    back_up(archive, now)
    rename(archive, deleted, "Gunhild Tj")
    archive.undo(deleted.case)
    _hold_conference(archive, deleted, now)
    back_up(archive, now + timedelta(hours=1))
    with archive.reading() as session:
        places = rows_going_with(session, (CASES, deleted.case))
        own = [select(table.c.id).where(table.c.case_id == deleted.case) for table in case_tables()]
        rows = sum(len(session.execute(query).all()) for query in own)
    assert rows + 1 == len(places)

    receipt = delete_case(archive, deleted.case, now)

    assert receipt == Receipt(
        deleted_on=date(2027, 1, 10),
        rows=len(places),
        changes=receipt.changes,
        copies_rewritten=2,
        copies_destroyed=0,
        databases_searched=3,
        exports_outside=0,
        second_place_missing=False,
        copies_elsewhere=False,
        kinds=receipt.kinds,
    )
    assert sum(receipt.kinds.values()) == len(places)
    assert "1 rådslagning" in receipt.lines()[1]
    assert receipt.changes > 10
    assert archive.history(deleted.case) == ()
    assert archive.drafts(deleted.case) == {}
    assert name_of(archive, other.grandmother) == "Bent Vig"
    assert len(archive.history(other.case)) == 2
    for copy in copies(archive):
        with closing(connect(copy.database, archive.connections.key(), journal="DELETE")) as raw:
            assert traces(raw, places, [deleted.case]) == 0
            assert raw.execute("SELECT count(*) FROM cases").fetchone() == (1,)
    archive.close(copy=False)
    if kind == "training":
        # The other case was first noted with the same names, and its journal remembers that.
        with Archive.open(folder, None) as again:
            delete_case(again, other.case, now)
    assert _marks_left(folder) == []


def test_the_anonymous_line_and_what_cases_share_stay(training: Archive, now: datetime) -> None:
    """A year and counts; the venue and the supplier; and a tombstone that names nobody."""
    family = note_family(training)
    _hold_conference(training, family, now)
    delete_case(training, family.case, now)
    with training.reading() as session:
        line = session.scalars(select(ResultLine)).one()
        assert (line.year, line.conferences, line.participants, line.rounds) == (2027, 1, 2, 1)
        assert (line.minutes, line.approved) == (95, True)
        assert len(session.scalars(select(Venue)).all()) == len(session.scalars(select(Supplier)).all()) == 1
        tombstone = session.scalars(select(Tombstone)).one()
        assert (tombstone.record, tombstone.row_id) == ("cases", family.case)


def test_a_home_goes_with_the_only_case_that_met_there(training: Archive, folder: Path, now: datetime) -> None:
    """The address of a private person is no shared venue: it is gone here, from the journal and from the copies."""
    first, second = note_family(training), note_family(training, "Sag-2")
    with training.writing("Lokale", first.case) as session:
        home = Venue(name="Hjemme hos farmor", address="Klitvejen 4711", kind=VenueKind.NETWORK_HOME)
        session.add(home)
        session.flush()
        for family in (first, second):
            conference = Conference(case_id=family.case, number=1)
            session.add(conference)
            session.flush()
            session.add(
                Booking(case_id=family.case, conference_id=conference.id, venue_id=home.id, kind=BookingKind.VENUE)
            )
    back_up(training, now)
    delete_case(training, first.case, now)
    with training.reading() as session:
        assert "Klitvejen 4711" in session.scalars(select(Venue.address)).all()
    delete_case(training, second.case, now)
    training.close()
    assert [path for path, content in _bytes_of(folder) if b"Klitvejen" in content] == []


def test_the_receipt_names_nobody(training: Archive, now: datetime) -> None:
    """Neither case, number nor person; the exports that are still outside are counted and lose their case."""
    family = note_family(training)
    with training.keeping() as session:
        session.add(Export(case_id=family.case, case_number=NUMBER, what="case_file", at=now))
        session.add(Export(case_id=family.case, case_number=NUMBER, what="case_file", at=now, destroyed_on=now.date()))
    receipt = delete_case(training, family.case, now)
    assert receipt.exports_outside == 1
    text = "\n".join(receipt.lines())
    assert not any(mark in text for mark in (*MARKS, family.case))
    with training.reading() as session:
        (export,) = session.scalars(select(Export)).all()
        assert (export.case_id, export.case_number) == (None, "")


def test_a_deleted_person_is_gone_with_all_that_was_about_them_and_the_case_stays(
    archive: Archive, now: datetime
) -> None:
    """The journal of the case ends, because an old image may name anybody; the summary is made anew."""
    family = note_family(archive)
    with archive.writing("Holdning", family.case) as session:
        session.add(
            View(
                case_id=family.case,
                person_id=family.grandmother,
                said_by_id=family.child,
                view=next(iter(ContactView)),
            )
        )
    with archive.keeping() as session:
        session.connection().exec_driver_sql("UPDATE case_summaries SET stale = 0, search_text = 'gunhild'")
    archive.save_draft("people", family.grandmother, "age", family.case, "73")
    with archive.keeping() as session:
        session.add(Export(case_id=family.case, case_number=NUMBER, what="case_file", at=now))
    back_up(archive, now)
    receipt = delete_person(archive, family.grandmother, now)
    assert (receipt.rows, receipt.databases_searched) == (2, 2)
    assert receipt.exports_outside == 1, "what was exported of the case still names the person"
    assert name_of(archive, family.grandmother) is None
    assert name_of(archive, family.child) == "Solvej"
    assert [line.label for line in archive.history(family.case)] == ["En person er slettet for altid"]
    assert archive.undo(family.case) is None
    assert archive.drafts(family.case) == {}
    with archive.reading() as session:
        summary = session.connection().exec_driver_sql("SELECT stale, search_text FROM case_summaries").one()
        assert tuple(summary) == (1, "")


def test_what_is_typed_in_another_case_and_belongs_to_no_row_yet_outlives_a_deletion(
    archive: Archive, now: datetime
) -> None:
    """In the archive. In a copy it cannot be seen what a draft became, so there every loose one goes."""
    family = note_family(archive)
    with archive.writing("En anden sag") as session:
        other = Case(number="2027-09", alias="Birk")
        session.add(other)
        session.flush()
        other_id = other.id
    for case_id in (family.case, other_id, None):
        archive.save_draft("people", f"new-{case_id}", "name", case_id, "Gun")
        archive.save_draft("boxes", f"why-{case_id}", "line", case_id, "hun rejser")
    back_up(archive, now)
    delete_person(archive, family.grandmother, now)
    assert archive.drafts(family.case) == {}
    assert len(archive.drafts(other_id)) == len(archive.drafts(None)) == 2
    copy = copies(archive)[0]
    with closing(connect(copy.database, archive.connections.key(), read_only=True)) as raw:
        assert raw.execute("SELECT count(*) FROM drafts").fetchone() == (0,)


def test_what_is_not_there_cannot_be_deleted(training: Archive, now: datetime) -> None:
    """Nor can it be deleted twice."""
    family = note_family(training)
    delete_case(training, family.case, now)
    with pytest.raises(refusals.NothingThere):
        delete_case(training, family.case, now)
    with pytest.raises(refusals.NothingThere):
        delete_person(training, family.child, now)


def test_a_copy_is_not_destroyed_because_the_disk_is_full(
    training: Archive, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The deletion is finished when there is room again."""
    family = note_family(training)
    copy = back_up(training, now)

    def no_room(_raw: object, _graves: object) -> None:
        raise refusals.DiskFull

    with monkeypatch.context() as full:
        full.setattr("samordner_tui.archive.copy_erasure.erase_in_copy", no_room)
        with pytest.raises(refusals.DeletionUnproved):
            delete_case(training, family.case, now)
    assert copy.database.exists()
    training.finish_deletions()
    assert training.setting(DELETION_UNPROVED) == ""
    assert _marks_left(copy.folder) == []


def test_a_deletion_that_somebody_reads_through_is_finished_when_the_archive_opens_again(
    training: Archive, folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows are gone at once; the log and the copies follow, and the proof."""
    monkeypatch.setattr("samordner_tui.archive.engine.WAIT_SECONDS", 0.1)
    family = note_family(training)
    copy = back_up(training, now)
    with Archive.open(folder, None, read_only=True) as reader, reader.reading() as session:
        session.scalars(select(Person.id)).all()
        with pytest.raises(refusals.DeletionUnproved):
            delete_case(training, family.case, now)
    assert name_of(training, family.grandmother) is None
    assert training.setting(DELETION_UNPROVED)
    training.close()
    assert _marks_left(copy.folder) != []
    with Archive.open(folder, None) as again:
        assert again.setting(DELETION_UNPROVED) == ""
    assert _marks_left(folder) == []


def test_every_table_of_a_case_goes_with_it() -> None:
    """Each points at the case, and goes when it goes; no table can be forgotten."""
    for record in CASE_RECORDS:
        (key,) = record.__table__.c.case_id.foreign_keys  # type: ignore[attr-defined]
        assert (key.column.table.name, key.ondelete) == ("cases", "CASCADE")
