"""What is said of several people is answered once: invited, sent, consented, handed over."""

from __future__ import annotations

from datetime import date

from samordner_tui.archive.records.day import Conference, Plan, Presence
from samordner_tui.archive.records.network import Custody, Person
from samordner_tui.casework.change import add, change_fields
from samordner_tui.casework.fields import Value
from samordner_tui.casework.views import Jump
from samordner_tui.method.terms import (
    Attendance,
    ConsentAnswer,
    ConsentScope,
    DecidedBy,
    InvitationChoice,
    SendChannel,
    StageId,
)
from tests.tui.conftest import THE_DAY, Open, Seeded
from tests.tui.preparing import act, at, conference, facts

INVITED: dict[str, Value] = {"decided_by": DecidedBy.CHILD, "invited": InvitationChoice.INVITE}


def with_conference(seeded: Seeded, today: date, *, invited: bool) -> str:
    """A conference in eleven days; Inge and Mette invited or not yet decided about."""
    with seeded.archive.writing("Rådslagning", seeded.case_id) as session:
        if invited:
            for name in ("inge", "mette"):
                change_fields(session, Person, seeded.ids[name], INVITED, today)
        return add(session, Conference, seeded.case_id, today, number=1, starts_at=THE_DAY)


async def test_who_is_invited_is_decided_by_one_key_a_person_and_by_whom_by_a_number(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    with_conference(seeded, today, invited=False)
    with seeded.archive.writing("Flere", seeded.case_id) as session:
        for name in ("Per", "Tove", "Lars"):
            add(session, Person, seeded.case_id, today, name=name)
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, seeded.ids["inge"])
        await act(walk, "i")
        assert "Hvem har besluttet det? Det er aldrig dig." in walk.text_on_screen()
        await act(walk, "1", "j", "2", "j", "space", "j", "j", "enter")
        decided = {one.name: (one.invited, one.decided_by, one.decided_on) for one in facts(walk).people}
        invite = InvitationChoice.INVITE
        assert decided["Inge"] == (invite, DecidedBy.CHILD, today)
        assert decided["Per"] == (InvitationChoice.UNDECIDED, None, None)
        for name in ("Mette", "Tove", "Lars"):
            assert decided[name] == (invite, DecidedBy.PARENT, today)
        await act(walk, "ctrl+z")
        assert {one.invited for one in facts(walk).people} == {InvitationChoice.UNDECIDED}


async def test_the_question_who_is_invited_opens_the_list_at_that_person(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    with_conference(seeded, today, invited=False)
    async with open_case(StageId.NETWORK) as walk:
        walk.stage.answer(Jump(StageId.NETWORK, "people", "people", seeded.ids["mette"], "decided_by"))
        await act(walk)
        await act(walk, "3", "j", "enter")
        decided = {one.name: one.decided_by for one in facts(walk).people if one.decided_by is not None}
        assert decided == {"Mette": DecidedBy.INITIATOR}


async def test_before_it_is_said_who_decided_a_yes_is_not_taken(open_case: Open, seeded: Seeded, today: date) -> None:
    with_conference(seeded, today, invited=False)
    async with open_case(StageId.NETWORK, size=(80, 24)) as walk:
        await at(walk, seeded.ids["inge"])
        await act(walk, "i", "j")
        assert "Tryk først 1 til 4" in walk.text_on_screen()
        await act(walk, "enter")
        assert all(one.decided_by is None for one in facts(walk).people)


async def test_the_mouse_decides_too(open_case: Open, seeded: Seeded, today: date) -> None:
    with_conference(seeded, today, invited=False)
    async with open_case(StageId.NETWORK, size=(80, 24)) as walk:
        await at(walk, seeded.ids["inge"])
        await act(walk, "i")
        box = walk.app.screen
        await walk.pilot.click(box.query_one("#deciders"), offset=(13, 0))
        await walk.pilot.click(box.query_one("#options"), offset=(4, 0))
        await walk.pilot.click(box.query_one("Done"))
        await act(walk)
        decided = {one.name: (one.invited, one.decided_by) for one in facts(walk).people}
        assert decided["Inge"] == (InvitationChoice.INVITE, DecidedBy.PARENT)
        assert decided["Mette"] == (InvitationChoice.UNDECIDED, None)


async def test_the_rest_is_invited_in_one_key(open_case: Open, seeded: Seeded, today: date) -> None:
    with_conference(seeded, today, invited=False)
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, seeded.ids["inge"])
        await act(walk, "i", "4", "ctrl+a", "enter")
        decided = {one.name: one.decided_by for one in facts(walk).people if one.invited is InvitationChoice.INVITE}
        assert decided == dict.fromkeys(("Inge", "Mette"), DecidedBy.PERSON)


