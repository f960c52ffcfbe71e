"""The box that every question stands in: its title and its keys are in sight, however low the window is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.frame import Dialog
from tests.tui.world import running, until

TALL = 60
PARTS = ("#dialog-title", "#dialog-body", "#dialog-keys")


class LongDialog(Dialog[None]):
    """More lines than any window has."""

    def dialog_title(self) -> str:
        """The heading."""
        return "En lang kasse"

    def keys_line(self) -> str:
        """So many that they take two lines."""
        return "tab Næste felt    enter Færdig    " * 3 + "esc Fortryd"

    def compose_body(self) -> Iterable[Widget]:
        """The lines."""
        yield Static(Content("\n".join(f"linje {number}" for number in range(TALL))))

    def body_takes_focus(self) -> bool:
        """The arrows scroll it."""
        return True


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 18)])
async def test_title_and_keys_stand_above_and_below_what_scrolls(tmp_path: Path, size: tuple[int, int]) -> None:
    app = SamordnerApp(tmp_path, config=tmp_path)
    async with running(app, size) as pilot:
        dialog = LongDialog()
        await app.push_screen(dialog)
        await pilot.pause()
        box, title, body, keys = (dialog.query_one(name) for name in ("#dialog", *PARTS))
        assert title.region.bottom <= body.region.y
        assert body.region.bottom <= keys.region.y
        assert keys.region.bottom <= box.content_region.bottom
        assert body.max_scroll_y == TALL - body.region.height
        await pilot.press("end")
        await until(pilot, lambda: body.scroll_y == body.max_scroll_y)
