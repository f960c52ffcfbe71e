"""Finding people by asking: fourteen people from the questions, by keyboard alone, onto the map."""

from __future__ import annotations

from samordner_tui.method.terms import Sector, StageId
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.network_map import NetworkMapScreen
from samordner_tui.tui.screens.prompts import PromptsScreen
from samordner_tui.tui.widgets.network_map import NetworkMapView
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.world import until

ANSWERS = (
    ("Hvem bor du sammen med?", ("Bertil, bror", "Bodil, søster")),
    ("Hvem ringer du til om natten?", ("Karen, mormor, 1",)),
    ("Hvem fortæller du det først", ("Per, morbror, 2",)),
    ("Hvem kender dig bedst?", ()),
    ("Hvem er der på mors side?", ("Tove,2", "Ulrik,3")),
    ("Hvem er der på fars side?", ("Lars,2", "Asta,3")),
    ("Hvem betød noget engang", ("Nadia, fars veninde, 3",)),
    ("Hvem savner du?", ()),
    ("Hvem ville du gerne have med til din fødselsdag?", ("Amir, ven, 1",)),
    ("Hvem henter, bringer", ("Vera, nabo, 2",)),
    ("Hvem møder du til sport", ("Kim, træner, 3",)),
    ("Hvem er god at have i skolen", ("Ulla, lærer, 2", "Omar,3")),
)


async def asked(walk: Walk, question: str) -> None:
    await until(walk.pilot, lambda: question in walk.text_on_screen())


async def test_fourteen_people_are_found_by_asking_and_stand_on_the_map(seeded: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        walk.stage.take_focus()
        await walk.press("f")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, PromptsScreen))
        for question, lines in ANSWERS:
            await asked(walk, question)
            for line in lines:
                await walk.press(*line.replace(" ", ""), "enter")
                name = line.split(",")[0]
                await until(walk.pilot, lambda name=name: name in brought_up(walk))  # type: ignore[misc]
            await walk.press("enter")
        await walk.press("pageup")
        await asked(walk, "Hvem er god at have i skolen")
        assert "Ulla og Omar" in brought_up(walk)
        await walk.press("escape")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen))
        await walk.press("o")
        await until(
            walk.pilot, lambda: isinstance(walk.app.screen, NetworkMapScreen) and "Omar" in walk.text_on_screen()
        )
        shown = walk.app.screen.query_one(NetworkMapView).map
        placed = {one.name: (one.ring, one.sector) for one in shown.placed}
        assert placed["Lars"] == (2, Sector.FATHERS_SIDE)
        assert placed["Omar"] == (3, Sector.SCHOOL_WORK)
        assert placed["Karen"] == (1, Sector.MOTHERS_SIDE)
        named = {line.split(",")[0] for _question, lines in ANSWERS for line in lines}
        assert len(named) == 14
        assert named <= {one.name for one in shown.people}
        assert {one.name for one in shown.beside} & named == {"Bertil", "Bodil"}, "whose side they are on is not said"


def brought_up(walk: Walk) -> str:
    return next((row for row in walk.text_on_screen().splitlines() if "Kom frem her" in row), "")


async def test_after_the_last_question_it_is_said_where_nobody_stands_yet(seeded: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (80, 24)) as walk:
        walk.stage.take_focus()
        await walk.press("f")
        await asked(walk, "Hvem bor du sammen med?")
        await walk.press(*["pagedown"] * 30)
        await asked(walk, "Det var alle spørgsmålene.")
        await until(walk.pilot, lambda: "Spørg videre" in walk.text_on_screen())
        await walk.press("escape")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen))


async def test_a_name_that_stands_there_already_is_noted_under_the_question(seeded: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (100, 30)) as walk:
        walk.stage.take_focus()
        await walk.press("f")
        await asked(walk, "Hvem bor du sammen med?")
        await walk.press(*"inge", "enter")
        await until(walk.pilot, lambda: "Inge" in brought_up(walk))
        await walk.press("enter")
        await asked(walk, "Hvem ringer du til om natten?")
        await walk.press(*"inge", "enter")
        await until(walk.pilot, lambda: "inge står her allerede" in walk.said())
        await walk.press(*"Per,mb", "enter")
        await until(walk.pilot, lambda: "Per" in brought_up(walk))


async def test_a_name_on_the_line_does_not_vanish_behind_the_last_question(seeded: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (100, 30)) as walk:
        walk.stage.take_focus()
        await walk.press("f")
        await asked(walk, "Hvem bor du sammen med?")
        await walk.press(*["ctrl+n"] * 18, *"Lars", "ctrl+n")
        await until(walk.pilot, lambda: "Tryk enter, så navnet på linjen kommer med" in walk.said())
        await walk.press("enter")
        await until(walk.pilot, lambda: "Lars" in brought_up(walk))
