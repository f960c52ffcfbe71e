"""Choosing: letters find an answer on the list, enter takes it, and a letter alone changes nothing."""

from __future__ import annotations

from datetime import date

from textual.events import Key

from samordner_tui.archive.records.network import View
from samordner_tui.casework.change import add
from samordner_tui.method.terms import ContactView, Diet, InvitationChoice, Side
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.widgets.option_lines import Option, OptionLines
from tests.tui.conftest import Open, Seeded


async def test_a_letter_finds_a_choice_on_the_list_and_delete_takes_it_away(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "side")
        await walk.press("f", "enter")
        assert row.text == Side.FATHER
        await walk.press("shift+tab", "delete", "tab")
        await walk.settle()
        assert seeded.inge("side") is None


async def test_a_choice_that_must_be_made_cannot_be_emptied(open_case: Open) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "invited")
        await walk.press("delete")
        assert row.text == InvitationChoice.UNDECIDED


async def test_yes_and_no_are_letters(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "household")
        await walk.press("j", "enter")
        await walk.settle()
        assert seeded.inge("household") is True


async def test_a_letter_alone_moves_nothing_to_another_person(open_case: Open, seeded: Seeded) -> None:
    mette = seeded.ids["mette"]
    with seeded.archive.writing("Mening", seeded.case_id) as session:
        seeded.ids["view"] = add(
            session,
            View,
            seeded.case_id,
            date(2027, 1, 10),
            person_id=seeded.ids["inge"],
            said_by_id=mette,
            view=next(iter(ContactView)),
        )
    async with open_case() as walk:
        row = await walk.open("views", "view", "said_by_id")
        await walk.press("i")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, PickDialog)
        assert row.text == mette
        await walk.press("escape", "tab")
        await walk.settle()
        assert seeded.value("views", seeded.ids["view"], "said_by_id") == mette
        await walk.press("shift+tab", "i", "enter")
        await walk.settle()
        assert seeded.value("views", seeded.ids["view"], "said_by_id") == seeded.ids["inge"]


async def test_f1_says_how_a_choice_is_made(open_case: Open) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "side")
        await walk.press("f1")
        await walk.pilot.pause()
        assert "esc lader svaret stå" in " ".join(walk.text_on_screen().split())


async def test_letters_typed_quickly_open_one_list(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "side")
        for letter in "ff":
            row.widget.post_message(Key(letter, letter))
        await walk.pilot.pause()
        assert [type(screen) for screen in walk.app.screen_stack].count(PickDialog) == 1
        await walk.press("enter")
        await walk.settle()
        assert seeded.inge("side") is Side.FATHER


def test_what_begins_with_the_letters_is_found_first_and_no_answer_last() -> None:
    names = ("Mette Lind", "Jan", "Inge", "Åse", "Ida", "Birthe", "Hjalmar", "Gry")
    options = OptionLines([Option("", "ingen valgt"), *(Option(name, name) for name in names)], (), several=False)
    options.narrow("i")
    assert [option.text for option in options.fitting] == ["Inge", "Ida", "Mette Lind", "Birthe", "ingen valgt"]


def test_the_same_letter_again_goes_to_the_next() -> None:
    options = OptionLines([Option("", "ikke svaret"), Option("1", "Inge"), Option("2", "Ida")], (), several=False)
    found = [(options.go_to(typed), options.cursor) for typed in ("i", "ii", "iii", "id", "x")]
    assert found == [(True, 1), (True, 2), (True, 1), (True, 2), (False, 2)]


async def test_several_are_chosen_from_a_list(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "diets")
        await walk.press("enter", "space", "down", "down", "space", "enter")
        await walk.settle()
        assert seeded.inge("diets") == (Diet.VEGETARIAN, Diet.HALAL)
        assert "halal" in walk.text_on_screen()
        assert row.text == "vegetarian,halal"


async def test_a_long_list_is_searched_by_typing(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("contacts", "visit", "form")
        await walk.press("enter")
        await walk.pilot.pause()
        await walk.type("cafe")
        await walk.press("enter")
        await walk.settle()
        assert seeded.value("contacts", seeded.ids["visit"], "form") == "cafe"
