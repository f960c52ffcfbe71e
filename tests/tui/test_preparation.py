"""The stages of preparation by keyboard: what each adds to the plain stage."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from unittest.mock import AsyncMock

import pytest

from samordner_tui.archive.records.assignment import SafetyRound, Statement
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import Booking, RoleHolder, Venue
from samordner_tui.casework import safety
from samordner_tui.casework.change import add, change_fields, remove
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.fields import Value
from samordner_tui.method import facts as f
from samordner_tui.method.terms import (
    BookingKind,
    BookingState,
    ContactKind,
    DecidedBy,
    InvitationChoice,
    NotInvitedReason,
    RoleName,
    SafetyOccasion,
    StageId,
    StatementKind,
    ToldHow,
    VenueKind,
)
from tests.tui.conftest import Open, Seeded, Walk

ROUNDS = 200
"""How often it is looked whether the program has done what the keys set going; one that asks waits for its answer."""

THE_DAY = datetime(2027, 1, 21, 16, tzinfo=UTC)


@pytest.fixture
def conference_id(seeded: Seeded, today: date) -> str:
    """A conference in eleven days with a confirmed library, to which Inge is invited as chair."""
    with seeded.archive.writing("Rådslagning", seeded.case_id) as session:
        made = add(session, Conference, seeded.case_id, today, number=1, starts_at=THE_DAY)
        invited: dict[str, Value] = {"decided_by": DecidedBy.CHILD, "invited": InvitationChoice.INVITE, "ring": 1}
        change_fields(session, Person, seeded.ids["inge"], invited, today)
        place = add(session, Venue, None, today, name="Biblioteket", kind=VenueKind.LIBRARY)
        booked: dict[str, Value] = {"venue_id": place, "kind": BookingKind.VENUE, "state": BookingState.CONFIRMED}
        add(session, Booking, seeded.case_id, today, conference_id=made, **booked)
        nothing = dict.fromkeys(safety.MARKS, False)
        add(
            session,
            SafetyRound,
            seeded.case_id,
            today,
            occasion=SafetyOccasion.BEFORE_CONTACT,
            asked_on=today,
            **nothing,
        )
        chair: dict[str, Value] = {"role": RoleName.CHAIR, "person_id": seeded.ids["inge"]}
        seeded.ids["chair"] = add(session, RoleHolder, seeded.case_id, today, conference_id=made, **chair)
    return made


def facts(walk: Walk) -> f.CaseFacts:
    """The case as it stands in the archive."""
    with walk.seeded.archive.reading() as session:
        return facts_of(session, walk.seeded.case_id)


def conference(walk: Walk) -> f.Conference:
    """The conference as it stands in the archive."""
    return facts(walk).conferences[0]


async def act(walk: Walk, *keys: str) -> None:
    """Press keys, and wait for what they set going."""
    await walk.press(*keys)
    for _round in range(ROUNDS):
        await walk.pilot.pause(0.02)
        walk.seeded.archive.writer.drain()
        asking = walk.app.screen.is_modal
        working = [one for one in walk.app.workers if not one.is_finished and not (asking and one.group == "action")]
        if not working:
            break
    await walk.pilot.pause()


async def at(walk: Walk, row_id: str) -> None:
    """Put the cursor on a row of the list."""
    walk.stage.list.point_at(row_id)
    walk.stage.list.focus()
    await walk.pilot.pause()


async def test_a_line_typed_in_the_network_adds_a_person_and_is_ready_for_the_next(open_case: Open) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, walk.seeded.ids["inge"])
        await act(walk, "n")
        await walk.press(*"Per", "comma", "space", *"morfar", "comma", "2")
        assert "Per · morfar · ring 2" in walk.text_on_screen()
        await act(walk, "enter")
        await walk.press(*"Tove", "comma", *"nabo")
        await act(walk, "enter")
        added = [(one.name, one.relation, one.ring) for one in facts(walk).people[-2:]]
        assert added == [("Per", "morfar", 2), ("Tove", "nabo", None)]


async def test_with_people_on_the_list_letters_are_commands_and_the_line_says_which_key_writes(open_case: Open) -> None:
    async with open_case(StageId.NETWORK) as walk:
        assert walk.focused is walk.stage.list
        assert "n  Ny person" in walk.text_on_screen()
        await act(walk, "n")
        assert "n  Ny person" not in walk.text_on_screen()
        await act(walk, "down")
        assert walk.focused is walk.stage.list


async def test_an_empty_network_is_ready_to_be_written_in(open_case: Open, today: date) -> None:
    with_nobody = open_case(StageId.CHILD)
    async with with_nobody as walk:
        with walk.seeded.archive.writing("Ingen", walk.seeded.case_id) as session:
            for name in ("inge", "mette"):
                remove(session, Person, walk.seeded.ids[name], today)
        walk.screen.go(StageId.NETWORK)
        await walk.settle()
        await walk.press(*"Per", "comma", "space", *"morfar")
        await act(walk, "enter")
        assert [one.name for one in facts(walk).people] == ["Alma", "Per"]


async def test_a_visit_before_consent_is_planned_with_a_reason_that_is_kept(
    open_case: Open, conference_id: str
) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, walk.seeded.ids["inge"])
        await act(walk, "b")
        assert "ikke på plads" in walk.text_on_screen()
        await walk.press(*"Mor", "space", *"er", "space", *"syg")
        await act(walk, "enter")
        (visit,) = [one for one in facts(walk).contacts if one.kind is ContactKind.NETWORK_VISIT]
        assert visit.people == (walk.seeded.ids["inge"],)
        assert {one.reason for one in facts(walk).notices} == {"Mor er syg"}
        assert walk.stage.form is not None
        assert walk.stage.form.view.row_id == visit.id


async def test_without_a_reason_the_visit_is_not_planned(open_case: Open, conference_id: str) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, walk.seeded.ids["inge"])
        await act(walk, "b")
        await act(walk, "escape")
        assert [one.kind for one in facts(walk).contacts] == [ContactKind.INITIATOR_MEETING]


async def test_when_somebody_with_a_role_is_not_invited_the_role_is_taken_away_first(
    open_case: Open, conference_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_case(StageId.NETWORK) as walk:
        decision = {
            "decided_by": DecidedBy.CHILD,
            "invited": InvitationChoice.NOT_INVITED,
            "not_invited_reason": NotInvitedReason.CHILD_DOES_NOT_WANT,
            "told_how": ToldHow.PHONE,
        }
        monkeypatch.setattr(walk.stage, "ask_fields", AsyncMock(return_value=decision))
        await at(walk, walk.seeded.ids["inge"])
        await act(walk, "i")
        await act(walk, "enter")
        assert "Der er en rolle eller en invitation" in walk.text_on_screen()
        await act(walk, "enter")
        inge = next(one for one in facts(walk).people if one.name == "Inge")
        assert inge.invited is InvitationChoice.NOT_INVITED
        assert conference(walk).role_holders == ()


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
        assert "Tilføj lokale" in walk.text_on_screen()
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
