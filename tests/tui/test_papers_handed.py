"""Where papers went by keyboard: to one, to several, a whole pack; and that they are destroyed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import select

from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.papers import PaperMade
from samordner_tui.method.terms import InvitationChoice, SendChannel
from samordner_tui.tui.dialogs.making import LeavingDialog
from tests.tui.paper_room import papers
from tests.tui.world import TODAY, shown, type_text, until


async def test_where_a_paper_went_is_noted(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.make_pdf("food_order")
        await here.point("food_order")
        await here.pilot.press("u")
        await here.seen("Hvordan blev det givet videre?")
        await here.pilot.press("3")
        await here.seen("Hvem fik det?")
        await here.pilot.press("enter", "enter", "enter")
        await here.seen("givet videre søn. 10. jan.")
        with here.archive.reading() as session:
            (row,) = session.scalars(select(PaperMade)).all()
            assert (row.handed_to, row.channel, row.handed_on) == ("Pizzeria Sole", SendChannel.EMAIL, TODAY)


async def test_a_paper_with_somebody_who_is_not_invited_any_longer_is_noted_as_destroyed(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.make_pdf("invitation_child")
        await until(here.pilot, lambda: len(here.made()) == 1)
        with here.archive.writing("Ikke inviteret", here.room.of.case_id) as session:
            guest = session.scalars(select(PaperMade.person_id)).one()
            session.get_one(Person, guest).invited = InvitationChoice.NOT_INVITED
        here.room.refresh_case()
        await until(here.pilot, lambda: here.room.room is not None and bool(here.room.room.astray))
        await here.pilot.press("home")
        await here.seen("Er ude hos nogen, der ikke skal have dem længere")
        await here.seen("få det tilbage eller destrueret")
        await here.pilot.press("g", "v", "e", "m")
        assert here.app.screen is here.room
        await here.pilot.press("enter")
        await here.seen("skal ikke have det længere")
        await here.pilot.press("escape")
        await until(here.pilot, lambda: here.app.screen is here.room)
        await here.pilot.press("d")
        await until(here.pilot, lambda: here.room.room is not None and not here.room.room.astray)
        with here.archive.reading() as session:
            assert session.scalars(select(PaperMade.destroyed_on)).all() == [TODAY]
        await here.pilot.press("ctrl+z")
        await here.seen("Er ude hos nogen, der ikke skal have dem længere")


async def test_several_marked_papers_are_handed_over_in_one_act_which_undo_takes_back(tmp_path: Path) -> None:
    async with papers(tmp_path, size=(120, 40)) as here:
        for kind in ("door_sign", "food_order", "plan_sheets"):
            await here.make_pdf(kind)
            await until(here.pilot, lambda wanted=kind: f"paper:{wanted}" in here.made())  # type: ignore[misc]
        for kind in ("food_order", "plan_sheets"):
            await here.point(kind)
            await here.pilot.press("space")
        noted = "givet videre søn. 10. jan. · destrueres senest 20. jan."
        assert shown(here.app).count("✓●") == 2
        await here.pilot.press("u")
        await here.seen("Hvordan blev det givet videre?")
        await here.pilot.press("1")
        await here.seen("Hvem fik det?")
        assert "Bestilling af mad · Pizzeria Sole, Ark til planen" in shown(here.app)
        await type_text(here.pilot, "Tove")
        await here.pilot.press("enter", "enter")
        await here.pilot.press(*["backspace"] * 20)
        await type_text(here.pilot, "20-01-2027")
        await here.pilot.press("enter")
        await until(here.pilot, lambda: here.handed() == {"paper:food_order": "Tove", "paper:plan_sheets": "Tove"})
        await until(here.pilot, lambda: [one.words for one in here.room.list.papers].count(noted) == 2)
        assert "✓" not in shown(here.app)
        await here.pilot.press("ctrl+z")
        await until(here.pilot, lambda: here.handed() == {})
        assert len(here.made()) == 3
        with here.archive.reading() as session:
            assert date(2027, 1, 20) not in session.scalars(select(PaperMade.destroy_by)).all()


async def test_of_several_that_went_to_several_each_is_noted_with_whom_it_is_for(tmp_path: Path) -> None:
    async with papers(tmp_path, size=(120, 40)) as here:
        await here.point("invitation_plain")
        await here.pilot.press("space", "space", "g")
        await until(here.pilot, lambda: isinstance(here.app.screen, LeavingDialog))
        await here.pilot.press("enter")
        await here.into_folder()
        await until(here.pilot, lambda: len(here.made()) == 2)
        await until(here.pilot, lambda: here.app.screen is here.room)
        await here.pilot.press("u")
        await here.seen("Hvordan blev det givet videre?")
        await here.pilot.press("1")
        await here.seen("Lad »Givet til« stå tomt, hvis hver har fået sit eget.")
        await here.pilot.press("enter", "enter", "enter")
        await until(here.pilot, lambda: sorted(here.handed().values()) == ["Agnieszka", "Thomas"])


async def test_of_a_paper_made_anew_the_older_ones_alone_are_noted_as_destroyed(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        for count in (1, 2):
            await here.make_pdf("door_sign")
            await until(here.pilot, lambda wanted=count: here.count_made() == wanted)  # type: ignore[misc]
            await until(here.pilot, lambda: here.app.screen is here.room)
        await here.point("door_sign")
        await here.pilot.press("d")
        await here.seen("Hvad er destrueret?")
        await here.pilot.press("escape")
        await until(here.pilot, lambda: here.app.screen is here.room)
        assert here.count_made(destroyed=True) == 0
        await here.pilot.press("d")
        await here.seen("De ældre")
        await here.pilot.press("1")
        await until(here.pilot, lambda: here.count_made(destroyed=True) == 1)
        await here.seen("lavet 10. jan.")


async def test_a_whole_pack_is_handed_over_in_one_act(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.pack(4)
        await here.pilot.press("enter")
        await here.into_folder()
        await until(here.pilot, lambda: here.app.screen is here.room and len(here.made()) > 1)
        await here.point("food_order")
        await until(here.pilot, lambda: here.room.list.pointed is not None and here.room.list.pointed.made is not None)
        await here.pilot.press("u")
        await here.seen("Hele pakken »Til lokale, mad og kørsel«")
        await here.pilot.press("2")
        await here.seen("Hvordan blev det givet videre?")
        await here.pilot.press("3")
        await here.seen("Hvem fik det?")
        await type_text(here.pilot, "Forsamlingshuset")
        await here.pilot.press("f10")
        await until(here.pilot, lambda: len(here.handed()) == len(here.made()))
        assert set(here.handed().values()) == {"Forsamlingshuset"}
        await here.pilot.press("ctrl+z")
        await until(here.pilot, lambda: here.handed() == {})


async def test_dates_that_cannot_be_right_are_said_and_what_was_typed_is_there_again(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.make_pdf("food_order")
        await here.point("food_order")
        for there in ("", "Madhuset"):
            await here.pilot.press("u")
            await here.seen("Hvordan blev det givet videre?")
            await here.pilot.press("3")
            await here.seen("Hvem fik det?")
            if there:
                assert there in shown(here.app)
                break
            await type_text(here.pilot, "Madhuset")
            await here.pilot.press("enter", "enter")
            await here.pilot.press(*["backspace"] * 20)
            await type_text(here.pilot, "01-01-2027")
            await here.pilot.press("enter")
            await until(here.pilot, lambda: "før det blev givet videre" in here.said())
        assert here.handed() == {}


async def test_marked_papers_that_are_not_made_are_not_handed_over_and_it_is_said(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.point("door_sign")
        await here.pilot.press("space", "u")
        await until(here.pilot, lambda: "ikke lavet endnu. Lav dem først" in here.said())
        assert here.app.screen is here.room
