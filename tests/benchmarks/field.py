"""A field from being left to durable, and in turn a bare commit of the same row with the archive's own settings.

The argument is an empty folder. The seconds are those of the program, then as many of the bare commit.
"""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.schema import CreateTable

from samordner_tui.archive.engine import connect
from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import add
from samordner_tui.casework.fields import table_of
from samordner_tui.casework.stages import load_stages
from samordner_tui.method.terms import StageId
from samordner_tui.refusals import Refused
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.widgets.fields.row import FieldRow
from tests.benchmarks.archives import PASSPHRASE, PEOPLE
from tests.benchmarks.probe import SIZE, report

ROUNDS = 150
BREATH = 0.05
"""Seconds between two rounds; then what was kept is read and drawn to the end."""
KEY = bytes(range(32))


class BareTable:
    """The table of people alone, in a SQLCipher file of its own: no journal, no triggers, no indices."""

    def __init__(self, folder: Path) -> None:
        path = folder / "bare.db"
        path.touch()
        connect(path, KEY, journal="WAL").close()
        self.connection = connect(path, KEY)
        self.connection.execute("PRAGMA foreign_keys = OFF")
        self.connection.execute(str(CreateTable(table_of(Person))))

    def fill(self, archive: Archive) -> None:
        """The same rows as in the archive."""
        with archive.reading() as session:
            rows = session.connection().exec_driver_sql("SELECT * FROM people").all()
        signs = ", ".join("?" * len(rows[0]))
        self.connection.executemany(f"INSERT INTO people VALUES ({signs})", [tuple(row) for row in rows])  # noqa: S608

    def commit(self, row_id: str, text: str) -> float:
        """Seconds of one commit."""
        began = time.perf_counter()
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("UPDATE people SET phone = ? WHERE id = ?", (text, row_id))
        self.connection.execute("COMMIT")
        return time.perf_counter() - began


async def leave(row: FieldRow, text: str) -> float:
    """Type something in a field and leave it. Gives the seconds until it was acknowledged."""
    loop = asyncio.get_running_loop()
    durable: asyncio.Future[float] = loop.create_future()
    told = row._told

    def noted(refusal: Refused | None) -> None:
        loop.call_soon_threadsafe(durable.set_result, time.perf_counter())
        told(refusal)

    row._told = noted  # type: ignore[method-assign]
    row.control.show(text)
    began = time.perf_counter()
    row.leave()
    ended = await durable
    row._told = told  # type: ignore[method-assign]
    return ended - began


async def measure(folder: Path) -> list[float]:
    """Both in turn, in one run of the program."""
    archive, _code = Archive.create(folder / "arkiv", PASSPHRASE)
    case_id, person_id = fill(archive)
    bare = BareTable(folder)
    bare.fill(archive)
    app = SamordnerApp(archive=archive)
    ours, theirs = [], []
    async with app.run_test(size=SIZE) as pilot:
        app.open_case(case_id, StageId.NETWORK)
        await pilot.pause(1)
        screen = app.screen
        assert isinstance(screen, CaseScreen)
        assert screen.pane is not None
        await screen.pane.open_row("people", person_id, "name")
        await pilot.pause(1)
        assert screen.pane.form is not None
        row = screen.pane.form.rows["phone"]
        for number in range(ROUNDS):
            ours.append(await leave(row, f"70 10 {number:04}"))
            await pilot.pause(BREATH)
            await app.workers.wait_for_complete()
            theirs.append(bare.commit(person_id, f"70 10 {number:04}"))
    return [*ours, *theirs]


def fill(archive: Archive) -> tuple[str, str]:
    """A case of 15 people. Gives its id and that of one of them."""
    load_stages()
    today = datetime.now(UTC).date()
    with archive.writing("Sagen") as session:
        case_id = add(session, Case, None, today, number="2027-01", alias="Alma", opened_on=today)
        people = [add(session, Person, case_id, today, name=f"Person {place}") for place in range(PEOPLE)]
    return case_id, people[7]


if __name__ == "__main__":
    report(asyncio.run(measure(Path(sys.argv[1]))))
