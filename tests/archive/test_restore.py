"""A copy is brought back: what it replaces is kept, and what is known of the world outside stays known."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive import refusals
from samordner_tui.archive.backup import (
    back_up,
    back_up_elsewhere,
    choose_second_place,
    copies,
)
from samordner_tui.archive.engine import connect
from samordner_tui.archive.file import Archive
from samordner_tui.archive.keys import KEY_FILE
from samordner_tui.archive.opening import DATABASE
from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.restore import restore
from samordner_tui.archive.retention import delete_case
from samordner_tui.archive.settings import COPIES_ELSEWHERE, DELETION_UNPROVED
from samordner_tui.archive.verify import verify
from tests.archive.conftest import GRANDMOTHER, PASSPHRASE, name_of, note_family, rename


def test_a_copy_is_brought_back_and_what_it_replaces_becomes_a_copy(archive: Archive, now: datetime) -> None:
    """So that the restore can be undone by another."""
    family = note_family(archive)
    copy = back_up(archive, now)
    rename(archive, family, "Bedste")
    archive.close(copy=False)
    restored = restore(copy.folder, archive.folder, PASSPHRASE, now + timedelta(hours=1))
    with Archive.open(archive.folder, PASSPHRASE) as again:
        assert name_of(again, family.grandmother) == GRANDMOTHER
        assert verify(again) == ()
    assert restored.kept is not None
    restore(restored.kept, archive.folder, PASSPHRASE, now + timedelta(hours=2))
    with Archive.open(archive.folder, PASSPHRASE) as again:
        assert name_of(again, family.grandmother) == "Bedste"


def test_a_copy_brings_back_an_archive_that_is_damaged_or_gone(archive: Archive, now: datetime, tmp_path: Path) -> None:
    """What is damaged is set aside unharmed; a new folder will do as well."""
    family = note_family(archive)
    copy = back_up(archive, now)
    archive.close(copy=False)
    (archive.folder / DATABASE).write_bytes(b"beskadiget" * 500)
    (archive.folder / KEY_FILE).write_bytes(b"{")
    restored = restore(copy.folder, archive.folder, PASSPHRASE, now)
    assert restored.kept is not None
    assert (restored.kept / DATABASE).read_bytes() == b"beskadiget" * 500
    restore(copy.folder, tmp_path / "nyt", PASSPHRASE, now)
    for folder in (archive.folder, tmp_path / "nyt"):
        with Archive.open(folder, PASSPHRASE) as again:
            assert name_of(again, family.grandmother) == GRANDMOTHER


def test_what_was_deleted_stays_deleted_when_an_older_copy_comes_back(
    archive: Archive, now: datetime, tmp_path: Path
) -> None:
    """The copy lay on a stick that was not there when the case was deleted."""
    deleted, other = note_family(archive), note_family(archive, "Sag-2")
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = back_up_elsewhere(archive, stick, now)
    delete_case(archive, deleted.case, now)
    archive.close()
    restored = restore(copy.folder, archive.folder, PASSPHRASE, now)
    assert restored.deleted_again == 1
    with Archive.open(archive.folder, PASSPHRASE) as again:
        assert name_of(again, deleted.grandmother) is None
        assert again.history(deleted.case) == ()
        assert name_of(again, other.grandmother) == GRANDMOTHER


def test_what_has_left_the_archive_since_stays_in_the_register(archive: Archive, now: datetime) -> None:
    """A file outside does not come back with the copy."""
    family = note_family(archive)
    copy = back_up(archive, now)
    with archive.keeping() as session:
        session.add(Export(case_id=family.case, case_number="Sag-1", what="case_file_plain", at=now))
    archive.close(copy=False)
    restore(copy.folder, archive.folder, PASSPHRASE, now)
    with Archive.open(archive.folder, PASSPHRASE) as again, again.reading() as session:
        assert [one.case_number for one in session.scalars(select(Export))] == ["Sag-1"]


@pytest.mark.parametrize("spoil", ["empty", "cut", "none"])
def test_a_copy_that_is_not_whole_replaces_nothing(archive: Archive, now: datetime, spoil: str) -> None:
    """The archive stands as it was."""
    family = note_family(archive)
    copy = back_up(archive, now)
    archive.close(copy=False)
    content = copy.database.read_bytes()
    if spoil == "none":
        copy.database.unlink()
    else:
        copy.database.write_bytes(b"" if spoil == "empty" else content[:-4096])
    with pytest.raises(refusals.NotABackup):
        restore(copy.folder, archive.folder, PASSPHRASE, now)
    with Archive.open(archive.folder, PASSPHRASE) as again:
        assert name_of(again, family.grandmother) == GRANDMOTHER


def test_a_copy_of_a_newer_program_replaces_nothing(training: Archive, now: datetime) -> None:
    """The sentence says that the program is the older one."""
    copy = back_up(training, now)
    training.close()
    with closing(connect(copy.database, None)) as raw:
        raw.execute("PRAGMA user_version = 900")
    with pytest.raises(refusals.NewerArchive):
        restore(copy.folder, training.folder, None, now)
    Archive.open(training.folder, None).close()


def test_a_copy_does_not_replace_another_archive_nor_one_that_is_open(
    archive: Archive, now: datetime, tmp_path: Path
) -> None:
    """Neither is touched."""
    note_family(archive)
    copy = back_up(archive, now)
    with pytest.raises(refusals.ArchiveInUse):
        restore(copy.folder, archive.folder, PASSPHRASE, now)
    Archive.create_training(tmp_path / "andet").close()
    with pytest.raises(refusals.AnotherArchiveThere, match="et andet arkiv end det, kopien er taget af"):
        restore(copy.folder, tmp_path / "andet", PASSPHRASE, now)


def test_where_copies_lie_is_known_also_after_an_older_copy_is_brought_back(
    archive: Archive, now: datetime, tmp_path: Path
) -> None:
    """The receipt of a later deletion still names the copy on the stick, and the second place is still rewritten."""
    family = note_family(archive)
    copy = back_up(archive, now)
    for name in ("stick", "andet"):
        (tmp_path / name).mkdir()
    back_up_elsewhere(archive, tmp_path / "stick", now)
    choose_second_place(archive, str(tmp_path / "andet"))
    back_up(archive, now + timedelta(hours=1))
    archive.close(copy=False)
    restore(copy.folder, archive.folder, PASSPHRASE, now)
    with Archive.open(archive.folder, PASSPHRASE) as again:
        receipt = delete_case(again, family.case, now)
        assert receipt.copies_elsewhere
        assert receipt.copies_rewritten == len(copies(again)) + 1


def test_a_copy_that_came_from_a_stick_lies_there_still(archive: Archive, now: datetime, tmp_path: Path) -> None:
    """Whoever carried it there by hand did not tell the archive."""
    family = note_family(archive)
    copy = back_up(archive, now)
    archive.close(copy=False)
    carried = tmp_path / "stick" / "kopi"
    shutil.copytree(copy.folder, carried)
    restore(carried, tmp_path / "nyt", PASSPHRASE, now)
    with Archive.open(tmp_path / "nyt", PASSPHRASE) as again:
        assert delete_case(again, family.case, now).copies_elsewhere


@pytest.mark.parametrize("damage", ["a page of the people", "the first page"])
def test_a_damaged_archive_gives_its_register_as_far_as_it_can_be_read(
    archive: Archive, now: datetime, damage: str
) -> None:
    """Where nothing of it can be read, the newest copy is asked."""
    family = note_family(archive)
    copy = back_up(archive, now)
    with archive.keeping() as session:
        session.add(Export(case_id=family.case, case_number="Sag-1", what="case_file_plain", at=now))
    archive.set_setting(COPIES_ELSEWHERE, "1")
    back_up(archive, now + timedelta(hours=1))
    with closing(archive.connections.raw()) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'people'").fetchone()
    archive.close(copy=False)
    content = bytearray((archive.folder / DATABASE).read_bytes())
    content[300 if damage == "the first page" else (page - 1) * 4096 + 300] ^= 1
    (archive.folder / DATABASE).write_bytes(content)
    restore(copy.folder, archive.folder, PASSPHRASE, now + timedelta(hours=2))
    with Archive.open(archive.folder, PASSPHRASE) as again, again.reading() as session:
        assert [one.case_number for one in session.scalars(select(Export))] == ["Sag-1"]
        assert again.setting(COPIES_ELSEWHERE)


def test_a_deletion_that_is_not_proved_is_finished_also_after_an_older_copy_is_brought_back(
    archive: Archive, now: datetime
) -> None:
    """The other copies still hold what was deleted."""
    family = note_family(archive)
    copy, other = back_up(archive, now), back_up(archive, now + timedelta(hours=1))
    untouched = other.database.read_bytes()
    delete_case(archive, family.case, now)
    other.database.write_bytes(untouched)
    archive.set_setting(DELETION_UNPROVED, "1")
    archive.close(copy=False)
    restore(copy.folder, archive.folder, PASSPHRASE, now + timedelta(hours=2))
    with Archive.open(archive.folder, PASSPHRASE) as again:
        assert again.setting(DELETION_UNPROVED) == ""
        with closing(connect(other.database, again.connections.key(), journal="DELETE")) as raw:
            assert raw.execute("SELECT count(*) FROM cases").fetchone() == (0,)
