"""At the kitchen table: the child moves people, writes them and ties them, and no key leads anywhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select
from textual.pilot import Pilot
from textual.widget import Widget

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.keeping import Change
from samordner_tui.archive.records.network import NetworkTie, Person
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.guest import GuestScreen
from samordner_tui.tui.widgets.line import LineInput
from samordner_tui.tui.widgets.network_map import NetworkMapView
from samordner_tui.tui.widgets.quick_add import QuickAddLine
from samordner_tui.tui.widgets.secret import SecretInput
from tests.tui.world import PASSPHRASE, TODAY, almas_case, new_archive, running, shown, type_text, until

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
LEAD_ELSEWHERE = (*(f"ctrl+{one}" for one in "abdefghijkmnopqrstuvwxyz"), *(f"f{one}" for one in range(1, 13)))
"""Every key with ctrl but those that copy and lock, and every function key."""


@asynccontextmanager
async def at_the_table(folder: Path) -> AsyncIterator[tuple[SamordnerApp, Pilot[None], Archive]]:
    """The guest view over an open case."""
    archive = new_archive(folder / "arkiv")
    case_id = almas_case(archive)
    app = SamordnerApp(archive=archive, config=folder, today=TODAY)
    async with running(app, (100, 30)) as pilot:
        app.open_case(case_id)
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))
        await app.enter_guest(case_id)
        await until(pilot, lambda: "Inge" in shown(app))
        yield app, pilot, archive


def steps_of(archive: Archive) -> int:
    with archive.reading() as session:
        return len(session.scalars(select(Change.id)).all())


def ring_of(archive: Archive, name: str) -> int | None:
    with archive.reading() as session:
        return session.scalars(select(Person.ring).where(Person.name == name)).one_or_none()


async def test_at_the_kitchen_table_people_are_moved_and_written(tmp_path: Path) -> None:
    async with at_the_table(tmp_path) as (app, pilot, archive):
        view = app.screen.query_one(NetworkMapView)
        await pilot.press("tab", "shift+right")
        await until(pilot, lambda: len(view.map.placed) == 1)
        await pilot.press("f4", *"Bo,far,1", "enter")
        await until(pilot, lambda: ring_of(archive, "Bo") == 1)
        await until(pilot, lambda: view.has_focus)


async def test_what_was_done_at_the_table_is_undone_there_and_nothing_from_before(tmp_path: Path) -> None:
    async with at_the_table(tmp_path) as (app, pilot, archive):
        view = app.screen.query_one(NetworkMapView)
        before = steps_of(archive)
        await pilot.press("tab", "shift+right")
        await until(pilot, lambda: len(view.map.placed) == 1)
        await pilot.press("ctrl+z", "ctrl+z")
        await until(pilot, lambda: not view.map.placed)
        done = steps_of(archive)
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert steps_of(archive) == done > before


async def test_nobody_is_written_twice_at_the_table(tmp_path: Path) -> None:
    async with at_the_table(tmp_path) as (app, pilot, archive):
        steps = steps_of(archive)
        await pilot.press("f4", *"inge", "enter")
        await until(pilot, lambda: "inge står her allerede" in shown(app))
        assert steps_of(archive) == steps


async def test_the_child_ties_two_by_f5_and_the_tie_is_kept(tmp_path: Path) -> None:
    async with at_the_table(tmp_path) as (app, pilot, archive):
        await pilot.press("tab", "f5", "enter")
        await until(pilot, lambda: "Hvordan er båndet?" in shown(app))
        await pilot.press("1")
        await until(pilot, lambda: "støtter hinanden" in shown(app))
        await pilot.press("4")

        def qualities() -> list[str]:
            with archive.reading() as session:
                return [one.value for one in session.scalars(select(NetworkTie.quality))]

        await until(pilot, lambda: qualities() == ["strong"])


@pytest.mark.parametrize("focus", [NetworkMapView, LineInput, SecretInput])
async def test_no_key_leads_out_of_the_guest_view_or_changes_anything(tmp_path: Path, focus: type[Widget]) -> None:
    async with at_the_table(tmp_path) as (app, pilot, archive):
        depth, steps = len(app.screen_stack), steps_of(archive)
        keys = [*LETTERS, *LEAD_ELSEWHERE, "escape", "delete", "pagedown"]
        for key in keys:
            if focus is LineInput:
                app.screen.query_one(QuickAddLine).add_class("-open")
            app.screen.query(focus).first().focus()
            await pilot.press(key)
            if isinstance(app.screen, PickDialog):
                assert key == "f5"
                for other in ("ctrl+p", "ctrl+z", "f1", "f2", "f8", "f9", "escape"):
                    await pilot.press(other)
            assert isinstance(app.screen, GuestScreen), key
            assert len(app.screen_stack) == depth, key
        assert app.is_running
        assert steps_of(archive) == steps


async def test_the_passphrase_is_no_name_also_where_a_name_is_typed(tmp_path: Path) -> None:
    async with at_the_table(tmp_path) as (app, pilot, archive):
        steps = steps_of(archive)
        await pilot.press("f4")
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))
        assert steps_of(archive) == steps


async def test_the_passphrase_typed_at_the_map_is_hidden_and_ends_the_view(tmp_path: Path) -> None:
    async with at_the_table(tmp_path) as (app, pilot, _archive):
        await type_text(pilot, PASSPHRASE)
        assert PASSPHRASE not in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))
