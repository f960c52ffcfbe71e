"""The scenes of the boxes: everything the program asks in a box of its own, and the forms of the stages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot
from textual.screen import ModalScreen

from samordner_tui.casework.forms import FORMS
from samordner_tui.method.terms import StageId
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.stages.stage import Stage
from tests.snapshots.evening_scenes import stands_open
from tests.tui.world import until

Scene = Callable[[SamordnerApp, Pilot[None], dict[str, str]], Awaitable[None]]


def box(number: str, which: StageId, *keys: str, on: str | None = None, place: int = -1) -> Scene:
    """A box that some keys open at a stage, pressed on a row of the table `on` where one is named."""

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        pane = await _at(app, pilot, cases[number], which)
        if on is not None:
            assert pane.list.point_at(_rows(pane, on)[place])
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(app.screen, ModalScreen))

    return scene


def form(number: str, which: StageId, table: str, *keys: str, at: str | None = None) -> Scene:
    """The form of the first row of `table`, at its first field or the one named, and the box that some keys open there.

    At the first field nothing is scrolled; how far a form scrolls to another may differ by a line.
    """

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        pane = await _at(app, pilot, cases[number], which)
        await pane.open_row(table, _rows(pane, table)[0], at or FORMS.of(table).fields[0])
        await until(pilot, lambda: pane.form is not None and bool(pane.form.rows))
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(app.screen, ModalScreen) is bool(keys))

    return scene


def _rows(pane: Stage, table: str) -> list[str]:
    assert pane.shown is not None
    return [row.id for section in pane.shown.view.sections for row in section.rows if row.record == table]


async def _at(app: SamordnerApp, pilot: Pilot[None], case_id: str, which: StageId) -> Stage:
    app.open_case(case_id, which)
    await until(pilot, lambda: stands_open(app))
    screen = app.screen
    assert isinstance(screen, CaseScreen)
    assert screen.pane is not None
    return screen.pane


ALMA, SIBLINGS, SERIES = "2027-03", "2027-01", "2026-19"

BOX_SCENES: dict[str, Scene] = {
    "box-set-aside": box(ALMA, StageId.NETWORK, "s", "l"),
    "box-conferences": box(SERIES, StageId.FOLLOW_UP, "r"),
    "box-plan-visit": box(ALMA, StageId.NETWORK, "b"),
    "box-how-it-went": box(ALMA, StageId.NETWORK, "k", on="people"),
    "box-decide-invitation": box(ALMA, StageId.NETWORK, "i", on="people"),
    "box-why-not": box(ALMA, StageId.NETWORK, "i", "1", "n", on="people"),
    "box-which-evening": box(ALMA, StageId.NETWORK, "b", on="people"),
    "box-may-be-told": box(ALMA, StageId.NETWORK, "t", on="contacts"),
    "box-offer": box(ALMA, StageId.NETWORK, "g", on="people"),
    "box-what-is-said": box(ALMA, StageId.NETWORK, "u", on="people"),
    "box-keep-distance": box(ALMA, StageId.NETWORK, "a", on="people"),
    "box-delete-person": box(ALMA, StageId.NETWORK, "x", on="people"),
    "box-delete-case": box(ALMA, StageId.CLOSING, "x"),
    "box-became-of-it": box(SERIES, StageId.FOLLOW_UP, "u", on="", place=0),
    "box-childs-word": box(SERIES, StageId.FOLLOW_UP, "u", "2", on="", place=0),
    "box-course": box(SERIES, StageId.FOLLOW_UP, "f", on="", place=0),
    "box-without-meeting": box(SERIES, StageId.FOLLOW_UP, "p"),
    "form-engagement": form(ALMA, StageId.ASSIGNMENT, "engagements"),
    "form-child": form(ALMA, StageId.CHILD, "children"),
    "form-contact": form(ALMA, StageId.NETWORK, "contacts"),
    "form-booking": form(ALMA, StageId.VENUE, "bookings"),
    "form-booking-calendar": form(ALMA, StageId.VENUE, "bookings", "f4", at="asked_on"),
    "form-menu": form(ALMA, StageId.CATERING, "menus"),
    "form-briefing": form(ALMA, StageId.BRIEFINGS, "briefings"),
    "form-role": form(ALMA, StageId.ROLES, "role_holders"),
    "form-wording": form(ALMA, StageId.INVITATIONS, "wordings"),
}
