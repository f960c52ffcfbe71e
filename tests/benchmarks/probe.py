"""What a probe says when it has seen what it waited for: seconds since its process began, and its peak memory."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partialmethod
from pathlib import Path

from textual import events
from textual.app import App
from textual.screen import Screen

BEGAN = "SAMORDNER_PROBE_BEGAN"
"""The variable in which `measure` tells when it started the process, on the clock all processes share."""

SIZE = (120, 40)
PROCESS = Path("/proc/self/status")

Reached = Callable[[Screen[object]], bool]


def since_start() -> float:
    """Seconds since this process was started."""
    return time.monotonic() - float(os.environ[BEGAN])


def peak_mebibytes() -> float:
    """The most memory this process has held: its own, not that of the process it was started by."""
    if PROCESS.exists():
        lines = PROCESS.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(seconds: Sequence[float] = ()) -> None:
    """Say what was measured, and leave at once: nothing after the moment counts."""
    found = {"seconds": list(seconds) or [since_start()], "mebibytes": peak_mebibytes()}
    print(json.dumps(found), file=sys.__stdout__, flush=True)
    os._exit(0)


def without_terminal() -> None:
    """Let every app run without a terminal, in a window of the same size."""
    App.run = partialmethod(App.run, headless=True, size=SIZE)  # type: ignore[method-assign, assignment]


def when_shown(reached: Reached, then: Callable[[App[object]], None] | None = None) -> None:
    """Report, or do `then`, as soon as a frame is drawn of a screen for which `reached` holds."""
    display = App._display
    is_over = False

    def watched(self: App[object], screen: Screen[object], renderable: object) -> None:
        nonlocal is_over
        display(self, screen, renderable)  # type: ignore[arg-type]
        if is_over or renderable is None or not reached(screen):
            return
        is_over = True
        report() if then is None else then(self)

    App._display = watched  # type: ignore[method-assign, assignment]


def press(key: str) -> Callable[[App[object]], None]:
    """Press a key, as a terminal sends it."""

    def pressing(app: App[object]) -> None:
        app.post_message(events.Key(key, None).set_sender(app))

    return pressing


def is_drawn(screen: Screen[object], selector: str) -> bool:
    """Whether a widget is there and has a place."""
    return any(widget.region.area > 0 for widget in screen.query(selector))
