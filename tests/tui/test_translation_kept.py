"""A translation that is pasted in and not saved is never lost: not by leaving, locking, quitting or being killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from textual.pilot import Pilot

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.papers import PaperTranslation
from samordner_tui.method.cpr import mask
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.dialogs.pasted import PasteDialog
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.papers import PapersScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
from tests.tui.conftest import Seeded, seed
from tests.tui.world import PASSPHRASE, TODAY, new_archive, running, shown, type_text, until

WORDS = "Witamy w domu"


@pytest.fixture
def encrypted(tmp_path: Path, today: date) -> Iterator[Seeded]:
    """An encrypted archive with a case."""
    folder = tmp_path / "arkiv"
    archive = new_archive(folder)
    yield seed(archive, folder, today)
    archive.close(copy=False)


def program(archive: Archive, folder: Path) -> SamordnerApp:
    return SamordnerApp(archive=archive, config=folder / "config", today=TODAY, language="da")


async def to_box(app: SamordnerApp, pilot: Pilot[None], case_id: str) -> PasteDialog:
    """From the case to the box for a Polish translation of the family's leaflet."""
    await until(pilot, lambda: isinstance(app.screen, CaseScreen) and app.screen.shown is not None)
    await pilot.press("f7")
    await until(pilot, lambda: isinstance(app.screen, PapersScreen) and bool(app.screen.list.papers))
    assert isinstance(app.screen, PapersScreen)
    for _press in app.screen.list.papers:
        pointed = app.screen.list.pointed
        if pointed is not None and pointed.sheet.kind.id == "leaflet_family":
            break
        await pilot.press("down")
    return await open_box(app, pilot)


async def open_box(app: SamordnerApp, pilot: Pilot[None]) -> PasteDialog:
    await pilot.press("v")
    await until(pilot, lambda: "Hvilket sprog?" in shown(app))
    await type_text(pilot, "polsk")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, PasteDialog))
    assert isinstance(app.screen, PasteDialog)
    return app.screen


def drafts(archive: Archive, case_id: str) -> list[str]:
    return list(archive.drafts(case_id).values())


def kept(archive: Archive) -> int:
    with archive.reading() as session:
        return session.scalar(select(func.count()).select_from(PaperTranslation)) or 0


async def test_it_is_there_again_after_the_archive_was_locked_over_it(encrypted: Seeded, tmp_path: Path) -> None:
    app = program(encrypted.archive, tmp_path)
    async with running(app) as pilot:
        app.open_case(encrypted.case_id)
        await to_box(app, pilot, encrypted.case_id)
        await type_text(pilot, WORDS)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen) and not app.closing.locked())
        assert WORDS not in shown(app)
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        box = await to_box(app, pilot, encrypted.case_id)
        assert box.field.text == WORDS
        assert app.archive is not None
        assert kept(app.archive) == 0
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "(polsk)" in shown(app))
        await until(pilot, lambda: app.archive is not None and drafts(app.archive, encrypted.case_id) == [])


async def test_it_is_there_again_after_the_program_was_quit(encrypted: Seeded, tmp_path: Path) -> None:
    app = program(encrypted.archive, tmp_path)
    async with running(app) as pilot:
        app.open_case(encrypted.case_id)
        await to_box(app, pilot, encrypted.case_id)
        await type_text(pilot, WORDS)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    with Archive.open(encrypted.folder, PASSPHRASE) as again:
        assert drafts(again, encrypted.case_id) == [WORDS]


async def test_left_without_being_saved_it_lies_there_and_the_language_stands_first(
    encrypted: Seeded, tmp_path: Path
) -> None:
    app = program(encrypted.archive, tmp_path)
    async with running(app) as pilot:
        app.open_case(encrypted.case_id)
        box = await to_box(app, pilot, encrypted.case_id)
        assert "teksten bliver liggende" in shown(app)
        box.field.text = f"# {WORDS}\n\nDruga"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PapersScreen))
        await pilot.press("v")
        await until(pilot, lambda: "påbegyndt" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PasteDialog))
        assert "Druga" in shown(app)
        assert kept(encrypted.archive) == 0


async def test_what_is_emptied_is_no_draft_any_longer(encrypted: Seeded, tmp_path: Path) -> None:
    app = program(encrypted.archive, tmp_path)
    async with running(app) as pilot:
        app.open_case(encrypted.case_id)
        box = await to_box(app, pilot, encrypted.case_id)
        await type_text(pilot, "x")
        await until(pilot, lambda: drafts(encrypted.archive, encrypted.case_id) == ["x"])
        await pilot.press("backspace", "escape")
        await until(pilot, lambda: drafts(encrypted.archive, encrypted.case_id) == [])
        assert box.field.text == ""


async def test_one_that_is_refused_stays_in_the_box_without_its_cpr_number(encrypted: Seeded, tmp_path: Path) -> None:
    number = "210316-1234"
    app = program(encrypted.archive, tmp_path)
    async with running(app) as pilot:
        app.open_case(encrypted.case_id)
        await to_box(app, pilot, encrypted.case_id)
        await type_text(pilot, f"{WORDS} {number}")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, PapersScreen))
        await until(pilot, lambda: any("CPR" in one.message for one in app._notifications))
        assert kept(encrypted.archive) == 0
        await until(pilot, lambda: drafts(encrypted.archive, encrypted.case_id) == [mask(f"{WORDS} {number}")])
        box = await open_box(app, pilot)
        assert WORDS in box.field.text


KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from samordner_tui.archive.file import Archive
from tests.tui.test_translation_kept import WORDS, drafts, program, to_box
from tests.tui.world import PASSPHRASE, running, type_text, until

async def main(folder, case_id):
    archive = Archive.open(Path(folder), PASSPHRASE)
    app = program(archive, Path(folder))
    async with running(app) as pilot:
        app.open_case(case_id)
        await to_box(app, pilot, case_id)
        await type_text(pilot, WORDS)
        await until(pilot, lambda: drafts(archive, case_id) == [WORDS])
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main(*sys.argv[1:]))
"""


def test_it_is_there_again_after_the_program_was_killed(encrypted: Seeded) -> None:
    encrypted.archive.close(copy=False)
    arguments = [str(encrypted.folder), encrypted.case_id]
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, *arguments], check=False, capture_output=True, cwd=Path(__file__).parents[2]
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    with Archive.open(encrypted.folder, PASSPHRASE) as again:
        assert drafts(again, encrypted.case_id) == [WORDS]
