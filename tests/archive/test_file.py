"""An archive is made, written, closed and opened again."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from samordner_tui.archive.file import Archive
from samordner_tui.archive.opening import DATABASE, UNFINISHED
from samordner_tui.archive.records.keeping import Change, CurrentStep, JournalStep
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.refusals import AlreadyThere, ArchiveClosed, NoArchive, OnlyForReading, WeakPassphrase
from samordner_tui.archive.schema import PLAIN_HEADER
from tests.archive.conftest import ALIAS, GRANDMOTHER, NUMBER, PASSPHRASE, name_of, note_family, rename


def test_what_was_written_is_there_when_the_archive_is_opened_again(archive: Archive, folder: Path) -> None:
    """Rows, drafts and settings come back, by passphrase."""
    family = note_family(archive)
    archive.save_draft("people", family.child, "age", family.case, "elleve")
    archive.set_setting("theme", "klit")
    archive.close()
    with Archive.open(folder, PASSPHRASE) as again:
        assert name_of(again, family.grandmother) == GRANDMOTHER
        assert again.drafts(family.case) == {("people", family.child, "age"): "elleve"}
        assert again.setting("theme") == "klit"


def test_the_recovery_code_opens_the_archive_however_it_is_typed(folder: Path) -> None:
    """Small letters, spaces, and O and I for 0 and 1."""
    archive, code = Archive.create(folder, PASSPHRASE)
    archive.close()
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "i")
    Archive.open(folder, typed).close()


def test_a_passphrase_is_the_same_however_its_letters_are_put_together(folder: Path) -> None:
    """An å typed as one character or as a and a ring."""
    archive, _code = Archive.create(folder, "åen løber gennem engen")
    archive.close()
    Archive.open(folder, "a\u030aen løber gennem engen").close()


def test_no_byte_of_the_folder_holds_what_was_written(archive: Archive, folder: Path, now: datetime) -> None:
    """Neither the database, nor its log, its index, the key file or the copies."""
    from samordner_tui.archive.backup import back_up

    note_family(archive)
    back_up(archive, now)
    rename_marks = [GRANDMOTHER, ALIAS, NUMBER, "farmor", "Kagehuset", "CREATE TABLE", PASSPHRASE]
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        content = path.read_bytes()
        assert PLAIN_HEADER not in content
        for mark in rename_marks:
            assert mark.encode() not in content, path.name


def test_a_training_archive_needs_no_secret(training: Archive, folder: Path) -> None:
    """It is plain, and says so."""
    family = note_family(training)
    training.close()
    assert (folder / DATABASE).read_bytes().startswith(PLAIN_HEADER)
    with Archive.open(folder, None) as again:
        assert again.training
        assert name_of(again, family.grandmother) == GRANDMOTHER


def test_a_block_that_raises_changes_nothing(training: Archive) -> None:
    """All of a step is kept, or none of it."""
    family = note_family(training)

    def fails_midway() -> None:
        with training.writing("Navn", family.case) as session:
            session.get_one(Person, family.grandmother).name = "En anden"
            session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        fails_midway()
    assert name_of(training, family.grandmother) == GRANDMOTHER
    with training.reading() as session:
        assert session.scalars(select(CurrentStep)).all() == []


def test_a_change_outside_a_step_is_refused_by_the_database(training: Archive) -> None:
    """Nothing of a case can change without standing in the journal."""
    family = note_family(training)
    with training.keeping() as session:
        session.get_one(Person, family.grandmother).name = "En anden"
        with pytest.raises(IntegrityError):
            session.flush()
        session.rollback()
    assert name_of(training, family.grandmother) == GRANDMOTHER


def test_a_change_that_changes_nothing_leaves_no_trace(training: Archive) -> None:
    """The journal grows with changes alone."""
    family = note_family(training)
    with training.reading() as session:
        before = len(session.scalars(select(Change.id)).all()), len(session.scalars(select(JournalStep.id)).all())
    rename(training, family, GRANDMOTHER)
    with training.writing("Navn", family.case) as session:
        session.connection().exec_driver_sql("UPDATE people SET name = name")
    with training.reading() as session:
        after = len(session.scalars(select(Change.id)).all()), len(session.scalars(select(JournalStep.id)).all())
    assert after == before


def test_what_is_submitted_is_written_in_order_and_before_the_archive_closes(training: Archive, folder: Path) -> None:
    """The writer carries out everything, and nobody can cancel it."""
    family = note_family(training)
    futures = [
        training.writer.submit(_renaming(training, family.case, family.grandmother, count)) for count in range(20)
    ]
    assert not any(future.cancel() for future in futures)
    training.close()
    assert [future.result() for future in futures] == list(range(20))
    with Archive.open(folder, None) as again:
        assert name_of(again, family.grandmother) == "Navn 19"


def _renaming(archive: Archive, case_id: str, person_id: str, count: int) -> Callable[[], int]:
    def carry_out() -> int:
        with archive.writing("Navn", case_id) as session:
            session.get_one(Person, person_id).name = f"Navn {count}"
        return count

    return carry_out


def test_a_closed_archive_gives_nothing_away(archive: Archive) -> None:
    """The key is forgotten, and new connections are refused."""
    note_family(archive)
    archive.close()
    with pytest.raises(ArchiveClosed), archive.reading() as session:
        session.scalars(select(Person)).all()
    with pytest.raises(ArchiveClosed):
        archive.writer.submit(int)


def test_a_new_archive_is_not_made_over_another(archive: Archive, folder: Path) -> None:
    """What lies there stays."""
    note_family(archive)
    archive.close()
    with pytest.raises(AlreadyThere):
        Archive.create(folder, PASSPHRASE)
    with pytest.raises(AlreadyThere):
        Archive.create_training(folder)
    Archive.open(folder, PASSPHRASE).close()


def test_a_weak_passphrase_makes_no_archive(folder: Path) -> None:
    """Nothing is left behind."""
    with pytest.raises(WeakPassphrase):
        Archive.create(folder, "kort")
    assert not folder.exists()


def test_an_archive_opened_for_reading_cannot_be_changed(training: Archive, folder: Path) -> None:
    """It reads beside the one who writes."""
    family = note_family(training)
    with Archive.open(folder, None, read_only=True) as reader:
        assert name_of(reader, family.grandmother) == GRANDMOTHER
        rename(training, family, "Gunhild")
        assert name_of(reader, family.grandmother) == "Gunhild"
        with pytest.raises(OnlyForReading), reader.writing("Navn"):
            pass


def test_a_summary_is_stale_after_a_change_and_only_then(training: Archive) -> None:
    """A change of a row, of the case, or of a venue the case uses."""
    family = note_family(training)
    assert _stale(training) == [(NUMBER, True)]
    with training.keeping() as session:
        session.connection().exec_driver_sql("UPDATE case_summaries SET stale = 0")
    rename(training, family, GRANDMOTHER)
    assert _stale(training) == [(NUMBER, False)]
    rename(training, family, "Gunhild")
    assert _stale(training) == [(NUMBER, True)]
    with training.writing("Nummer", family.case) as session:
        session.connection().exec_driver_sql("UPDATE cases SET number = 'Sag-2'")
    assert _stale(training) == [("Sag-2", True)]


def _stale(archive: Archive) -> list[tuple[str, bool]]:
    with archive.reading() as session:
        found = session.connection().exec_driver_sql("SELECT number, stale FROM case_summaries").all()
        return [(number, bool(stale)) for number, stale in found]


def test_a_new_archive_that_a_crash_cut_short_is_made_again(folder: Path) -> None:
    """The key was written, and the database had not got its name."""
    Archive.create(folder, PASSPHRASE)[0].close()
    (folder / DATABASE).rename(folder / UNFINISHED)
    with pytest.raises(NoArchive):
        Archive.open(folder, PASSPHRASE)
    archive, _code = Archive.create(folder, PASSPHRASE)
    archive.close()
    assert not (folder / UNFINISHED).exists()


def test_a_key_without_its_database_is_never_written_over(archive: Archive, folder: Path) -> None:
    """It may be the only key of the copies."""
    archive.close()
    (folder / DATABASE).unlink()
    with pytest.raises(AlreadyThere):
        Archive.create(folder, PASSPHRASE)


def test_what_the_first_screen_asks_of_the_archive_imports_nothing_heavy() -> None:
    """How strong a passphrase is, and what a refusal says."""
    script = """
import sys
import samordner_tui.archive.passphrase, samordner_tui.archive.refusals, samordner_tui.archive.recovery_code
assert not {"sqlalchemy", "sqlcipher3", "cryptography", "pydantic", "alembic"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parent.parent.parent)
