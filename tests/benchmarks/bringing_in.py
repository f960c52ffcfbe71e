"""5,000 people from a file brought into a case, and in turn the same rows inserted barely, with the journal's triggers.

The argument is an empty folder. The seconds are those of the program, then as many of the bare inserts; both until the
rows are durable.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Row

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.casework.bringing_in import bring_in
from samordner_tui.casework.change import add
from samordner_tui.casework.incoming import Incoming
from samordner_tui.casework.stages import load_stages
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.incoming_file import read_content
from tests.benchmarks.archives import PASSPHRASE
from tests.benchmarks.probe import report

ROWS = 5000
ROUNDS = 5
LABEL = "Hentet ind"


def incoming() -> Incoming:
    """What a table of many rows would bring in."""
    rows = (f"Person {place};moster;20 {place:06};person{place}@brev.dk;mor;3" for place in range(ROWS))
    table = "\n".join(("Navn;Relation;Mobil;E-mail;Side;Ring", *rows))
    return read_content(table.encode(), UnderWay())


def new_case(archive: Archive, number: int, today: date) -> str:
    """A case with nobody in it."""
    with archive.writing("Ny sag") as session:
        return add(session, Case, None, today, number=f"2027-{number}", alias="Alma", opened_on=today)


def ours(archive: Archive, case_id: str, coming: Incoming, today: date) -> float:
    """Seconds of bringing them in."""
    began = time.perf_counter()
    with archive.writing(LABEL, case_id) as session:
        bring_in(session, case_id, coming, today, taken=[one.key for one in coming.people])
    return time.perf_counter() - began


def theirs(archive: Archive, case_id: str, rows: Sequence[tuple[object, ...]], statement: str) -> float:
    """Seconds of inserting the rows as they are."""
    began = time.perf_counter()
    with archive.writing(LABEL, case_id) as session:
        session.connection().exec_driver_sql(statement, list(rows))
    return time.perf_counter() - began


def again(row: Row[tuple[object, ...]], names: Sequence[str], case_id: str) -> tuple[object, ...]:
    """The same row in another case."""
    own = {"id": new_id(), "case_id": case_id}
    return tuple(own.get(name, value) for name, value in zip(names, row, strict=True))


def measure(folder: Path) -> list[float]:
    """Both in turn, each time into a case of its own."""
    load_stages()
    today, coming = datetime.now(UTC).date(), incoming()
    archive, _code = Archive.create(folder / "arkiv", PASSPHRASE)
    first, second = [], []
    for round_ in range(ROUNDS + 1):
        case_id = new_case(archive, 2 * round_, today)
        first.append(ours(archive, case_id, coming, today))
        with archive.reading() as session:
            found = session.connection().exec_driver_sql("SELECT * FROM people WHERE case_id = ?", (case_id,))
            names = list(found.keys())
            other = new_case(archive, 2 * round_ + 1, today)
            rows = [again(row, names, other) for row in found]
        signs = ", ".join("?" * len(names))
        second.append(theirs(archive, other, rows, f"INSERT INTO people VALUES ({signs})"))  # noqa: S608 - of ours
    archive.close(copy=False)
    return [*first[1:], *second[1:]]


if __name__ == "__main__":
    report(measure(Path(sys.argv[1])))
