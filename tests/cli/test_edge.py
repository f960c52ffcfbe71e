"""Where a line meets the program: help, what is loaded, reading beside an open program, and faults."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.language import SPEECH
from tests.cli.conftest import Say
from tests.conftest import NOW, ROOT

SHOWING = (
    "import json, sys, io, contextlib\n"
    "from samordner_tui.__main__ import main\n"
    "with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.suppress(SystemExit):\n"
    "    code = main(sys.argv[1:])\n"
    "print(json.dumps([code, sorted({name.split('.')[0] for name in sys.modules})]))"
)


def in_a_process(*words: object) -> tuple[int, set[str]]:
    """The exit code of a line in a process of its own, and the modules it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", SHOWING, *(str(word) for word in words)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SAMORDNER_NOW": NOW.isoformat()},
    )
    code, modules = json.loads(done.stdout.splitlines()[-1])
    return code, set(modules)


@pytest.mark.parametrize(
    "line",
    [
        ["--help"],
        ["case", "--help"],
        ["case", "export", "--help"],
        ["archive", "new", "--help"],
        ["network", "import", "--help"],
        ["person", "--help"],
    ],
)
def test_help_loads_neither_records_nor_screen(line: list[str]) -> None:
    code, loaded = in_a_process(*line)
    assert code == 0
    assert loaded.isdisjoint({"sqlalchemy", "pydantic", "textual", "cryptography", "sqlcipher3"})


@pytest.mark.parametrize(
    "line", [["case", "check", "2027-03"], ["case", "list"], ["case", "show", "2027-03"], ["case", "schema"]]
)
def test_no_command_loads_the_screen(demo: Path, line: list[str]) -> None:
    code, loaded = in_a_process(*line)
    assert code == 0
    assert "textual" not in loaded


def test_reading_works_while_the_program_has_the_archive_open(demo: Path, tmp_path: Path) -> None:
    with Archive.open(demo, None):
        assert in_a_process("case", "check", "2027-03")[0] == 0
        assert in_a_process("case", "list")[0] == 0
        assert in_a_process("archive", "verify")[0] == 0
        assert in_a_process("case", "delete", "2027-03", "--yes")[0] == 2
    assert in_a_process("case", "show", "2027-03")[0] == 0


def test_help_is_danish_to_begin_with(say: Say) -> None:
    out = say("case", "--help").out
    for words in ("Brug: samordner case", "Tilvalg", "Kommandoer", "Vis denne hjælp."):
        assert words in out
    assert "Options" not in out
    assert "Usage" not in out


def test_the_language_is_chosen_by_the_environment(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMORDNER_LANGUAGE", "en")
    say("--version")
    assert SPEECH.language == "en"


def test_a_line_without_a_command_shows_the_help_and_gives_2(say: Say) -> None:
    said = say("case")
    assert said.code == 2
    assert "Kommandoer" in said.err


def test_a_word_that_is_no_command_is_told_with_those_there_are(say: Say) -> None:
    assert "list, show, check" in say("case", "chek").err


def test_a_fault_in_the_program_says_nothing_of_the_case(demo: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        message = "Alma bor på Strandvej"
        raise ValueError(message)

    monkeypatch.setattr("samordner_tui.cli.case.standing.verdicts", fail)
    said = say("case", "check", "2027-03")
    assert said.code == 2
    assert "Alma" not in said.err
    assert "ValueError" in said.err


def test_a_reader_that_stops_early_is_no_fault() -> None:
    line = [sys.executable, "-m", "samordner_tui", "case", "schema"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(20)
        running.stdout.close()
        assert running.stderr.read() == b""
