"""Deleting for good: nothing interrupts it, and the receipt is there until it has been read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.text import Text
from sqlalchemy import func, select
from textual.pilot import Pilot
from textual.widgets import OptionList

from samordner_tui.archive import refusals
from samordner_tui.archive.backup import back_up, back_up_elsewhere, gone_elsewhere_on, lie_elsewhere
from samordner_tui.archive.file import Archive
from samordner_tui.archive.receipt import Receipt
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.settings import DELETION_UNPROVED, OWN_NAME
from samordner_tui.method.terms import StageId
from samordner_tui.tui import idle
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.deletion import ConfirmDeletion, DeletionDialog
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.settings import SettingsScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
from samordner_tui.tui.widgets.line import LineInput
from tests.tui.conftest import Open, Seeded, seed
from tests.tui.world import PASSPHRASE, TODAY, new_archive, running, shown, type_text, until


class Held:
    """Holds a deletion back once it has begun to look through the copies, until it is let go."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.may_go_on = threading.Event()

    def prove(self, *arguments: object) -> int:
        """In the place of the proof: wait, then prove."""
        self.begun.set()
        assert self.may_go_on.wait(20)
        return self.real(*arguments)

    def real(self, *arguments: object) -> int:
        """The proof itself; set by the fixture."""
        raise NotImplementedError


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """Deletions stop before their proof until the test lets them go on."""
    from samordner_tui.archive import retention

    held = Held()
    held.real = retention._prove  # type: ignore[method-assign, assignment]
    monkeypatch.setattr(retention, "_prove", held.prove)
    yield held
    held.may_go_on.set()


@pytest.fixture
def encrypted(tmp_path: Path, today: date) -> Iterator[Seeded]:
    """An encrypted archive with a case and a copy."""
    folder = tmp_path / "arkiv"
    archive = new_archive(folder)
    seeded = seed(archive, folder, today)
    back_up(archive, archive.clock())
    yield seeded
    archive.close(copy=False)


async def _begin_deletion(app: SamordnerApp, pilot: object, held: Held) -> None:
    """In »Afslut og slet«: x, the number, enter; until the rows are gone and the proof waits."""
    assert isinstance(pilot, Pilot)
    await until(pilot, lambda: isinstance(app.screen, CaseScreen) and app.screen.pane is not None)
    await until(pilot, lambda: "Afslut og slet" in shown(app))
    await pilot.press("x")
    await until(pilot, lambda: isinstance(app.screen, ConfirmDeletion))
    await type_text(pilot, "2027-03")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, DeletionDialog) and held.begun.is_set())


def _at_the_end(seeded: Seeded, tmp_path: Path) -> SamordnerApp:
    return SamordnerApp(archive=seeded.archive, config=tmp_path, today=TODAY)


@pytest.mark.parametrize("how", ["the key", "idleness"])
async def test_a_deletion_is_finished_before_the_archive_locks_and_its_receipt_stands_at_the_door(
    encrypted: Seeded, tmp_path: Path, held: Held, how: str
) -> None:
    app = _at_the_end(encrypted, tmp_path)
    async with running(app, (100, 30)) as pilot:
        app.open_case(encrypted.case_id, StageId.CLOSING)
        await _begin_deletion(app, pilot, held)
        await pilot.press("escape")
        assert isinstance(app.screen, DeletionDialog), "there is no receipt to put away yet"
        if how == "the key":
            await pilot.press("ctrl+l")
        else:
            app.idle = idle.IdleWatch(lambda: 0.0)
            app.idle._clock = lambda: 10_000.0
            app._look_at_the_clock()
            app._look_at_the_clock()
        await until(pilot, lambda: "Sletningen gøres færdig" in shown(app))
        assert app.archive is not None
        held.may_go_on.set()
        await until(pilot, lambda: app.archive is None and not app.closing.locked())
        await until(pilot, lambda: "Kvittering for sletning" in shown(app))
        assert "set igennem" in shown(app)
        assert "Alma" not in shown(app)
        assert [type(screen) for screen in app.screen_stack[1:]] == [UnlockScreen, DeletionDialog]
        await pilot.press("escape")
        assert isinstance(app.screen, UnlockScreen)
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
        assert app.open_archive.setting(DELETION_UNPROVED) == ""
        assert await app.read(lambda session: session.scalar(select(func.count()).select_from(Case))) == 0


async def test_a_deletion_is_finished_before_the_program_closes_and_its_receipt_is_said_on_the_terminal(
    encrypted: Seeded, tmp_path: Path, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = _at_the_end(encrypted, tmp_path)
    said: list[str] = []
    leave = app.exit

    def leaving(message: Text | None = None) -> None:
        said.append(str(message))
        leave(message=message)

    monkeypatch.setattr(app, "exit", leaving)
    async with running(app, (100, 30)) as pilot:
        app.open_case(encrypted.case_id, StageId.CLOSING)
        await _begin_deletion(app, pilot, held)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "Sletningen gøres færdig" in shown(app))
        held.may_go_on.set()
        await until(pilot, lambda: not app.is_running)
    assert len(said) == 1
    assert "set igennem" in said[0]
    with Archive.open(encrypted.folder, PASSPHRASE) as again, again.reading() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 0
        assert again.setting(DELETION_UNPROVED) == ""


