"""A map of sixty people on the screen: from a move, or a step of the cursor, until it is drawn; the seconds of each.

The argument is `map` for the map, or `static` for a bare `Static` of the same size that gets a text as colourful.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from samordner_tui.casework.network_map import NetworkMap
from samordner_tui.method.definition import method
from samordner_tui.tui.theme import LOOKS
from samordner_tui.tui.widgets.map_layout import on_screen
from samordner_tui.tui.widgets.map_picture import Pointing, picture
from samordner_tui.tui.widgets.network_map import NetworkMapView
from tests.benchmarks.made_map import MOVED, SIZE, network
from tests.benchmarks.probe import report

ROUNDS = 30
BREATH = 0.02
"""Seconds between two changes, in which what was begun is finished."""
TICK = 1 / 60
PHASES = 10
"""A frame waits for Textual's next tick. Changes fall evenly between two ticks, as keys do: begun always at the same
distance from one, the wait of a whole tick would fall on one of the two programs and not on the other."""


class OnScreen(App[None]):
    """One widget alone, with the looks of the program."""

    def __init__(self, only: NetworkMapView | Static) -> None:
        super().__init__()
        self.only = only
        for look in LOOKS:
            self.register_theme(look.theme())
        self.theme = LOOKS[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """As the program."""
        return LOOKS[0].variables()

    def compose(self) -> ComposeResult:
        """The widget."""
        yield self.only


async def seconds_of(app: OnScreen, changes: list[Callable[[], object]]) -> list[float]:
    """Each change in turn, from the call until the frame that shows it: first by the clock, then of the processor."""
    drawn = asyncio.Event()
    display = App._display
    ended, worked = 0.0, 0.0

    def watched(self: App[object], screen: object, renderable: object) -> None:
        nonlocal ended, worked
        display(self, screen, renderable)  # type: ignore[arg-type]
        if renderable is not None:
            ended, worked = time.perf_counter(), time.process_time()
            drawn.set()

    taken, used = [], []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.5)
        App._display = watched  # type: ignore[method-assign, assignment]
        for number, change in enumerate(changes * ROUNDS):
            drawn.clear()
            began, fresh = time.perf_counter(), time.process_time()
            change()
            await drawn.wait()
            taken.append(ended - began)
            used.append(worked - fresh)
            await asyncio.sleep(BREATH + TICK * (number % PHASES) / PHASES)
    return taken + used


def colourful(shown: NetworkMap, pointed: str) -> Content:
    """What the map draws, made beforehand."""
    return picture(shown, on_screen(shown, SIZE, lambda _tie: ""), Pointing(pointed, has_focus=True), method(), SIZE)


def main(kind: str) -> None:
    """Measure one of the two."""
    near, far = network(2), network(3)
    here, other = f"p{MOVED}", f"p{MOVED - 5}"
    if kind == "map":
        view = NetworkMapView(method)
        view.show(far)
        view.pointed = here
        changes: list[Callable[[], object]] = [
            lambda: view.show(near),
            lambda: view.point_at(other),
            lambda: view.show(far),
            lambda: view.point_at(here),
        ]
        report(asyncio.run(seconds_of(OnScreen(view), changes)))
        return
    static = Static(colourful(far, here))
    texts = [colourful(near, here), colourful(near, other), colourful(far, other), colourful(far, here)]
    report(asyncio.run(seconds_of(OnScreen(static), [lambda text=text: static.update(text) for text in texts])))  # type: ignore[misc]


if __name__ == "__main__":
    main(sys.argv[1])
