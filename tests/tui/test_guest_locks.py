"""The guest view is locked like every other."""

from __future__ import annotations

from pathlib import Path

from samordner_tui.tui import idle
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.guest import GuestScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
from tests.tui.world import PASSPHRASE, TODAY, almas_case, new_archive, running, shown, type_text, until


async def test_the_guest_view_locks_by_key_and_when_idle(tmp_path: Path) -> None:
    """Nothing can be reached from it but the door."""
    for how in ("the key", "idleness"):
        archive = new_archive(tmp_path / how)
        case_id = almas_case(archive)
        app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
        seconds = [0.0]
        async with running(app, (100, 30)) as pilot:
            app.open_case(case_id)
            await until(pilot, lambda app=app: isinstance(app.screen, CaseScreen))  # type: ignore[misc]
            await app.enter_guest(case_id)
            await until(pilot, lambda app=app: "Mette" in shown(app))  # type: ignore[misc]
            if how == "the key":
                await pilot.press("ctrl+l")
            else:
                app.idle = idle.IdleWatch(lambda seconds=seconds: seconds[0])  # type: ignore[misc]
                seconds[0] = 600
                app._look_at_the_clock()
            await until(pilot, lambda app=app: isinstance(app.screen, UnlockScreen))  # type: ignore[misc]
            assert [type(screen) for screen in app.screen_stack[1:]] == [UnlockScreen]
            assert "Mette" not in shown(app)
            await until(pilot, lambda app=app: app.archive is None and not app.closing.locked())  # type: ignore[misc]
            await type_text(pilot, PASSPHRASE)
            await pilot.press("enter")
            await until(pilot, lambda app=app: isinstance(app.screen, CaseScreen))  # type: ignore[misc]
            assert not any(isinstance(screen, GuestScreen) for screen in app.screen_stack)
