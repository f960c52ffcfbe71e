"""What lies over everything: guest view, something serious, settings, history."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from samordner_tui.archive.records.assignment import Engagement
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import change_field, change_fields
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.screens.guest import GuestScreen
from samordner_tui.tui.screens.history import HistoryScreen
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.serious import SeriousDialog
from samordner_tui.tui.screens.settings import SettingsScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
from tests.tui.world import (
    PASSPHRASE,
    TODAY,
    almas_case,
    new_archive,
    running,
    shown,
    training_archive,
    type_text,
    until,
)


async def test_the_guest_sees_names_rings_and_the_childs_words_and_nothing_else(tmp_path: Path) -> None:
    archive = new_archive(tmp_path / "arkiv")
    case_id = almas_case(archive)
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app, (100, 30)) as pilot:
        await app.enter_guest(case_id)
        await until(pilot, lambda: "Mette" in shown(app))
        text = shown(app)
        assert "Åse [red]Ørsted" in text
        assert "»Jeg vil have tacos [b]og[/b] is.«" in text
        assert "2027-03" not in text
        assert "Døgnvagten" not in text
        await pilot.press("f1", "f2", "f8", "f9", "ctrl+p", "ctrl+q", "ctrl+z", "escape", "enter")
        await pilot.pause()
        assert isinstance(app.screen, GuestScreen)
        assert app.is_running


async def test_the_passphrase_ends_the_guest_view_and_nothing_else_does(tmp_path: Path) -> None:
    archive = new_archive(tmp_path / "arkiv")
    case_id = almas_case(archive)
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await app.enter_guest(case_id)
        await type_text(pilot, "slut")
        await pilot.press("enter")
        await until(pilot, lambda: "passer ikke" in shown(app))
        assert isinstance(app.screen, GuestScreen)
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


async def test_in_a_training_archive_a_word_ends_it(tmp_path: Path) -> None:
    archive = training_archive(tmp_path / "arkiv")
    case_id = almas_case(archive)
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await app.enter_guest(case_id)
        await type_text(pilot, "slut")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


async def test_f9_says_what_to_do_also_without_a_case(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app, (100, 40)) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(app.screen, SeriousDialog))
        assert "112" in shown(app)
        assert "Åbn sagen" in shown(app)
        await pilot.press("f9", "escape")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


async def test_the_minutes_of_the_idle_lock_are_a_setting(tmp_path: Path) -> None:
    app = SamordnerApp(archive=new_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen) and "10 minutter" in shown(app))
        await pilot.press(*["down"] * 6, "enter")
        await pilot.pause()
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.open_archive.setting("idle_minutes") == "15")
        assert app.idle.minutes == 15


async def test_the_age_a_young_person_consents_from_is_a_setting(tmp_path: Path) -> None:
    app = SamordnerApp(archive=training_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app, (100, 30)) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: "15 år" in shown(app))
        await pilot.press("end", "up", "enter")
        await until(pilot, lambda: isinstance(app.screen, PickDialog))
        await pilot.press("up", "enter")
        await until(pilot, lambda: app.open_archive.setting("consents_from") == "14")


async def test_a_copy_can_be_taken_and_brought_back(tmp_path: Path) -> None:
    archive = new_archive(tmp_path / "arkiv")
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app, (100, 30)) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: "ingen endnu" in shown(app))
        await pilot.press(*["down"] * 8, "enter")
        await until(pilot, lambda: "seneste søn. 10. jan." in shown(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, PickDialog))
        await pilot.press("enter")
        await until(pilot, lambda: "Er det dig?" in shown(app))
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen) and "Kopien er hentet" in shown(app))


async def test_the_passphrase_can_be_changed(tmp_path: Path) -> None:
    app = SamordnerApp(archive=new_archive(tmp_path / "arkiv"), config=tmp_path, today=TODAY)
    async with running(app, (100, 30)) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        await pilot.press(*["down"] * 10, "enter")
        await until(pilot, lambda: "Er det dig?" in shown(app))
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: "Vælg en adgangskode" in shown(app))
        for _ in range(2):
            await type_text(pilot, "syv blå heste sover")
            await pilot.press("enter")
        await until(pilot, lambda: "Adgangskoden er skiftet" in shown(app))


async def test_the_history_tells_what_was_done_and_not_what_was_written(tmp_path: Path) -> None:
    archive = training_archive(tmp_path / "arkiv")
    almas_case(archive)
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await app.show_history(None)
        await until(pilot, lambda: isinstance(app.screen, HistoryScreen) and "Ny sag" in shown(app))
        assert "Mette" not in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


async def test_the_history_names_the_rows_and_fields_of_its_own_case(tmp_path: Path) -> None:
    archive = training_archive(tmp_path / "arkiv")
    case_id = almas_case(archive)
    with archive.reading() as session:
        inge = session.scalars(select(Person.id).where(Person.name == "Inge")).one()
    with archive.writing("Telefon", case_id) as session:
        change_fields(session, Person, inge, {"phone": "12 34 56 78"}, TODAY)
    with archive.writing("Alder", case_id) as session:
        change_fields(session, Person, inge, {"age": 69, "relation": "farmor"}, TODAY)
    with archive.writing("Person", case_id) as session:
        session.delete(session.get_one(Person, inge))
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app) as pilot:
        await app.show_history(case_id)
        await until(pilot, lambda: "Telefon" in shown(app))
        lines = [line for line in shown(app).splitlines() if "10. jan." in line]
        assert "Inge gik ud" in lines[0]
        assert "Hvem er det?" in lines[1]
        assert "12 34 56 78" not in shown(app)


class OfACase(FrameScreen[None]):
    """A screen of an open case."""

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self.case_id = case_id
        self.read_anew = 0

    def refresh_case(self) -> None:
        """Count how often the case is read anew."""
        self.read_anew += 1


async def test_the_last_change_of_the_open_case_is_undone_and_done_again(tmp_path: Path) -> None:
    archive = training_archive(tmp_path / "arkiv")
    case_id = almas_case(archive)
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)

    async def municipality() -> str | None:
        return await app.read(lambda session: session.scalar(select(Engagement.municipality)))

    async with running(app, (100, 30)) as pilot:
        screen = OfACase(case_id)
        await app.push_screen(screen)
        engagement = await app.read(lambda session: session.scalar(select(Engagement.id)))
        await app.write(
            "Kommune",
            lambda session: change_field(session, Engagement, str(engagement), "municipality", "Fjordby", TODAY),
            case_id,
        )
        assert await municipality() == "Fjordby"
        assert screen.read_anew == 1
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "Fortrudt: Kommune" in shown(app))
        assert await municipality() is None
        await pilot.press("ctrl+y")
        await until(pilot, lambda: "Gjort om: Kommune" in shown(app))
        assert await municipality() == "Fjordby"
        assert screen.read_anew == 3
