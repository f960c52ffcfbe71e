"""What every test stands on: a home of its own, a frozen day, Danish, no network, and a quick pilot."""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from samordner_tui.language import SPEECH

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

ROOT = Path(__file__).parent.parent
WALK = Path(__file__).parent / "walk"
TODAY = date(2027, 1, 10)
NOW = datetime(2027, 1, 10, 9, 30, tzinfo=UTC)

# The same examples on every machine, so that nothing lands or falls by the draw of a lot. To look for new ones:
# HYPOTHESIS_PROFILE=search python -m pytest …
settings.register_profile("same", derandomize=True)
settings.register_profile("search", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_configure(config: pytest.Config) -> None:
    """Compile the English catalogue, as the build does; an editable install does not do it again."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is None:
        compiler = runpy.run_path(str(ROOT / "data" / "locale" / "compile_catalogue.py"))
        compiler["compile_catalogues"](ROOT)
    if os.environ.get("FASTPILOT", "1") == "1":
        hurry_the_pilot()
        draw_what_is_looked_at()


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: a test of a screen waits for a fifth of its time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest: a whole case that is begun last keeps one process busy while the others have nothing."""
    items.sort(key=lambda item: WALK not in item.path.parents)


def hurry_the_pilot() -> None:
    """Shorten the fixed waits of Textual's pilot, which are most of a screen test's time. `FASTPILOT=0` keeps them."""
    from textual import _wait

    _wait.SLEEP_GRANULARITY = 1 / 500
    _wait.SLEEP_IDLE = 1 / 2500


def draw_what_is_looked_at() -> None:
    """Draw a screen when a test looks at it, not each time it changes: without a terminal Textual throws that away."""
    from textual._compositor import Compositor
    from textual._context import visible_screen_stack

    whole = Compositor.render_update

    def render_update(
        self: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
    ) -> RenderableType | None:
        if full:
            return whole(self, full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])
        self._dirty_regions.clear()
        return None

    Compositor.render_update = render_update  # type: ignore[method-assign]


SOCKETS = {"socket.connect", "socket.getaddrinfo", "socket.sendto"}
HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


def _no_network(event: str, arguments: tuple[object, ...]) -> None:
    # An address that is a text is a socket of the machine's own, as between two processes.
    if event in SOCKETS and not isinstance(arguments[-1], (str, bytes)):
        message = f"the program opened a socket: {event} {arguments[1:]}"
        raise AssertionError(message)


sys.addaudithook(_no_network)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, so that no test sees or leaves anything on the machine."""
    home = tmp_path / "home"
    home.mkdir()
    for name in HOMES:
        monkeypatch.setenv(name, str(home))
    for name in ("SAMORDNER_ARCHIVE", "SAMORDNER_PASSPHRASE_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    return home


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    """Every test begins and ends in Danish."""
    SPEECH.choose("da")
    yield
    SPEECH.choose("da")


@pytest.fixture
def today() -> date:
    """The day it is."""
    return TODAY


@pytest.fixture
def now() -> datetime:
    """The moment it is."""
    return NOW
