"""Deletion in the copies: each is rewritten or destroyed, and the receipt says which."""

from __future__ import annotations

import stat
import sys
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from samordner_tui.archive.backup import BACKUPS, back_up, back_up_elsewhere, choose_second_place, copies
from samordner_tui.archive.engine import connect
from samordner_tui.archive.file import Archive
from samordner_tui.archive.opening import HALF_WRITTEN, PACKED, UNFINISHED
from samordner_tui.archive.receipt import Receipt
from samordner_tui.archive.retention import delete_case
from samordner_tui.archive.settings import SECOND_PLACE
from samordner_tui.archive.verify import verify_file
from tests.archive.conftest import note_family


def test_a_copy_that_cannot_be_read_is_destroyed(archive: Archive, now: datetime) -> None:
    """It would keep what is to be gone."""
    family = note_family(archive)
    spoiled = back_up(archive, now)
    back_up(archive, now + timedelta(hours=1))
    spoiled.database.write_bytes(spoiled.database.read_bytes()[:9000])
    (archive.folder / BACKUPS / "unfinished-20270101T000000Z").mkdir()
    receipt = delete_case(archive, family.case, now)
    assert (receipt.copies_rewritten, receipt.copies_destroyed) == (1, 2)
    assert [copy.made_at for copy in copies(archive)] == [now + timedelta(hours=1)]


def test_copies_in_the_second_place_are_rewritten_when_it_is_there_and_named_when_it_is_not(
    archive: Archive, now: datetime, tmp_path: Path
) -> None:
    """The receipt says so."""
    first, second = note_family(archive), note_family(archive, "Sag-2")
    stick = tmp_path / "stick"
    stick.mkdir()
    archive.set_setting(SECOND_PLACE, str(stick))
    copy = back_up_elsewhere(archive, stick, now)
    receipt = delete_case(archive, first.case, now)
    assert (receipt.copies_rewritten, receipt.second_place_missing) == (1, False)
    assert not receipt.copies_elsewhere
    with closing(connect(copy.database, archive.connections.key(), journal="DELETE")) as raw:
        assert raw.execute("SELECT id FROM cases").fetchall() == [(second.case,)]
    stick.rename(tmp_path / "væk")
    assert delete_case(archive, second.case, now).second_place_missing
    (tmp_path / "væk").rename(stick)
    back_up(archive, now)
    with closing(connect(copy.database, archive.connections.key(), journal="DELETE")) as raw:
        assert raw.execute("SELECT id FROM cases").fetchall() == []


@pytest.mark.parametrize("how", ["by hand", "another second place"])
def test_copies_where_the_archive_does_not_look_are_named_in_the_receipt(
    archive: Archive, now: datetime, tmp_path: Path, how: str
) -> None:
    """It is never said that something is gone while a copy of it lies on a stick in a drawer."""
    family = note_family(archive)
    stick = tmp_path / "stick"
    stick.mkdir()
    if how == "by hand":
        back_up_elsewhere(archive, stick, now)
    else:
        choose_second_place(archive, str(stick))
        back_up(archive, now)
        choose_second_place(archive, None)
    receipt = delete_case(archive, family.case, now)
    assert receipt.copies_elsewhere
    assert any("andre steder" in line for line in receipt.lines())


def test_what_a_crash_left_of_a_copy_that_was_brought_back_goes_too(archive: Archive, now: datetime) -> None:
    """It is the whole archive as it was."""
    family = note_family(archive)
    half = archive.folder / (UNFINISHED + HALF_WRITTEN)
    half.write_bytes(b"as it was")
    delete_case(archive, family.case, now)
    assert not half.exists()


@pytest.mark.parametrize(
    ("rewritten", "destroyed", "said"),
    [
        (0, 0, ["Det er væk i arkivet. Der var ingen sikkerhedskopier."]),
        (1, 0, ["Det er væk i arkivet og i 1 sikkerhedskopi."]),
        (
            2,
            1,
            [
                "Det er væk i arkivet og i 2 sikkerhedskopier.",
                "1 sikkerhedskopi er fjernet helt, fordi den ikke kunne læses.",
            ],
        ),
        (0, 3, ["Det er væk i arkivet.", "3 sikkerhedskopier er fjernet helt, fordi de ikke kunne læses."]),
    ],
)
def test_none_and_one_are_said_as_they_are(rewritten: int, destroyed: int, said: list[str]) -> None:
    """A receipt is kept and shown to others: its sentences hold for any number."""
    receipt = Receipt(
        deleted_on=date(2027, 1, 10),
        rows=1,
        changes=0,
        copies_rewritten=rewritten,
        copies_destroyed=destroyed,
        databases_searched=1 + rewritten,
        exports_outside=0,
        second_place_missing=False,
        copies_elsewhere=False,
    )
    lines = receipt.lines()
    assert lines[:2] == ("Slettet 10-01-2027.", "Det var en hel sag med alt, der stod i den, også historikken.")
    assert list(lines[2:-2]) == said
    assert lines[-2].startswith("Bagefter blev arkivet og kopierne" if rewritten else "Bagefter blev arkivet åbnet")
    assert not any(line.startswith("0 ") or " 0 " in line for line in lines)


def test_a_copy_is_written_anew_beside_itself_and_nothing_is_left_of_that(archive: Archive, now: datetime) -> None:
    """Its owner's alone, one file, and whole; what a crash left of an earlier try is gone."""
    family = note_family(archive)
    copy = back_up(archive, now)
    (copy.folder / PACKED).write_bytes(b"half")
    before = copy.database.stat().st_ino
    delete_case(archive, family.case, now)
    assert sorted(path.name for path in copy.folder.iterdir()) == sorted(["archive.db", "archive.key"])
    assert copy.database.stat().st_ino != before
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.database.stat().st_mode) == 0o600
    assert verify_file(copy.database, archive.connections.key()) == ()
