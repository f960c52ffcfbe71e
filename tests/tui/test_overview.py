"""The overview: how every case stands, what is overdue, found by name, ten thousand as quickly as ten."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session
from textual.pilot import Pilot
from textual.widgets import Input

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.network import Person
from samordner_tui.casework import overview, summary
from samordner_tui.casework.assignment import open_case
from samordner_tui.casework.change import add
from samordner_tui.casework.overview import CaseLine
from samordner_tui.method.definition import Method
from samordner_tui.method.terms import Standing
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.new_case import NewCaseDialog
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.widgets.case_columns import Day, conference_text, due_text, layout_for, line
from samordner_tui.tui.widgets.case_list import PAGE, CaseList
from tests.tui.world import NOON, TODAY, lay_out_cases, running, shown, training_archive, type_text, until

DAY = Day(TODAY, ZoneInfo("Europe/Copenhagen"))


def case_line(**changes: object) -> CaseLine:
    """A case that is on its way."""
    usual: dict[str, object] = {
        "case_id": "1",
        "number": "2027-03",
        "alias": "Alma",
        "state": "Forberedelse",
        "closed": False,
        "conference_number": 1,
        "conference_at": NOON + timedelta(days=11),
        "verdicts": (Standing.MET, Standing.PARTLY, Standing.OPEN, Standing.BROKEN, Standing.MET),
        "next_step": "Besøg Inge",
        "next_due": date(2027, 1, 14),
    }
    return CaseLine(**{**usual, **changes})  # type: ignore[arg-type]


def program(tmp_path: Path, cases: int) -> SamordnerApp:
    """The program on a training archive with so many cases."""
    archive = training_archive(tmp_path / "arkiv")
    if cases:
        lay_out_cases(archive, cases)
    return SamordnerApp(archive=archive, config=tmp_path, today=TODAY)


async def opened(pilot: Pilot[None], app: SamordnerApp) -> CaseList:
    """The list, once it is read."""
    cases = app.screen.query_one(CaseList)
    await until(pilot, lambda: cases.pointed is not None)
    return cases


async def test_a_case_is_one_line_with_five_marks_and_its_days(tmp_path: Path) -> None:
    app = program(tmp_path, 3)
    async with running(app) as pilot:
        await opened(pilot, app)
        first = next(row for row in shown(app).splitlines() if "2027-01" in row)
        assert "Alma" in first
        assert "◐ ○ ● ◐ ●" in first
        assert "21. jan. · om 11 dage" in first
        assert "4 dage over tid" in first


async def test_the_marks_are_said_in_words_for_the_case_under_the_cursor(tmp_path: Path) -> None:
    app = program(tmp_path, 3)
    async with running(app) as pilot:
        await opened(pilot, app)
        text = " ".join(shown(app).split())
        assert "delvis opfyldt" in text
        assert "Besøg Inge (farmor) · 4 dage over tid" in text


async def test_an_empty_archive_welcomes_and_says_what_to_do_first(tmp_path: Path) -> None:
    app = program(tmp_path, 0)
    async with running(app) as pilot:
        await until(pilot, lambda: "Velkommen" in shown(app))
        assert "Tryk n" in shown(app)


async def test_a_new_case_is_asked_for_number_and_name(tmp_path: Path) -> None:
    app = program(tmp_path, 0)
    async with running(app) as pilot:
        await until(pilot, lambda: "Velkommen" in shown(app))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NewCaseDialog))
        assert app.screen.query_one("#number", Input).value == "2027-01"
        await pilot.press("enter")
        await type_text(pilot, "Anemone")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen) and "Anemone" in shown(app))


async def test_a_number_that_is_taken_is_refused_where_it_is_typed(tmp_path: Path) -> None:
    app = program(tmp_path, 2)
    async with running(app) as pilot:
        await opened(pilot, app)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NewCaseDialog))
        app.screen.query_one("#number", Input).value = "2027-01"
        await pilot.press("enter", "x", "enter")
        await until(pilot, lambda: "allerede en sag" in shown(app))
        assert isinstance(app.screen, NewCaseDialog)


async def test_enter_opens_the_case_and_escape_leads_back_to_it(tmp_path: Path) -> None:
    app = program(tmp_path, 5)
    async with running(app) as pilot:
        cases = await opened(pilot, app)
        await pilot.press("down", "down")
        pointed = cases.pointed
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))
        assert pointed is not None
        assert app.case_id == pointed.case_id
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


@pytest.mark.parametrize("sought", ["åse", "AASE", "  aase "])
async def test_a_name_is_found_whether_it_is_written_with_aa_or_with_a_ring(tmp_path: Path, sought: str) -> None:
    app = program(tmp_path, 12)
    async with running(app) as pilot:
        cases = await opened(pilot, app)
        await pilot.press("s")
        await type_text(pilot, sought)
        await until(pilot, lambda: cases.count == 1 and cases.pointed is not None)
        assert cases.pointed is not None
        assert cases.pointed.alias == "Åse"


async def test_what_is_not_found_is_said_and_escape_shows_all_again(tmp_path: Path) -> None:
    app = program(tmp_path, 4)
    async with running(app) as pilot:
        cases = await opened(pilot, app)
        await pilot.press("s")
        await type_text(pilot, "[b]%_")
        await until(pilot, lambda: "ingen sager" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: cases.count == 4)
        assert app.focused is cases


async def test_only_the_pages_that_are_seen_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[int] = []
    read = overview.page

    def counted(session: Session, sought: str, offset: int, limit: int) -> tuple[CaseLine, ...]:
        pages.append(offset)
        return read(session, sought, offset, limit)

    monkeypatch.setattr(overview, "page", counted)
    app = program(tmp_path, 4 * PAGE)
    async with running(app) as pilot:
        cases = await opened(pilot, app)
        assert set(pages) == {0}
        await pilot.press("end")
        await until(pilot, lambda: cases.pointed is not None)
        assert cases.cursor == 4 * PAGE - 1
        assert set(pages) == {0, 3 * PAGE}


async def test_a_click_points_and_a_second_opens(tmp_path: Path) -> None:
    app = program(tmp_path, 5)
    async with running(app) as pilot:
        cases = await opened(pilot, app)
        await pilot.click(CaseList, offset=(10, 2))
        assert cases.cursor == 2
        await pilot.click(CaseList, offset=(10, 2))
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))


@pytest.mark.parametrize("width", [12, 20, 40, 60, 75, 76, 100, 160])
def test_a_line_fills_no_more_than_its_width(width: int) -> None:
    layout = layout_for(width)
    drawn = line(case_line(alias="Et langt navn, som ikke er der plads til", next_step="x" * 200), layout, DAY)
    assert drawn.cell_length <= max(width, 28)


def test_a_closed_case_is_never_overdue() -> None:
    closed = case_line(closed=True, next_due=date(2026, 1, 1))
    assert not closed.is_overdue(TODAY)
    assert due_text(closed, DAY) == ""
    assert conference_text(closed, DAY, 30) == "lukket"


def test_dates_are_said_as_far_as_there_is_room() -> None:
    assert conference_text(case_line(), DAY, 30) == "tors. 21. jan. · om 11 dage"
    assert conference_text(case_line(), DAY, 23) == "21. jan. · om 11 dage"
    assert conference_text(case_line(), DAY, 11) == "21. jan."
    assert conference_text(case_line(conference_at=None), DAY, 30) == "ingen dato"


async def test_under_the_case_it_found_the_search_says_where_the_word_stands(tmp_path: Path) -> None:
    app = program(tmp_path, 0)
    with app.open_archive.writing("Sag") as session:
        case_id = open_case(session, "2027-03", "Alma", TODAY)
        add(session, Person, case_id, TODAY, name="Tove", relation="nabo")
    async with running(app) as pilot:
        await opened(pilot, app)
        await pilot.press("s")
        await type_text(pilot, "tove")
        await until(pilot, lambda: "»tove« står i: et navn i netværket" in shown(app))


async def test_the_guest_view_says_what_it_is_for_where_no_case_is_open(tmp_path: Path) -> None:
    app = program(tmp_path, 2)
    async with running(app) as pilot:
        await opened(pilot, app)
        await pilot.press("f8")
        await until(pilot, lambda: any("Åbn barnets sag" in one.message for one in app._notifications))


async def test_cases_that_are_read_while_the_list_is_drawn_anew_close_nothing_and_stand_in_the_new_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, begun, go_on = program(tmp_path, 3), Event(), Event()

    def slowly(archive: Archive, today: date, method: Method) -> int:
        begun.set()
        go_on.wait(20)
        return 0

    async with running(app) as pilot:
        await opened(pilot, app)
        monkeypatch.setattr(summary, "refresh_stale", slowly)
        app.refresh_case()
        await until(pilot, begun.is_set)
        # As when another language is chosen: what stood there is gone, and the new is not there yet.
        await app.screen.query("*").exclude(".-textual-system").remove()
        go_on.set()
        await until(pilot, lambda: all(one.group != "read-cases" for one in app.workers))
        await app.choose_language("en")
        cases = await opened(pilot, app)
        assert cases.pointed is not None
        assert "3 cases" in shown(app)
