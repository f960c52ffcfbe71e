"""Copies: verified, kept by day, week and month, and brought back without what was deleted since."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from samordner_tui.archive import refusals
from samordner_tui.archive.backup import (
    BACKUPS,
    back_up,
    back_up_elsewhere,
    choose_second_place,
    copies,
    copies_in,
    is_due,
)
from samordner_tui.archive.engine import connect
from samordner_tui.archive.file import Archive
from samordner_tui.archive.keys import KEY_FILE
from samordner_tui.archive.opening import DATABASE
from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.rekeying import change_passphrase, new_recovery_code
from samordner_tui.archive.restore import restore
from samordner_tui.archive.retention import delete_case
from samordner_tui.archive.rotation import kept
from samordner_tui.archive.settings import COPIES_ELSEWHERE, DELETION_UNPROVED, SECOND_PLACE
from samordner_tui.archive.verify import verify, verify_file
from tests.archive.conftest import GRANDMOTHER, PASSPHRASE, name_of, note_family, rename

NEW_PASSPHRASE = "tre får spiser blåt græs"  # noqa: S105 - a fictional one


def test_a_copy_is_named_by_its_moment_alone_and_opens_like_the_archive(archive: Archive, now: datetime) -> None:
    """It has the database and the key file, and nothing beside them."""
    family = note_family(archive)
    copy = back_up(archive, now)
    assert re.fullmatch(r"\d{8}T\d{6}Z", copy.folder.name)
    assert sorted(path.name for path in copy.folder.iterdir()) == [DATABASE, KEY_FILE]
    assert verify_file(copy.database, archive.connections.key()) == ()
    with Archive.open(copy.folder, PASSPHRASE, read_only=True) as opened:
        assert name_of(opened, family.grandmother) == GRANDMOTHER


def test_closing_makes_a_copy_of_what_was_changed_and_of_nothing_else(archive: Archive, folder: Path) -> None:
    """An archive that was only looked at gets no new copy."""
    note_family(archive)
    assert archive.close() is None
    assert len(copies_in(folder / BACKUPS)) == 1
    Archive.open(folder, PASSPHRASE).close()
    assert len(copies_in(folder / BACKUPS)) == 1


def test_a_copy_that_cannot_be_made_is_told_when_the_archive_closes(archive: Archive, folder: Path) -> None:
    """The archive is closed all the same, and nothing is lost."""
    family = note_family(archive)
    (folder / BACKUPS).write_text("i vejen")
    assert isinstance(archive.close(), refusals.ArchiveRefused)
    (folder / BACKUPS).unlink()
    with Archive.open(folder, PASSPHRASE) as again:
        assert name_of(again, family.grandmother) == GRANDMOTHER


def test_a_copy_is_due_when_a_day_has_gone(training: Archive, now: datetime) -> None:
    """Or when there is none."""
    assert is_due(training, now)
    back_up(training, now)
    assert not is_due(training, now + timedelta(hours=23))
    assert is_due(training, now + timedelta(hours=24))


@given(st.lists(st.integers(0, 400 * 24), max_size=60))
def test_rotation_keeps_the_newest_and_never_more_than_it_says(hours: list[int]) -> None:
    """Three, seven days, five or six weeks, twelve or thirteen months."""
    now = datetime(2027, 1, 10, 12, tzinfo=UTC)
    moments = [now - timedelta(hours=count) for count in hours]
    stay = kept(moments, now)
    assert stay <= set(moments)
    assert set(sorted(set(moments), reverse=True)[:3]) <= stay
    assert len(stay) <= 3 + 8 + 6 + 13
    assert {moment.date() for moment in moments if now - moment <= timedelta(days=7)} <= {
        moment.date() for moment in stay
    }


def test_old_copies_go_when_new_ones_come(training: Archive, now: datetime) -> None:
    """One a day for a month leaves a week of days and the weeks before."""
    for hours in range(30 * 24, 0, -24):
        back_up(training, now - timedelta(hours=hours))
    assert 8 <= len(copies(training)) <= 17


def test_copies_go_to_a_second_place_that_is_there(archive: Archive, tmp_path: Path, now: datetime) -> None:
    """In a folder that names nobody; when the place is gone, the copy beside the archive is made all the same."""
    note_family(archive)
    stick = tmp_path / "stick"
    stick.mkdir()
    archive.set_setting(SECOND_PLACE, str(stick))
    back_up(archive, now)
    (place,) = stick.iterdir()
    assert re.fullmatch(r"samordner-[0-9a-f]{8}", place.name)
    assert len(copies_in(place)) == 1
    shutil.rmtree(stick)
    back_up(archive, now)
    with pytest.raises(refusals.FolderNotWritable):
        back_up_elsewhere(archive, stick, now)


def test_a_new_passphrase_opens_the_copies_too_and_the_old_one_opens_nothing(archive: Archive, now: datetime) -> None:
    """The key files in the copies are written anew; so is the recovery code."""
    note_family(archive)
    copy = back_up(archive, now)
    with pytest.raises(refusals.WrongSecret):
        change_passphrase(archive, "en helt anden kode", NEW_PASSPHRASE)
    change_passphrase(archive, PASSPHRASE, NEW_PASSPHRASE)
    code = new_recovery_code(archive, NEW_PASSPHRASE)
    archive.close()
    for folder in (archive.folder, copy.folder):
        Archive.open(folder, NEW_PASSPHRASE, read_only=True).close()
        Archive.open(folder, code, read_only=True).close()
        with pytest.raises(refusals.WrongSecret):
            Archive.open(folder, PASSPHRASE, read_only=True)


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
