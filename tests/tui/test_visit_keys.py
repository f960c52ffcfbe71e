"""A visit costs an hour, and a few keys: planned, held, noted."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from samordner_tui.method import facts as f
from samordner_tui.method.terms import (
    ContactForm,
    ContactKind,
    ContactOutcome,
)
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.preparing import act, at, facts

USUAL = 12
"""Keys a usual visit may cost, from the plan to the note."""


def visit(walk: Walk) -> f.Contact:
    """The one visit to the network."""
    (found,) = [one for one in facts(walk).contacts if one.kind is ContactKind.NETWORK_VISIT]
    return found


@pytest.mark.usefixtures("open_network")
async def test_a_usual_visit_is_planned_and_noted_in_few_keys(open_case: Open, seeded: Seeded, today: date) -> None:
    keys = 0

    async def press(walk: Walk, *pressed: str) -> None:
        nonlocal keys
        keys += len(pressed)
        await act(walk, *pressed)

    async with open_case() as walk:
        await at(walk, seeded.ids["inge"])
        await press(walk, "b")
        assert "man. 11. jan. kl. 17–21" in walk.text_on_screen()
        await press(walk, "1")
        planned = visit(walk).planned_at
        assert planned is not None
        assert planned.astimezone(walk.app.zone) == datetime(2027, 1, 11, 17, tzinfo=walk.app.zone)
        await press(walk, "escape")
        await press(walk, "k")
        assert "Hvordan gik besøget hos Inge?" in walk.text_on_screen()
        await press(walk, "1")
        await press(walk, *"90", "enter", *"34", "enter", "enter")
        held = visit(walk)
        assert (held.outcome, held.held_on) == (ContactOutcome.MADE, today)
        assert (held.method_explained, held.responsibility_explained) == (True, True)
        assert (held.minutes, held.kilometres) == (90, Decimal(34))
        assert keys <= USUAL


@pytest.mark.usefixtures("open_network")
async def test_a_call_nobody_answered_is_noted_in_two_keys(open_case: Open, seeded: Seeded, today: date) -> None:
    async with open_case() as walk:
        await at(walk, seeded.ids["inge"])
        await act(walk, "k")
        await act(walk, "3")
        assert (visit(walk).outcome, visit(walk).held_on) == (ContactOutcome.TRIED, today)
        assert visit(walk).people == (seeded.ids["inge"],)


@pytest.mark.usefixtures("open_network")
async def test_a_visit_that_is_called_off_is_noted_in_two_keys_and_has_no_day(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await at(walk, seeded.ids["inge"])
        await act(walk, "b", "1", "escape")
        await act(walk, "k")
        assert "aflyst" in walk.text_on_screen()
        await act(walk, "6")
        assert (visit(walk).outcome, visit(walk).held_on) == (ContactOutcome.CALLED_OFF, None)


async def test_place_and_kilometres_are_not_asked_of_a_call(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("contacts", "visit", "form")
        assert walk.row("kilometres").display
        await walk.press("right", "right")
        await walk.settle()
        assert row.text == ContactForm.PHONE
        assert not walk.row("kilometres").display
        assert not walk.row("place").display
