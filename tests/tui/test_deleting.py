"""Deleting for good: nothing interrupts it, and the receipt is there until it has been read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date
from pathlib import Path

import pytest
from rich.text import Text
from sqlalchemy import func, select

from samordner_tui.archive import refusals
from samordner_tui.archive.backup import back_up
from samordner_tui.archive.file import Archive
from samordner_tui.archive.receipt import Receipt
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.settings import DELETION_UNPROVED
from samordner_tui.method.terms import StageId
from samordner_tui.tui import idle
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.deletion import ConfirmDeletion, DeletionDialog
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
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
    from textual.pilot import Pilot

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
        assert "gennemsøgt" in shown(app)
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
    assert "gennemsøgt" in said[0]
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
