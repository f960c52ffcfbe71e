"""Archives to script against, and a way to say one line to them."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.cli import main
from samordner_tui.exchange.demo import fill
from tests.conftest import NOW, TODAY

PASSPHRASE = "fire ænder krydser vejen"  # noqa: S105 - a fictional one

Rows = list[dict[str, object]]


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, object]:
        """The answer as an object."""
        found: dict[str, object] = json.loads(self.out)
        return found


Say = Callable[..., Said]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Carry out one line of commands, on the frozen day."""
    monkeypatch.setenv("SAMORDNER_NOW", NOW.isoformat())

    def carry_out(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return carry_out


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A training archive with the three fictional cases, to be copied."""
    folder = tmp_path_factory.mktemp("demo") / "arkiv"
    with Archive.create_training(folder, clock=lambda: NOW) as archive:
        fill(archive, TODAY)
    return folder


@pytest.fixture
def demo(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of its own with the three fictional cases, named by the environment."""
    folder = tmp_path / "demo"
    shutil.copytree(filled, folder)
    monkeypatch.setenv("SAMORDNER_ARCHIVE", str(folder))
    return folder


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    """A file with the passphrase on its first line."""
    file = tmp_path / "adgangskode"
    file.write_text(f"{PASSPHRASE}\nandet\n", encoding="utf-8")
    return file


@pytest.fixture
def real(tmp_path: Path, passphrase_file: Path, say: Say) -> Path:
    """An encrypted archive, made by the command itself."""
    folder = tmp_path / "arkiv"
    recovery = tmp_path / "gendannelse"
    made = say("archive", "new", folder, "--passphrase-file", passphrase_file, "--recovery-out", recovery)
    assert made.code == 0, made.err
    return folder


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """Somebody sits there and types this."""
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
