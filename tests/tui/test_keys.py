"""Keys: shown as people write them, changed by name in a file, and a clash is said at the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.app_commands import APP_OFFERS
from samordner_tui.tui.keys import KEY_FILE, clashes, load_keymap, shown_key
from samordner_tui.tui.screens.unlock import UnlockScreen
from tests.tui.world import TODAY, new_archive, running, shown, until


@pytest.mark.parametrize(
    ("key", "said"),
    [("ctrl+p", "^p"), ("f1", "f1"), ("escape", "esc"), ("enter", "↵"), ("n,down", "n"), ("ctrl+shift+z", "shift+^z")],
)
def test_a_key_is_shown_as_people_write_it(key: str, said: str) -> None:
    assert shown_key(key) == said


async def test_a_changed_key_acts_and_is_shown_everywhere(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text('lock = "f12"\n', "utf-8")
    app = SamordnerApp(archive=new_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app, (120, 30)) as pilot:
        await until(pilot, lambda: "f12 Lås" in shown(app))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: any("f12" in row and "Lås" in row for row in shown(app).splitlines()[3:-1]))
        await pilot.press("escape", "ctrl+l")
        await pilot.pause()
        assert app.archive is not None
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen))


async def test_a_clash_is_said_at_the_start(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text('lock = "ctrl+q"\n', "utf-8")
    new_archive(tmp_path / "arkiv").close(copy=False)
    app = SamordnerApp(tmp_path / "arkiv", config=tmp_path, today=TODAY)
    async with running(app, (100, 30)) as pilot:
        await until(pilot, lambda: "»Lås«" in shown(app) and KEY_FILE in shown(app))


def test_a_key_moved_out_of_the_way_is_no_clash() -> None:
    assert clashes({"lock": "ctrl+q", "quit": "ctrl+x"}, APP_OFFERS) == ()
    assert len(clashes({"lock": "ctrl+q"}, APP_OFFERS)) == 1
    assert len(clashes({"new_case": "f9"}, APP_OFFERS)) == 1


@pytest.mark.parametrize("content", [b"lock = ", b"\xff\xfe", b"lock = 3\n"])
def test_a_wrong_file_is_said_and_the_usual_keys_hold(tmp_path: Path, content: bytes) -> None:
    (tmp_path / KEY_FILE).write_bytes(content)
    keymap, problem = load_keymap(tmp_path)
    assert keymap == {}
    assert problem


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    assert load_keymap(tmp_path) == ({}, "")
