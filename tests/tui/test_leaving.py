"""However a field is left, what was typed in it is kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.method.terms import Side, StageId
from tests.tui.conftest import Open, Seeded, Walk
from tests.workers import until_over


async def tab(walk: Walk) -> None:
    await walk.press("tab")


async def back_tab(walk: Walk) -> None:
    await walk.press("shift+tab")


async def enter(walk: Walk) -> None:
    await walk.press("enter")


async def escape(walk: Walk) -> None:
    await walk.press("escape")


async def escape_twice(walk: Walk) -> None:
    await walk.press("escape", "escape")


async def next_stage(walk: Walk) -> None:
    await walk.press("ctrl+pagedown")


async def palette(walk: Walk) -> None:
    await walk.press("ctrl+p")


async def something_serious(walk: Walk) -> None:
    await walk.press("f9")


async def help_box(walk: Walk) -> None:
    await walk.press("f1")


async def guest(walk: Walk) -> None:
    await walk.press("f8")


async def settings(walk: Walk) -> None:
    await walk.press("f2")


async def click_elsewhere(walk: Walk) -> None:
    await walk.pilot.click("#way", offset=(4, 3))


async def removed(walk: Walk) -> None:
    form = walk.stage.form
    assert form is not None
    await form.remove()


async def rest(walk: Walk) -> None:
    await walk.pilot.pause(1.3)


WAYS: tuple[Callable[[Walk], Awaitable[None]], ...] = (
    tab,
    back_tab,
    enter,
    escape,
    escape_twice,
    next_stage,
    palette,
    something_serious,
    guest,
    settings,
    click_elsewhere,
    removed,
    rest,
)


@pytest.mark.parametrize("leave", WAYS, ids=lambda way: way.__name__)
async def test_what_was_typed_is_kept(
    leave: Callable[[Walk], Awaitable[None]], open_case: Open, seeded: Seeded
) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "relation")
        await walk.type(" i Åbenrå")
        await leave(walk)
        await walk.settle()
        assert seeded.inge("relation") == "farmor i Åbenrå"
        assert seeded.drafts() == {}


async def test_help_over_a_field_loses_nothing(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "relation")
        await walk.type("!")
        await walk.press("f1", "escape", "tab")
        await walk.settle()
        assert seeded.inge("relation") == "farmor!"


async def test_locking_keeps_what_was_typed(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "relation")
        await walk.type("!")
        await walk.press("ctrl+l")
        await until_over(walk.app.workers)
    with Archive.open(seeded.folder, None) as archive:
        assert Seeded(archive, seeded.folder, seeded.case_id, seeded.ids).inge("relation") == "farmor!"


async def test_quitting_keeps_what_was_typed(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "relation")
        await walk.type("!")
        await walk.press("ctrl+q")
        await until_over(walk.app.workers)
    with Archive.open(seeded.folder, None) as archive:
        assert Seeded(archive, seeded.folder, seeded.case_id, seeded.ids).inge("relation") == "farmor!"


async def test_two_quick_saves_are_both_kept(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "name")
        await walk.press("end", "x", "down", "down", "end", "y", "down")
        await walk.settle()
        assert seeded.inge("name") == "Ingex"
        assert seeded.inge("relation") == "farmory"


async def test_a_choice_turned_by_arrow_is_kept_when_it_is_left(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "side")
        await walk.press("right", "right", "tab")
        await walk.settle()
        assert row.text == Side.FATHER
        assert seeded.inge("side") is Side.FATHER


async def test_a_choice_from_the_list_is_kept_at_once(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "household")
        await walk.press("enter", "up", "enter")
        await walk.settle()
        assert walk.focused is walk.row("side").widget, "the cursor goes on, as in a box of fields"
        assert seeded.inge("household") is True


async def test_several_lines_are_kept(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("contacts", "visit", "note")
        await walk.type("første")
        await walk.press("enter")
        await walk.type("anden")
        await walk.press("escape")
        await walk.settle()
        assert seeded.value("contacts", seeded.ids["visit"], "note") == "første\nanden"


@pytest.mark.parametrize("text", ["[red]x[/]", "æøå ÆØÅ é", "@{}[]~|", "[bold", "$accent \\"])
async def test_any_text_is_kept_and_shown_as_it_was_typed(text: str, open_case: Open, seeded: Seeded) -> None:
    async with open_case(size=(160, 50)) as walk:
        await walk.open("people", "inge", "name")
        await walk.empty("name")
        await walk.type(text)
        await walk.press("escape")
        await walk.settle()
        assert seeded.inge("name") == text
        assert text in walk.text_on_screen()


async def test_another_stage_shows_what_was_kept(open_case: Open, seeded: Seeded) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await walk.open("people", "inge", "name")
        await walk.type("borg")
        await walk.press("ctrl+pageup")
        await walk.settle()
        await walk.press("ctrl+pagedown")
        await walk.settle()
        assert "Ingeborg" in walk.text_on_screen() or walk.row("name").text == "Ingeborg"
