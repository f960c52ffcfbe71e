"""The scenes of the results across cases: too few of them, many, a municipality alone, and the choice of a period."""

from __future__ import annotations

from textual.pilot import Pilot

from samordner_tui.method.terms import ClosingReason
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.results import ResultsScreen
from samordner_tui.tui.widgets.fidelity_section import FidelitySection
from tests.casework.result_cases import KNOWN, Made, lay_out
from tests.snapshots.box_scenes import Scene
from tests.tui.world import shown, until

SMALL = Made("Fjordby", closing=ClosingReason.PLAN_WITHOUT_MEETING)


async def few(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """The three cases of the demo: too few to tell anything of."""
    await until(pilot, lambda: "Alma" in shown(app) and "Emil" in shown(app))
    await pilot.press("r")
    await until(pilot, lambda: "færre end fem sager" in shown(app))


async def many(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """With many more cases, one of which alone had a plan without a meeting."""
    await until(pilot, lambda: "Alma" in shown(app))
    lay_out(app.open_archive, [*KNOWN, SMALL])
    await pilot.press("r")
    await until(pilot, lambda: "rådslagning holdt" in shown(app))


def after(*keys: str, wait_for: str) -> Scene:
    """What comes after some keys."""

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        await many(app, pilot, cases)
        assert isinstance(app.screen, ResultsScreen)
        await pilot.press(*keys)
        await until(pilot, lambda: wait_for in shown(app))

    return scene


async def measures(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """How often the method was followed, below the figures."""
    await many(app, pilot, cases)
    await pilot.press("m")
    await until(pilot, lambda: app.screen.query_one(FidelitySection).display)
    await pilot.press("end")
    await until(pilot, lambda: "F24" in shown(app))


RESULT_SCENES: dict[str, Scene] = {
    "results": many,
    "results-few": few,
    "results-period": after("p", wait_for="Hvilken periode?"),
    "results-method": measures,
    "results-municipality": after("k", "down", "enter", wait_for="hele tiden · Fjordby"),
}
