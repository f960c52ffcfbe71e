"""Changing stage in the program: from the key until the next stage is drawn, through every stage of a case and back.

The argument is the folder of an archive of the demo. The seconds are one a stage.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from samordner_tui.archive.file import Archive
from samordner_tui.method.terms import StageId
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from tests.benchmarks.demo_archive import first_case
from tests.benchmarks.probe import SIZE, report
from tests.benchmarks.shown import case_is_drawn

Drawn = Callable[[Screen[object]], StageId | None]
CHANGES = len(StageId) - 1
BREATH = 0.1
"""Seconds between two changes, in which what was begun is finished."""


class Frames:
    """Waits for the frame in which something is drawn."""

    def __init__(self) -> None:
        self.waited: asyncio.Event | None = None
        self.reached: Callable[[Screen[object]], bool] = lambda _screen: False
        display = App._display

        def watched(app: App[object], screen: Screen[object], renderable: object) -> None:
            display(app, screen, renderable)  # type: ignore[arg-type]
            if self.waited is not None and renderable is not None and self.reached(screen):
                self.ended = time.perf_counter()
                self.waited.set()

        App._display = watched  # type: ignore[method-assign, assignment]

    async def until(self, app: App[None], key: str, reached: Callable[[Screen[object]], bool]) -> float:
        """Seconds from a key until a frame for which `reached` holds."""
        self.waited, self.reached = asyncio.Event(), reached
        began = time.perf_counter()
        app.simulate_key(key)
        await self.waited.wait()
        self.waited = None
        return self.ended - began


async def there_and_back(pilot: Pilot[None], at: Drawn) -> list[float]:
    """The seconds of every change, forwards and back. `at` says which stage is drawn."""
    frames = Frames()
    taken = []
    for key in (*["ctrl+pagedown"] * CHANGES, *["ctrl+pageup"] * CHANGES):
        elsewhere = _away_from(at(pilot.app.screen), at)
        taken.append(await frames.until(pilot.app, key, elsewhere))
        await pilot.pause(BREATH)
    return taken


def _away_from(
    here: StageId | None, at: Callable[[Screen[object]], StageId | None]
) -> Callable[[Screen[object]], bool]:
    """That another stage than `here` is drawn."""
    return lambda screen: at(screen) not in {None, here}


def stage_drawn(screen: Screen[object]) -> StageId | None:
    """The stage of the program that is drawn."""
    shown: object = screen
    return shown.stage if isinstance(shown, CaseScreen) and case_is_drawn(screen) else None


async def measure(folder: Path) -> list[float]:
    """Open the case of the demo at its first stage, and go through."""
    with Archive.open(folder, None) as archive:
        app = SamordnerApp(archive=archive)
        async with app.run_test(size=SIZE) as pilot:
            app.open_case(first_case(archive), StageId.ASSIGNMENT)
            await pilot.pause(1)
            return await there_and_back(pilot, stage_drawn)


if __name__ == "__main__":
    report(asyncio.run(measure(Path(sys.argv[1]))))
