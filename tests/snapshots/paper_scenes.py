"""The scenes of the papers: the room before anything is made, a paper shown, and what is asked before papers leave."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot
from textual.widgets import Static

from samordner_tui.method.terms import StageId
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.papers import PapersScreen
from tests.snapshots.evening_scenes import stands_open
from tests.tui.world import shown, until

Scene = Callable[[SamordnerApp, Pilot[None], dict[str, str]], Awaitable[None]]

SIBLINGS = "2027-01"


def papers(kind: str, *keys: str, wait_for: str = "") -> Scene:
    """The room of the siblings' papers, pointing at the first of a kind, and what comes after some keys."""

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        assert app.archive is not None
        app.archive.set_setting("samordner_name", "Signe Holm")
        app.open_case(cases[SIBLINGS], StageId.READY)
        await until(pilot, lambda: stands_open(app))
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, PapersScreen) and bool(app.screen.list.papers))
        room = app.screen
        assert isinstance(room, PapersScreen)
        room.list.cursor = [one.standing.sheet.kind.id for one in room.list.papers].index(kind)
        if room.query_one("#page").display:
            await until(pilot, lambda: "KØREPLAN" in str(room.query_one("#text", Static).content).upper())
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: wait_for in shown(app))

    return scene


PAPER_SCENES: dict[str, Scene] = {
    "papers": papers("running_order_sheet"),
    "papers-shown": papers("running_order_sheet", "enter", wait_for="›  Køreplan"),
    "papers-packs": papers("running_order_sheet", "p", wait_for="Hvilken pakke?"),
    "papers-as-what": papers("running_order_sheet", "g", wait_for="Som hvad?"),
    "papers-leaving": papers("running_order_sheet", "g", "1", wait_for="krypteret"),
    "papers-own-template": papers("running_order_sheet", "e", wait_for="Gem vores skabelon"),
}
