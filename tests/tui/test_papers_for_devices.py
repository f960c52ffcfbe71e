"""Calendar files and contact cards from the room of the papers, by keyboard."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import change_field
from samordner_tui.tui.dialogs.making import LeavingDialog
from tests.tui.paper_room import ALMA, papers
from tests.tui.world import TODAY, shown, until


async def test_the_conference_becomes_a_calendar_file_for_each_and_is_registered(tmp_path: Path) -> None:
    async with papers(tmp_path, ALMA) as here:
        await here.pilot.press("k")
        await here.seen("Rådslagningen til kalenderen")
        await here.pilot.press("1")
        await here.seen("Skal stedet stå i kalenderen?")
        await here.pilot.press("1")
        await until(here.pilot, lambda: isinstance(here.app.screen, LeavingDialog))
        await here.seen("en til hver")
        await here.seen("Hvis fil er hvis?")
        await here.seen("hvornår I mødes; i din egen også sagens nummer")
        assert "ingen personers data" not in shown(here.app)
        assert "hvor det er" not in shown(here.app)
        await here.seen("2027-03-calendar-conference-02.ics – Birgitte Holm")
        await here.pilot.press("enter")
        await here.into_folder()
        await until(here.pilot, lambda: here.app.screen is here.room and len(here.files()) > 10)
        assert all(name.startswith("2027-03-calendar-conference-") for name in here.files())
        assert len(here.made()) == len(here.files())
        assert not any(b"LOCATION" in (here.out / name).read_bytes() for name in here.files())


async def test_a_calendar_with_the_place_says_so_before_it_leaves(tmp_path: Path) -> None:
    async with papers(tmp_path, ALMA) as here:
        await here.pilot.press("k")
        await here.seen("Rådslagningen til kalenderen")
        await here.pilot.press("1")
        await here.seen("Skal stedet stå i kalenderen?")
        await here.pilot.press("2")
        await here.seen("private hjem")


async def test_contact_cards_are_one_file_for_the_samordners_own_phone(tmp_path: Path) -> None:
    async with papers(tmp_path, ALMA) as here:
        await here.pilot.press("k")
        await here.seen("Numre til din egen telefon")
        await here.pilot.press("4")
        await until(here.pilot, lambda: isinstance(here.app.screen, LeavingDialog))
        await here.seen("forbogstaver og telefonnumre")
        await here.pilot.press("enter")
        await here.into_folder()
        await until(here.pilot, lambda: here.files() == ["2027-03-phone-cards.vcf"])
        await here.pilot.press("home")
        await here.seen("Kalender og telefon")
        await here.seen("lavet 10. jan.")
        with here.archive.writing("Et andet nummer", here.room.of.case_id) as session:
            person = session.scalars(select(Person.id).where(Person.name == "Karen")).one()
            change_field(session, Person, person, "phone", "20 30 40 51", TODAY)
        await here.pilot.press("t", "t")
        await here.seen("ændret siden 10. jan.")


async def test_nothing_is_made_where_there_is_nothing_to_make_it_from_or_somebody_says_no(tmp_path: Path) -> None:
    async with papers(tmp_path, ALMA) as here:
        await here.pilot.press("k")
        await here.seen("Dine aftaler til kalenderen")
        await here.pilot.press("2")
        await here.seen("Skal stedet stå i kalenderen?")
        await here.pilot.press("1")
        await until(here.pilot, lambda: "Der er intet at lave det af endnu." in here.said())
        await here.pilot.press("k")
        await here.seen("Dine frister til kalenderen")
        await here.pilot.press("3")
        await until(here.pilot, lambda: isinstance(here.app.screen, LeavingDialog))
        await here.pilot.press("escape")
        await until(here.pilot, lambda: here.app.screen is here.room)
        assert here.files() == []
