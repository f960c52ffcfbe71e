"""A failure ends in a calm sentence, and shows nothing of what the program held."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from samordner_tui.tui.crash import crash_report
from tests.tui.test_driver import in_a_terminal

PLANTED = "Anemone Bjergsted 010203-1234"


def test_the_report_names_places_in_the_code_and_no_values() -> None:
    try:
        fails(PLANTED)
    except ValueError as error:
        report = crash_report(error)
    assert "test_crash.py" in report
    assert "ValueError" in report
    assert "Samordner måtte lukke" in report
    assert PLANTED not in report
    assert str(Path.cwd()) not in report


def fails(value: str) -> None:
    """Fails with what it was given."""
    local = value
    raise ValueError(local)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("where", ["handler", "worker", "thread"])
def test_nothing_of_a_case_is_seen_on_the_terminal(tmp_path: Path, where: str) -> None:
    written = in_a_terminal(
        "import threading\n"
        "from pathlib import Path\n"
        "from samordner_tui.tui import crash\n"
        "from samordner_tui.tui.app import SamordnerApp\n"
        "crash.speak_calmly()\n"
        "def fail():\n"
        f"    planted = {PLANTED!r}\n"
        "    raise ValueError(planted)\n"
        "async def fail_in_worker(): fail()\n"
        "class Program(SamordnerApp):\n"
        "    def on_ready(self): self.set_timer(0.2, getattr(self, where))\n"
        "    def handler(self): fail()\n"
        "    def worker(self): self.run_worker(fail_in_worker())\n"
        "    def thread(self):\n"
        "        thread = threading.Thread(target=fail); thread.start(); thread.join(); self.exit()\n"
        f"where = {where!r}\n"
        f"Program(Path({str(tmp_path / 'arkiv')!r}), config=Path({str(tmp_path)!r})).run()\n"
    ).decode()
    assert PLANTED.split()[0] not in written
    assert "måtte lukke" in written
    assert "ValueError" in written
