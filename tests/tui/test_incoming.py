"""People out of a file: asked for, looked through, ticked, brought in and taken back, by keys alone."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from time import sleep

import pytest
from sqlalchemy import select
from textual import events

from samordner_tui.archive.records.network import NetworkTie, Person
from samordner_tui.casework.incoming import Incoming, IncomingPerson, IncomingTie, InTheMiddle
from samordner_tui.casework.quick_add import Understood
from samordner_tui.casework.ties import tie
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.method.terms import StageId, Support, TieQuality
from samordner_tui.tui.app_commands import Undo
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.guest import GuestScreen
from samordner_tui.tui.screens.incoming import Doing, IncomingScreen
from samordner_tui.tui.stages.bringing_in import no_file, path_of
from samordner_tui.tui.widgets.quick_add import QuickAddLine
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.world import TODAY, until

TABLE = "Navn;Relation;Ring\nGerda [b]Lund;fars faster;2\nInge;farmor;1\n;nabo;3\nVillads;ven;3\n"


def names(seeded: Seeded) -> list[str]:
    with seeded.archive.reading() as session:
        return list(session.scalars(select(Person.name)))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of four rows: one resembles Inge, one has no name."""
    file = tmp_path / "netvaerk med mere.csv"
    file.write_text(TABLE, "cp1252")
    return file


def showing(walk: Walk) -> bool:
    return isinstance(walk.app.screen, IncomingScreen) and walk.app.screen.doing is Doing.SHOWING


async def shown(walk: Walk, file: Path) -> IncomingScreen:
    """What the file would bring in, reached by the keys."""
    walk.stage.take_focus()
    await walk.press("e")
    await until(walk.pilot, lambda: isinstance(walk.app.screen, AskDialog))
    walk.app.post_message(events.Paste(str(file)))
    await walk.press("enter")
    await until(walk.pilot, lambda: showing(walk))
    assert isinstance(walk.app.screen, IncomingScreen)
    return walk.app.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_file_is_shown_row_by_row_before_anything_is_kept(
    size: tuple[int, int], table: Path, open_case: Open, seeded: Seeded
) -> None:
    async with open_case(StageId.NETWORK, size) as walk:
        await shown(walk, table)
        on_screen = walk.text_on_screen()
        assert "2 personer hentes ind · 1 ligner nogen · 1 linje kan ikke hentes" in on_screen
        assert "● Gerda [b]Lund · fars faster · ring 2 · fars side" in on_screen
        assert "○ Inge · farmor · ring 1" in on_screen
        assert "ligner Inge, som er i sagen (samme navn)" in on_screen
        assert "linje 4  Her er intet navn." in on_screen
        assert names(seeded) == ["Alma", "Inge", "Mette"]


async def test_enter_brings_in_what_is_ticked_and_one_undo_takes_it_back(
    table: Path, open_case: Open, seeded: Seeded
) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await shown(walk, table)
        await walk.press("space", "down", "space")
        assert "2 personer hentes ind" in walk.text_on_screen()
        await walk.press("enter")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen))
        assert names(seeded) == ["Alma", "Inge", "Mette", "Inge", "Villads"]
        assert "2 personer er hentet ind. ^z tager dem ud igen." in walk.said()
        await walk.settle()
        await until(walk.pilot, lambda: "Villads" in walk.text_on_screen())
        await walk.press("ctrl+z")
        await until(walk.pilot, lambda: names(seeded) == ["Alma", "Inge", "Mette"])


async def test_escape_takes_nothing(table: Path, open_case: Open, seeded: Seeded) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await shown(walk, table)
        await walk.press("ctrl+a", "escape")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen))
        await walk.settle()
        assert names(seeded) == ["Alma", "Inge", "Mette"]
        assert seeded.archive.undo(seeded.case_id) is None


async def test_all_are_ticked_and_then_none_and_none_is_nothing_to_bring_in(
    table: Path, open_case: Open, seeded: Seeded
) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await shown(walk, table)
        await walk.press("ctrl+a")
        assert "3 personer hentes ind" in walk.text_on_screen()
        await walk.press("ctrl+a", "enter")
        assert "Ingen er slået til" in walk.said()
        assert showing(walk)
        assert len(names(seeded)) == 3


