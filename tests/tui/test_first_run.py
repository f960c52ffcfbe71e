"""The first steps: a passphrase with its strength, a recovery code to write down, a place to try things."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.first_run import FirstRunScreen
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.passphrase import PassphraseDialog, RecoveryCodeDialog, same_group
from tests.tui.world import PASSPHRASE, TODAY, running, shown, type_text, until


def fresh(tmp_path: Path) -> SamordnerApp:
    """The program on a machine where it was never opened."""
    return SamordnerApp(tmp_path / "arkiv", config=tmp_path, today=TODAY)


async def to_the_code(app: SamordnerApp, pilot: Pilot[None]) -> RecoveryCodeDialog:
    """Choose a new archive and type the passphrase twice."""
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, PassphraseDialog))
    await type_text(pilot, PASSPHRASE)
    await pilot.press("enter")
    await type_text(pilot, PASSPHRASE)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, RecoveryCodeDialog))
    dialog = app.screen
    assert isinstance(dialog, RecoveryCodeDialog)
    return dialog


async def test_a_new_archive_from_nothing_to_the_overview(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with running(app) as pilot:
        assert isinstance(app.screen, FirstRunScreen)
        dialog = await to_the_code(app, pilot)
        assert all(group in shown(app) for group in dialog.groups)
        await pilot.press("enter")
        await pilot.pause()
        assert not any(group in shown(app) for group in dialog.groups)
        for place in dialog.asked_places:
            await type_text(pilot, dialog.groups[place].lower())
            await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
        await until(pilot, lambda: "Velkommen" in shown(app))
        assert (tmp_path / "arkiv" / "archive.key").exists()


async def test_there_is_no_way_past_the_recovery_code(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with running(app) as pilot:
        dialog = await to_the_code(app, pilot)
        await pilot.press("escape", "escape", "ctrl+p", "f9", "enter")
        await pilot.pause()
        await type_text(pilot, "0000")
        await pilot.press("enter")
        await type_text(pilot, "0000")
        await pilot.press("enter")
        await until(pilot, lambda: "passer ikke med koden" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: all(group in shown(app) for group in dialog.groups))
        assert app.screen is dialog


async def test_the_strength_is_shown_while_it_is_typed(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with running(app) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PassphraseDialog))
        assert "▱▱▱▱" in shown(app)
        await type_text(pilot, "kort")
        assert "mangler" in shown(app)
        await type_text(pilot, " men fire ord her")
        assert "▰▰" in shown(app)


async def test_a_weak_passphrase_goes_no_further(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with running(app) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PassphraseDialog))
        await type_text(pilot, "123456789012")
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PassphraseDialog)
        assert not (tmp_path / "arkiv").exists()


async def test_two_that_differ_are_typed_again(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with running(app) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PassphraseDialog))
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await type_text(pilot, PASSPHRASE + "x")
        await pilot.press("enter")
        await until(pilot, lambda: "ikke ens" in shown(app))


async def test_a_training_archive_is_one_key_away_and_holds_the_fictional_cases(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with running(app) as pilot:
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
        assert app.open_archive.training
        assert "ØVELSE" in shown(app)
        await until(pilot, lambda: all(name in shown(app) for name in ("Alma", "Freja og Noah", "Emil")))


async def test_opening_where_there_is_nothing_says_so(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with running(app) as pilot:
        await pilot.press("down", "enter")
        await until(pilot, lambda: "intet arkiv" in shown(app))
        assert isinstance(app.focused, Input)


async def test_a_folder_that_cannot_be_written_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("ikke en mappe", "utf-8")
    app = SamordnerApp(tmp_path / "fil" / "arkiv", config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: "mappe" in shown(app).splitlines()[-5:][0] or "skrives" in shown(app))
        assert isinstance(app.screen, FirstRunScreen)


@pytest.mark.parametrize(
    ("typed", "group", "same"),
    [("ab12", "AB12", True), (" oil1 ", "0111", True), ("AB13", "AB12", False), ("", "AB12", False)],
)
def test_a_group_is_known_again_however_it_is_typed(typed: str, group: str, *, same: bool) -> None:
    assert same_group(typed, group) is same


async def test_up_and_down_go_between_the_ways_and_the_folder_and_enter_says_what_it_did(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with running(app) as pilot:
        await pilot.press("down", "down", "down")
        assert app.focused is app.screen.query_one("#folder")
        await pilot.press("up")
        assert app.focused is app.screen.query_one("OptionList")
        await pilot.press("down", "end")
        await type_text(pilot, "2")
        await pilot.press("enter")
        await pilot.pause()
        assert app.focused is app.screen.query_one("OptionList")
        assert "Vælg nu" in " ".join(shown(app).split())
