"""What is pasted into a field of one line is all there."""

from __future__ import annotations

import pytest
from textual import events

from tests.tui.conftest import Open, Seeded


@pytest.mark.parametrize("pasted", ["Skive\nved banken", "Skive\r\nved\tbanken\n", "Skive\u2028ved banken"])
async def test_every_line_that_is_pasted_into_a_line_is_kept(pasted: str, open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "address")
        walk.app.post_message(events.Paste(pasted))
        await walk.press("tab")
        await walk.settle()
        assert seeded.inge("address") == "Skive ved banken"


async def test_what_was_copied_here_is_pasted_on_one_line_over_what_is_marked(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        field = await walk.open("people", "inge", "address")
        await walk.type("Aalborg")
        walk.app.copy_to_clipboard("Skive\nved banken")
        await walk.press("shift+home", "ctrl+v")
        assert field.text == "Skive ved banken"