async def test_a_path_that_leads_nowhere_is_asked_for_again_and_a_file_with_nobody_says_so(
    tmp_path: Path, open_case: Open
) -> None:
    empty = tmp_path / "tom.csv"
    empty.touch()
    async with open_case(StageId.NETWORK) as walk:
        walk.stage.take_focus()
        await walk.press("e")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, AskDialog))
        walk.app.post_message(events.Paste(str(tmp_path / "ingen.csv")))
        await walk.press("enter")
        await until(walk.pilot, lambda: "Den fil findes ikke" in walk.text_on_screen())
        await walk.press("ctrl+u")
        walk.app.post_message(events.Paste(str(empty)))
        await walk.press("enter")
        await until(walk.pilot, lambda: "Der er ingen personer i filen." in walk.said())
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen))


def test_a_path_is_taken_as_a_terminal_writes_it_when_a_file_is_dragged_in(table: Path) -> None:
    for typed in (str(table), f" {table} ", f"'{table}'", f'"{table}"', str(table).replace(" ", "\\ ")):
        assert path_of(typed) == table
        assert no_file(typed) == ""
    assert no_file("") != ""
    assert no_file("\0") != ""


async def test_several_lines_that_are_pasted_on_the_line_open_the_same_preview(open_case: Open, seeded: Seeded) -> None:
    async with open_case(StageId.NETWORK) as walk:
        walk.stage.query_one(QuickAddLine).field.focus()
        await walk.pilot.pause()
        walk.app.post_message(events.Paste("Bo, ven, 2\r\n\r\nInge, farmor\nIda, nabo\n"))
        await until(walk.pilot, lambda: showing(walk))
        assert "○ Inge · farmor" in walk.text_on_screen()
        await walk.press("enter")
        await until(walk.pilot, lambda: names(seeded) == ["Alma", "Inge", "Mette", "Bo", "Ida"])


async def test_one_line_that_is_pasted_stands_on_the_line(open_case: Open) -> None:
    async with open_case(StageId.NETWORK) as walk:
        line = walk.stage.query_one(QuickAddLine)
        line.field.focus()
        await walk.pilot.pause()
        walk.app.post_message(events.Paste("\nBo, ven, 2\n"))
        await until(walk.pilot, lambda: line.field.value == "Bo, ven, 2")
        assert isinstance(walk.app.screen, CaseScreen)


async def test_with_the_child_at_the_table_nothing_opens_that_tells_of_others(open_case: Open, seeded: Seeded) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await walk.app.enter_guest(seeded.case_id)
        await until(walk.pilot, lambda: isinstance(walk.app.screen, GuestScreen))
        await walk.press("f4")
        line = walk.app.screen.query_one(QuickAddLine)
        await until(walk.pilot, lambda: line.field.has_focus)
        walk.app.post_message(events.Paste("Bo, ven\nIda, nabo"))
        await until(walk.pilot, lambda: line.field.value == "Bo, ven Ida, nabo")
        assert isinstance(walk.app.screen, GuestScreen)


async def test_ties_that_a_file_tells_of_stand_in_words_and_come_along(open_case: Open, seeded: Seeded) -> None:
    people = tuple(IncomingPerson(place, name, Understood(name)) for place, name in enumerate(("Bo", "Ida"), start=1))
    ties = (
        IncomingTie(3, "Bo", "Ida", TieQuality.STRONG),
        IncomingTie(4, "ego", "Ida", TieQuality.WEAK, Support.GETS),
    )
    incoming = Incoming(people, ties, middle=(InTheMiddle("ego"),))
    async with open_case(StageId.NETWORK) as walk:
        await walk.app.push_screen(IncomingScreen(seeded.case_id, lambda _under_way: incoming))
        await until(walk.pilot, lambda: showing(walk))
        await walk.pilot.pause()
        assert "Bo og Ida: båndet er stærkt" in walk.text_on_screen()
        assert "Ida støtter Alma, båndet er svagt" in walk.text_on_screen()
        await walk.press("enter")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen))
        with seeded.archive.reading() as session:
            found = session.scalars(select(NetworkTie.quality)).all()
        assert found == [TieQuality.STRONG, TieQuality.WEAK]


async def test_reading_says_how_far_it_is_and_is_given_up_by_escape(open_case: Open, seeded: Seeded) -> None:
    may_go_on = Event()

    def endless(under_way: UnderWay) -> Incoming:
        while not may_go_on.is_set():
            under_way.reached(42, 100)
            sleep(0.01)
        return Incoming(())

    async with open_case(StageId.NETWORK) as walk:
        await walk.app.push_screen(IncomingScreen(seeded.case_id, endless))
        await walk.pilot.pause()
        await until(walk.pilot, lambda: "Læser … 42 %. Escape afbryder." in walk.text_on_screen())
        await walk.press("enter", "space", "escape")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen))
        assert "Afbrudt. Intet er ændret." in walk.said()
    may_go_on.set()