async def test_why_a_deletion_is_not_proved_yet_is_said_where_the_receipt_would_stand(
    encrypted: Seeded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_the_way(*_arguments: object) -> int:
        raise refusals.DeletionUnproved

    app = _at_the_end(encrypted, tmp_path)
    async with running(app, (100, 30)) as pilot:
        monkeypatch.setattr("samordner_tui.archive.retention._prove", in_the_way)
        held = Held()
        held.begun.set()
        app.open_case(encrypted.case_id, StageId.CLOSING)
        await _begin_deletion(app, pilot, held)
        await until(pilot, lambda: "kunne ikke bevises" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


def test_a_receipt_says_the_same_wherever_it_stands() -> None:
    """The dialog and the terminal show its own lines."""
    from concurrent.futures import Future

    from samordner_tui.tui.screens.deletion import told

    receipt = Receipt(date(2027, 1, 10), 3, 4, 1, 0, 2, 0, False, True)
    done: Future[Receipt] = Future()
    done.set_result(receipt)
    assert told(done) == receipt.lines()


async def test_the_receipt_is_put_away_only_once_it_stands_there(seeded: Seeded, open_case: Open) -> None:
    """Escape pressed just as the deletion ends: nobody has read it yet."""
    ended: Future[Receipt] = Future()
    async with open_case() as walk:
        dialog = DeletionDialog(ended)
        await walk.app.push_screen(dialog)
        await walk.pilot.pause()
        ended.set_result(Receipt(date(2027, 1, 10), 2, 1, 1, 0, 2, 0, False, False))
        dialog.action_back()
        assert walk.app.screen is dialog
        await until(walk.pilot, lambda: "Kvittering" in shown(walk.app))
        await walk.press("escape")
        await until(walk.pilot, lambda: walk.app.screen is not dialog)


def _pages(path: Path) -> str:
    pypdf = pytest.importorskip("pypdf", reason="the test extra is not whole")
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def _files(folder: Path) -> set[Path]:
    return set(folder.iterdir())


async def _save_receipt(app: SamordnerApp, pilot: Pilot[None], folder: Path) -> Path:
    """The key the box names, and the folder where it is asked for; gives the file that is new there."""
    before = _files(folder)
    await pilot.press("g")
    if app.paper_folder is None:
        await until(pilot, lambda: isinstance(app.screen, AskDialog))
        app.screen.query_one(LineInput).value = str(folder)
        await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, DeletionDialog) and "ligger i" in shown(app))
    (new,) = _files(folder) - before
    return new


async def test_the_receipt_is_saved_as_a_paper_where_it_is_read_and_names_nobody(
    encrypted: Seeded, tmp_path: Path, held: Held
) -> None:
    out = tmp_path / "ud"
    out.mkdir()
    encrypted.archive.set_setting(OWN_NAME, "Gerda Holm")
    app = _at_the_end(encrypted, tmp_path)
    async with running(app, (80, 24)) as pilot:
        app.open_case(encrypted.case_id, StageId.CLOSING)
        await _begin_deletion(app, pilot, held)
        await pilot.press("g")
        assert "Gem kvitteringen" not in shown(app)
        held.may_go_on.set()
        await until(pilot, lambda: "g Gem kvitteringen som papir" in shown(app))
        first = await _save_receipt(app, pilot, out)
        assert first.name == f"{TODAY.isoformat()}-kvittering.pdf"
        text = _pages(first)
        assert "set igennem" in text
        assert "Gerda Holm" in text
        assert not [word for word in ("Alma", "Mette", "Inge", "2027-03") if word in text]
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
    assert [path.name for path in out.iterdir()] == [first.name]


async def test_the_receipt_is_saved_also_at_the_door_with_room_to_sign(
    encrypted: Seeded, tmp_path: Path, held: Held
) -> None:
    out = tmp_path / "ud"
    out.mkdir()
    app = _at_the_end(encrypted, tmp_path)
    async with running(app, (80, 24)) as pilot:
        app.open_case(encrypted.case_id, StageId.CLOSING)
        await _begin_deletion(app, pilot, held)
        await pilot.press("ctrl+l")
        held.may_go_on.set()
        await until(pilot, lambda: app.archive is None and "g Gem kvitteringen som papir" in shown(app))
        assert "Samordner" in _pages(await _save_receipt(app, pilot, out))


