"""The palette: everything by name in Danish with its key, nothing that is impossible, looks tried on."""

from __future__ import annotations

from pathlib import Path

from textual.app import App

from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.app_commands import APP_OFFERS, Lock, Palette, Undo
from samordner_tui.tui.commands import REGISTRY
from samordner_tui.tui.palette import PaletteDialog, PaletteEntry, entries_for, matching
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
from samordner_tui.tui.widgets.line import LineInput
from tests.tui.world import (
    PASSPHRASE,
    TODAY,
    lay_out_cases,
    new_archive,
    running,
    shown,
    training_archive,
    type_text,
    until,
)


def on_training(tmp_path: Path) -> SamordnerApp:
    """The program on a training archive with two cases."""
    archive = training_archive(tmp_path / "arkiv")
    lay_out_cases(archive, 2)
    return SamordnerApp(archive=archive, config=tmp_path, today=TODAY)


async def test_every_command_stands_there_in_danish_with_its_key(tmp_path: Path) -> None:
    app = on_training(tmp_path)
    async with running(app, (100, 40)) as pilot:
        await until(pilot, lambda: "2027-01" in shown(app))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, PaletteDialog))
        text = shown(app)
        for key, title in (
            ("n", "Ny sag"),
            ("^q", "Luk Samordner"),
            ("f9", "Noget alvorligt"),
            ("f2", "Indstillinger"),
        ):
            assert any(key in row and title in row for row in text.splitlines()), title
        assert "Search" not in text
        assert "Theme" not in text


async def test_what_is_impossible_is_not_there(tmp_path: Path) -> None:
    app = on_training(tmp_path)
    async with running(app) as pilot:
        await until(pilot, lambda: "2027-01" in shown(app))
        titles = {entry.title for entry in entries_for(app.screen)}
        assert Undo.title not in titles
        assert Palette.title not in titles


async def test_at_the_door_nothing_of_the_archive_can_be_reached(tmp_path: Path) -> None:
    new_archive(tmp_path / "arkiv").close(copy=False)
    app = SamordnerApp(tmp_path / "arkiv", config=tmp_path, today=TODAY)
    async with running(app):
        titles = {entry.title for entry in entries_for(app.screen)}
        assert isinstance(app.screen, UnlockScreen)
        assert not titles & {"Indstillinger", "Noget alvorligt", "Lås", "Historik", "Ny sag"}
        assert "Luk Samordner" in titles


async def test_a_few_letters_and_enter_do_it(tmp_path: Path) -> None:
    app = SamordnerApp(archive=new_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await pilot.press("ctrl+p")
        await type_text(pilot, "lås")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen))
        await type_text(pilot, PASSPHRASE)


async def test_a_look_is_tried_on_and_goes_off_again(tmp_path: Path) -> None:
    app = on_training(tmp_path)
    async with running(app) as pilot:
        await pilot.press("ctrl+p")
        await type_text(pilot, "klit")
        await until(pilot, lambda: app.theme == "klit")
        await pilot.press("escape")
        await until(pilot, lambda: app.theme == "fjord")


async def test_a_look_that_is_chosen_stays_and_is_remembered(tmp_path: Path) -> None:
    app = on_training(tmp_path)
    async with running(app) as pilot:
        await pilot.press("ctrl+p")
        await type_text(pilot, "kontrast")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen) and app.theme == "kontrast")
    again = SamordnerApp(tmp_path / "arkiv", config=tmp_path)
    assert again.theme == "kontrast"


async def test_what_fits_nothing_is_said(tmp_path: Path) -> None:
    app = on_training(tmp_path)
    async with running(app) as pilot:
        await pilot.press("ctrl+p")
        await type_text(pilot, "zzz")
        await until(pilot, lambda: "Prøv et andet ord" in shown(app))
        await pilot.press("enter")
        assert isinstance(app.screen, PaletteDialog)


def test_the_best_fit_stands_first() -> None:
    entries = tuple(PaletteEntry(title, "", "", str) for title in ("Historik", "Noget alvorligt", "Ny sag"))
    assert matching(entries, "ny")[0].title == "Ny sag"
    assert matching(entries, "") == entries
    assert matching(entries, "xyz") == ()


def test_textuals_own_looks_and_commands_are_not_offered(tmp_path: Path) -> None:
    app = on_training(tmp_path)
    assert set(app.available_themes) == {"fjord", "klit", "kontrast"}
    assert not app.ENABLE_COMMAND_PALETTE
    assert App.BINDINGS[0] not in app.BINDINGS
    app.open_archive.close()


def test_every_command_says_what_it_does() -> None:
    assert set(APP_OFFERS) <= set(REGISTRY.values())
    for command in REGISTRY.values():
        assert command.title, command
        assert command.danish_help().endswith("."), command
        assert "\n" not in command.danish_help()
    assert Lock.binding().priority


async def test_typing_faster_than_the_list_is_drawn_does_no_harm(tmp_path: Path) -> None:
    """A line that was pointed at may be gone from the list before it is told of."""
    app = on_training(tmp_path)
    async with running(app, (100, 40)) as pilot:
        await until(pilot, lambda: "2027-01" in shown(app))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, PaletteDialog))
        field = app.screen.query_one(LineInput)
        for typed in ("k", "kv", "kvi", "kvit uden mening"):
            field.value = typed
        await until(pilot, lambda: "Prøv et andet ord" in shown(app))
        assert app.is_running
