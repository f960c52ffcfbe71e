"""The plan in large letters, and its versions beside one another."""

from __future__ import annotations

import pytest
from textual.geometry import Region
from textual.widgets import TextArea

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.agreement_names import NOT_INVITED
from samordner_tui.casework.change import add
from samordner_tui.method.terms import DecidedBy, InvitationChoice
from samordner_tui.tui.screens.plan_reading import PlanReadingScreen
from samordner_tui.tui.screens.plan_versions import PlanVersionsScreen
from samordner_tui.tui.widgets.big_text import big_rows
from samordner_tui.tui.widgets.fields.lines import LinesField
from samordner_tui.tui.widgets.large_text import LargeText
from tests.tui.evening import FIVE_O_CLOCK, TheEvening, Walk, begin, walking

SHEET = "- Karen følger Alma i skole hver mandag\n- Bo kommer om søndagen"


async def typed(walk: Walk, words: str) -> None:
    """Type the sheet, and cut it."""
    await walk.press("p")
    walk.case.query(TextArea).first().text = words
    await walk.press("escape", "d")


def large(walk: Walk) -> list[str]:
    """What stands in large letters."""
    assert isinstance(walk.app.screen, PlanReadingScreen)
    return [one.text for one in walk.app.screen.query(LargeText) if one.display]


async def test_the_plan_is_read_one_agreement_at_a_time_in_the_words_of_the_family(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("f", "enter")
        await typed(walk, SHEET)
        await walk.press("b")
        assert large(walk) == ["Karen følger Alma i skole hver mandag", "Karen", "hver mandag"]
        assert big_rows("Karen", 70)[3] in walk.text()
        await walk.press("right")
        assert large(walk) == ["Bo kommer om søndagen", "om søndagen"]
        await walk.press("right", "left")
        assert large(walk)[0].startswith("Karen følger")
        await walk.press("escape")
        assert "Aftalerne" in walk.text()


async def test_nothing_for_the_samordner_alone_is_read_in_large_letters(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("f", "enter")
        with evening.archive.writing("Bo", evening.case_id) as session:
            away = {"invited": InvitationChoice.NOT_INVITED, "decided_by": DecidedBy.CHILD}
            add(session, Person, evening.case_id, FIVE_O_CLOCK.date(), name="Bo Lund", **away)
        await typed(walk, SHEET)
        stage = walk.case.pane
        assert stage is not None
        stage.list.point_at_section(NOT_INVITED)
        assert "Bo Lund, som ikke er inviteret" in stage.list.rows_of(NOT_INVITED)[0].cells[0]
        await walk.settle()
        assert "Kun til dig" in walk.text()
        await walk.press("b", "right")
        assert "inviteret" not in walk.text()
        assert large(walk)[0] == "Bo kommer om søndagen"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_versions_of_two_rounds_are_compared_line_by_line(evening: TheEvening, size: tuple[int, int]) -> None:
    begin(evening)
    async with walking(evening, size=size) as walk:
        await walk.press("f", "enter")
        await typed(walk, "- Karen følger Alma i skole\n- mormor hjælper mere")
        await walk.press("o", "enter", "a", "3", "enter", "tab", "tab", "tab")
        await walk.type("hun er i skole")
        await walk.press("enter", "f", "enter")
        evening.later(20)
        await walk.press("f", "enter")
        await typed(walk, "- Karen følger Alma i skole hver dag\n- Inge henter hver fredag")
        await walk.press("m")
        assert isinstance(walk.app.screen, PlanVersionsScreen)
        seen = walk.text()
        assert "Version 1 og version 2" in seen
        for words in ("ændret", "Karen følger Alma i skole hver dag", "mormor hjælper mere", "væk", "Inge henter"):
            assert words in seen


async def test_a_field_that_is_taken_away_while_it_is_drawn_does_not_end_the_program(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("f", "enter", "p")
        field = walk.case.query_one("LinesField", LinesField)
        await walk.press("escape")
        assert not field.is_attached
        assert [strip.text for strip in field.render_lines(Region(0, 0, 4, 2))] == ["    ", "    "]