async def test_a_second_receipt_of_a_day_leaves_the_first_as_it_is(
    seeded: Seeded, open_case: Open, tmp_path: Path
) -> None:
    async with open_case() as walk:
        walk.app.paper_folder = tmp_path / "ud"
        walk.app.paper_folder.mkdir()
        for name in ("2027-01-10-kvittering.pdf", "2027-01-10-kvittering_2.pdf"):
            ended: Future[Receipt] = Future()
            ended.set_result(Receipt(date(2027, 1, 10), 2, 1, 1, 0, 2, 0, False, False))
            await walk.app.push_screen(DeletionDialog(ended))
            await until(walk.pilot, lambda: "g Gem kvitteringen" in shown(walk.app))
            assert (await _save_receipt(walk.app, walk.pilot, walk.app.paper_folder)).name == name
            await walk.press("escape")


async def test_deleted_is_not_said_while_a_copy_out_of_reach_holds_it(seeded: Seeded, open_case: Open) -> None:
    whole = Receipt(date(2027, 1, 10), 2, 1, 1, 0, 2, 0, False, False)
    for receipt in (replace(whole, second_place_missing=True), replace(whole, copies_elsewhere=True)):
        ended: Future[Receipt] = Future()
        ended.set_result(receipt)
        async with open_case() as walk:
            await walk.app.push_screen(DeletionDialog(ended))
            await until(walk.pilot, lambda: "Foreløbig kvittering" in shown(walk.app))
            assert "Det står endnu i kopier" in shown(walk.app)
            assert "Slettet" not in shown(walk.app)


async def test_the_receipt_is_final_once_the_samordner_says_that_the_copies_elsewhere_are_gone(
    seeded: Seeded, open_case: Open, tmp_path: Path
) -> None:
    """Asked first; a no changes nothing. A copy that is laid elsewhere afterwards makes the next one provisional."""
    place = tmp_path / "usb"
    place.mkdir()
    back_up_elsewhere(seeded.archive, place, seeded.archive.clock())
    held_back: Future[Receipt] = Future()
    held_back.set_result(Receipt(date(2027, 1, 10), 2, 1, 1, 0, 2, 0, False, True))
    async with open_case(size=(80, 24)) as walk:
        dialog = DeletionDialog(held_back)
        await walk.app.push_screen(dialog)
        await until(walk.pilot, lambda: "k Kopierne andre steder er væk" in shown(walk.app))
        await walk.press("k")
        await until(walk.pilot, lambda: "Programmet kan ikke se efter" in shown(walk.app))
        await walk.press("n")
        await until(walk.pilot, lambda: walk.app.screen is dialog)
        assert "Foreløbig kvittering" in shown(walk.app)
        assert lie_elsewhere(seeded.archive)
        await walk.press("k")
        await until(walk.pilot, lambda: "Programmet kan ikke se efter" in shown(walk.app))
        await walk.press("j")
        await until(walk.pilot, lambda: "Kvittering for sletning" in shown(walk.app))
        assert "Kopier, der lå andre steder, er væk" in " ".join(shown(walk.app).split())
        assert "k Kopierne" not in shown(walk.app)
        assert gone_elsewhere_on(seeded.archive) == walk.app.today()
        await walk.press("escape")
    back_up_elsewhere(seeded.archive, place, seeded.archive.clock())
    assert lie_elsewhere(seeded.archive)


async def test_in_the_settings_it_stands_that_copies_lie_elsewhere_until_it_is_said_that_they_are_gone(
    encrypted: Seeded, tmp_path: Path
) -> None:
    place = tmp_path / "usb"
    place.mkdir()
    app = _at_the_end(encrypted, tmp_path)
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen) and "Skift adgangskode" in shown(app))
        assert "Kopier, du har lagt" not in shown(app)
        await pilot.press("escape")
        back_up_elsewhere(encrypted.archive, place, encrypted.archive.clock())
        await pilot.press("f2")
        await until(pilot, lambda: "ligger der endnu" in shown(app))
        lines = app.screen.query_one(OptionList)
        titles = [str(lines.get_option_at_index(one).prompt) for one in range(lines.option_count)]
        lines.highlighted = next(place for place, title in enumerate(titles) if "ligger der endnu" in title)
        await pilot.press("enter")
        await until(pilot, lambda: "Er kopierne andre steder væk?" in shown(app))
        await pilot.press("j")
        await until(pilot, lambda: "væk søn. 10. jan." in shown(app))
    assert gone_elsewhere_on(encrypted.archive) == TODAY


async def test_a_deletion_without_proof_gives_no_receipt_to_save(seeded: Seeded, open_case: Open) -> None:
    ended: Future[Receipt] = Future()
    ended.set_exception(refusals.DeletionUnproved())
    async with open_case() as walk:
        walk.app.paper_folder = seeded.folder
        before = set(seeded.folder.rglob("*kvittering*"))
        await walk.app.push_screen(DeletionDialog(ended))
        await until(walk.pilot, lambda: "kunne ikke bevises" in shown(walk.app))
        await walk.press("g")
        await walk.settle()
        assert "Kvittering" not in shown(walk.app)
        assert set(seeded.folder.rglob("*kvittering*")) == before
