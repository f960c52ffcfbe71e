"""The room of the papers by keyboard: look, make one, make a pack, break off, open the file."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.settings import OWN_PHONE
from samordner_tui.casework.change import change_field
from samordner_tui.casework.under_way import GivenUp, UnderWay
from samordner_tui.exchange import paper_files
from samordner_tui.exchange.paper_files import LetOut, PaperFile
from samordner_tui.method.terms import StageId
from samordner_tui.papers.room import PaperState
from samordner_tui.refusals import Refused
from samordner_tui.tui.dialogs.making import MakingDialog, ToldDialog
from samordner_tui.tui.dialogs.pasted import PasteDialog
from samordner_tui.tui.paper_commands import OpenPapers
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.guest import GuestScreen
from samordner_tui.tui.screens.paper_preview import PaperPreviewScreen
from samordner_tui.tui.screens.settings import SettingsScreen
from samordner_tui.tui.viewer import show_file
from samordner_tui.tui.widgets.line import LineInput
from tests.papers.hard_words import NOWHERE
from tests.tui.paper_room import ALMA, papers
from tests.tui.world import TODAY, shown, type_text, until


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
        await here.pack(4)
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
        await here.pack(3)
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
        await here.pack(5)
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
