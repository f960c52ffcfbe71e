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
    """Each change in turn, from the call until the frame that shows it."""
    drawn = asyncio.Event()
    display = App._display
    ended = 0.0

    def watched(self: App[object], screen: object, renderable: object) -> None:
        nonlocal ended
        display(self, screen, renderable)  # type: ignore[arg-type]
        if renderable is not None:
            ended = time.perf_counter()
            drawn.set()

    taken = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.5)
        App._display = watched  # type: ignore[method-assign, assignment]
        for change in changes * ROUNDS:
            drawn.clear()
            began = time.perf_counter()
            change()
            await drawn.wait()
            taken.append(ended - began)
            await asyncio.sleep(BREATH)
    return taken


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
