"""Yes and no by keyboard, and what becomes of words that are typed where something is chosen."""

from __future__ import annotations

from samordner_tui.tui.dialogs.pick import PickDialog
from tests.tui.conftest import Open, Seeded


async def test_a_letter_answers_yes_or_no_and_opens_nothing(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "household")
        for keys, text in ((("j",), "1"), (("space",), "0"), (("space",), "1"), (("right",), "0"), (("delete",), "")):
            await walk.press(*keys)
            assert row.text == text, keys
            assert not walk.app.screen.is_modal
        await walk.press("j", "enter")
        await walk.settle()
        assert seeded.inge("household") is True
        assert walk.focused is walk.row("side").widget


async def test_a_sentence_typed_at_yes_or_no_answers_nothing_and_that_is_said(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "mette", "household")
        await walk.type("nu skal vi")
        assert row.text == "1", "what stood there"
        assert walk.said().count("står ikke noget sted") == 1
        await walk.press("tab")
        await walk.settle()
        assert seeded.value("people", seeded.ids["mette"], "household") is True


async def test_in_the_opened_list_a_letter_that_fits_one_answer_chooses_it(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "household")
        await walk.press("enter", "n")
        await walk.settle()
        assert not walk.app.screen.is_modal
        assert walk.row("household").text == "0"
        assert walk.focused is walk.row("side").widget, "the cursor goes on, as in a box of fields"


async def test_a_sentence_typed_at_a_choice_is_shown_and_is_no_answer(open_case: Open) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "side")
        await walk.type("fredag ")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, PickDialog)
        assert "»fredag «" in walk.text_on_screen()
        assert "bliver ikke gemt" in walk.text_on_screen()
        await walk.press("escape")
        assert row.text == ""
