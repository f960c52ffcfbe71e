"""The frame: what is imported before the first picture, title line, footer, and the keys of every screen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from samordner_tui.refusals import Refused
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.help import HelpDialog
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
from samordner_tui.tui.widgets.footer import Entry, KeyFooter, fitting
from samordner_tui.tui.widgets.titlebar import TitleBar, fitted
from tests.tui.world import TODAY, lay_out_cases, new_archive, running, shown, training_archive, until

ROOT = Path(__file__).parent.parent.parent
HEAVY = {"sqlalchemy", "pydantic", "cryptography", "alembic", "sqlcipher3", "click", "typst"}
OURS_THAT_WAIT = ("samordner_tui.method", "samordner_tui.casework", "samordner_tui.archive.file")


def test_nothing_heavy_is_loaded_before_the_first_picture(tmp_path: Path) -> None:
    code = (
        "import json, os, sys\n"
        "from pathlib import Path\n"
        "from samordner_tui.tui.app import SamordnerApp\n"
        "from textual.widgets import Input\n"
        "class Program(SamordnerApp):\n"
        "    def _display(self, screen, renderable):\n"
        "        super()._display(screen, renderable)\n"
        "        if self.is_running and self.screen.query(Input):\n"
        "            os.write(1, json.dumps(sorted(sys.modules)).encode())\n"
        "            os._exit(0)\n"
        f"Program(Path({str(tmp_path)!r}), config=Path({str(tmp_path)!r})).run(headless=True)\n"
    )
    (tmp_path / "archive.db").write_bytes(b"not plain")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(json.loads(done.stdout))
    assert {name.split(".")[0] for name in loaded}.isdisjoint(HEAVY)
    assert not [name for name in loaded if name.startswith(OURS_THAT_WAIT)]


async def test_the_window_is_called_samordner_and_nothing_else(tmp_path: Path) -> None:
    archive = training_archive(tmp_path / "arkiv")
    lay_out_cases(archive, 1)
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await until(pilot, lambda: "2027-01" in shown(app))
        assert (app.title, app.sub_title) == ("Samordner", "")


async def test_a_training_archive_says_so_on_every_screen(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        assert "ØVELSE" in shown(app).splitlines()[0]
        await pilot.press("f2")
        await until(pilot, lambda: "Indstillinger" in shown(app))
        assert "ØVELSE" in shown(app).splitlines()[0]


async def test_a_real_archive_does_not(tmp_path: Path) -> None:
    app = SamordnerApp(archive=new_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app):
        assert "ØVELSE" not in shown(app)
        assert "Samordner" in shown(app).splitlines()[0]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20), (40, 12), (20, 6), (8, 3)])
async def test_every_size_of_window_works(tmp_path: Path, size: tuple[int, int]) -> None:
    archive = training_archive(tmp_path / "arkiv")
    lay_out_cases(archive, 12)
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app, size) as pilot:
        overview = app.screen
        for key in ("f1", "ctrl+p", "f9", "f2", "n"):
            await pilot.press("down", key)
            await until(pilot, lambda: app.screen is not overview)
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is overview)


async def test_escape_never_closes_the_program(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await pilot.press(*["escape"] * 5)
        assert app.is_running
        assert isinstance(app.screen, OverviewScreen)


async def test_ctrl_c_copies_and_does_not_close(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app.is_running
        assert "ctrl+q" in shown(app)


async def test_what_is_said_is_never_read_as_markup(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app, (100, 30)) as pilot:
        app.say("Åse [b]Ørsted[/b] [/] $accent")
        await until(pilot, lambda: "Åse [b]Ørsted[/b] [/] $accent" in shown(app))


async def test_a_worker_that_is_refused_something_says_so_and_the_program_goes_on(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)

    async def refused() -> None:
        raise Refused("Det kan ikke lade sig gøre.")

    async with running(app) as pilot:
        app.run_worker(refused())
        await until(pilot, lambda: "Det kan ikke lade sig gøre." in shown(app))
        assert app.is_running


async def test_quitting_while_the_cases_are_read_is_no_failure(tmp_path: Path) -> None:
    archive = new_archive(tmp_path / "arkiv")
    lay_out_cases(archive, 50)
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        app.refresh_case()
        app.action_lock()
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen) and not app.closing.locked())


async def test_quitting_closes_the_archive(tmp_path: Path) -> None:
    app = SamordnerApp(archive=new_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running or app.archive is None)
    new_door = SamordnerApp(tmp_path / "arkiv", config=tmp_path)
    async with running(new_door):
        assert isinstance(new_door.screen, UnlockScreen)


async def test_f1_explains_the_place_and_its_keys(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app, (100, 40)) as pilot:
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpDialog))
        text = shown(app)
        assert "Her står dine sager" in text
        assert "Ny sag" in text
        await pilot.press("f1", "escape")
        assert isinstance(app.screen, OverviewScreen)


async def test_a_click_in_the_footer_is_as_good_as_the_key(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await pilot.click(KeyFooter, offset=(2, 0))
        await until(pilot, lambda: isinstance(app.screen, HelpDialog))


async def test_english_is_spoken_at_once(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY, language="en")
    async with running(app):
        assert "10 January" in shown(app).splitlines()[0]


ENTRIES = (
    Entry("f1", "f1", "Hjælp", 0, stays=True),
    Entry("n", "n", "Ny sag", 50),
    Entry("s", "s", "Søg", 50),
    Entry("ctrl+p", "^p", "Alt", 99, stays=True),
)


@pytest.mark.parametrize(
    ("width", "left"), [(80, ["f1", "n", "s", "^p"]), (26, ["f1", "n", "^p"]), (18, ["f1", "^p"]), (9, ["f1"]), (2, [])]
)
def test_the_footer_leaves_out_whole_entries(width: int, left: list[str]) -> None:
    assert [entry.shown for line in fitting(ENTRIES, width) for entry in line] == left


@pytest.mark.parametrize(
    ("width", "crumbs", "aside"),
    [
        (90, ("Samordner", "2027-03 Alma", "1. rådslagning"), "torsdag 21. januar kl. 17 · om 11 dage"),
        (70, ("Samordner", "2027-03 Alma", "1. rådslagning"), "om 11 dage"),
        (50, ("Samordner", "1. rådslagning"), "om 11 dage"),
        (30, ("Samordner", "1. rådslagning"), ""),
        (20, ("1. rådslagning",), ""),
    ],
)
def test_the_title_line_leaves_out_whole_parts(width: int, crumbs: tuple[str, ...], aside: str) -> None:
    whole = ("Samordner", "2027-03 Alma", "1. rådslagning")
    assert fitted(whole, "torsdag 21. januar kl. 17 · om 11 dage", width) == (crumbs, aside)


async def test_the_title_line_is_one_line(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app):
        assert app.screen.query_one(TitleBar).size.height == 1
        assert "søndag 10. januar" in shown(app).splitlines()[0]
