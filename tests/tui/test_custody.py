"""Custody by keyboard: who has it is written in where nobody is known, and the child has it over nobody."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from samordner_tui.archive.records.assignment import Authority
from samordner_tui.archive.records.day import Decision
from samordner_tui.archive.records.network import Custody, Person
from samordner_tui.casework.change import add, remove
from samordner_tui.casework.child import add_child
from samordner_tui.method.terms import AuthorityKind, StageId
from samordner_tui.refusals import Refused
from samordner_tui.tui.dialogs.fields import FieldsDialog
from samordner_tui.tui.dialogs.pick import PickDialog
from tests.tui.conftest import Open, Seeded, Walk


async def _a_box_opens(walk: Walk, kind: type[FieldsDialog] | type[PickDialog]) -> None:
    for _ in range(200):
        if isinstance(walk.app.screen, kind):
            return
        await asyncio.sleep(0.01)
        await walk.pilot.pause()
    raise AssertionError(kind)


def _holders(seeded: Seeded) -> list[str]:
    with seeded.archive.reading() as session:
        people = {one.id: one.name for one in session.query(Person)}
        return [people[one.person_id] for one in session.query(Custody)]


@pytest.fixture
def nobody_known(seeded: Seeded, today: date) -> Seeded:
    """Only the child is written in."""
    with seeded.archive.writing("Sagen", seeded.case_id) as session:
        for name in ("inge", "mette"):
            remove(session, Person, seeded.ids[name], today)
    return seeded


@pytest.mark.parametrize("key", ["f", "1"])
async def test_a_holder_of_custody_is_written_in_where_nobody_is_known(
    key: str, open_case: Open, nobody_known: Seeded
) -> None:
    async with open_case(StageId.CHILD) as walk:
        await walk.press(key)
        await _a_box_opens(walk, FieldsDialog)
        await walk.type("Sara")
        await walk.press("tab")
        await walk.type("mor")
        await walk.press("tab", "j", "enter")
        await walk.settle()
        assert _holders(nobody_known) == ["Sara"]
        with nobody_known.archive.reading() as session:
            sara = session.query(Person).filter_by(name="Sara").one()
            assert (sara.relation, sara.side, sara.household) == ("mor", "mother", True)


async def test_whoever_has_custody_is_not_offered_again_and_another_can_be_written_in(
    open_case: Open, seeded: Seeded
) -> None:
    async with open_case(StageId.CHILD) as walk:
        await walk.press("f")
        await _a_box_opens(walk, PickDialog)
        await walk.press("m")
        await walk.settle()
        assert _holders(seeded) == ["Mette"]
        await walk.press("f")
        await _a_box_opens(walk, PickDialog)
        assert isinstance(walk.app.screen, PickDialog)
        assert [one.text for one in walk.app.screen.list.options] == ["Inge", "Tilføj person …"]
        await walk.press("t")
        await _a_box_opens(walk, FieldsDialog)
        await walk.type("Bo")
        await walk.press("f10")
        await walk.settle()
        assert _holders(seeded) == ["Mette", "Bo"]


async def test_in_a_box_somebody_new_is_made_on_the_way_and_chosen(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    with seeded.archive.writing("Et barn til", seeded.case_id) as session:
        add_child(session, seeded.case_id, "Sami", today)
    async with open_case(StageId.CHILD) as walk:
        walk.stage.list.point_at_section("custodies")
        walk.stage.list.focus()
        await walk.press("n")
        await _a_box_opens(walk, FieldsDialog)
        await walk.press("enter")
        await _a_box_opens(walk, PickDialog)
        assert isinstance(walk.app.screen, PickDialog)
        assert not {"Alma", "Sami"} & {one.text for one in walk.app.screen.list.options}
        await walk.press("t")
        await _a_box_opens(walk, FieldsDialog)
        await walk.type("Sara")
        await walk.press("enter")
        await walk.settle()
        await walk.press("enter")
        await _a_box_opens(walk, PickDialog)
        await walk.press("s")
        await walk.settle()
        assert _holders(seeded) == ["Sara"]


async def test_a_row_of_custody_is_never_the_childs_own(seeded: Seeded, today: date) -> None:
    with seeded.archive.reading() as session:
        alma = session.query(Person).filter_by(name="Alma").one().id
    with (
        pytest.raises(Refused, match="selv barn i sagen"),
        seeded.archive.writing("Forældremyndighed", seeded.case_id) as session,
    ):
        add(session, Custody, seeded.case_id, today, person_id=alma, child_id=seeded.ids["child"])


async def test_a_new_child_is_not_offered_the_names_of_grown_ups(open_case: Open, seeded: Seeded, today: date) -> None:
    with seeded.archive.writing("Kommunen", seeded.case_id) as session:
        add(session, Authority, seeded.case_id, today, kind=AuthorityKind.LEADER, name="Birgit Holm")
    async with open_case(StageId.CHILD) as walk:
        await walk.press("b")
        await _a_box_opens(walk, FieldsDialog)
        assert "Birgit Holm" not in walk.text_on_screen()


async def test_what_has_not_happened_yet_is_said_in_the_box_and_the_box_stays(open_case: Open) -> None:
    async with open_case(StageId.CHILD) as walk:
        walk.stage.run_worker(walk.stage.ask_fields("Svaret", Decision, ("decided_at", "possible_if")))
        await _a_box_opens(walk, FieldsDialog)
        await walk.type("1/1-2030 12")
        await walk.press("f10")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, FieldsDialog)
        assert "Det tidspunkt er ikke kommet endnu." in walk.text_on_screen()
