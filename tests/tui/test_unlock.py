"""The door: opening, what is said when it cannot be opened, locking by key and when idle."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.refusals import Refused
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.idle import IdleWatch
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
from samordner_tui.tui.widgets.private_clock import elapsed
from samordner_tui.tui.widgets.secret import SecretInput
from tests.tui.world import (
    NOON,
    PASSPHRASE,
    TODAY,
    clock,
    lay_out_cases,
    new_archive,
    running,
    shown,
    training_archive,
    type_text,
    until,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An encrypted archive with three cases, closed."""
    archive = new_archive(tmp_path / "arkiv")
    lay_out_cases(archive, 3)
    archive.close(copy=False)
    return tmp_path / "arkiv"


def at_the_door(folder: Path) -> SamordnerApp:
    """The program at the door of an archive."""
    return SamordnerApp(folder, config=folder.parent, today=TODAY)


async def test_the_passphrase_opens_the_overview(folder: Path) -> None:
    app = at_the_door(folder)
    async with running(app) as pilot:
        assert "»arkiv«" in shown(app)
        assert str(folder) not in shown(app)
        await type_text(pilot, PASSPHRASE)
        assert PASSPHRASE not in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen) and "2027-03" in shown(app))


async def test_the_passphrase_is_shown_when_it_is_asked_for(folder: Path) -> None:
    app = at_the_door(folder)
    async with running(app) as pilot:
        await type_text(pilot, "æble@")
        await pilot.press("f4")
        await until(pilot, lambda: "æble@" in shown(app))


async def test_the_recovery_code_opens_too(tmp_path: Path) -> None:
    archive, code = Archive.create(tmp_path / "arkiv", PASSPHRASE, clock=clock)
    archive.close(copy=False)
    app = at_the_door(tmp_path / "arkiv")
    async with running(app) as pilot:
        app.screen.query_one(SecretInput).value = code.lower().replace("-", " ")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


async def test_a_wrong_passphrase_is_said_calmly_and_can_be_tried_again(folder: Path) -> None:
    app = at_the_door(folder)
    async with running(app) as pilot:
        await type_text(pilot, "noget helt andet her")
        await pilot.press("enter")
        await until(pilot, lambda: "passer ikke" in shown(app))
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


async def test_a_damaged_key_file_is_told_apart_from_a_wrong_passphrase(folder: Path) -> None:
    (folder / "archive.key").write_bytes(b"{broken")
    app = at_the_door(folder)
    async with running(app) as pilot:
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: "beskadiget" in shown(app))
        assert "passer ikke" not in shown(app)


async def test_a_training_archive_is_entered_without_a_passphrase(tmp_path: Path) -> None:
    training_archive(tmp_path / "arkiv").close()
    app = at_the_door(tmp_path / "arkiv")
    async with running(app) as pilot:
        assert "Tryk enter" in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


class Typing(FrameScreen[None]):
    """A screen with a field that is saved when it is left."""

    def __init__(self, *, waits: bool = False) -> None:
        super().__init__()
        self.left = 0
        self.waits = waits

    async def leave(self) -> None:
        """Count how often the field was left."""
        self.left += 1

    def idle_lock_waits(self) -> bool:
        """As in trin 1 and 3."""
        return self.waits


async def test_locking_saves_drops_the_screens_and_closes(folder: Path) -> None:
    app = SamordnerApp(archive=Archive.open(folder, PASSPHRASE, clock=clock), config=folder.parent, today=TODAY)
    async with running(app) as pilot:
        archive = app.open_archive
        screen = Typing()
        await app.push_screen(screen)
        app.copy_to_clipboard("Inge, farmor")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen) and not app.closing.locked())
        assert screen.left == 1
        assert app.clipboard == "", "what was copied could be pasted at the door"
        assert app.archive is None
        assert not [one for one in app.screen_stack if isinstance(one, (Typing, OverviewScreen))]
        with pytest.raises(Refused, match="låst"):
            archive.history(None)


async def test_it_can_be_locked_and_opened_again_and_again(folder: Path) -> None:
    app = at_the_door(folder)
    async with running(app) as pilot:
        for _ in range(3):
            await type_text(pilot, PASSPHRASE)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
            await pilot.press("ctrl+l", "ctrl+l")
            await until(pilot, lambda: isinstance(app.screen, UnlockScreen))


async def test_it_locks_when_nobody_has_been_there_for_ten_minutes(folder: Path) -> None:
    seconds = [0.0]
    app = SamordnerApp(archive=Archive.open(folder, PASSPHRASE, clock=clock), config=folder.parent, today=TODAY)
    async with running(app) as pilot:
        app.idle = IdleWatch(lambda: seconds[0])
        seconds[0] = 599
        app._look_at_the_clock()
        await pilot.pause()
        assert isinstance(app.screen, OverviewScreen)
        seconds[0] = 600
        app._look_at_the_clock()
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen))


async def test_a_key_pressed_puts_the_idle_lock_off(folder: Path) -> None:
    seconds = [0.0]
    app = SamordnerApp(archive=Archive.open(folder, PASSPHRASE, clock=clock), config=folder.parent, today=TODAY)
    async with running(app) as pilot:
        app.idle = IdleWatch(lambda: seconds[0])
        seconds[0] = 590
        await pilot.press("down")
        seconds[0] = 650
        assert not app.idle.is_due()


async def test_the_idle_lock_waits_in_trin_1_and_3(folder: Path) -> None:
    seconds = [0.0]
    app = SamordnerApp(archive=Archive.open(folder, PASSPHRASE, clock=clock), config=folder.parent, today=TODAY)
    async with running(app) as pilot:
        await app.push_screen(Typing(waits=True))
        app.idle = IdleWatch(lambda: seconds[0])
        seconds[0] = 10_000
        app._look_at_the_clock()
        await pilot.pause()
        assert isinstance(app.screen, Typing)


class PrivateTime(Typing):
    """Trin 2: the clock goes on while the archive is locked."""

    def clock_while_locked(self) -> datetime:
        """Since when."""
        return NOON - timedelta(hours=1, minutes=51)


async def test_the_clock_of_the_private_time_stays_when_the_archive_is_locked(folder: Path) -> None:
    app = SamordnerApp(archive=Archive.open(folder, PASSPHRASE, clock=clock), config=folder.parent, today=TODAY)
    async with running(app) as pilot:
        await app.push_screen(PrivateTime())
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen))
        assert "Familien og netværket lægger planen" in shown(app)


def test_elapsed_time_is_never_negative() -> None:
    assert elapsed(NOON, NOON + timedelta(hours=1, minutes=51, seconds=30)) == "1:51"
    assert elapsed(NOON, NOON - timedelta(hours=1)) == "0:00"
