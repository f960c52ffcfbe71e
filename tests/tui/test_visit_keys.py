"""A visit costs an hour, and a few keys: planned, held, noted."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from samordner_tui.archive.records.assignment import Consent, SafetyRound
from samordner_tui.archive.records.network import Custody
from samordner_tui.casework import safety
from samordner_tui.casework.change import add
from samordner_tui.casework.fields import Value
from samordner_tui.method import facts as f
from samordner_tui.method.terms import (
    ConsentAnswer,
    ConsentScope,
    ContactForm,
    ContactKind,
    ContactOutcome,
    SafetyAnswer,
    SafetyOccasion,
)
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.preparing import act, at, facts

USUAL = 12
"""Keys a usual visit may cost, from the plan to the note."""


@pytest.fixture
def open_network(seeded: Seeded, today: date) -> None:
    """Consent is given and safety is answered: nothing stands between the samordner and the network."""
    mette, child = seeded.ids["mette"], seeded.ids["child"]
    with seeded.archive.writing("Samtykke", seeded.case_id) as session:
        custody: dict[str, Value] = {"person_id": mette, "child_id": child}
        add(session, Custody, seeded.case_id, today, **custody)
        for scope in (ConsentScope.METHOD, ConsentScope.CHILD_TALK):
            given: dict[str, Value] = {"scope": scope, "answer": ConsentAnswer.YES, "answered_on": today}
            add(session, Consent, seeded.case_id, today, **custody, **given)
        asked: dict[str, Value] = {"asked_on": today, "answered_on": today, "answered_by": "Birgit"}
        asked |= {"occasion": SafetyOccasion.BEFORE_CONTACT, "answer": SafetyAnswer.MAY_BEGIN}
        add(session, SafetyRound, seeded.case_id, today, **asked, **dict.fromkeys(safety.MARKS, False))


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


async def test_place_and_kilometres_are_not_asked_of_a_call(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("contacts", "visit", "form")
        assert walk.row("kilometres").display
        await walk.press("right", "right")
        await walk.settle()
        assert row.text == ContactForm.PHONE
        assert not walk.row("kilometres").display
        assert not walk.row("place").display
