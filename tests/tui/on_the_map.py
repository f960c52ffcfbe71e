"""Opening the map of a case by its key."""

from __future__ import annotations

from samordner_tui.tui.screens.network_map import NetworkMapScreen
from samordner_tui.tui.widgets.network_map import NetworkMapView
from tests.tui.conftest import Walk
from tests.tui.world import until


async def opened(walk: Walk) -> NetworkMapView:
    """The map, opened by its key."""
    walk.stage.take_focus()
    await walk.press("o")
    await until(walk.pilot, lambda: isinstance(walk.app.screen, NetworkMapScreen) and "Inge" in walk.text_on_screen())
    return walk.app.screen.query_one(NetworkMapView)
