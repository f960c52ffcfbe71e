"""Deleting for good: nothing interrupts it, and the receipt is there until it has been read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date, datetime
from pathlib import Path

import pytest
from rich.text import Text
from sqlalchemy import func, select

from samordner_tui.archive import refusals
from samordner_tui.archive.backup import back_up
from samordner_tui.archive.file import Archive
from samordner_tui.archive.receipt import Receipt
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.network import Contact, ContactPerson, Person
from samordner_tui.archive.retention import delete_person
from samordner_tui.archive.settings import DELETION_UNPROVED
from samordner_tui.method.terms import ContactKind, StageId
from samordner_tui.tui import idle
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.deletion import ConfirmDeletion, DeletionDialog
from samordner_tui.tui.screens.guest import GuestScreen
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
from tests.tui.conftest import Open, Seeded, seed
from tests.tui.world import PASSPHRASE, TODAY, almas_case, new_archive, running, shown, type_text, until


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


def _visits(seeded: Seeded, today: date) -> None:
    """One visit to Inge alone, and one to Inge and Mette."""
    with seeded.archive.writing("Besøg", seeded.case_id) as session:
        for people in (("inge",), ("inge", "mette")):
            note = "Kun Inge" if len(people) == 1 else "Begge to"
            visit = Contact(case_id=seeded.case_id, kind=ContactKind.NETWORK_VISIT, note=note, noted_on=today)
            session.add(visit)
            session.flush()
            for one in people:
                session.add(ContactPerson(case_id=seeded.case_id, contact_id=visit.id, person_id=seeded.ids[one]))


async def test_a_person_is_deleted_for_good_by_name(seeded: Seeded, open_case: Open, today: date) -> None:
    """What goes is counted first; another name deletes nobody; the case stays, and nothing of it can be undone."""
    _visits(seeded, today)
    copy = back_up(seeded.archive, datetime.fromisoformat("2027-01-09T12:00:00+00:00"))
    async with open_case(StageId.NETWORK, (100, 40)) as walk:
        walk.stage.list.point_at(seeded.ids["inge"])
        walk.stage.list.focus()
        await walk.pilot.pause()
        await walk.press("x")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, ConfirmDeletion))
        text = walk.text_on_screen()
        assert "Slet Inge for altid?" in text
        assert "2 besøg og samtaler" in text
        assert "Det kan ikke fortrydes" in text
        await walk.type("Mette")
        await walk.press("enter")
        await until(walk.pilot, lambda: "Intet er slettet" in walk.text_on_screen())
        assert seeded.inge("name") == "Inge"
        await walk.press(*["backspace"] * 5)
        await walk.type("inge")
        await walk.press("enter")
        await until(walk.pilot, lambda: "Kvittering for sletning" in walk.text_on_screen())
        receipt = walk.text_on_screen().partition("Kvittering")[2]
        assert "gennemsøgt" in receipt
        await walk.press("escape")
        await walk.settle()
        assert isinstance(walk.app.screen, CaseScreen)
        with seeded.archive.reading() as session:
            assert sorted(session.scalars(select(Person.name))) == ["Alma", "Mette"]
            assert session.scalars(select(Contact.note).where(Contact.note.is_not(None))).all() == ["Begge to"]
        assert seeded.archive.history(seeded.case_id) == ()
        assert b"Kun Inge" not in copy.database.read_bytes()


async def test_the_child_of_the_case_is_not_deleted_alone(seeded: Seeded, open_case: Open) -> None:
    """In »Barnet« and in »Netværket«: the sentence says what can be done."""
    async with open_case(StageId.CHILD, (100, 40)) as walk:
        walk.stage.list.point_at(seeded.ids["child"])
        walk.stage.list.focus()
        await walk.pilot.pause()
        await walk.press("x")
        await until(walk.pilot, lambda: "kan ikke slettes alene" in walk.said())
        assert isinstance(walk.app.screen, CaseScreen)


async def test_the_guest_view_locks_by_key_and_when_idle(tmp_path: Path) -> None:
    """Nothing can be reached from it but the door."""
    for how in ("the key", "idleness"):
        archive = new_archive(tmp_path / how)
        case_id = almas_case(archive)
        app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
        seconds = [0.0]
        async with running(app, (100, 30)) as pilot:
            app.open_case(case_id)
            await until(pilot, lambda app=app: isinstance(app.screen, CaseScreen))  # type: ignore[misc]
            await app.enter_guest(case_id)
            await until(pilot, lambda app=app: "Mette" in shown(app))  # type: ignore[misc]
            if how == "the key":
                await pilot.press("ctrl+l")
            else:
                app.idle = idle.IdleWatch(lambda seconds=seconds: seconds[0])  # type: ignore[misc]
                seconds[0] = 600
                app._look_at_the_clock()
            await until(pilot, lambda app=app: isinstance(app.screen, UnlockScreen))  # type: ignore[misc]
            assert [type(screen) for screen in app.screen_stack[1:]] == [UnlockScreen]
            assert "Mette" not in shown(app)
            await until(pilot, lambda app=app: app.archive is None and not app.closing.locked())  # type: ignore[misc]
            await type_text(pilot, PASSPHRASE)
            await pilot.press("enter")
            await until(pilot, lambda app=app: isinstance(app.screen, CaseScreen))  # type: ignore[misc]
            assert not any(isinstance(screen, GuestScreen) for screen in app.screen_stack)


def test_a_receipt_says_the_same_wherever_it_stands() -> None:
    """The dialog and the terminal show its own lines."""
    from concurrent.futures import Future

    from samordner_tui.tui.screens.deletion import told

    receipt = Receipt(date(2027, 1, 10), 3, 4, 1, 0, 2, 0, False, True)
    done: Future[Receipt] = Future()
    done.set_result(receipt)
    assert told(done) == receipt.lines()


async def test_what_is_half_typed_about_a_person_does_not_come_back_when_the_form_is_left(
    seeded: Seeded, open_case: Open
) -> None:
    """The form stands open in another stage than the one from which the person is deleted."""
    async with open_case(StageId.NETWORK, (100, 40)) as walk:
        await walk.open("people", "inge", "age")
        await walk.type("400")
        walk.screen.go(StageId.CHILD)
        await walk.settle()
        assert seeded.drafts() == {"age": "400"}
        inge = seeded.ids["inge"]
        walk.app.run_worker(walk.app.delete_for_good(lambda archive, now: delete_person(archive, inge, now)))
        await until(walk.pilot, lambda: "Kvittering for sletning" in shown(walk.app))
        await walk.press("escape")
        await walk.app.leave_fields()
        await walk.settle()
        assert seeded.drafts() == {}


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
