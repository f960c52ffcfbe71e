"""The number of an open question opens what answers it, for the one it is about."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Child, Custody, Person
from samordner_tui.archive.records.practical import Invitation, Menu, RoleHolder
from samordner_tui.casework.change import add, change_fields
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import Answer, BriefingKind, InvitationChoice, StageId
from samordner_tui.tui.dialogs.fields import FieldsDialog
from samordner_tui.tui.dialogs.pick import PickSeveralDialog
from samordner_tui.tui.screens.frame import Dialog
from tests.tui.conftest import Open, Seeded, Walk


@pytest.fixture
def conference_id(seeded: Seeded, today: date) -> str:
    """A conference without a day, to which Inge and Mette are invited."""
    with seeded.archive.writing("Rådslagning", seeded.case_id) as session:
        for name in ("inge", "mette"):
            values: dict[str, Value] = {"decided_by": "child", "invited": InvitationChoice.INVITE}
            change_fields(session, Person, seeded.ids[name], values, today)
        return add(session, Conference, seeded.case_id, today, number=1)


async def _ask(walk: Walk, words: str) -> None:
    """Press the number of the question with these words, and wait for the box it opens."""
    assert walk.stage.list.view is not None
    texts = [one.text for one in walk.stage.list.view.questions]
    number = next(place for place, text in enumerate(texts, start=1) if words in text)
    await walk.press(str(number))
    for _ in range(200):
        if isinstance(walk.app.screen, Dialog):
            return
        await asyncio.sleep(0.01)
        await walk.pilot.pause()
    raise AssertionError(words)


async def test_an_answer_is_asked_of_the_next_who_is_silent_and_of_a_maybe_last(
    open_case: Open, seeded: Seeded, conference_id: str, today: date
) -> None:
    made = {}
    with seeded.archive.writing("Invitationer", seeded.case_id) as session:
        for name in ("inge", "mette"):
            values: dict[str, Value] = {"conference_id": conference_id, "person_id": seeded.ids[name], "sent_on": today}
            made[name] = add(session, Invitation, seeded.case_id, today, **values)
        change_fields(session, Invitation, made["inge"], {"answer": Answer.MAYBE}, today)
    async with open_case(StageId.INVITATIONS) as walk:
        await _ask(walk, "Mette har ikke svaret endnu")
        assert "Hvad svarer Mette?" in walk.text_on_screen()
        await walk.press("enter", "j", "f10")
        await walk.settle()
        assert seeded.value("invitations", made["mette"], "answer") is Answer.YES
        await _ask(walk, "Inge har svaret måske")
        assert "Hvad svarer Inge?" in walk.text_on_screen()


async def test_an_answer_that_is_half_changed_stays_when_the_box_is_left(
    open_case: Open, seeded: Seeded, conference_id: str, today: date
) -> None:
    with seeded.archive.writing("Invitation", seeded.case_id) as session:
        values: dict[str, Value] = {"conference_id": conference_id, "person_id": seeded.ids["inge"], "sent_on": today}
        made = add(session, Invitation, seeded.case_id, today, **values, needs="en stol")
    async with open_case(StageId.INVITATIONS) as walk:
        walk.stage.list.point_at(made)
        for _ in range(2):
            await walk.press("y")
            await _a_box(walk)
            dialog = walk.app.screen
            assert isinstance(dialog, FieldsDialog)
            needs = next(row for row in dialog.rows if row.spec.name == "needs")
            if needs.text == "en stol":
                needs.widget.focus()
                await walk.type(" og ro")
                await walk.press("escape")
                await walk.settle()
        assert needs.text == "en stol og ro"
        assert needs.problem == "Det her er ikke gemt endnu."
        assert seeded.value("invitations", made, "needs") == "en stol"


async def _a_box(walk: Walk) -> None:
    for _ in range(200):
        if isinstance(walk.app.screen, Dialog):
            return
        await asyncio.sleep(0.01)
        await walk.pilot.pause()
    raise AssertionError("no box")


async def test_who_has_approved_is_asked_at_once(
    open_case: Open, seeded: Seeded, conference_id: str, today: date
) -> None:
    with seeded.archive.writing("Oplæg", seeded.case_id) as session:
        child: dict[str, Value] = {"person_id": seeded.ids["mette"], "child_id": seeded.ids["child"]}
        add(session, Custody, seeded.case_id, today, **child)
        for kind in (BriefingKind.INITIATOR, BriefingKind.INFORMANT_CHILD):
            add(session, Briefing, seeded.case_id, today, conference_id=conference_id, kind=kind, text="Kort.")
    async with open_case(StageId.BRIEFINGS) as walk:
        walk.stage.list.unfold_questions()
        await _ask(walk, "Hvem har godkendt det?")
        assert isinstance(walk.app.screen, PickSeveralDialog)
        assert {one.text for one in walk.app.screen.list.options} == {"Alma", "Mette"}


async def test_a_role_nobody_has_is_given_at_once(open_case: Open, seeded: Seeded, conference_id: str) -> None:
    async with open_case(StageId.ROLES) as walk:
        await _ask(walk, "Hvem kan lede familiens egen samtale?")
        assert isinstance(walk.app.screen, FieldsDialog)
        assert [row.spec.record for row in walk.app.screen.rows] == [RoleHolder]


async def test_the_childs_wish_is_shown_at_the_meal_and_put_in_the_menu_by_one_key(
    open_case: Open, seeded: Seeded, conference_id: str, today: date
) -> None:
    with seeded.archive.writing("Ønske", seeded.case_id) as session:
        change_fields(session, Child, seeded.ids["child"], {"wish_food": "pizza og jordbær"}, today)
    async with open_case(StageId.CATERING) as walk:
        assert "ønsket: pizza og jordbær" in walk.text_on_screen()
        await walk.press("m")
        await walk.settle()
        with seeded.archive.reading() as session:
            menu = session.query(Menu).one()
            assert (menu.dishes, menu.chosen_by_child, menu.chosen_on) == ("pizza og jordbær", True, today)
