"""What a probe says when it has seen what it waited for: seconds since its process began, and its peak memory."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

from textual.app import App
from textual.screen import Screen


def since_start() -> float:
    """Seconds since this process began."""
    try:
        import psutil
    except ImportError:
        ticks = os.sysconf("SC_CLK_TCK")
        with open("/proc/self/stat", encoding="ascii") as source:  # noqa: PTH123 - not a file on disk
            began = float(source.read().rsplit(")", 1)[1].split()[19]) / ticks
        return time.clock_gettime(time.CLOCK_BOOTTIME) - began
    return time.time() - float(psutil.Process().create_time())


def peak_mebibytes() -> float:
    """The most memory this process has held."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(seconds: float | None = None) -> None:
    """Say what was measured, and leave at once: nothing after the moment counts."""
    found = {"seconds": since_start() if seconds is None else seconds, "mebibytes": peak_mebibytes()}
    sys.__stdout__ and print(json.dumps(found), file=sys.__stdout__, flush=True)
    os._exit(0)


def when_shown(reached: Callable[[Screen[object]], bool]) -> None:
    """Report as soon as a frame is drawn of a screen for which `reached` holds."""
    display = App._display

    def watched(self: App[object], screen: Screen[object], renderable: object) -> None:
        display(self, screen, renderable)  # type: ignore[arg-type]
        if reached(screen):
            report()

    App._display = watched  # type: ignore[method-assign, assignment]
