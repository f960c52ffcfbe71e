"""The commands about archives, and how a real one is opened."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import cast

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.resources import case_files
from tests.cli.conftest import PASSPHRASE, Say


def test_a_new_archive_opens_by_its_passphrase_and_by_its_recovery_code(real: Path, tmp_path: Path) -> None:
    recovery = tmp_path / "gendannelse"
    if sys.platform != "win32":
        assert stat.S_IMODE(recovery.stat().st_mode) == 0o600
    Archive.open(real, PASSPHRASE).close()
    Archive.open(real, recovery.read_text(encoding="utf-8").strip()).close()


def test_a_training_archive_needs_no_passphrase(say: Say, tmp_path: Path) -> None:
    folder = tmp_path / "øv"
    assert say("archive", "new", folder, "--training", "--json").json == {"archive": str(folder), "training": True}
    assert say("--archive", folder, "case", "import", case_files() / "emil.json").out == "2026-19\n"
    assert say("--archive", folder, "case", "list").code == 0


def test_nothing_is_made_when_the_recovery_code_cannot_be_written(
    say: Say, tmp_path: Path, passphrase_file: Path
) -> None:
    folder = tmp_path / "arkiv"
    new = ("archive", "new", folder, "--passphrase-file", passphrase_file)
    assert say(*new).code == 2
    assert say(*new, "--recovery-out", tmp_path / "ingen" / "kode").code == 2
    taken = tmp_path / "optaget"
    taken.write_text("andet", encoding="utf-8")
    assert say(*new, "--recovery-out", taken).code == 2
    assert taken.read_text(encoding="utf-8") == "andet"
    assert not folder.exists()


def test_a_weak_passphrase_makes_no_archive_and_leaves_no_recovery_file(say: Say, tmp_path: Path) -> None:
    weak, recovery = tmp_path / "svag", tmp_path / "kode"
    weak.write_text("kort", encoding="utf-8")
    said = say("archive", "new", tmp_path / "arkiv", "--passphrase-file", weak, "--recovery-out", recovery)
    assert said.code == 2
    assert "tegn" in said.err
    assert not recovery.exists()


def test_the_passphrase_file_stands_after_the_command_or_in_the_environment(
    real: Path, say: Say, passphrase_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ("--archive", real, "case", "list", "--json")
    assert say(*line).code == 2
    assert say(*line, "--passphrase-file", passphrase_file).json == cast("object", [])
    monkeypatch.setenv("SAMORDNER_PASSPHRASE_FILE", str(passphrase_file))
    monkeypatch.setenv("SAMORDNER_ARCHIVE", str(real))
    assert say("case", "list", "--json").code == 0


def test_the_passphrase_is_asked_for_at_a_terminal(real: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda *_arguments, **_more: PASSPHRASE)
    assert say("--archive", real, "case", "list", "--json").code == 0


@pytest.mark.parametrize("content", [b"forkert kode her\n", b"", b"\xff\xfe"])
def test_a_passphrase_file_that_does_not_open_it_is_told_in_a_sentence(
    real: Path, say: Say, tmp_path: Path, content: bytes
) -> None:
    wrong = tmp_path / "forkert"
    wrong.write_bytes(content)
    said = say("--archive", real, "case", "list", "--passphrase-file", wrong)
    assert said.code == 2
    assert "dgangskode" in said.err


def test_no_archive_is_named(say: Say) -> None:
    said = say("case", "list")
    assert said.code == 2
    assert "SAMORDNER_ARCHIVE" in said.err


def test_a_folder_without_an_archive_is_told_and_left_alone(say: Say, tmp_path: Path) -> None:
    assert say("--archive", tmp_path / "tom", "case", "list").code == 2
    assert not (tmp_path / "tom").exists()


def test_verify_and_backup_and_restore(demo: Path, say: Say, tmp_path: Path) -> None:
    found = say("archive", "verify", "--json")
    assert found.code == 0
    assert found.json["whole"] is True
    copy = Path(str(say("archive", "backup", "--json").json["copy"]))
    assert copy.is_dir()
    stick = tmp_path / "nøgle"
    stick.mkdir()
    assert say("archive", "backup", "--to", stick).code == 0
    assert any(stick.rglob("archive.db"))
    say("case", "import", case_files() / "alma.json", "--as", "efter")
    assert say("archive", "restore", copy, "--yes", "--json").json["restored"] == str(copy)
    assert say("case", "show", "efter").code == 2
    assert say("case", "show", "2027-03").code == 0


def test_verify_gives_1_when_the_archive_is_not_whole(demo: Path, say: Say) -> None:
    database = demo / "archive.db"
    content = bytearray(database.read_bytes())
    for place in range(8192, len(content), 4096):
        content[place : place + 64] = b"\xaa" * 64
    database.write_bytes(content)
    said = say("archive", "verify")
    assert said.code == 1
    assert said.out.startswith("archive.db: ")
    assert "Alt er helt" not in said.out


def test_verify_says_of_each_file_whether_it_is_whole(demo: Path, say: Say) -> None:
    copies = [Path(str(say("archive", "backup", "--json").json["copy"])) for _time in range(2)]
    assert say("archive", "verify").out.splitlines()[-1] == "Alt er helt."
    (copies[0] / "archive.db").write_bytes(b"noget helt andet" * 4096)
    said = say("archive", "verify", "--json")
    assert said.code == 1
    files = {file["file"]: file for file in cast("list[dict[str, object]]", said.json["files"])}
    assert [file["kind"] for file in files.values()] == ["archive", "copy", "copy"]
    names = [f"backups/{copy.name}" for copy in copies]
    assert [files[name]["whole"] for name in names] == [False, True]
    assert cast("list[dict[str, str]]", files[names[0]]["problems"])[0]["part"] == "other_key"
    assert f"{names[0]}: Arkivets nøgle åbner den ikke." in say("archive", "verify").out


def test_copies_elsewhere_are_gone_when_it_is_said_and_lie_there_again_with_the_next(
    demo: Path, say: Say, tmp_path: Path
) -> None:
    assert "ikke kopier andre steder" in say("archive", "copies-gone", "--yes").out
    for _time in range(2):
        say("archive", "backup", "--to", tmp_path)
        assert say("archive", "copies-gone").code == 2, "it is asked first"
        told = say("archive", "copies-gone", "--yes", "--json")
        assert told.json["copies_gone_on"]
    receipt = say("case", "delete", "2027-03", "--yes")
    assert "Kopier, der lå andre steder, er væk." in receipt.out
    say("archive", "backup", "--to", tmp_path)
    assert "Det står endnu i kopier" in say("case", "delete", "2027-01", "--yes").out


def test_restore_where_another_archive_lies_says_so_and_what_to_do(demo: Path, say: Say, tmp_path: Path) -> None:
    copy = say("archive", "backup", "--json").json["copy"]
    say("archive", "new", tmp_path / "andet", "--training")
    before = (tmp_path / "andet" / "archive.db").read_bytes()
    said = say("--archive", tmp_path / "andet", "archive", "restore", copy, "--yes")
    assert said.code == 2
    assert "ligger et andet arkiv end det, kopien er taget af. Intet er ændret." in said.err
    assert "samordner --archive MAPPE archive restore KOPI" in said.err
    assert (tmp_path / "andet" / "archive.db").read_bytes() == before
    assert say("--archive", tmp_path / "nyt", "archive", "restore", copy, "--yes").code == 0
