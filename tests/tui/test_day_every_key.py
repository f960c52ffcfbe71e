"""Every key of a keyboard on the screen of the family's own time: the offered ones act, and no words come anywhere."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from sqlalchemy import func, select
from textual.keys import _character_to_key
from textual.screen import Screen
from textual.widgets import Input, TextArea

from samordner_tui.archive.records.keeping import Change, Draft
from tests.tui.evening import TheEvening, Walk, begin, walking

LETTERS = string.ascii_letters + "æøåÆØÅéü" + string.digits + string.punctuation + " "
MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
NAMED = (*MOVES, "tab", "enter", "backspace", "delete", "insert")
KEYBOARD = (
    *(_character_to_key(one) for one in LETTERS),
    *(f"{held}{one}" for held in ("", "shift+", "ctrl+") for one in NAMED),
    *(f"ctrl+{one}" for one in string.ascii_lowercase),
    *(f"f{number}" for number in range(1, 21)),
    "escape",
)
NOTED = {"p": 1, "m": 1, "b": 1}
"""Keys that note something at once."""
ASKS = ("k", "u", "f", "l", "escape", "f1", "f9")
"""Keys that open a box."""
LEAVE = ("ctrl+q", "ctrl+l")
"""Keys that save and shut the door."""
UNDOES = "ctrl+z"
TYPED = "skilsmissevrede"


def kept(evening: TheEvening) -> tuple[int, int]:
    """How many changes and how many drafts the archive holds."""
    with evening.archive.reading() as session:
        changes, drafts = (session.scalar(select(func.count()).select_from(one)) for one in (Change, Draft))
        return changes or 0, drafts or 0


def files_holding(folder: Path, word: str) -> list[str]:
    """The files below a folder that hold a word."""
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def fields(screen: Screen[object]) -> int:
    """Places to type in."""
    return len(screen.query(Input)) + len(screen.query(TextArea))


async def test_of_all_keys_only_the_offered_ones_do_something(evening: TheEvening) -> None:
    begin(evening)
    others = [key for key in dict.fromkeys(KEYBOARD) if key not in {*NOTED, *ASKS, *LEAVE, UNDOES}]
    assert len(others) > 150
    async with walking(evening) as walk:
        before, stack = kept(evening), list(walk.app.screen_stack)
        for key in others:
            await walk.pilot.press(key)
            assert walk.app.screen_stack == stack, key
        await walk.settle()
        assert kept(evening) == before
        assert walk.day.is_current
        assert evening.conference.log_entries == ()
        for key in NOTED:
            before = kept(evening)
            await walk.press(key)
            assert kept(evening) > before, key
        for key in ASKS:
            await walk.press(key)
            assert walk.app.screen_stack[:-1] == stack, key
            await close_boxes(walk)


async def test_what_is_typed_on_the_day_and_in_its_boxes_is_in_no_byte_of_the_archive(
    evening: TheEvening, tmp_path: Path
) -> None:
    begin(evening)
    async with walking(evening) as walk:
        for key in ("", *ASKS):
            await type_into(walk, key)
        await walk.settle()
        assert evening.archive.drafts(evening.case_id) == {}
    evening.archive.close()
    assert files_holding(tmp_path, "Karen"), "the archive is plain, and what stands in it is found"
    assert files_holding(tmp_path, TYPED) == []


@pytest.mark.parametrize("key", ["k", "u", "f", "l", "escape", "f1"])
async def test_the_boxes_of_the_day_have_no_place_to_type(evening: TheEvening, key: str) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press(key)
        assert walk.app.screen is not walk.app.screen_stack[-2]
        assert fields(walk.app.screen) == 0
        for other in ("ctrl+p", "f2", "f8", "ctrl+y"):
            box = walk.app.screen
            await walk.press(other)
            assert walk.app.screen is box, other


async def type_into(walk: Walk, key: str) -> None:
    """Open what a key opens, type a word into it wherever the cursor goes, and leave it."""
    for moves in ((), ("tab",), ("tab", "tab")):
        if key:
            await walk.press(key)
        await walk.press(*moves)
        # A letter that stands for a choice may choose it; the word goes on into what comes.
        await walk.pilot.press(*TYPED)
        await walk.settle()
        await close_boxes(walk)


async def close_boxes(walk: Walk) -> None:
    """Back to the clock."""
    while walk.app.screen.is_modal:
        await walk.press("escape")
    assert walk.day.is_current
