"""The stages of preparation by keyboard: what each adds to the plain stage."""

from __future__ import annotations

from datetime import date, timedelta
from unittest.mock import AsyncMock

import pytest

from samordner_tui.archive.records.assignment import Statement
from samordner_tui.archive.records.day import Conference
from samordner_tui.casework.change import add
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import (
    BookingState,
    StageId,
    StatementKind,
)
from tests.tui.conftest import THE_DAY, Open, Seeded
from tests.tui.preparing import act, at, conference, facts
from tests.tui.world import until


async def test_moving_the_day_shows_what_follows_and_asks_first(
    open_case: Open, conference_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_case(StageId.VENUE) as walk:
        later = THE_DAY + timedelta(days=7)
        monkeypatch.setattr(walk.stage, "ask_fields", AsyncMock(return_value={"starts_at": later}))
        walk.stage.list.focus()
        await act(walk, "m")
        shown = walk.text_on_screen()
        assert "Biblioteket" in shown
        assert "torsdag 28. januar kl. 17" in shown
        assert conference(walk).starts_at == THE_DAY
        await act(walk, "enter")
        assert "Hvorfor flyttes dagen?" in walk.text_on_screen()
        await act(walk, *"syg", "enter")
        assert conference(walk).starts_at == later
        assert conference(walk).bookings[0].state is BookingState.ASKED


async def test_a_line_of_the_gate_is_passed_with_a_reason(open_case: Open, conference_id: str) -> None:
    async with open_case(StageId.READY) as walk:
        await at(walk, "gate:ready/near_room")
        await act(walk, "g")
        await walk.press(*"Vi", "space", *"venter", "space", *"ude")
        await act(walk, "enter")
        assert [(one.about, one.reason) for one in facts(walk).notices] == [("gate:ready/near_room", "Vi venter ude")]
        assert walk.stage.row is not None
        assert walk.stage.row.cells[-1] == "I går videre: Vi venter ude"


async def test_enter_on_a_line_of_the_gate_leads_to_where_it_is_mended(open_case: Open, conference_id: str) -> None:
    async with open_case(StageId.READY) as walk:
        await at(walk, "gate:ready/chair")
        await act(walk, "enter")
        assert walk.stage.stage is StageId.ROLES


async def test_a_role_is_asked_accepted_and_briefed_by_key(open_case: Open, conference_id: str) -> None:
    async with open_case(StageId.ROLES) as walk:
        for key in ("p", "j", "i"):
            await at(walk, walk.seeded.ids["chair"])
            await act(walk, key)
        (chair,) = conference(walk).role_holders
        assert None not in {chair.asked_on, chair.accepted_on, chair.briefed_on}
        assert chair.accepted is True


async def test_an_invitation_is_made_for_everybody_by_one_key(open_case: Open, conference_id: str) -> None:
    async with open_case(StageId.INVITATIONS) as walk:
        walk.stage.list.focus()
        await act(walk, "a")
        assert [one.person_id for one in conference(walk).invitations] == [walk.seeded.ids["inge"]]


async def test_a_new_child_stands_among_the_people_too(
    open_case: Open, conference_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_case(StageId.CHILD) as walk:
        monkeypatch.setattr(walk.stage, "ask_fields", AsyncMock(return_value={"name": "Noor", "age": 4}))
        walk.stage.list.focus()
        await act(walk, "b")
        assert facts(walk).people[-1].name == "Noor"
        assert len(facts(walk).children) == 2


async def test_safety_is_asked_again_as_a_new_round(open_case: Open, conference_id: str) -> None:
    async with open_case(StageId.ASSIGNMENT) as walk:
        walk.stage.list.focus()
        await act(walk, "g")
        await act(walk, "enter")
        assert [one.asked_on for one in facts(walk).safety_rounds] == [walk.app.today()] * 2


async def test_a_question_more_is_asked_for_and_a_text_is_taken_back_only_after_a_yes(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    with seeded.archive.writing("Tekst", seeded.case_id) as session:
        words: dict[str, Value] = {"kind": StatementKind.QUESTION, "text": "Hvem henter?"}
        made = add(session, Statement, seeded.case_id, today, **words)
    async with open_case(StageId.ASSIGNMENT) as walk:
        assert walk.stage.shown is not None
        asked = next(one for one in walk.stage.shown.view.questions if "1 er skrevet" in one.text)
        walk.stage.jump(asked.jump)
        await act(walk)
        assert walk.app.screen.is_modal
        await act(walk, "escape")
        await at(walk, made)
        await act(walk, "t")
        assert walk.app.screen.is_modal
        await act(walk, "escape")
        assert [one.text for one in facts(walk).statements] == ["Hvem henter?"]


async def test_the_kind_of_text_that_is_written_stands_over_it(open_case: Open, conference_id: str) -> None:
    async with open_case(StageId.ASSIGNMENT) as walk:
        walk.stage.list.focus()
        walk.stage.list.point_at_section(StatementKind.BOTTOM_LINE)
        await act(walk, "n")
        assert "Nyt krav" in walk.text_on_screen()


async def test_a_venue_is_chosen_from_a_list_with_a_new_one_and_nothing_is_booked_before(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    with seeded.archive.writing("Rådslagning", seeded.case_id) as session:
        add(session, Conference, seeded.case_id, today, number=1, starts_at=THE_DAY)
    async with open_case(StageId.VENUE) as walk:
        assert walk.stage.shown is not None
        asked = next(one for one in walk.stage.shown.view.questions if "Hvor skal I mødes?" in one.text)
        walk.stage.jump(asked.jump)
        await act(walk)
        await until(walk.pilot, lambda: "Tilføj lokale" in walk.text_on_screen())
        await act(walk, "escape")
        assert conference(walk).bookings == ()
        walk.stage.jump(asked.jump)
        await act(walk)
        await act(walk, "enter")
        await walk.type("Skovhuset")
        await act(walk, "enter")
        assert [one.venue.name for one in conference(walk).bookings if one.venue] == ["Skovhuset"]


async def test_food_is_ordered_for_those_who_eat(
    open_case: Open, conference_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_case(StageId.CATERING) as walk:
        asked = AsyncMock(return_value={"ordered_covers": 9})
        monkeypatch.setattr(walk.stage, "ask_fields", asked)
        walk.stage.list.focus()
        await act(walk, "b")
        assert asked.await_args is not None
        assert asked.await_args.kwargs["values"] == {"ordered_covers": 1}
        menu = conference(walk).menu
        assert menu is not None
        assert (menu.ordered_covers, menu.ordered_on) == (9, walk.app.today())
