"""ctrl+z takes back what is typed while it is being typed, and after that the last change of the case."""

from __future__ import annotations

from tests.tui.conftest import Open, Seeded


async def test_in_a_field_it_takes_back_the_typing_word_by_word(open_case: Open) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "relation")
        await walk.type(" fra Ry")
        await walk.press("ctrl+z")
        assert row.text == "farmor fra "
        await walk.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert row.text == "farmor"
        await walk.press("ctrl+y")
        assert row.text == "farmor "


async def test_after_leaving_it_takes_back_the_change(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "relation")
        await walk.type("!")
        await walk.press("tab")
        await walk.settle()
        assert seeded.inge("relation") == "farmor!"
        await walk.press("ctrl+z")
        await walk.settle()
        assert seeded.inge("relation") == "farmor"
        assert row.text == "farmor"
        assert "Fortrudt: Hvem er det?" in walk.said()
        await walk.press("ctrl+y")
        await walk.settle()
        assert seeded.inge("relation") == "farmor!"
        assert row.text == "farmor!"


async def test_a_removed_row_comes_back(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        walk.stage.list.point_at(seeded.ids["inge"])
        await walk.press("delete")
        await walk.pilot.pause()
        assert "Skal linjen fjernes?" in walk.text_on_screen()
        await walk.press("enter")
        await walk.settle()
        assert walk.stage.list.point_at(seeded.ids["inge"]) is False
        await walk.press("ctrl+z")
        await walk.settle()
        assert seeded.inge("relation") == "farmor"
        assert walk.stage.list.point_at(seeded.ids["inge"]) is True


async def test_lines_take_back_their_own_typing_first(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("contacts", "visit", "note")
        await walk.type("ord")
        await walk.press("ctrl+z")
        assert row.text == ""


async def test_nothing_left_to_undo_is_said(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.press(*["ctrl+z"] * 3)
        await walk.settle()
        assert "ikke mere at fortryde" in walk.said()
