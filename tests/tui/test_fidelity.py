"""Whether the method was followed, on the screen: a line a measure, why it stands so, and a remark beside it."""

from __future__ import annotations

from samordner_tui.method.definition import method
from samordner_tui.method.terms import StageId
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.fidelity import FidelityScreen
from samordner_tui.tui.screens.help import HelpDialog
from tests.tui.conftest import Open, Walk
from tests.tui.world import until

WORDS = "Vi [b]ventede[/b] lidt."


async def opened(walk: Walk) -> FidelityScreen:
    """The measures, opened from the stage by their key."""
    walk.stage.take_focus()
    await walk.press("m")
    await until(walk.pilot, lambda: isinstance(walk.app.screen, FidelityScreen) and "F5 " in walk.text_on_screen())
    screen = walk.app.screen
    assert isinstance(screen, FidelityScreen)
    return screen


async def remark(walk: Walk, words: str) -> None:
    """Write a remark on the measure under the cursor."""
    await walk.press("enter")
    await until(walk.pilot, lambda: "Bemærkning til" in walk.text_on_screen())
    await walk.type(words)
    await walk.press("enter")


async def test_the_reason_follows_the_cursor(conference_id: str, open_case: Open) -> None:
    async with open_case(StageId.EVALUATION, (120, 40)) as walk:
        screen = await opened(walk)
        assert screen.list.pointed is not None
        assert screen.list.pointed.mark.id == "F1"
        assert "endnu ikke  4 af 4" in walk.text_on_screen()
        await walk.press(*["down"] * 9)
        await until(walk.pilot, lambda: "opfyldt  Biblioteket er et" in walk.text_on_screen())
        await walk.press("end")
        await until(walk.pilot, lambda: "endnu ikke  Det kommer" in walk.text_on_screen())
        await walk.press("escape")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen))


async def test_a_remark_is_written_by_enter_changed_removed_and_undone(conference_id: str, open_case: Open) -> None:
    async with open_case(StageId.EVALUATION, (80, 24)) as walk:
        screen = await opened(walk)
        state = screen.list.measures[0].mark
        await remark(walk, WORDS)
        await until(walk.pilot, lambda: screen.list.measures[0].remark == WORDS)
        assert screen.list.measures[0].mark == state
        await until(walk.pilot, lambda: f"Din bemærkning: {WORDS}" in walk.text_on_screen())
        await remark(walk, " Og spiste.")
        await until(walk.pilot, lambda: screen.list.measures[0].remark == f"{WORDS} Og spiste.")
        await walk.press("ctrl+z")
        await until(walk.pilot, lambda: screen.list.measures[0].remark == WORDS)
        await walk.press("delete")
        await until(walk.pilot, lambda: screen.list.measures[0].remark == "")
        assert walk.seeded.drafts() == {}


async def test_what_is_typed_and_left_stands_there_again(conference_id: str, open_case: Open) -> None:
    async with open_case(StageId.EVALUATION, (80, 24)) as walk:
        screen = await opened(walk)
        await walk.press("enter")
        await until(walk.pilot, lambda: "Bemærkning til F1" in walk.text_on_screen())
        await walk.type("Halvt")
        await walk.press("escape")
        await until(walk.pilot, lambda: list(walk.seeded.drafts().values()) == ["Halvt"])
        await until(walk.pilot, lambda: walk.app.screen is screen)
        await walk.press("enter")
        await until(walk.pilot, lambda: "Bemærkning til F1" in walk.text_on_screen())
        assert "Halvt" in walk.text_on_screen()


async def test_help_says_what_the_measure_means_and_where_it_comes_from(conference_id: str, open_case: Open) -> None:
    async with open_case(StageId.EVALUATION, (120, 40)) as walk:
        await opened(walk)
        await walk.press(*["down"] * 11, "f1")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, HelpDialog))
        dialog = walk.app.screen
        assert isinstance(dialog, HelpDialog)
        assert method().measure("F12").meaning.text in dialog.page.paragraphs[0]
        assert "Implementeringsvejledning" in dialog.page.paragraphs[0]
        assert {"Skriv en bemærkning"} <= {row.title for row in dialog.page.rows}


async def test_without_a_conference_there_is_nothing_to_measure(open_case: Open) -> None:
    async with open_case(StageId.EVALUATION, (120, 40)) as walk:
        walk.stage.take_focus()
        await walk.press("m")
        await walk.settle()
        assert isinstance(walk.app.screen, CaseScreen)
        assert "m Metoden" not in walk.text_on_screen()


async def test_every_size_shows_the_measures_with_their_words(conference_id: str, open_case: Open) -> None:
    for size in ((80, 24), (100, 30), (160, 50)):
        async with open_case(StageId.EVALUATION, size) as walk:
            await opened(walk)
            line = next(line for line in walk.text_on_screen().splitlines() if " F5 " in line)
            words = " ".join(line.split())
            assert words.startswith("○ F5 Kortet har begge sider og en sovende eller ny kontakt endnu ikke")
            assert "endnu ikke  4 af 4" in walk.text_on_screen()