async def test_writing_says_how_far_it_is_and_given_up_it_has_kept_nobody(
    tmp_path: Path, open_case: Open, seeded: Seeded, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mange.csv"
    file.write_text("Navn;Relation\n" + "".join(f"Person {place};moster\n" for place in range(1000)), "utf-8")
    reached, has_waited = UnderWay.reached, Event()

    def waits_halfway(self: UnderWay, done: int, total: int) -> None:
        if done == 500:
            self.done, self.total = done, total
            assert has_waited.wait(10)
        reached(self, done, total)

    async with open_case(StageId.NETWORK) as walk:
        screen = await shown(walk, file)
        monkeypatch.setattr(UnderWay, "reached", waits_halfway)
        await walk.press("enter")
        await until(walk.pilot, lambda: "Henter dem ind … 50 %. Escape afbryder." in walk.text_on_screen())
        await walk.press("escape")
        has_waited.set()
        await until(walk.pilot, lambda: screen.doing is Doing.SHOWING)
        assert "Afbrudt. Intet er ændret." in walk.said()
        assert len(names(seeded)) == 3
        await walk.press("enter")
        await until(walk.pilot, lambda: len(names(seeded)) == 1003)


async def test_a_tie_that_stands_is_told_until_one_of_the_two_is_taken_as_new(open_case: Open, seeded: Seeded) -> None:
    with seeded.archive.writing("Bånd", seeded.case_id) as session:
        ids = {one.name: one.id for one in session.scalars(select(Person))}
        tie(session, seeded.case_id, (ids["Inge"], ids["Mette"]), TieQuality.BROKEN, None, TODAY)
    people = tuple(IncomingPerson(place, name, Understood(name)) for place, name in enumerate(("Inge", "Mette"), 1))
    incoming = Incoming(people, (IncomingTie(3, "Inge", "Mette", TieQuality.ORDINARY),))
    stays = "de to har et bånd i sagen, og det bliver stående"
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        await walk.app.push_screen(IncomingScreen(seeded.case_id, lambda _under_way: incoming))
        await until(walk.pilot, lambda: showing(walk))
        await until(walk.pilot, lambda: f"Inge og Mette: båndet er almindeligt – {stays}" in walk.text_on_screen())
        await walk.press("space")
        await until(walk.pilot, lambda: stays not in walk.text_on_screen())
        assert "● Inge" in walk.text_on_screen()
        await walk.press("space")
        await until(walk.pilot, lambda: stays in walk.text_on_screen())


async def test_the_key_that_is_told_is_the_one_that_acts(table: Path, open_case: Open, seeded: Seeded) -> None:
    async with open_case(StageId.NETWORK) as walk:
        walk.app.set_keymap({Undo.id: "f12"})
        screen = await shown(walk, table)
        assert "Bagefter tager f12 dem alle ud igen" in screen.help_text()
        await walk.press("enter")
        await until(walk.pilot, lambda: "2 personer er hentet ind. f12 tager dem ud igen." in walk.said())
        await walk.settle()
        await walk.press("f12")
        await until(walk.pilot, lambda: names(seeded) == ["Alma", "Inge", "Mette"])


async def test_a_row_that_is_only_quotes_is_passed_over_when_lines_are_pasted(open_case: Open) -> None:
    async with open_case(StageId.NETWORK) as walk:
        walk.stage.query_one(QuickAddLine).field.focus()
        await walk.pilot.pause()
        walk.app.post_message(events.Paste('"Anna, mor\nBo\n""\n'))
        await until(walk.pilot, lambda: showing(walk))
        assert "● Bo" in walk.text_on_screen()
        assert "linje 1  Et citationstegn bliver aldrig lukket." in walk.text_on_screen()


async def test_a_network_is_asked_for_beside_the_other_kinds_of_file(open_case: Open) -> None:
    async with open_case(StageId.NETWORK) as walk:
        walk.stage.take_focus()
        await walk.press("e")
        await until(walk.pilot, lambda: ".graphml, .zip" in walk.text_on_screen())
