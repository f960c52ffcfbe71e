"""A case opens again at the place it was left at, while the program runs."""

from __future__ import annotations

from samordner_tui.method.terms import StageId
from tests.tui.conftest import Open


async def test_back_to_the_overview_and_in_again_comes_to_the_place_that_was_left(open_case: Open) -> None:
    async with open_case(StageId.NETWORK) as walk:
        walk.screen.go(StageId.VENUE)
        await walk.settle()
        await walk.press("escape")
        await walk.pilot.pause()
        walk.app.open_case(walk.seeded.case_id)
        await walk.pilot.pause()
        await walk.settle()
        assert walk.screen.stage is StageId.VENUE


async def test_a_place_that_is_asked_for_comes_before_the_one_that_was_left(open_case: Open) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await walk.press("escape")
        await walk.pilot.pause()
        walk.app.open_case(walk.seeded.case_id, StageId.CHILD)
        await walk.pilot.pause()
        await walk.settle()
        assert walk.screen.stage is StageId.CHILD
