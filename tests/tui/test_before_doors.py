"""Before the doors open, by keyboard: what is in place, who comes, and where you sit."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.arrivals import SECTION as ARRIVALS
from samordner_tui.casework.before_doors import ON_WALL, READY, SET_UP
from samordner_tui.casework.change import add
from samordner_tui.method.terms import StageId
from tests.tui.evening import TheEvening, Walk, walking
from tests.tui.world import TODAY, until


def stand(walk: Walk, section: str) -> None:
    """Put the cursor on the first row of a section."""
    assert walk.case.pane is not None
    walk.case.pane.list.focus()
    assert walk.case.pane.list.point_at_section(section)


async def test_space_marks_what_is_in_place_and_takes_it_back(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION) as walk:
        stand(walk, SET_UP)
        await walk.press("space", "down", "space", "up", "space")
        stand(walk, ON_WALL)
        await walk.press("space")
    assert {one.about for one in evening.conference.evening_marks} == {"setup:seats", "wall:bottom_lines"}


async def test_who_comes_when_is_typed_and_that_they_came_is_one_key(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION) as walk:
        stand(walk, ARRIVALS)
        await walk.press("enter")
        await walk.type("16.30")
        await walk.press("tab")
        await walk.type("bagdøren")
        await walk.press("escape", "space", "down", "space")
        assert "bagdøren" in walk.text()
    alma, karen = (one for one in evening.conference.arrivals)
    assert (str(alma.comes_at), alma.door, alma.arrived_at) == ("16:30:00", "bagdøren", evening.moment)
    assert karen.arrived_at == evening.moment


async def test_where_you_sit_is_typed_where_it_is_asked(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION) as walk:
        stand(walk, READY)
        await walk.press("enter")
        await walk.type("Køkkenet")
        await walk.press("escape")
        assert "Køkkenet" in walk.text()
    assert evening.conference.near_seats == "Køkkenet"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_keys_of_what_the_cursor_stands_on_are_in_the_footer(
    evening: TheEvening, size: tuple[int, int]
) -> None:
    async with walking(evening, StageId.INFORMATION, size=size) as walk:
        for section, footer in ((SET_UP, "På plads"), (ARRIVALS, "Er kommet"), (ON_WALL, "På plads")):
            stand(walk, section)
            await walk.settle()
            assert footer in walk.text().splitlines()[-1]


async def test_somebody_who_is_not_on_the_list_is_let_in_by_one_key(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", "enter", "i")
        await walk.type("Palle")
        await walk.press("tab", "tab")
        await walk.type("nabo")
        await walk.press("enter", "enter")
        await walk.settle()
        assert "Palle" in walk.text()
    palle = next(one for one in evening.facts.people if one.name == "Palle")
    assert palle.relation == "nabo"
    assert palle.id in {one.person_id for one in evening.conference.presences}


async def test_a_name_that_may_be_that_of_somebody_known_is_asked_about(evening: TheEvening) -> None:
    with evening.archive.writing("Mor", evening.case_id) as session:
        mette = add(session, Person, evening.case_id, TODAY, name="Mette Holm", relation="mor", household=True)
    people = len(evening.facts.people)
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", "enter", "i")
        await walk.type("Mette")
        await walk.press("tab", "tab", "enter")
        await until(walk.pilot, lambda: "Hvem er Mette?" in walk.text())
        assert "Mette Holm · mor" in walk.text()
        assert "En anden" in walk.text()
        await walk.press("enter")
        await walk.settle()
    assert mette in {one.person_id for one in evening.conference.presences}
    assert len(evening.facts.people) == people
