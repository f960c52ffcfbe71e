"""Departing from the method is allowed, and never hidden: the reason is asked for and kept."""

from __future__ import annotations

from samordner_tui.archive.records.network import Contact
from samordner_tui.method.terms import StageId
from tests.tui.conftest import Open, Seeded
from tests.tui.world import until


async def contacts(seeded: Seeded) -> int:
    with seeded.archive.reading() as session:
        return session.query(Contact).count()


async def test_a_talk_before_everything_is_in_place_needs_a_reason(open_case: Open, seeded: Seeded) -> None:
    async with open_case(StageId.NETWORK) as walk:
        walk.stage.list.point_at_section("visits")
        walk.stage.run_worker(walk.stage.add_row("contacts", {"kind": "child_talk"}))
        await until(walk.pilot, lambda: "Det afviger fra metoden" in walk.text_on_screen())
        await walk.type("haster")
        await walk.press("enter")
        await walk.settle()
        assert await contacts(seeded) == 2
        assert walk.screen.shown is not None
        assert {notice.reason for notice in walk.screen.shown.facts.notices} == {"haster"}
