"""The room of the papers by keyboard: look, make one, make a pack, break off, note where it went, open the file."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from textual.pilot import Pilot

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.papers import PaperMade
from samordner_tui.archive.settings import OWN_PHONE
from samordner_tui.casework.change import change_field
from samordner_tui.casework.under_way import GivenUp, UnderWay
from samordner_tui.exchange import paper_files
from samordner_tui.exchange.demo import fill
from samordner_tui.exchange.paper_files import LetOut, PaperFile
from samordner_tui.method.terms import InvitationChoice, SendChannel, StageId
from samordner_tui.papers.room import PaperState
from samordner_tui.refusals import Refused
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.dialogs.making import LeavingDialog, MakingDialog, ToldDialog
from samordner_tui.tui.dialogs.pasted import PasteDialog
from samordner_tui.tui.paper_commands import OpenPapers
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.guest import GuestScreen
from samordner_tui.tui.screens.paper_preview import PaperPreviewScreen
from samordner_tui.tui.screens.papers import PapersScreen
from samordner_tui.tui.screens.settings import SettingsScreen
from samordner_tui.tui.viewer import show_file
from samordner_tui.tui.widgets.line import LineInput
from tests.papers.hard_words import NOWHERE
from tests.tui.world import TODAY, running, shown, training_archive, type_text, until

ALMA, SIBLINGS = "2027-03", "2027-01"


@dataclass
class Papers:
    """The program in the room of the papers."""

    app: SamordnerApp
    pilot: Pilot[None]
    archive: Archive
    out: Path

    @property
    def room(self) -> PapersScreen:
        """The room."""
        return next(one for one in self.app.screen_stack if isinstance(one, PapersScreen))

    async def point(self, kind: str) -> None:
        """Go down the list to the first paper of a kind."""
        await self.pilot.press("home")
        for _press in self.room.list.papers:
            pointed = self.room.list.pointed
            if pointed is not None and pointed.sheet.kind.id == kind:
                return
            await self.pilot.press("down")
        raise AssertionError(kind)

    async def seen(self, words: str) -> None:
        """Wait for words on the screen."""
        await until(self.pilot, lambda: words in shown(self.app))

    async def into_folder(self) -> None:
        """Answer which folder."""
        await until(self.pilot, lambda: isinstance(self.app.screen, AskDialog))
        self.app.screen.query_one(LineInput).value = str(self.out)
        await self.pilot.press("enter")

    def count_made(self, *, destroyed: bool = False) -> int:
        """Papers in the register, or those of them that are noted as destroyed."""
        with self.archive.reading() as session:
            days = session.scalars(select(PaperMade.destroyed_on)).all()
        return len([one for one in days if one is not None or not destroyed])

    async def make_pdf(self, kind: str) -> None:
        """Make one paper, from the list to the file."""
        await self.point(kind)
        await self.pilot.press("g")
        await self.seen("Som hvad?")
        await self.pilot.press("1")
        await until(self.pilot, lambda: isinstance(self.app.screen, LeavingDialog))
        await self.pilot.press("enter")
        if self.app.paper_folder is None:
            await self.into_folder()
        await until(self.pilot, lambda: self.app.screen is self.room and bool(self.room.files))

    def files(self) -> list[str]:
        """What lies in the folder."""
        return sorted(path.name for path in self.out.iterdir())

    def made(self) -> list[str]:
        """What the register of papers holds."""
        with self.archive.reading() as session:
            return list(session.scalars(select(PaperMade.about)))

    def handed(self) -> dict[str, str]:
        """Who has got what, as the register says."""
        with self.archive.reading() as session:
            rows = session.execute(select(PaperMade.about, PaperMade.handed_to).where(PaperMade.handed_on.is_not(None)))
            return {about: to or "" for about, to in rows}

    def said(self) -> str:
        """The messages that are shown."""
        return "\n".join(one.message for one in self.app._notifications)


@asynccontextmanager
async def papers(
    folder: Path, number: str = SIBLINGS, size: tuple[int, int] = (80, 24), *, name: str = "Signe Holm"
) -> AsyncIterator[Papers]:
    """The room of a fictional case, opened by its key."""
    archive = training_archive(folder / "arkiv")
    fill(archive, TODAY)
    archive.set_setting("samordner_name", name or None)
    with archive.reading() as session:
        case_id = session.scalars(select(Case.id).where(Case.number == number)).one()
    out = folder / "ud"
    out.mkdir()
    app = SamordnerApp(archive=archive, today=TODAY, language="da", config=folder / "config")
    async with running(app, size) as pilot:
        app.open_case(case_id)
        await until(pilot, lambda: isinstance(app.screen, CaseScreen) and app.screen.shown is not None)
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, PapersScreen) and bool(app.screen.list.papers))
        yield Papers(app, pilot, archive, out)


async def test_the_room_lists_every_paper_with_whom_it_is_for_and_how_it_stands(tmp_path: Path) -> None:
    async with papers(tmp_path, ALMA, (120, 40), name="") as here:
        assert "Opgaven" in shown(here.app)
        await here.point("child_timeline")
        assert "Barnets tidslinje · Alma" in shown(here.app)
        await here.point("plan")
        await here.seen("Planen er ikke skrevet af")
        await here.point("invoice_ground")
        await here.seen("Dit navn mangler")


async def test_enter_shows_the_paper_and_no_file_is_made(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.point("door_sign")
        await here.pilot.press("enter")
        await until(here.pilot, lambda: isinstance(here.app.screen, PaperPreviewScreen))
        await here.pilot.press("escape")
        await until(here.pilot, lambda: here.app.screen is here.room)
        assert here.files() == []
        assert here.made() == []


async def test_in_a_wide_window_the_paper_stands_beside_the_list(tmp_path: Path) -> None:
    async with papers(tmp_path, size=(120, 40)) as here:
        await here.point("child_timeline")
        await here.seen("SÅDAN GÅR DET, FREJA")


async def test_a_paper_is_made_after_it_is_said_whose_data_it_holds(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.point("supporter_sheet")
        await here.pilot.press("g")
        await here.seen("Som hvad?")
        await here.pilot.press("1")
        await here.seen("ikke krypteret")
        assert "barnets navn" in " ".join(shown(here.app).split())
        await here.pilot.press("enter")
        await here.into_folder()
        await until(here.pilot, lambda: bool(here.files()) and here.app.screen is here.room)
        assert here.files() == ["2027-01-supporter-sheet-01.pdf"]
        assert (here.out / here.files()[0]).read_bytes().startswith(b"%PDF")
        await until(here.pilot, lambda: "Slet det senest" in here.said())
        await until(here.pilot, lambda: "lavet søn. 10. jan." in [one.words for one in here.room.list.papers])
        with here.archive.reading() as session:
            (entry,) = session.scalars(select(Export)).all()
            assert (entry.what, entry.destroy_by is not None) == ("papers_pdf", True)


async def test_the_folder_is_asked_for_once(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.make_pdf("door_sign")
        await here.make_pdf("food_order")
        await until(here.pilot, lambda: len(here.files()) == 2)


async def test_saying_no_makes_nothing(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.point("door_sign")
        await here.pilot.press("g")
        await here.seen("Som hvad?")
        await here.pilot.press("1")
        await here.seen("ikke krypteret")
        await here.pilot.press("escape")
        await until(here.pilot, lambda: here.app.screen is here.room)
        assert (here.files(), here.made()) == ([], [])


async def test_a_pack_is_made_at_once_and_its_file_names_name_nobody(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.pilot.press("p")
        await here.seen("Hvilken pakke?")
        await here.pilot.press("4")
        await here.seen("ikke krypteret")
        await here.pilot.press("enter")
        await here.into_folder()
        await until(here.pilot, lambda: here.app.screen is here.room and bool(here.made()))
        assert "2027-01-food-order.pdf" in here.files()
        assert len(here.files()) == len(here.made()) > 1
        names = {word for one in here.room.list.papers for word in one.standing.sheet.to.label.lower().split()}
        assert not {name for name in names if len(name) > 2 and any(name in file for file in here.files())}


async def test_a_letter_that_no_font_has_keeps_one_paper_back_and_not_its_pack_and_it_is_said_which(
    tmp_path: Path,
) -> None:
    async with papers(tmp_path, size=(100, 30)) as here:
        with here.archive.writing("Et navn", here.room.of.case_id) as session:
            guest = session.scalars(select(Person).where(Person.name.startswith("Rikke"))).one()
            change_field(session, Person, guest.id, "name", f"Tove{NOWHERE}", TODAY)
        here.room.refresh_case()
        await until(here.pilot, lambda: any(NOWHERE in one.standing.sheet.to.label for one in here.room.list.papers))
        here.app.paper_folder = here.out
        await here.pilot.press("p")
        await here.seen("Hvilken pakke?")
        await here.pilot.press("3")
        await here.seen("ikke krypteret")
        await here.pilot.press("enter")
        await until(here.pilot, lambda: isinstance(here.app.screen, ToldDialog))
        await here.seen("kunne ikke laves:")
        told = " ".join(shown(here.app).split())
        assert "kunne ikke laves:" in told
        assert f"Barnets invitation · Tove{NOWHERE}: Tegnet »{NOWHERE}« (U+0378)" in told
        assert "papirer ligger nu i" in told
        assert len(here.files()) == len(here.made()) > 5
        await here.pilot.press("escape")
        await until(here.pilot, lambda: here.app.screen is here.room)


async def test_where_no_paper_can_be_made_it_is_said_and_nothing_is_entered(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        with here.archive.writing("Et navn", here.room.of.case_id) as session:
            for guest in session.scalars(select(Person).where(Person.name.startswith("Rikke"))):
                change_field(session, Person, guest.id, "name", f"Tove{NOWHERE}", TODAY)
        here.room.refresh_case()
        await until(here.pilot, lambda: any(NOWHERE in one.standing.sheet.to.label for one in here.room.list.papers))
        marks = [one.standing.sheet.to.label for one in here.room.list.papers]
        here.room.list.cursor = marks.index(f"Tove{NOWHERE}")
        here.app.paper_folder = here.out
        await here.pilot.press("g")
        await here.seen("Som hvad?")
        await here.pilot.press("1")
        await here.seen("ikke krypteret")
        await here.pilot.press("enter")
        await until(here.pilot, lambda: isinstance(here.app.screen, ToldDialog))
        assert "1 papir kunne ikke laves:" in shown(here.app)
        assert "ligger nu i" not in shown(here.app)
        assert (here.files(), here.made()) == ([], [])


async def test_a_pack_that_is_broken_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    stopped_at: list[int] = []
    real = UnderWay.reached
    loop = asyncio.get_running_loop()

    def slowly(self: UnderWay, done: int, total: int) -> None:
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(20)
        try:
            real(self, done, total)
        except GivenUp:
            stopped_at.append(done)
            raise

    monkeypatch.setattr(UnderWay, "reached", slowly)
    async with papers(tmp_path) as here:
        here.app.paper_folder = here.out
        await here.pilot.press("p")
        await here.seen("Hvilken pakke?")
        await here.pilot.press("5")
        await here.seen("ikke krypteret")
        await here.pilot.press("enter")
        await until(here.pilot, begun.is_set)
        assert isinstance(here.app.screen, MakingDialog)
        assert "0 af " in shown(here.app)
        await here.pilot.press("escape")
        go_on.set()
        await until(here.pilot, lambda: here.app.screen is here.room and bool(stopped_at))
        assert "Afbrudt" in here.said()
        assert (here.files(), here.made()) == ([], [])
        assert stopped_at == [0]


async def test_once_files_are_put_in_their_places_giving_up_is_offered_no_longer_and_what_was_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    real = paper_files.let_papers_out

    def slowly(
        archive: Archive,
        case_id: str,
        conference_id: str | None,
        folder: Path,
        files: Sequence[PaperFile],
        destroy_by: date,
    ) -> tuple[LetOut, ...]:
        begun.set()
        assert go_on.wait(20)
        return real(archive, case_id, conference_id, folder, files, destroy_by)

    monkeypatch.setattr(paper_files, "let_papers_out", slowly)
    async with papers(tmp_path) as here:
        here.app.paper_folder = here.out
        await here.point("door_sign")
        await here.pilot.press("g")
        await here.seen("Som hvad?")
        await here.pilot.press("1")
        await here.seen("ikke krypteret")
        await here.pilot.press("enter")
        await until(here.pilot, begun.is_set)
        await here.seen("Nu bliver filerne lagt i mappen")
        assert "så bliver intet lavet" not in shown(here.app)
        await here.pilot.press("escape")
        go_on.set()
        await until(here.pilot, lambda: here.app.screen is here.room and bool(here.made()))
        await until(here.pilot, lambda: "1 papir ligger nu i" in here.said())
        assert "Afbrudt" not in here.said()
        assert len(here.files()) == 1


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


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
async def test_below_the_list_stands_for_whom_the_paper_is_and_in_the_footer_what_can_be_done_with_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with papers(tmp_path, size=size) as here:
        await here.point("food_order")
        await here.seen("Til den, der laver maden: Pizzeria Sole")
        for key in ("↵ Vis", "g Gem", "p Pakke", "k Kalender", "t Sprog", "f Mappe", "e Skabelon"):
            assert key in shown(here.app)
        await here.point("leaflet_family")
        await here.seen("v Oversæt")
        await here.make_pdf("leaflet_family")
        await here.seen("d Destrueret")
        for key in ("u Givet videre", "o Åbn", "v Oversæt", "k Kalender", "t Sprog"):
            assert key in shown(here.app)


async def test_the_paper_that_is_read_names_the_way_back_and_is_made_from_there(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        here.app.paper_folder = here.out
        await here.point("door_sign")
        await here.pilot.press("enter")
        await until(here.pilot, lambda: isinstance(here.app.screen, PaperPreviewScreen))
        await here.seen("esc Tilbage")
        assert "g Gem" in shown(here.app)
        await here.pilot.press("g")
        await here.seen("Som hvad?")
        await here.pilot.press("1")
        await here.seen("ikke krypteret")
        await here.pilot.press("enter")
        await until(here.pilot, lambda: here.files() == ["2027-01-door-sign.pdf"])
        await here.point("plan")
        await here.pilot.press("enter")
        await until(here.pilot, lambda: isinstance(here.app.screen, PaperPreviewScreen))
        await here.seen("esc Tilbage")
        assert "g Gem" not in shown(here.app)


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
        await here.pilot.press("p")
        await here.seen("Hvilken pakke?")
        await here.pilot.press("4")
        await here.seen("ikke krypteret")
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


async def test_marked_papers_are_made_together(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        here.app.paper_folder = here.out
        for kind in ("door_sign", "plan_sheets"):
            await here.point(kind)
            await here.pilot.press("space")
        await here.pilot.press("g")
        await here.seen("2 mærkede papirer")
        await here.pilot.press("enter")
        await until(here.pilot, lambda: here.files() == ["2027-01-door-sign.pdf", "2027-01-plan-sheets.pdf"])


async def test_only_a_file_that_was_made_here_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("samordner_tui.tui.screens.papers.show_file", opened.append)
    async with papers(tmp_path) as here:
        await here.point("door_sign")
        await here.pilot.press("o")
        assert opened == []
        await here.make_pdf("door_sign")
        await here.point("door_sign")
        await here.pilot.press("o")
        assert [one.name for one in opened] == ["2027-01-door-sign.pdf"]


async def test_the_papers_speak_english_while_the_screen_stays_danish(tmp_path: Path) -> None:
    async with papers(tmp_path, size=(120, 40)) as here:
        await here.point("child_timeline")
        await here.seen("SÅDAN GÅR DET, FREJA")
        await here.pilot.press("t")
        await here.seen("papirer på engelsk")
        await until(here.pilot, lambda: "SÅDAN GÅR DET" not in shown(here.app))
        assert "Opgaven" in shown(here.app)


async def test_what_is_missing_is_gone_to(tmp_path: Path) -> None:
    async with papers(tmp_path, ALMA, name="") as here:
        await here.point("invoice_ground")
        await here.pilot.press("m")
        await until(here.pilot, lambda: isinstance(here.app.screen, SettingsScreen))
        await here.pilot.press("escape")
        await until(here.pilot, lambda: here.app.screen is here.room)
        await here.point("plan")
        await here.pilot.press("m")
        await until(here.pilot, lambda: isinstance(here.app.screen, CaseScreen))
        screen = here.app.screen
        assert isinstance(screen, CaseScreen)
        await until(here.pilot, lambda: screen.stage is StageId.APPROVAL)


async def test_a_name_written_in_the_settings_stands_on_the_papers(tmp_path: Path) -> None:
    async with papers(tmp_path, ALMA, name="") as here:
        await here.point("invoice_ground")
        assert here.room.list.pointed is not None
        assert here.room.list.pointed.state is PaperState.READY
        assert here.room.list.pointed.sheet.missing
        await here.pilot.press("m")
        await here.seen("Dit navn på papirer")
        await here.pilot.press("down", "down", "down", "enter")
        await until(here.pilot, lambda: isinstance(here.app.screen, AskDialog))
        await type_text(here.pilot, "Signe")
        await here.pilot.press("enter")
        await until(here.pilot, lambda: isinstance(here.app.screen, SettingsScreen) and "Signe" in shown(here.app))
        await here.pilot.press("escape")
        await until(
            here.pilot,
            lambda: here.room.list.pointed is not None and not here.room.list.pointed.sheet.missing,
        )


async def test_a_translation_is_pasted_in_and_stands_beside_its_paper(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        await here.point("leaflet_family")
        await here.pilot.press("v")
        await here.seen("Hvilket sprog?")
        await type_text(here.pilot, "polsk")
        await here.pilot.press("enter")
        await until(here.pilot, lambda: isinstance(here.app.screen, PasteDialog))
        await type_text(here.pilot, "Witamy")
        await here.pilot.press("escape")
        await until(here.pilot, lambda: here.app.screen is here.room)
        await here.pilot.press("v")
        await here.seen("Hvilket sprog?")
        await type_text(here.pilot, "polsk")
        await here.pilot.press("enter")
        await here.seen("Witamy")
        await here.pilot.press("ctrl+s")
        await here.seen("Til familie og netværk (polsk)")
        await here.point("leaflet_family")
        await here.pilot.press("down", "enter")
        await until(here.pilot, lambda: isinstance(here.app.screen, PaperPreviewScreen) and "Witamy" in shown(here.app))
        await here.pilot.press("escape")
        await until(here.pilot, lambda: here.app.screen is here.room)
        here.archive.set_setting(OWN_PHONE, "20 30 40 50")
        await here.pilot.press("t", "t")
        await here.seen("få det oversat igen")
        await here.pilot.press("m")
        await until(here.pilot, lambda: isinstance(here.app.screen, PasteDialog) and "Witamy" in shown(here.app))


async def test_ones_own_template_is_looked_over_before_it_is_used(tmp_path: Path) -> None:
    async with papers(tmp_path) as here:
        here.app.paper_folder = here.out
        await here.point("door_sign")
        await here.pilot.press("e")
        await here.seen("Gem vores skabelon")
        await here.pilot.press("1")
        await until(here.pilot, lambda: here.files() == ["skabelon-door-sign-da.md"])
        own = here.out / here.files()[0]
        for text, answer in (
            ("# {{ bekymring }}", "»bekymring«, som papiret ikke kender"),
            ("# Hej\n\n{{ 1/0 }}", "I linje 3 bruger skabelonen »/«"),
            ("# Hej\n\n{% macro a() %}{% endmacro %}", "I linje 3 bruger skabelonen »macro«"),
            ("# Hej \U000f0000", "findes ikke i nogen skrifttype"),
            ("### Hej alle\n\n![et kort](kort)", "set efter"),
        ):
            own.write_text(text, encoding="utf-8")
            await until(here.pilot, lambda: here.app.screen is here.room)
            await here.pilot.press("e")
            await here.seen("Gem vores skabelon")
            await here.pilot.press("2")
            await until(here.pilot, lambda: isinstance(here.app.screen, AskDialog))
            here.app.screen.query_one(LineInput).value = str(own)
            await here.pilot.press("enter")
            await until(here.pilot, lambda wanted=answer: wanted in here.said())  # type: ignore[misc]
        await here.pilot.press("enter")
        await until(here.pilot, lambda: isinstance(here.app.screen, PaperPreviewScreen))
        assert "HEJ ALLE" in shown(here.app)
        assert "et kort" in shown(here.app)


def test_a_file_that_is_gone_or_that_nothing_shows_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="ikke længere"):
        show_file(tmp_path / "væk.pdf")
    there = tmp_path / "her.pdf"
    there.write_bytes(b"%PDF")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("samordner_tui.tui.viewer.sys.platform", "linux")
    with pytest.raises(Refused, match="intet program"):
        show_file(there)


def test_in_the_guest_view_there_are_no_papers() -> None:
    assert OpenPapers in CaseScreen.OFFERS
    assert OpenPapers not in GuestScreen.OFFERS
