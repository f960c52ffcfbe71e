"""What is typed and cannot be kept yet is a draft, shown again with what is wrong."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.refusals import DiskFull
from samordner_tui.method.cpr import mask
from samordner_tui.tui import saving
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.widgets.fields.row import DRAFT_AFTER, REST
from tests.tui.conftest import Open, Seeded, Walk, seed
from tests.tui.world import until

NUMBER = "210316-1234"

KILLED = """
import asyncio, os, signal, sys
from datetime import date
from pathlib import Path
from samordner_tui.archive.file import Archive
from samordner_tui.method.terms import StageId
from samordner_tui.tui.app import SamordnerApp

async def main(folder, case_id, row_id, name, text):
    archive = Archive.open(Path(folder), None)
    app = SamordnerApp(archive=archive, today=date(2027, 1, 10), language="da")
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_case(case_id, StageId.NETWORK)
        while getattr(app.screen, "pane", None) is None:
            await pilot.pause()
        await app.screen.pane.open_row("people", row_id, name)
        for letter in text:
            await pilot.press(letter)
        await pilot.pause(0.5)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main(*sys.argv[1:]))
"""


def kill_while_typing(seeded: Seeded, name: str, text: str) -> Seeded:
    """Type in a field of Inge in a program of its own, and kill it; give the archive opened again."""
    seeded.archive.close()
    arguments = [str(seeded.folder), seeded.case_id, seeded.ids["inge"], name, text]
    ended = subprocess.run([sys.executable, "-c", KILLED, *arguments], check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    return Seeded(Archive.open(seeded.folder, None), seeded.folder, seeded.case_id, seeded.ids)


async def test_a_date_that_is_none_is_a_draft_and_is_shown_again(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("contacts", "visit", "held_on")
        await walk.type("31/2")
        await walk.press("tab")
        await walk.settle()
        assert "Skriv en dato" in walk.row("held_on").problem
        assert "Skriv en dato" in walk.text_on_screen()
        assert seeded.value("contacts", seeded.ids["visit"], "held_on") is None
        assert seeded.drafts() == {"held_on": "31/2"}
        await walk.press("escape")
        await walk.settle()
        row = await walk.open("contacts", "visit", "held_on")
        assert row.text == "31/2"
        assert "Skriv en dato" in row.problem
        await walk.empty("held_on")
        await walk.type("i dag")
        await walk.press("tab")
        await walk.settle()
        assert seeded.value("contacts", seeded.ids["visit"], "held_on") == date(2027, 1, 10)
        assert seeded.drafts() == {}
        assert walk.row("held_on").problem == ""


async def test_what_cannot_be_empty_keeps_what_stood_there(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "name")
        await walk.empty("name")
        await walk.press("tab")
        await walk.settle()
        assert walk.row("name").problem == "Her skal stå noget."
        assert seeded.inge("name") == "Inge"


async def test_going_back_to_what_stood_there_forgets_the_draft(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "email")
        await walk.type("inge")
        await walk.press("tab", "shift+tab")
        await walk.settle()
        assert seeded.drafts() == {"email": "inge"}
        await walk.empty("email")
        await walk.press("tab")
        await walk.settle()
        assert seeded.drafts() == {}
        assert walk.row("email").problem == ""


async def test_a_cpr_number_is_held_back_and_masked(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "relation")
        await walk.type(f" {NUMBER}")
        await walk.press("tab")
        await walk.settle()
        assert "ligner et CPR-nummer" in walk.text_on_screen()
        assert NUMBER not in walk.text_on_screen()
        assert seeded.inge("relation") == "farmor"
        assert seeded.drafts() == {"relation": mask(f"farmor {NUMBER}")}
        assert NUMBER.encode() not in (seeded.folder / "archive.db").read_bytes()


async def test_it_is_not_a_cpr_number(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "relation")
        await walk.type(f" {NUMBER}")
        await walk.press("tab", "shift+tab", "f6")
        await walk.settle()
        assert seeded.inge("relation") == f"farmor {NUMBER}"
        assert seeded.drafts() == {}
        await walk.press("exclamation_mark", "tab")
        await walk.settle()
        assert seeded.inge("relation") == f"farmor {NUMBER}!"


def test_a_killed_program_has_kept_what_was_typed(seeded: Seeded) -> None:
    """As a draft; where the machine is slow, the second of rest may have made it the value."""
    opened = kill_while_typing(seeded, "relation", "xy")
    try:
        assert opened.drafts().get("relation", opened.inge("relation")) == "farmorxy"
    finally:
        opened.archive.close()


async def test_what_was_typed_before_a_kill_is_shown_again_and_kept(tmp_path: Path, today: date) -> None:
    folder = tmp_path / "dræbt"
    folder.mkdir()
    archive = Archive.create_training(folder)
    seeded = seed(archive, folder, today)
    archive.save_draft("people", seeded.ids["inge"], "relation", seeded.case_id, "farmor fra Ry")
    app = SamordnerApp(archive=archive, today=today, language="da")
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_case(seeded.case_id, None)
        await until(pilot, lambda: isinstance(app.screen, CaseScreen) and app.screen.pane is not None)
        walk = Walk(app, pilot, seeded)
        row = await walk.open("people", "inge", "relation")
        assert row.text == "farmor fra Ry"
        assert "ikke gemt endnu" in row.problem
        await walk.press("escape")
        await walk.settle()
        assert seeded.inge("relation") == "farmor fra Ry"
        assert seeded.drafts() == {}
    archive.close()


async def test_a_draft_that_is_shown_again_is_no_value_until_a_key_is_pressed_or_it_is_left(
    open_case: Open, seeded: Seeded
) -> None:
    seeded.archive.save_draft("people", seeded.ids["inge"], "relation", seeded.case_id, "farmor fra Ry")
    async with open_case() as walk:
        row = await walk.open("people", "inge", "relation")
        await walk.pilot.pause(REST + 0.5)
        await walk.settle()
        assert row.has_focused_field
        assert row.text == "farmor fra Ry"
        assert seeded.inge("relation") == "farmor"
        assert seeded.drafts() == {"relation": "farmor fra Ry"}


async def test_a_text_that_may_become_a_cpr_number_waits_until_the_field_is_left(
    open_case: Open, seeded: Seeded
) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "relation")
        await walk.type(" 010203-123")
        await walk.pilot.pause(REST + 0.5)
        await walk.settle()
        assert "010203" not in f"{seeded.inge('relation')} {seeded.drafts()}"
        await walk.press("tab")
        await walk.settle()
        assert seeded.inge("relation") == "farmor 010203-123"
        assert seeded.drafts() == {}


async def test_a_draft_that_cannot_be_written_is_said_once_and_not_on_every_key(
    open_case: Open, seeded: Seeded, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull

    async with open_case() as walk:
        await walk.open("contacts", "visit", "held_on")
        with monkeypatch.context() as full:
            full.setattr(seeded.archive, "save_draft", no_room)
            for letter in "312":
                await walk.type(letter)
                await walk.pilot.pause(DRAFT_AFTER + 0.1)
                await walk.settle()
            said = walk.said()
            assert said.count("kan ikke gemmes") == 1
            assert "Disken er fuld" in said
        await walk.type("x")
        await walk.pilot.pause(DRAFT_AFTER + 0.1)
        await walk.settle()
        assert seeded.drafts() == {"held_on": "312x"}


async def test_control_characters_are_refused(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "relation")
        row.control.show("far\x07mor")
        row.leave()
        await walk.settle()
        assert "usynligt tegn" in row.problem
        assert seeded.inge("relation") == "farmor"


async def test_a_number_outside_its_limits_says_so_and_stays(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "age")
        await walk.type("400")
        await walk.press("tab")
        await walk.settle()
        assert row.problem == "Tallet må højst være 120."
        assert row.text == "400"
        assert seeded.drafts() == {"age": "400"}


async def test_what_could_not_be_written_stays_and_is_a_draft(
    open_case: Open, seeded: Seeded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it is a fault that no rule foresaw: the field never takes it for kept."""

    def fault(*_arguments: object) -> None:
        raise RuntimeError

    async with open_case() as walk:
        row = await walk.open("people", "inge", "relation")
        monkeypatch.setattr(saving, "change_field", fault)
        await walk.type("!")
        await walk.press("tab")
        await walk.settle()
        assert row.problem == "Det kunne ikke gemmes. Det, du skrev, står her endnu."
        assert (row.text, seeded.inge("relation")) == ("farmor!", "farmor")
        assert seeded.drafts() == {"relation": "farmor!"}
