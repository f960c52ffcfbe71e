"""A failure ends in a calm sentence, and shows nothing of what the program held."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.crash import crash_report
from samordner_tui.tui.screens.frame import FrameScreen
from tests.tui.test_driver import in_a_terminal
from tests.tui.world import running, training_archive, until

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


class Slow(FrameScreen[None]):
    """A screen that looks for a part of its own after it was told to go on."""

    def __init__(self, go_on: asyncio.Event) -> None:
        super().__init__()
        self.go_on = go_on
        self.looked = False

    async def _look(self) -> None:
        await self.go_on.wait()
        self.looked = True
        self.query_one("#part")


async def test_work_of_a_screen_that_is_gone_ends_without_closing_the_program(tmp_path: Path) -> None:
    app, go_on = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path), asyncio.Event()
    async with running(app) as pilot:
        slow = Slow(go_on)
        await app.push_screen(slow)
        worker = app.run_worker(slow._look())
        await app.pop_screen()
        # As if the screen had begun it and gone before it could be called off.
        worker._node = slow
        go_on.set()
        await until(pilot, lambda: slow.looked)
        assert app.is_running


async def test_what_a_screen_that_stands_cannot_find_closes_the_program_calmly(tmp_path: Path) -> None:
    with pytest.raises(WorkerFailed):
        await looks_in_vain(SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path))


async def looks_in_vain(app: SamordnerApp) -> None:
    """A screen that stands looks for a part it does not have."""
    go_on = asyncio.Event()
    go_on.set()
    async with running(app) as pilot:
        slow = Slow(go_on)
        await app.push_screen(slow)
        slow.run_worker(slow._look())
        await until(pilot, lambda: slow.looked)
        await pilot.pause()
