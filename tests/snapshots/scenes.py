"""The scenes that are pictured: each brings the program to a screen, as a person would or by its own way there."""

from __future__ import annotations

from sqlalchemy import select
from textual.pilot import Pilot

from samordner_tui.archive.records.network import Person
from samordner_tui.method.terms import StageId
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.family_tree import FamilyTreeScreen
from samordner_tui.tui.screens.fidelity import FidelityScreen
from samordner_tui.tui.screens.network_map import NetworkMapScreen
from tests.snapshots.box_scenes import ALMA, BOX_SCENES, SERIES, SIBLINGS, Scene
from tests.snapshots.evening_scenes import EVENING_SCENES, stands_open
from tests.snapshots.incoming_scenes import INCOMING_SCENES
from tests.snapshots.paper_scenes import PAPER_SCENES
from tests.snapshots.result_scenes import RESULT_SCENES
from tests.tui.world import shown, until


def stage(number: str, which: StageId) -> Scene:
    """A stage of a case."""

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        app.open_case(cases[number], which)
        await until(pilot, lambda: stands_open(app))

    return scene


def then(before: Scene, *keys: str, wait_for: str = "") -> Scene:
    """What comes after some keys."""

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        await before(app, pilot, cases)
        await pilot.press(*keys)
        await until(pilot, lambda: wait_for in shown(app))

    return scene


NETWORK = stage(ALMA, StageId.NETWORK)


