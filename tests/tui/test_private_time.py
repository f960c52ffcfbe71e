"""The family's own time by keyboard: its clock, its log, and the silence."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Authority
from samordner_tui.casework import steps
from samordner_tui.casework.assignment import open_case
from samordner_tui.casework.change import change_fields
from samordner_tui.casework.clock import Now
from samordner_tui.casework.evening import Evening
from samordner_tui.casework.fields import Value
from samordner_tui.casework.overview import page
from samordner_tui.method.cornerstones import familys_own_plan
from samordner_tui.method.terms import (
    AuthorityKind,
    LogAbout,
    LogBy,
    LogKind,
    StageId,
    Standing,
    UncalledReason,
)
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.day import DayScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
from samordner_tui.tui.widgets.case_list import CaseList
from samordner_tui.tui.widgets.clock import ElapsedClock
from samordner_tui.tui.widgets.day_log import DayLog
from samordner_tui.tui.widgets.private_clock import PrivateClock
from tests.tui.evening import FIVE_O_CLOCK, TheEvening, Walk, begin, seed, walking
from tests.tui.world import until

PASSPHRASE = "fire ænder krydser vejen"  # noqa: S105 - a fictional one


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_private_time_shows_the_clock_and_no_case_no_name_and_no_place_to_type(
    evening: TheEvening, size: tuple[int, int]
) -> None:
    begin(evening)
    async with walking(evening, size=size) as walk:
        assert walk.day.query_one(ElapsedClock).value == "1:51"
        seen = walk.text()
        for sentence in (
            "Familien og netværket lægger planen.",
            "Du og initiativtageren er i rummet ved siden af.",
            "Her skrives intet om, hvad familien siger.",
            "Kaldt ind",
            "Familien er klar",
            "Lederens nummer",
        ):
            assert sentence in seen
        for name in ("Alma", "Karen", "2027-03", "Birgit"):
            assert name not in seen
        assert not walk.day.query(Input)
        assert not walk.day.query(TextArea)


async def test_the_fixed_log_is_noted_by_keys_alone(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("k", "2", "1", "1")
        evening.later(4)
        await walk.press("k", "p", "m", "b", "b", "u", "2", "4")
        lines = [one.words for one in walk.day.query_one(DayLog).lines]
    log = evening.conference.log_entries
    assert [one.kind for one in log] == [
        LogKind.CALLED_IN,
        LogKind.PAUSE,
        LogKind.MEAL,
        LogKind.CHILD_WITHDRAWS,
        LogKind.CHILD_RETURNS,
        LogKind.STAYED,
    ]
    assert (log[0].called_by, log[0].about, log[0].minutes) == (LogBy.NOTE_TAKER, LogAbout.MUNICIPAL_SUPPORT, 4)
    assert log[-1].reason is UncalledReason.WOULD_NOT_LEAVE
    assert lines[0] == "kaldt ind af referenten · kommunens støtte · 4 min."
    assert lines[-1] == "blev siddende · ville ikke gå ud"


async def test_a_professional_who_came_in_is_kept_at_once_also_where_no_reason_is_chosen(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("u")
        assert "Hjørnesten 2 er fraveget. Uret går videre." in walk.text()
        await walk.press("1")
        assert [one.kind for one in evening.conference.log_entries] == [LogKind.CAME_UNCALLED]
        await walk.press("escape")
        assert walk.day.query_one(ElapsedClock).value == "1:51"
        assert "kom uden at være kaldt" in walk.text()
    assert familys_own_plan(evening.facts, evening.conference, FIVE_O_CLOCK.date()).standing is Standing.BROKEN


async def test_other_keys_do_nothing_while_the_family_is_alone(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("n", "h", "s", "v", "f2", "f8", "ctrl+p", "a", "1", "enter")
        assert walk.day.is_current
    assert evening.conference.log_entries == ()


async def test_a_field_left_while_the_family_is_alone_keeps_no_word_and_no_draft(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("escape", "enter")
        walk.case.go(StageId.NETWORK)
        await walk.settle()
        karen = next(one.id for one in evening.facts.people if one.name == "Karen")
        await walk.case.pane.open_row("people", karen, "relation")  # type: ignore[union-attr]
        await walk.type(" noget der blev sagt")
        await walk.press("tab", "escape")
    assert evening.archive.drafts(evening.case_id) == {}
    assert all("sagt" not in (one.relation or "") for one in evening.facts.people)


async def test_the_leaders_number_and_hours_are_on_one_key(evening: TheEvening) -> None:
    leader = next(one.id for one in evening.facts.authorities if one.kind is AuthorityKind.LEADER)
    with evening.archive.writing("Lederen", evening.case_id) as session:
        hours: dict[str, Value] = {"reachable_from": time(16, 30), "reachable_until": time(21)}
        change_fields(session, Authority, leader, hours, FIVE_O_CLOCK.date())
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("l")
        assert "Hanne Lund   23 45 67 89" in walk.text()
        assert "Kan nås kl. 16.30 til 21" in walk.text()
        await walk.press("escape")
        assert walk.day.is_current


async def test_going_elsewhere_asks_first_and_a_key_leads_back(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("escape", "escape")
        assert walk.day.is_current
        await walk.press("escape", "enter")
        assert walk.case.stage is StageId.PRIVATE_TIME
        assert walk.case.shown is not None
        assert walk.case.shown.view.sections == ()
        await walk.press("d")
        assert walk.day.is_current
    assert evening.conference.steps[-1].ended_at is None


async def test_a_clock_set_back_is_kept_and_shown_and_elapsed_time_is_not_negative(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        evening.later(-200)
        await walk.pilot.pause(1.2)
        await walk.settle()
        assert walk.day.query_one(ElapsedClock).value == "0:00"
        assert "uret" in walk.text()
    assert LogKind.CLOCK_JUMPED in {one.kind for one in evening.conference.log_entries}


async def test_the_clock_goes_on_when_the_program_was_killed(evening: TheEvening, tmp_path: Path) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("p")
    evening.archive.close()
    evening.later(10)
    evening.archive = Archive.open(tmp_path / "arkiv", None, clock=evening.clock)
    async with walking(evening) as walk:
        assert walk.day.query_one(ElapsedClock).value == "2:01"
        assert len(walk.day.query_one(DayLog).lines) == 1


def locked_away(tmp_path: Path) -> TheEvening:
    """An evening in an archive that is opened with a passphrase."""
    archive, _code = Archive.create(tmp_path / "arkiv", PASSPHRASE, clock=lambda: FIVE_O_CLOCK)
    archive.set_setting("recovery_code_confirmed", "yes")
    return TheEvening(archive, *seed(archive))


async def unlock(walk: Walk) -> None:
    """Type the passphrase at the door."""
    await until(walk.pilot, lambda: walk.app.archive is None and isinstance(walk.app.screen, UnlockScreen))
    await walk.type(PASSPHRASE)
    await walk.press("enter")
    await until(walk.pilot, lambda: walk.app.archive is not None)
    await until(walk.pilot, lambda: not isinstance(walk.app.screen, UnlockScreen))
    await walk.settle()
    walk.evening.archive = walk.app.open_archive


async def test_locking_closes_the_archive_and_the_clock_stays_without_names(tmp_path: Path) -> None:
    evening = locked_away(tmp_path)
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("ctrl+l")
        await until(walk.pilot, lambda: walk.app.archive is None and isinstance(walk.app.screen, UnlockScreen))
        assert walk.app.screen.query(PrivateClock)
        assert "Alma" not in walk.text()
        await unlock(walk)
        assert walk.day.query_one(ElapsedClock).value == "1:51"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_unlocking_leads_back_to_the_clock_that_was_begun_from_trin_1(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    evening = locked_away(tmp_path)
    async with walking(evening, StageId.INFORMATION, size) as walk:
        await walk.press("b", "enter", "f", "enter")
        await walk.type("det blev sent")
        await walk.press("enter")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, DayScreen))
        await walk.press("ctrl+l")
        await unlock(walk)
        assert walk.day.is_current


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_unlocking_leads_back_to_the_clock_of_the_second_round(tmp_path: Path, size: tuple[int, int]) -> None:
    evening = locked_away(tmp_path)
    begin(evening)
    with evening.archive.writing("Trin 3", evening.case_id, kind="fixed") as session:
        now = Now(evening.moment, evening.archive.zone)
        steps.end_private_time(session, evening.conference_id, now)
        steps.begin_approval(session, evening.conference_id, now)
        held = Evening(session, evening.conference_id)
        steps.end_approval(held, now.moment, now.today)
        steps.open_new_round(held, now.today)
    async with walking(evening, StageId.APPROVAL, size) as walk:
        await walk.press("f", "enter")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, DayScreen))
        await walk.press("ctrl+l")
        await unlock(walk)
        assert walk.day.shown.round == 2


async def test_unlocking_leads_back_to_the_clock_also_where_somebody_went_elsewhere_in_the_case(tmp_path: Path) -> None:
    evening = locked_away(tmp_path)
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("escape", "enter")
        walk.case.go(StageId.NETWORK)
        await walk.settle()
        await walk.press("ctrl+l")
        await unlock(walk)
        assert walk.day.is_current


async def test_after_a_kill_the_door_leads_to_the_clock_though_another_case_stands_higher(tmp_path: Path) -> None:
    evening = locked_away(tmp_path)
    with evening.archive.writing("Sagen") as session:
        open_case(session, "2027-01", "Birk", FIVE_O_CLOCK.date())
    begin(evening)
    evening.archive.close()
    app = SamordnerApp(tmp_path / "arkiv", now=evening.clock)
    async with app.run_test() as pilot:
        walk = Walk(app, pilot, evening)
        await unlock(walk)
        assert walk.day.case_id == evening.case_id


async def test_of_two_conferences_held_at_once_the_door_leads_to_the_list_with_both_on_top(tmp_path: Path) -> None:
    evening = locked_away(tmp_path)
    with evening.archive.writing("Sagen") as session:
        open_case(session, "2027-01", "Birk", FIVE_O_CLOCK.date())
    other = TheEvening(evening.archive, *seed(evening.archive, "2027-04"))
    begin(evening)
    begin(other)
    evening.later(111)
    evening.archive.close()
    app = SamordnerApp(tmp_path / "arkiv", now=evening.clock)
    async with app.run_test() as pilot:
        walk = Walk(app, pilot, evening)
        await unlock(walk)
        await until(pilot, lambda: app.screen.query_one(CaseList).pointed is not None)
        with walk.app.open_archive.reading() as session:
            listed = [one.case_id for one in page(session, "", 0, 9)]
        assert set(listed[:2]) == {evening.case_id, other.case_id}
        pointed = app.screen.query_one(CaseList).pointed
        assert pointed is not None
        assert pointed.case_id == listed[0]


async def test_after_a_kill_in_trin_1_the_door_leads_to_trin_1(tmp_path: Path) -> None:
    evening = locked_away(tmp_path)
    with evening.archive.writing("Trin 1", evening.case_id, kind="fixed") as session:
        steps.begin_information(session, evening.conference_id, Now(evening.moment, evening.archive.zone))
    evening.archive.close()
    app = SamordnerApp(tmp_path / "arkiv", now=evening.clock)
    async with app.run_test() as pilot:
        walk = Walk(app, pilot, evening)
        await unlock(walk)
        assert walk.case.stage is StageId.INFORMATION


async def look_at_the_clock(walk: Walk) -> None:
    """Let the second go by after which the program looks at the clock."""
    walk.day.query_one(ElapsedClock)._tick()
    await walk.settle()


@pytest.mark.parametrize(
    ("began", "on_the_wall"),
    [
        (datetime(2027, 1, 21, 22, 40, tzinfo=UTC), "01.31"),
        (datetime(2027, 10, 30, 23, 10, tzinfo=UTC), "02.01"),
        (datetime(2027, 3, 28, 0, 10, tzinfo=UTC), "04.01"),
    ],
    ids=["midnight", "autumn", "spring"],
)
async def test_the_clock_counts_on_through_midnight_and_the_nights_when_the_clocks_are_set(
    evening: TheEvening, began: datetime, on_the_wall: str
) -> None:
    evening.moment = began
    begin(evening)
    async with walking(evening) as walk:
        assert walk.day.query_one(ElapsedClock).value == "1:51"
        await look_at_the_clock(walk)
        await walk.press("p")
        assert f"{on_the_wall}  pause" in walk.text()
        assert "uret sprang" not in walk.text()
        evening.later(30)
        await walk.press("f", "enter")
    step = evening.conference.steps[-1]
    assert step.started_at is not None
    assert step.ended_at is not None
    assert step.ended_at - step.started_at == timedelta(minutes=141)


async def test_a_clock_set_back_is_noted_once_however_often_the_day_is_opened(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("p")
        evening.later(-100)
        await look_at_the_clock(walk)
        for _ in range(2):
            await walk.press("escape", "enter", "d")
            await look_at_the_clock(walk)
    assert [one.kind for one in evening.conference.log_entries] == [LogKind.PAUSE, LogKind.CLOCK_JUMPED]


async def test_a_stray_enter_chooses_no_reason_for_a_professional_in_the_room(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("u", "1", "enter")
        assert [one.reason for one in evening.conference.log_entries] == [None]
        await walk.press("down", "enter")
        assert walk.day.is_current
    assert [one.reason for one in evening.conference.log_entries] == [next(iter(UncalledReason))]


async def test_while_somebody_is_inside_the_screen_does_not_say_that_both_are_next_door(evening: TheEvening) -> None:
    begin(evening)
    next_door = "Du og initiativtageren er i rummet ved siden af."
    async with walking(evening) as walk:
        await walk.press("k", "2", "1", "1")
        assert next_door not in walk.text()
        assert "Familien har kaldt jer ind." in walk.text()
        await walk.press("k")
        assert next_door in walk.text()


async def test_a_call_that_is_open_when_the_family_is_ready_gets_its_minutes(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("k", "2", "1", "1")
        evening.later(7)
        await walk.press("f", "enter")
    assert [one.minutes for one in evening.conference.log_entries] == [7]
