"""The scenes of the papers: the room before anything is made, a paper shown, and what is asked before papers leave."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta

from textual.pilot import Pilot
from textual.widgets import Static

from samordner_tui.archive.receipt import Receipt
from samordner_tui.casework.papers import Making, register_papers
from samordner_tui.method.definition import method
from samordner_tui.method.terms import PaperFormat, StageId
from samordner_tui.papers.making import print_of, written
from samordner_tui.papers.room import context_of, read_room
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.deletion import DeletionDialog
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.papers import PapersScreen
from tests.snapshots.evening_scenes import stands_open
from tests.tui.world import TODAY, clock, shown, until

Scene = Callable[[SamordnerApp, Pilot[None], dict[str, str]], Awaitable[None]]

SIBLINGS = "2027-01"


def papers(kind: str, *keys: str, wait_for: str = "", headed: str = "KØREPLAN") -> Scene:
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
            await until(pilot, lambda: headed in str(room.query_one("#text", Static).content).upper())
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: wait_for in shown(app))

    return scene


def receipt(*, held_by_copies: bool) -> Scene:
    """The receipt for a deletion, as it stands until it is put away."""

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
        ended: Future[Receipt] = Future()
        ended.set_result(
            Receipt(
                TODAY,
                212,
                340,
                2,
                0,
                3,
                1,
                second_place_missing=False,
                copies_elsewhere=held_by_copies,
                kinds={"people": 12, "contacts": 9, "conferences": 1, "briefings": 2, "plans": 1, "plan_items": 8},
            )
        )
        app.push_screen(DeletionDialog(ended))
        await until(pilot, lambda: "g Gem " in shown(app))

    return scene


def with_pack_made(kind: str, *keys: str, wait_for: str, headed: str) -> Scene:
    """The room when the pack for the venue has been made, and one paper of it has changed since."""
    inner = papers(kind, *keys, wait_for=wait_for, headed=headed)

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        archive = app.archive
        assert archive is not None
        archive.set_setting("samordner_name", "Signe Holm")
        case_id = cases[SIBLINGS]
        with archive.writing("Papirer lavet", case_id, kind="fixed") as session:
            context = context_of(session, case_id, None, method(), TODAY, archive.zone)
            room = read_room(context)
            made = [
                Making(one.about, one.sheet.to.id, "da", PaperFormat.PDF, print_of(written(context, one.sheet, "da")))
                for one in room.pack("venue")
                if one.sheet.is_ready
            ]
            made[0] = replace(made[0], text_print="0" * 16)
            register_papers(session, case_id, room.conference_id, made, clock(), TODAY, TODAY + timedelta(days=30))
        await inner(app, pilot, cases)

    return scene


PAPER_SCENES: dict[str, Scene] = {
    "papers": papers("running_order_sheet"),
    "papers-shown": papers("running_order_sheet", "enter", wait_for="›  Køreplan"),
    "papers-packs": papers("running_order_sheet", "p", wait_for="Hvilken pakke?"),
    "papers-as-what": papers("running_order_sheet", "g", wait_for="Som hvad?"),
    "papers-leaving": papers("running_order_sheet", "g", "1", wait_for="krypteret"),
    "papers-marked": with_pack_made("room_order", "space", "up", wait_for="✓", headed="BESTILLING AF LOKALE"),
    "papers-handed-what": with_pack_made(
        "food_order", "u", wait_for="Hvad er givet videre?", headed="BESTILLING AF MAD"
    ),
    "papers-handed-to": with_pack_made(
        "food_order", "u", "2", "1", wait_for="Hvem fik det?", headed="BESTILLING AF MAD"
    ),
    "box-receipt": receipt(held_by_copies=False),
    "box-receipt-held-by-copies": receipt(held_by_copies=True),
    "papers-own-template": papers("running_order_sheet", "e", wait_for="Gem vores skabelon"),
}