async def overview(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """All cases."""
    await until(pilot, lambda: "Alma" in shown(app) and "Emil" in shown(app))


async def a_person(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """The form of somebody in the network."""
    await NETWORK(app, pilot, cases)
    karen = await app.read(
        lambda session: session.scalar(select(Person.id).where(Person.case_id == cases[ALMA], Person.name == "Karen"))
    )
    screen = app.screen
    assert isinstance(screen, CaseScreen)
    assert screen.pane is not None
    assert karen is not None
    await screen.pane.open_row("people", karen)
    await until(pilot, lambda: "mormor" in shown(app) and "Navn" in shown(app))


async def guest(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """The view for the kitchen table."""
    await overview(app, pilot, cases)
    await app.enter_guest(cases[ALMA])
    await until(pilot, lambda: "Karen" in shown(app))


async def network_map(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """The map of the network."""
    await NETWORK(app, pilot, cases)
    await pilot.press("o")
    await until(pilot, lambda: isinstance(app.screen, NetworkMapScreen) and "Karen" in shown(app))


async def maps_compared(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """A map that was kept beside the one that was drawn on since."""
    await network_map(app, pilot, cases)
    screen = app.screen
    assert isinstance(screen, NetworkMapScreen)
    await pilot.press("f", "enter", "enter")
    await until(pilot, lambda: len(screen.views) == 2)
    await pilot.press("tab", "shift+down")
    await until(pilot, lambda: any(one.name == "Bertil" and one.ring == 2 for one in screen.view.map.people))
    await pilot.press("tab", "shift+right")
    await pilot.press("s")
    await until(pilot, lambda: "Sammenlign med hvilket kort?" in shown(app))
    await pilot.press("enter")
    await until(pilot, lambda: "Rykket længere ud" in shown(app))


def family_tree(number: str, wait_for: str) -> Scene:
    """The family tree of a case."""

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        await stage(number, StageId.NETWORK)(app, pilot, cases)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, FamilyTreeScreen) and wait_for in shown(app))

    return scene


def fidelity(number: str) -> Scene:
    """The measures of the conference that is under way, or of the last."""

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        await stage(number, StageId.EVALUATION)(app, pilot, cases)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, FidelityScreen) and "F12" in shown(app))

    return scene


async def held_fidelity(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """The measures of a conference that is held, with a remark on one of them."""
    await stage(SERIES, StageId.EVALUATION)(app, pilot, cases)
    await pilot.press("r")
    await until(pilot, lambda: "Hvilken rådslagning?" in shown(app))
    await pilot.press("up", "enter")
    await until(pilot, lambda: "vises fra 5 svar" in shown(app))
    await pilot.press("m")
    await until(pilot, lambda: isinstance(app.screen, FidelityScreen) and "F12" in shown(app))
    await pilot.press(*["down"] * 11, "enter")
    await until(pilot, lambda: "Bemærkning til F12" in shown(app))
    await pilot.press(*"Maden", "space", *"kom", "space", *"sent", "enter")
    await until(pilot, lambda: "Din bemærkning" in shown(app))


def evaluating(group: str) -> Scene:
    """The evaluation at the laptop, at the first question of a group."""
    return then(
        then(stage(SERIES, StageId.EVALUATION), "f", wait_for="Hvem svarer?"), group, wait_for="Spørgsmål 1 af 4"
    )


SCENES: dict[str, Scene] = {
    "overview": overview,
    "overview-search": then(overview, "s", "k", "a", "r", "e", "n", wait_for="Alma"),
    "new-case": then(overview, "n", wait_for="Ny sag"),
    "help": then(NETWORK, "f1", wait_for="Hjælp"),
    "palette": then(NETWORK, "ctrl+p", wait_for="Skriv, hvad du vil"),
    "serious": then(NETWORK, "f9", wait_for="Noget alvorligt"),
    "network-map": network_map,
    "network-map-person": then(network_map, "down", "down", wait_for="kontakten er"),
    "map-choice": then(network_map, "v", wait_for="Hvilket kort?"),
    "map-keep": then(network_map, "f", wait_for="Hvem har I tegnet det sammen?"),
    "maps-compared": maps_compared,
    "map-file": then(network_map, "g", wait_for="Arbejdsudgaven"),
    "map-file-kinds": then(then(network_map, "g", wait_for="Arbejdsudgaven"), "1", wait_for="Netværksdata"),
    "prompts": then(NETWORK, "f", wait_for="Spørgsmål 1"),
    "prompts-done": then(NETWORK, "f", *["pagedown"] * 20, wait_for="Det var alle spørgsmålene"),
    "family-tree": family_tree(ALMA, "Karen"),
    "family-tree-siblings": then(family_tree(SIBLINGS, "Halina"), "up", wait_for="Robert"),
    "family-tree-form": then(family_tree(ALMA, "Karen"), "r", "enter", wait_for="Hvis det kun er en tid"),
    "family-tree-empty": family_tree(SERIES, "slægtskab"),
    "family-tree-new": then(family_tree(ALMA, "Karen"), "n", wait_for="barn af"),
    "family-tree-offered": then(family_tree(SERIES, "slægtskab"), "f", wait_for="Birthe er plejeforælder"),
    "fidelity-before": fidelity(ALMA),
    "fidelity-held": held_fidelity,
    "fidelity-remark": then(fidelity(ALMA), "enter", wait_for="Bemærkning til F1"),
    "fidelity-help": then(fidelity(ALMA), "f1", wait_for="Hjælp"),
    "next-steps": then(NETWORK, "s", wait_for="Næste skridt"),
    "settings": then(overview, "f2", wait_for="Indstillinger"),
    "history": then(NETWORK, "h", wait_for="Historik"),
    "person": a_person,
    "guest": guest,
    **{f"alma-{one.value}": stage(ALMA, one) for one in StageId},
    "siblings-network": stage(SIBLINGS, StageId.NETWORK),
    "siblings-ready": stage(SIBLINGS, StageId.READY),
    "siblings-information": stage(SIBLINGS, StageId.INFORMATION),
    "series-follow_up": stage(SERIES, StageId.FOLLOW_UP),
    "series-evaluation": stage(SERIES, StageId.EVALUATION),
    "evaluation-who": then(stage(SERIES, StageId.EVALUATION), "f", wait_for="Hvem svarer?"),
    "evaluation-child": then(evaluating("1"), "right", "right", wait_for="Spørgsmål 1 af 4"),
    "evaluation-family": then(evaluating("2"), "down", wait_for="Spørgsmål 1 af 4"),
    "evaluation-words": then(evaluating("3"), "4", "3", "4", wait_for="Spørgsmål 4 af 4"),
    "evaluation-stop": then(evaluating("4"), "4", "escape", wait_for="Vil du stoppe her?"),
    **EVENING_SCENES,
    **BOX_SCENES,
    **INCOMING_SCENES,
    **PAPER_SCENES,
    **RESULT_SCENES,
}
