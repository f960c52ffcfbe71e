"""What is said at a visit finds its place: the kitchen, the bookings, the account; an offer stays the person's own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Statement
from samordner_tui.archive.records.network import Offer, Person
from samordner_tui.archive.records.practical import Invitation
from samordner_tui.casework.account import account_of
from samordner_tui.casework.change import add, change_fields
from samordner_tui.casework.covers import covers, diets
from samordner_tui.casework.needs import needs
from samordner_tui.method import facts as f
from samordner_tui.method.terms import (
    Answer,
    Attendance,
    BookingKind,
    ContactKind,
    ContactOutcome,
    DecidedBy,
    Diet,
    InvitationChoice,
    StageId,
    StatementKind,
)
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.preparing import act, at, conference, facts

OFFER = "hente Alma om onsdagen"


def the_visit(walk: Walk) -> f.Contact:
    """The one visit that was made."""
    (found,) = [one for one in facts(walk).contacts if one.outcome is ContactOutcome.MADE]
    return found


async def visited(walk: Walk, name: str) -> f.Contact:
    """Somebody was visited: an hour and a half, and 34 kilometres."""
    await at(walk, walk.seeded.ids[name])
    await act(walk, "k", "1")
    await walk.press(*"90", "enter", *"34", "enter")
    await act(walk, "enter")
    return the_visit(walk)


@pytest.mark.usefixtures("open_network", "conference_id")
async def test_needs_said_at_a_visit_reach_the_kitchen_the_bookings_and_the_account(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    async with open_case() as walk:
        visit = await visited(walk, "inge")
        await at(walk, visit.id)
        await act(walk, "d")
        assert walk.row("attendance").has_focused_field
        await walk.press("right", "tab", "j", "tab", "j", "tab")
        await walk.type("dari")
        await walk.press("tab", "j", "tab")
        await walk.type("kørestol")
        await walk.press("tab")
        await act(walk, "enter", "space", "enter")
        await act(walk, "escape")
        with seeded.archive.writing("Svar", seeded.case_id) as session:
            answered: dict[str, Answer | str] = {"person_id": seeded.ids["inge"], "answer": Answer.YES}
            add(session, Invitation, seeded.case_id, today, conference_id=conference(walk).id, **answered)
        inge = next(one for one in facts(walk).people if one.name == "Inge")
        (diet,) = inge.diets
        assert (inge.attendance, inge.access_needs) == (Attendance.IN_ROOM, "kørestol")
        assert (seeded.inge("willing_to_hold_role"), seeded.inge("language")) == (True, "dari")
        assert covers(facts(walk), conference(walk)).private == 1
        assert diets(facts(walk), conference(walk)) == ((diet, 1),)
        assert {(one.kind, one.person_id) for one in needs(facts(walk), conference(walk))} == {
            (BookingKind.INTERPRETER, seeded.ids["inge"]),
            (BookingKind.LIFT, seeded.ids["inge"]),
        }
        with seeded.archive.reading() as session:
            account = account_of(session, seeded.case_id)
        assert (account.minutes, account.kilometres) == (120, Decimal(34))


@pytest.mark.usefixtures("open_network", "conference_id")
async def test_whoever_said_at_the_visit_to_come_on_video_is_not_cooked_for(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    async with open_case() as walk:
        await at(walk, seeded.ids["inge"])
        await act(walk, "d")
        await walk.press("v")
        await act(walk, "enter")
        await act(walk, "escape")
        assert seeded.inge("attendance") is Attendance.VIDEO
        with seeded.archive.writing("Svar", seeded.case_id) as session:
            change_fields(session, Person, seeded.ids["inge"], {"diets": (Diet.VEGAN,)}, today)
            answered: dict[str, Answer | str] = {"person_id": seeded.ids["inge"], "answer": Answer.YES}
            add(session, Invitation, seeded.case_id, today, conference_id=conference(walk).id, **answered)
        assert covers(facts(walk), conference(walk)).private == 0
        assert diets(facts(walk), conference(walk)) == ()
        assert [one.kind for one in needs(facts(walk), conference(walk))] == [BookingKind.VIDEO_LINK]


@pytest.mark.usefixtures("open_network", "conference_id")
async def test_two_visited_together_are_one_visit_and_each_says_what_they_need(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    with seeded.archive.writing("Søskende", seeded.case_id) as session:
        for name in ("Bo", "Kaj"):
            decided: dict[str, DecidedBy | InvitationChoice | int | str] = {"decided_by": DecidedBy.CHILD}
            decided |= {"invited": InvitationChoice.INVITE, "ring": 2, "address": "Banken 4, 7800 Skive"}
            seeded.ids[name] = add(session, Person, seeded.case_id, today, name=name, **decided)
    async with open_case(size=(80, 24)) as walk:
        walk.stage.list.point_at_section("contacts")
        walk.stage.list.focus()
        await act(walk, "n")
        assert "bor samme sted som Bo: ét besøg" in " ".join(walk.text_on_screen().split())
        await act(walk, "down", "space", "down", "space", "enter", "1")
        await act(walk, "escape")
        (visit,) = [one for one in facts(walk).contacts if one.kind is ContactKind.NETWORK_VISIT]
        assert visit.people == (seeded.ids["Bo"], seeded.ids["Kaj"])
        await at(walk, visit.id)
        await act(walk, "d", "2")
        assert "Kaj" in walk.stage.heading.heading


@pytest.mark.usefixtures("open_network")
async def test_an_offer_is_written_at_the_wish_of_the_person_and_its_words_stand_nowhere_else(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    async with open_case(size=(80, 24)) as walk:
        visit = await visited(walk, "inge")
        await at(walk, visit.id)
        await act(walk, "g")
        assert "Kun hvis Inge ønsker det" in " ".join(walk.text_on_screen().split())
        await walk.type(OFFER)
        await act(walk, "f10")
        with seeded.archive.reading() as session:
            (offer,) = session.query(Offer).all()
            assert (offer.words, offer.person_id, offer.wished_on) == (OFFER, seeded.ids["inge"], today)
        assert walk.screen.shown is not None
        assert "har noget med" in str(walk.screen.shown.view)
        for key in ("", "o", "escape", "h", "escape"):
            await act(walk, *[key] if key else [])
            assert OFFER not in walk.text_on_screen()
        assert OFFER not in str(walk.screen.shown)
        walk.screen.go(StageId.INFORMATION)
        await walk.settle()
        assert OFFER not in str(walk.screen.shown)
        await walk.app.lock_now()
    with Archive.open(seeded.folder, None) as archive, archive.reading() as session:
        assert [one.words for one in session.query(Offer)] == [OFFER]


@pytest.mark.usefixtures("open_network")
async def test_an_offer_that_was_given_up_is_a_draft_and_no_offer(open_case: Open, seeded: Seeded) -> None:
    async with open_case(size=(80, 24)) as walk:
        await at(walk, seeded.ids["inge"])
        await act(walk, "g")
        await walk.type(OFFER)
        await act(walk, "escape")
        with seeded.archive.reading() as session:
            assert session.query(Offer).count() == 0
        assert seeded.drafts() == {"words": OFFER}
        await act(walk, "g")
        assert OFFER in walk.text_on_screen()
        await act(walk, "f10")
        assert seeded.drafts() == {}


@pytest.mark.usefixtures("open_network")
async def test_a_visit_is_kept_as_it_is_typed_and_outlives_a_lock(open_case: Open, seeded: Seeded) -> None:
    async with open_case(size=(80, 24)) as walk:
        visit = await visited(walk, "inge")
        seeded.ids["made"] = visit.id
        await walk.open("contacts", "made", "note")
        await walk.type("Hun vil gerne hjælpe")
        await walk.app.lock_now()
    with Archive.open(seeded.folder, None) as archive:
        kept = Seeded(archive, seeded.folder, seeded.case_id, seeded.ids)
        assert kept.value("contacts", visit.id, "note") == "Hun vil gerne hjælpe"
        assert kept.value("contacts", visit.id, "minutes") == 90


@pytest.mark.usefixtures("open_network", "conference_id")
async def test_at_the_day_it_stands_who_has_something_with_them(open_case: Open, seeded: Seeded, today: date) -> None:
    with seeded.archive.writing("Tilbud", seeded.case_id) as session:
        add(session, Offer, seeded.case_id, today, person_id=seeded.ids["inge"], words=OFFER)
    async with open_case(StageId.INFORMATION) as walk:
        assert "Har noget med: Inge" in " ".join(walk.text_on_screen().split())
        assert OFFER not in str(walk.screen.shown)


@pytest.mark.usefixtures("open_network")
async def test_what_may_be_told_is_chosen_from_what_the_family_knows(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    with seeded.archive.writing("Tekster", seeded.case_id) as session:
        texts = (("Alma er glad for skolen", today), ("Alma sover dårligt", None))
        for text, known in texts:
            said: dict[str, StatementKind | date | str | None] = {"text": text, "known_to_family_on": known}
            add(session, Statement, seeded.case_id, today, kind=StatementKind.CONCERN, **said)
    async with open_case(size=(80, 24)) as walk:
        visit = await visited(walk, "inge")
        await at(walk, visit.id)
        await act(walk, "t")
        assert "Alma er glad for skolen" in walk.text_on_screen()
        assert "Alma sover" not in walk.text_on_screen()
        await act(walk, "space", "enter")
        assert the_visit(walk).may_be_told == "Alma er glad for skolen"
        await act(walk, "t", "space", "enter")
        assert the_visit(walk).may_be_told == "Alma er glad for skolen"


@pytest.mark.usefixtures("open_network")
async def test_while_the_family_knows_no_text_nothing_is_offered_to_be_told(open_case: Open) -> None:
    async with open_case(size=(80, 24)) as walk:
        visit = await visited(walk, "inge")
        await at(walk, visit.id)
        await act(walk, "t")
        assert "Familien kender ingen tekster endnu" in walk.said()
