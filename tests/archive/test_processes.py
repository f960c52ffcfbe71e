"""Several programs, one that is killed, and a disk that is full."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from samordner_tui.archive.disk import LEAST_FREE_BYTES
from samordner_tui.archive.file import Archive
from samordner_tui.archive.lock import HOLDER_FILE
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.refusals import ArchiveInUse, DiskFailed, DiskFull
from samordner_tui.archive.verify import verify
from tests.archive.conftest import GRANDMOTHER, PASSPHRASE, name_of, note_family

ROOT = Path(__file__).parent.parent.parent

WRITER = """
import sys
from pathlib import Path
from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.network import Person

folder, passphrase, case_id, person_id = sys.argv[1:]
archive = Archive.open(Path(folder), passphrase)
for count in range(100000):
    def rename():
        with archive.writing("Navn", case_id) as session:
            session.get_one(Person, person_id).name = f"Navn {count}"
            session.add(Person(case_id=case_id, name=f"Gæst {count}"))
    archive.writer.submit(rename).result()
    print(count, flush=True)
"""

HOLDER = """
import sys
from pathlib import Path
from samordner_tui.archive.file import Archive

archive = Archive.open(Path(sys.argv[1]), sys.argv[2])
print("åbent", flush=True)
sys.stdin.read()
archive.close()
"""


def _start(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def _read_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_program_killed_while_writing_loses_nothing_it_has_acknowledged(archive: Archive, folder: Path) -> None:
    """Each step is there whole, the lock is free, and the archive verifies."""
    family = note_family(archive)
    archive.close()
    acknowledged = -1
    for lines in (5, 30):
        process = _start(WRITER, folder, PASSPHRASE, family.case, family.grandmother)
        for _line in range(lines):
            acknowledged = int(_read_line(process))
        process.kill()
        rest, _errors = process.communicate()
        acknowledged = max([acknowledged, *(int(line) for line in rest.split())])
        with Archive.open(folder, PASSPHRASE) as again:
            name = name_of(again, family.grandmother)
            written = int(str(name).split()[1])
            assert written in {acknowledged, acknowledged + 1}
            with again.reading() as session:
                assert session.query(Person).filter(Person.name == f"Gæst {written}").count() >= 1
            assert verify(again) == ()


def test_a_second_program_that_would_write_is_refused(archive: Archive, folder: Path) -> None:
    """The sentence names the process; reading goes on beside it; afterwards the archive is free."""
    family = note_family(archive)
    archive.close()
    process = _start(HOLDER, folder, PASSPHRASE)
    assert _read_line(process) == "åbent"
    with pytest.raises(ArchiveInUse, match=str(process.pid)):
        Archive.open(folder, PASSPHRASE)
    with Archive.open(folder, PASSPHRASE, read_only=True) as reader:
        assert name_of(reader, family.grandmother) == GRANDMOTHER
    process.communicate(input="")
    assert not (folder / HOLDER_FILE).exists()
    Archive.open(folder, PASSPHRASE).close()


def test_beside_the_lock_stand_a_process_and_a_computer_and_nothing_else(archive: Archive, folder: Path) -> None:
    """No name, no path."""
    assert archive.folder == folder
    assert re.fullmatch(r'\{"pid": \d+, "computer": "[^"]*"\}', (folder / HOLDER_FILE).read_text(encoding="utf-8"))


def test_the_same_program_does_not_open_an_archive_twice(archive: Archive, folder: Path) -> None:
    """The second is refused and takes nothing from the first."""
    with pytest.raises(ArchiveInUse):
        Archive.open(folder, PASSPHRASE)
    note_family(archive)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of twelve megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a small disk can be made by the administrator alone")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="a small disk is made with tmpfs")
def test_a_full_disk_refuses_the_change_and_keeps_all_before_it(small_disk: Path) -> None:
    """Reading goes on; with room again, so does writing."""
    archive = Archive.create_training(small_disk / "arkiv")
    family = note_family(archive)
    filling = small_disk / "fyld"
    _fill_disk(filling)
    written = _write_until_refused(archive, family.case, family.grandmother)
    assert name_of(archive, family.grandmother) == written
    filling.unlink()
    with archive.writing("Navn", family.case) as session:
        session.get_one(Person, family.grandmother).name = GRANDMOTHER
    assert verify(archive) == ()
    archive.close()


def _fill_disk(path: Path) -> None:
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(bytes(1 << 12)):
            pass


def _write_until_refused(archive: Archive, case_id: str, person_id: str) -> str:
    """The last name that was written before the disk was full."""
    written = GRANDMOTHER
    for count in range(2000):
        try:
            with archive.writing("Navn", case_id) as session:
                session.get_one(Person, person_id).name = f"Navn {count}"
        except (DiskFull, DiskFailed):
            return written
        written = f"Navn {count}"
    pytest.fail("the disk was never full")


@pytest.mark.parametrize("is_new", [True, False], ids=["made", "opened"])
def test_a_disk_with_next_to_no_room_is_told_before_anything_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, is_new: bool
) -> None:
    """When an archive is made, and when one is opened; it can still be read."""
    if not is_new:
        Archive.create_training(folder).close()
    usage = type("Usage", (), {"free": LEAST_FREE_BYTES - 1})
    monkeypatch.setattr("samordner_tui.archive.disk.shutil.disk_usage", lambda _folder: usage)
    with pytest.raises(DiskFull):
        Archive.create_training(folder) if is_new else Archive.open(folder, None)
    if not is_new:
        Archive.open(folder, None, read_only=True).close()
