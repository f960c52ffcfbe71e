"""Two who are one: offered, chosen by keys, and made two again by undo."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from samordner_tui.archive.records.network import Custody, Person
from samordner_tui.casework.change import add
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import StageId
from samordner_tui.tui.app_commands import Undo
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.world import TODAY, until


def names(seeded: Seeded) -> list[str]:
    with seeded.archive.reading() as session:
        return list(session.scalars(select(Person.name)))


def another(seeded: Seeded, name: str, **values: Value) -> str:
    with seeded.archive.writing("Dobbelt", seeded.case_id) as session:
        return add(session, Person, seeded.case_id, TODAY, name=name, **values)


@pytest.fixture
def inge_twice(seeded: Seeded) -> Seeded:
    """Inge was written down a second time, with a telephone."""
    seeded.ids["again"] = another(seeded, "inge", phone="20 30 40 50")
    return seeded


async def merge_by_name(walk: Walk) -> None:
    """The command, from the list of all that can be done."""
    walk.stage.take_focus()
    await walk.press("ctrl+p")
    await walk.type("saml dobbelte")
    await walk.press("enter")


async def test_two_who_look_alike_are_told_of_and_merged_when_it_is_asked_for(
    inge_twice: Seeded, open_case: Open
) -> None:
    async with open_case(StageId.NETWORK) as walk:
        walk.app.set_keymap({Undo.id: "f12"})
        assert "Inge og inge kan være den samme." in walk.text_on_screen()
        await merge_by_name(walk)
        await until(walk.pilot, lambda: "Hvem er den samme?" in walk.text_on_screen())
        assert "Inge og inge" in walk.text_on_screen()
        await walk.press("enter")
        await until(walk.pilot, lambda: "Hvilken af dem skal blive stående?" in walk.text_on_screen())
        assert len(names(inge_twice)) == 4, "nothing is merged before it is said"
        await walk.press("1")
        await until(walk.pilot, lambda: len(names(inge_twice)) == 3)
        await until(walk.pilot, lambda: "De to er nu én. f12 gør dem til to igen." in walk.said())
        assert (inge_twice.inge("phone"), inge_twice.inge("relation")) == ("20 30 40 50", "farmor")
        await until(walk.pilot, lambda: "kan være den samme" not in walk.text_on_screen())
        await walk.press("f12")
        await until(walk.pilot, lambda: len(names(inge_twice)) == 4)
        assert inge_twice.inge("phone") is None


async def test_any_two_can_be_merged_and_what_gives_way_is_said_first(seeded: Seeded, open_case: Open) -> None:
    another(seeded, "Bedste", relation="bedstemor", phone="20 30 40 50")
    async with open_case(StageId.NETWORK) as walk:
        await merge_by_name(walk)
        await until(walk.pilot, lambda: "Hvem står her to gange?" in walk.text_on_screen())
        await walk.type("i")
        await until(walk.pilot, lambda: "Hvem er den samme som Inge?" in walk.text_on_screen())
        await walk.type("b")
        await until(walk.pilot, lambda: "Hvilken af dem skal blive stående?" in walk.text_on_screen())
        await walk.press("1")
        await until(walk.pilot, lambda: "Hvem er det?: bedstemor" in walk.text_on_screen())
        await walk.press("escape")
        await walk.settle()
        assert "Bedste" in names(seeded)


async def test_where_the_two_cannot_be_one_it_is_said_why_and_nothing_is_changed(
    seeded: Seeded, open_case: Open
) -> None:
    with seeded.archive.writing("Forældremyndighed", seeded.case_id) as session:
        add(session, Custody, seeded.case_id, TODAY, person_id=seeded.ids["mette"], child_id=seeded.ids["child"])
    async with open_case(StageId.NETWORK) as walk:
        await merge_by_name(walk)
        await until(walk.pilot, lambda: "Hvem står her to gange?" in walk.text_on_screen())
        await walk.type("a")
        await until(walk.pilot, lambda: "Hvem er den samme som Alma?" in walk.text_on_screen())
        await walk.type("m")
        await until(walk.pilot, lambda: "Hvilken af dem skal blive stående?" in walk.text_on_screen())
        await walk.press("1")
        await until(walk.pilot, lambda: "Mette har forældremyndigheden" in walk.said())
        assert len(names(seeded)) == 3