async def test_two_invitations_are_sent_in_one_go_and_made_on_the_way(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    with_conference(seeded, today, invited=True)
    async with open_case(StageId.INVITATIONS) as walk:
        walk.stage.list.focus()
        await act(walk, "e")
        await act(walk, "space", "down", "space", "enter")
        assert "Hvordan har 2 personer fået invitationen?" in walk.text_on_screen()
        await walk.press("right", "tab")
        await act(walk, "enter")
        sent = {one.person_id: (one.channel, one.sent_on) for one in conference(walk).invitations}
        assert sent == dict.fromkeys((seeded.ids["inge"], seeded.ids["mette"]), (next(iter(SendChannel)), today))
        await act(walk, "m")
        await act(walk, "space", "enter")
        assert [one.reminded_on for one in conference(walk).invitations] == [today, None]


async def test_one_who_waits_alone_is_not_chosen_from_a_list(open_case: Open, seeded: Seeded, today: date) -> None:
    with_conference(seeded, today, invited=False)
    with seeded.archive.writing("Inviteres", seeded.case_id) as session:
        change_fields(session, Person, seeded.ids["inge"], INVITED, today)
    async with open_case(StageId.INVITATIONS) as walk:
        walk.stage.list.focus()
        await act(walk, "e")
        assert "Hvordan har Inge fået invitationen?" in walk.text_on_screen()


async def test_the_consents_of_a_custody_holder_are_answered_together(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    with seeded.archive.writing("Forældremyndighed", seeded.case_id) as session:
        custody: dict[str, Value] = {"person_id": seeded.ids["mette"], "child_id": seeded.ids["child"]}
        add(session, Custody, seeded.case_id, today, **custody)
    async with open_case(StageId.ASSIGNMENT) as walk:
        walk.stage.list.focus()
        await act(walk, "y")
        await act(walk, "ctrl+a", "enter")
        await walk.press("right")
        await act(walk, "f10")
        answered = {one.scope: (one.answer, one.answered_on, one.person_id) for one in facts(walk).consents}
        given = (ConsentAnswer.YES, today, seeded.ids["mette"])
        assert answered == dict.fromkeys((ConsentScope.METHOD, ConsentScope.CHILD_TALK), given)


async def test_the_plan_is_handed_to_several_in_one_go(open_case: Open, seeded: Seeded, today: date) -> None:
    made = with_conference(seeded, today, invited=True)
    with seeded.archive.writing("Planen", seeded.case_id) as session:
        add(session, Plan, seeded.case_id, today, conference_id=made, version=1, words="Vi spiser sammen.")
        for name in ("inge", "mette"):
            there: dict[str, Value] = {"person_id": seeded.ids[name], "form": Attendance.IN_ROOM}
            add(session, Presence, seeded.case_id, today, conference_id=made, step=1, **there)
    async with open_case(StageId.PLAN_OUT) as walk:
        walk.stage.list.focus()
        await act(walk, "e")
        shown = walk.text_on_screen()
        assert "Hvem har fået planen?" in shown
        names = [name for name in ("Inge", "Mette", "Alma") if f"○ {name}" in shown]
        await act(walk, "space", "down", "space", "enter")
        await walk.press("right")
        await act(walk, "f10")
        (plan,) = conference(walk).plans
        assert [one.sent_on for one in plan.deliveries] == [today, today]
        await act(walk, "e")
        assert len(names) == 2 or len([one for one in names if f"○ {one}" in walk.text_on_screen()]) == len(names) - 2
