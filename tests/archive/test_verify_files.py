"""Each file of an archive is looked through by itself, and what is the matter is said of that file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from samordner_tui.archive.backup import BACKUPS, back_up, copies
from samordner_tui.archive.file import Archive
from samordner_tui.archive.keys import KEY_FILE
from samordner_tui.archive.opening import DATABASE
from samordner_tui.archive.refusals import WrongSecret
from samordner_tui.archive.rekeying import change_passphrase
from samordner_tui.archive.verify import Part
from samordner_tui.archive.verify_files import Kind, Looked, look_through, look_through_folder
from tests.archive.conftest import PASSPHRASE, note_family

Clock = Callable[[], datetime]


@pytest.fixture
def copied(archive: Archive, now: datetime) -> Path:
    """The folder of a closed archive with a case and two copies."""
    note_family(archive)
    back_up(archive, now)
    back_up(archive, now + timedelta(hours=1))
    archive.close(copy=False)
    return archive.folder


def _parts(files: tuple[Looked, ...]) -> dict[str, list[Part]]:
    """What is the matter, by the name of the file; nothing of what is whole."""
    folder = files[0].path.parent
    return {one.name_in(folder): [problem.part for problem in one.problems] for one in files if not one.is_whole}


def _break(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def _newest_copy(folder: Path) -> Path:
    return sorted((folder / BACKUPS).iterdir())[-1]


def test_a_whole_archive_is_whole_file_by_file(copied: Path, clock: Clock) -> None:
    """The archive, its key file, and both copies; nothing is changed by looking."""
    before = {path: path.read_bytes() for path in copied.rglob("*") if path.is_file() and "lock" not in path.name}
    files = look_through_folder(copied, PASSPHRASE, clock)
    assert [one.kind for one in files] == [Kind.ARCHIVE, Kind.KEY_FILE, Kind.COPY, Kind.COPY]
    assert _parts(files) == {}
    assert {path: path.read_bytes() for path in before} == before


def test_a_damaged_page_is_said_of_the_copy_it_is_in(copied: Path, clock: Clock) -> None:
    """And of no other."""
    copy = _newest_copy(copied)
    _break(copy / DATABASE, 4096 * 3 + 300)
    parts = _parts(look_through_folder(copied, PASSPHRASE, clock))
    assert list(parts) == [f"{BACKUPS}/{copy.name}"]
    assert Part.OTHER_KEY not in parts[f"{BACKUPS}/{copy.name}"]


def test_a_copy_that_the_key_does_not_open_is_said_as_such(copied: Path, tmp_path: Path, clock: Clock) -> None:
    """A copy of another archive that was put among the copies."""
    with Archive.create(tmp_path / "andet", PASSPHRASE)[0] as other:
        stranger = back_up(other, clock() + timedelta(days=1))
    shutil.copytree(stranger.folder, copied / BACKUPS / stranger.folder.name)
    parts = _parts(look_through_folder(copied, PASSPHRASE, clock))
    assert parts == {f"{BACKUPS}/{stranger.folder.name}": [Part.OTHER_KEY, Part.OLD_KEY_FILE]}


def test_a_copy_that_an_earlier_passphrase_opens_is_named(archive: Archive, now: datetime) -> None:
    """It was not within reach when the passphrase was changed."""
    copy = back_up(archive, now)
    old = (copy.folder / KEY_FILE).read_bytes()
    change_passphrase(archive, PASSPHRASE, "tre får spiser blåt græs")
    assert all(one.is_whole for one in look_through(archive))
    (copy.folder / KEY_FILE).write_bytes(old)
    assert _parts(look_through(archive)) == {f"{BACKUPS}/{copy.folder.name}": [Part.OLD_KEY_FILE]}
    (copy.folder / KEY_FILE).unlink()
    assert _parts(look_through(archive)) == {f"{BACKUPS}/{copy.folder.name}": [Part.KEY_FILE]}


@pytest.mark.parametrize("damage", ["first page", "empty", "gone"])
def test_an_archive_that_cannot_be_opened_is_named_and_its_copies_are_looked_through(
    copied: Path, clock: Clock, damage: str
) -> None:
    """Then they are what there is to bring back."""
    match damage:
        case "first page":
            _break(copied / DATABASE, 300)
        case "empty":
            (copied / DATABASE).write_bytes(b"")
        case _:
            (copied / DATABASE).unlink()
    files = look_through_folder(copied, PASSPHRASE, clock)
    assert _parts(files) == {DATABASE: [Part.UNREADABLE]}
    assert [one.kind for one in files] == [Kind.ARCHIVE, Kind.KEY_FILE, Kind.COPY, Kind.COPY]


@pytest.mark.parametrize("gone", [False, True], ids=["damaged", "gone"])
def test_a_key_file_that_is_not_whole_is_named_and_its_copy_opens_the_rest(
    copied: Path, clock: Clock, *, gone: bool
) -> None:
    """A wrong passphrase is still a wrong passphrase."""
    if gone:
        (copied / KEY_FILE).unlink()
    else:
        (copied / KEY_FILE).write_bytes(b"{")
    assert _parts(look_through_folder(copied, PASSPHRASE, clock)) == {KEY_FILE: [Part.KEY_FILE]}
    with pytest.raises(WrongSecret):
        look_through_folder(copied, "en helt anden kode", clock)


def test_every_problem_has_a_sentence(archive: Archive, now: datetime) -> None:
    """None is left to be shown as its name."""
    back_up(archive, now)
    assert copies(archive)
    from samordner_tui.archive.verify import Problem

    assert all(Problem(part, "").sentence for part in Part)
