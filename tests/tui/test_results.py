"""The results on the screen: reached from the overview, by period and municipality, never of fewer than five cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy.orm import Session
from textual.pilot import Pilot

from samordner_tui.casework.results import Period, Results, read_results
from samordner_tui.casework.results.shown import Row
from samordner_tui.method.definition import Method
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.results import ResultsScreen
from samordner_tui.tui.widgets.fidelity_section import FidelitySection
from samordner_tui.tui.widgets.result_section import Line, bar_of, drawn
from tests.casework.result_cases import KNOWN, Made, lay_out
from tests.tui.world import TODAY, running, shown, training_archive, type_text, until


def program(tmp_path: Path, cases: Sequence[Made] = KNOWN) -> SamordnerApp:
    """The program on a training archive with the cases that are counted by hand."""
    archive = training_archive(tmp_path / "arkiv")
    if cases:
        lay_out(archive, cases)
    return SamordnerApp(archive=archive, config=tmp_path, today=TODAY)


async def at_results(pilot: Pilot[None], app: SamordnerApp) -> Results:
    """Go there from the overview, and wait until it is read."""
    await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
    await pilot.press("r")
    await until(pilot, lambda: isinstance(app.screen, ResultsScreen) and app.screen.results is not None)
    return read(app)


def read(app: SamordnerApp) -> Results:
    screen = app.screen
    assert isinstance(screen, ResultsScreen)
    assert screen.results is not None
    return screen.results


async def test_one_key_from_the_overview_shows_the_figures_and_escape_goes_back(tmp_path: Path) -> None:
    app = program(tmp_path)
    async with running(app) as pilot:
        await at_results(pilot, app)
        await until(pilot, lambda: "rådslagning holdt" in shown(app))
        held = next(line for line in shown(app).splitlines() if "rådslagning holdt" in line)
        assert held.split()[-1] == "16"
        assert "█" in held
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


async def test_a_municipality_is_chosen_among_those_that_can_stand_alone(tmp_path: Path) -> None:
    app = program(tmp_path)
    async with running(app) as pilot:
        await at_results(pilot, app)
        await pilot.press("k", "down", "down", "enter")
        await until(pilot, lambda: "hele tiden · sundby" in shown(app))
        assert read(app).tables[0].total == Row("total", Decimal(11))


async def test_a_period_without_cases_says_so_and_gives_up_the_municipality(tmp_path: Path) -> None:
    app = program(tmp_path)
    async with running(app) as pilot:
        await at_results(pilot, app)
        await pilot.press("k", "down", "enter")
        await until(pilot, lambda: "hele tiden · Fjordby" in shown(app))
        await pilot.press("p", "end", "down", "down", "down", "enter")
        await until(pilot, lambda: "Fra og med hvilken dag?" in shown(app))
        await type_text(pilot, "1/1-2020")
        await pilot.press("enter")
        await until(pilot, lambda: "Til og med hvilken dag?" in shown(app))
        await type_text(pilot, "1/1-2019")
        await pilot.press("enter")
        await until(pilot, lambda: "før den første" in shown(app))
        await pilot.press("ctrl+u")
        await type_text(pilot, "31/12-2020")
        await pilot.press("enter")
        await until(pilot, lambda: "2020 · alle kommuner" in shown(app))
        assert "Der er ingen sager i den periode." in shown(app)


async def test_a_year_is_two_keys_away(tmp_path: Path) -> None:
    app = program(tmp_path)
    async with running(app) as pilot:
        await at_results(pilot, app)
        await pilot.press("p", "down", "enter")
        await until(pilot, lambda: "2026 · alle kommuner" in shown(app))
        assert read(app).tables[0].total == Row("total", Decimal(26))


async def test_one_key_counts_how_often_the_method_was_followed_and_hides_it_again(tmp_path: Path) -> None:
    app = program(tmp_path)
    async with running(app, (120, 60)) as pilot:
        await at_results(pilot, app)
        await pilot.press("m")
        await until(pilot, lambda: any(one.id == "fidelity_F24" for one in read(app).tables))
        await until(pilot, lambda: app.screen.query_one(FidelitySection).display)
        await pilot.press("end")
        await until(pilot, lambda: "6 af 22" in shown(app))
        await pilot.press("m")
        await until(pilot, lambda: not any(one.id == "fidelity_F24" for one in read(app).tables))
        assert "6 af 22" not in shown(app)


async def test_while_it_counts_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_count = Event()

    def slowly(
        session: Session, period: Period, today: date, zone: tzinfo, municipality: str, counted: Method | None
    ) -> Results:
        may_count.wait(30)
        return read_results(session, period, today, zone, municipality, counted)

    monkeypatch.setattr("samordner_tui.tui.screens.results.read_results", slowly)
    app = program(tmp_path)
    async with running(app) as pilot:
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
        await pilot.press("r")
        await until(pilot, lambda: "Tæller op …" in shown(app))
        may_count.set()
        await until(pilot, lambda: "hele tiden · alle kommuner" in shown(app))


async def test_without_a_municipality_that_can_stand_alone_it_is_said_why(tmp_path: Path) -> None:
    app = program(tmp_path, KNOWN[:10])
    async with running(app) as pilot:
        await at_results(pilot, app)
        await pilot.press("k")
        await until(pilot, lambda: any("kan stå alene" in one.message for one in app._notifications))


async def test_an_empty_archive_says_when_there_will_be_results(tmp_path: Path) -> None:
    app = program(tmp_path, ())
    async with running(app) as pilot:
        await at_results(pilot, app)
        await until(pilot, lambda: "ingen sager endnu" in shown(app))


@pytest.mark.parametrize("width", [24, 40, 56, 74, 120])
def test_a_line_fills_no_more_than_its_width(width: int) -> None:
    lines = [
        Line("ikke holdt: planen kører, og netværket bærer den", Row("a", Decimal(7)), "7"),
        Line("i alt", Row("b", None, is_held_back=True), "holdt tilbage", is_total=True),
    ]
    assert all(one.cell_length <= width for one in drawn(lines, width))


def test_a_bar_is_as_long_as_its_part_and_the_smallest_can_be_seen() -> None:
    assert bar_of(Row("a", Decimal(10)), Decimal(10), 20) == "█" * 20
    assert bar_of(Row("a", Decimal(5)), Decimal(10), 20) == "█" * 10
    assert bar_of(Row("a", Decimal(1)), Decimal(10_000), 20) == "▏"
    assert bar_of(Row("a", None, is_held_back=True), Decimal(10), 20) == ""
