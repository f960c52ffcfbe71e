"""The doors of the program: first run, passphrase, unlock. They stand before any case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from random import SystemRandom

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.first_run import FirstRunScreen
from samordner_tui.tui.screens.passphrase import PassphraseDialog, RecoveryCodeDialog
from samordner_tui.tui.screens.unlock import UnlockScreen
from tests.snapshots.picture import hold_against
from tests.snapshots.test_screens import SIZES, picture_of
from tests.tui.world import PASSPHRASE, TODAY, lay_out_cases, new_archive, shown, type_text, until

Door = Callable[[SamordnerApp, Pilot[None]], Awaitable[None]]
LOOKS = ("fjord", "klit", "kontrast")


async def first_run(app: SamordnerApp, pilot: Pilot[None]) -> None:
    """Where one who has no archive yet begins."""
    await until(pilot, lambda: isinstance(app.screen, FirstRunScreen))


async def new_passphrase(app: SamordnerApp, pilot: Pilot[None]) -> None:
    """A passphrase is chosen; its strength is said."""
    await first_run(app, pilot)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, PassphraseDialog))
    await type_text(pilot, "fire små")


async def recovery_code_asked_back(app: SamordnerApp, pilot: Pilot[None]) -> None:
    """A part of the recovery code is asked back; the code itself is another each time and is not pictured."""
    await new_passphrase(app, pilot)
    await type_text(pilot, PASSPHRASE.removeprefix("fire små"))
    await pilot.press("enter")
    await type_text(pilot, PASSPHRASE)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, RecoveryCodeDialog))
    dialog = app.screen
    assert isinstance(dialog, RecoveryCodeDialog)
    await pilot.press("enter")
    await until(pilot, lambda: not any(group in shown(app) for group in dialog.groups))


async def unlock(app: SamordnerApp, pilot: Pilot[None]) -> None:
    """The door of an archive."""
    await until(pilot, lambda: isinstance(app.screen, UnlockScreen))


async def wrong_passphrase(app: SamordnerApp, pilot: Pilot[None]) -> None:
    """What is said to a passphrase that does not fit."""
    await unlock(app, pilot)
    await type_text(pilot, "fem store svaner")
    await pilot.press("enter")
    await until(pilot, lambda: "passer ikke" in shown(app))


NO_ARCHIVE: dict[str, Door] = {
    "first-run": first_run,
    "new-passphrase": new_passphrase,
    "recovery-code": recovery_code_asked_back,
}
LOCKED: dict[str, Door] = {"unlock": unlock, "wrong-passphrase": wrong_passphrase}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", [*NO_ARCHIVE, *LOCKED])
async def test_the_door_looks_as_it_did(
    name: str, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(SystemRandom, "sample", lambda _self, places, count: list(places)[:count])
    folder = Path("arkiv")
    if name in LOCKED:
        archive = new_archive(folder)
        lay_out_cases(archive, 3)
        archive.close(copy=False)
    app = SamordnerApp(folder, config=tmp_path, today=TODAY, language="da")
    async with app.run_test(size=size) as pilot:
        await {**NO_ARCHIVE, **LOCKED}[name](app, pilot)
        for field in app.screen.query(Input):
            field.cursor_blink = False
        picture = await picture_of(app, pilot, LOOKS)
        if app.archive is not None:
            app.archive.close(copy=False)
    hold_against(f"{name}-{size[0]}x{size[1]}", picture)
