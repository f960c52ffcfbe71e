"""The frame of a case: hjørnesten, way, stage and next steps, at every size."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.day import Conference
from samordner_tui.casework.change import add
from samordner_tui.method.terms import StageId
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.dialogs.panel import StepsDialog, WayDialog
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.widgets.cornerstones import Cornerstones
from samordner_tui.tui.widgets.next_steps import NextStepsList
from samordner_tui.tui.widgets.way import Way
from tests.conftest import TODAY
from tests.tui.conftest import Open, Seeded


@pytest.mark.parametrize("stage", list(StageId))
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_stage_is_shown(stage: StageId, size: tuple[int, int], open_case: Open) -> None:
    async with open_case(stage, size=size) as walk:
        assert walk.screen.shown is not None
        assert walk.screen.shown.stage is stage
        assert walk.app.method.stage(stage).title.text in walk.text_on_screen()


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (100, 30), (120, 40), (160, 50)])
async def test_the_five_are_seen_at_every_size(size: tuple[int, int], open_case: Open) -> None:
    async with open_case(size=size) as walk:
        stones = walk.screen.query_one(Cornerstones)
        shown = stones.render().plain
        assert sum(shown.count(mark) for mark in "●◐○✕") == 5
        assert shown.splitlines()[-1].rstrip() in walk.text_on_screen()
        seen = [stones.stones[stones.chosen]] if size[0] < 120 else stones.stones
        assert all(word in shown for stone in seen for word in stone.reason.split())


@pytest.mark.parametrize(("width", "way", "steps"), [(70, False, False), (80, True, False), (100, True, True)])
async def test_panels_fold_where_there_is_no_room(width: int, way: bool, steps: bool, open_case: Open) -> None:
    async with open_case(size=(width, 24)) as walk:
        assert walk.screen.query_one(Way).is_on_screen is way
        assert walk.screen.query_one(NextStepsList).is_on_screen is steps


async def test_folded_panels_are_a_key_away(open_case: Open) -> None:
    async with open_case(size=(70, 24)) as walk:
        await walk.press("v")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, WayDialog)
        await walk.press("down", "enter")
        await walk.settle()
        assert walk.screen.stage is StageId.VENUE
        await walk.press("s")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, StepsDialog)
        await walk.press("enter")
        await walk.settle()
        assert walk.screen.shown is not None
        assert walk.screen.stage is walk.screen.shown.next_steps[0].stage


async def test_arrows_go_sideways_and_enter_goes_to_a_stage(open_case: Open) -> None:
    async with open_case() as walk:
        await walk.press("left")
        assert walk.screen.query_one(Way).has_focus
        await walk.press("down", "enter")
        await walk.settle()
        assert walk.screen.stage is StageId.VENUE
        assert walk.stage.list.has_focus
        await walk.press("right")
        assert walk.screen.query_one(NextStepsList).has_focus


async def test_a_number_goes_to_the_open_question(open_case: Open) -> None:
    async with open_case(StageId.ASSIGNMENT) as walk:
        question = walk.stage.list.question(1)
        assert question is not None
        await walk.press("1")
        await walk.settle()
        assert walk.screen.stage is question.jump.stage


async def test_seven_takes_the_first_of_the_next_steps(open_case: Open) -> None:
    async with open_case(StageId.CLOSING) as walk:
        assert walk.screen.shown is not None
        step = walk.screen.shown.next_steps[0]
        await walk.press("7")
        await walk.settle()
        assert walk.screen.stage is step.stage


async def test_a_step_is_set_aside_with_a_reason(open_case: Open) -> None:
    async with open_case() as walk:
        assert walk.screen.shown is not None
        step = walk.screen.shown.next_steps[0]
        await walk.press("s", "l")
        await walk.pilot.pause()
        await walk.type("aftalt i telefonen")
        await walk.press("enter")
        await walk.settle()
        assert walk.screen.shown is not None
        assert step.id not in {one.id for one in walk.screen.shown.next_steps}
        assert [one.reason for one in walk.screen.shown.facts.notices] == ["aftalt i telefonen"]


async def test_another_conference_can_be_chosen(open_case: Open, seeded: Seeded) -> None:
    with seeded.archive.writing("Rådslagninger", seeded.case_id) as session:
        for number in (1, 2):
            add(session, Conference, seeded.case_id, TODAY, number=number)
    async with open_case() as walk:
        assert "1. rådslagning" in walk.text_on_screen()
        await walk.press("r")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, PickDialog)
        await walk.press("down", "enter")
        await walk.settle()
        assert "2. rådslagning" in walk.text_on_screen()


async def test_a_hjoernesten_leads_to_where_it_is_mended(open_case: Open) -> None:
    async with open_case() as walk:
        stones = walk.screen.query_one(Cornerstones)
        stones.focus()
        await walk.press("home", "right", "enter")
        await walk.settle()
        assert walk.screen.shown is not None
        assert walk.screen.stage is walk.screen.shown.verdicts[stones.chosen].mend_at or stones.chosen == 0


async def test_the_palette_knows_every_stage_by_name(open_case: Open) -> None:
    async with open_case() as walk:
        await walk.press("ctrl+p")
        await walk.pilot.pause()
        await walk.type("forplejning")
        await walk.press("enter")
        await walk.settle()
        assert walk.screen.stage is StageId.CATERING


async def test_escape_goes_back_to_the_overview(open_case: Open) -> None:
    async with open_case() as walk:
        await walk.press("escape")
        await walk.pilot.pause()
        assert isinstance(walk.app, SamordnerApp)
        assert walk.app.case_id is None


async def test_the_mouse_opens_a_row_and_chooses_a_stage(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        lines = walk.stage.list.lines
        place = next(number for number, line in enumerate(lines) if "farmor" in line.content.plain)
        offset = (5, place - walk.stage.list.scroll_offset.y)
        await walk.pilot.click(walk.stage.list, offset=offset)
        await walk.pilot.click(walk.stage.list, offset=offset)
        await walk.settle()
        assert walk.stage.form is not None
        await walk.pilot.click(walk.screen.query_one(Way), offset=(4, 1))
        await walk.settle()
        assert walk.screen.stage is StageId.ASSIGNMENT
