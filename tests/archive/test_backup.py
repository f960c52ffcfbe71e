"""Copies: verified, kept by day, week and month, and brought back without what was deleted since."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordner_tui.archive import refusals
from samordner_tui.archive.backup import (
    BACKUPS,
    back_up,
    back_up_elsewhere,
    copies,
    copies_in,
    is_due,
)
from samordner_tui.archive.file import Archive
from samordner_tui.archive.keys import KEY_FILE
from samordner_tui.archive.opening import DATABASE
from samordner_tui.archive.rekeying import change_passphrase, new_recovery_code
from samordner_tui.archive.rotation import kept
from samordner_tui.archive.settings import SECOND_PLACE
from samordner_tui.archive.verify import verify_file
from tests.archive.conftest import GRANDMOTHER, PASSPHRASE, name_of, note_family

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
