"""The archives that are measured, made once a run in a process of their own, so that the one that measures is small."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.keeping import CaseSummary
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.archive.records.network import Person
from samordner_tui.casework import summary
from samordner_tui.casework.fields import table_of
from samordner_tui.method.definition import method
from tests.benchmarks.demo_archive import make_demo
from tests.benchmarks.papers import make_papers
from tests.benchmarks.result_rows import make_results

PASSPHRASE = "fire ord om havet i nat"  # noqa: S105 - opens an archive that is gone when the run ends
PEOPLE = 15


def make_encrypted(folder: Path) -> None:
    """An encrypted archive with nothing in it."""
    archive, _code = Archive.create(folder, PASSPHRASE)
    archive.set_setting("recovery_code_confirmed", "yes")
    archive.close(copy=False)


def make_training(folder: Path, cases: int) -> None:
    """A training archive with `cases` cases of 15 people, every summary finished: copies of one that was computed."""
    today = datetime.now(UTC).astimezone().date()
    with Archive.create_training(folder) as archive:
        with archive.writing("Sager", kind="fixed") as session:
            for first in range(0, cases, 500):
                _add(session, range(first, min(first + 500, cases)), today)
        with archive.keeping() as session:
            one = session.query(CaseSummary).limit(1).one()
            summary.make(session, one, today, method())
            session.flush()
            same = ("state", "verdicts", "next_step", "next_due", "search_text", "computed_on", "stale")
            session.query(CaseSummary).update({name: getattr(one, name) for name in same})


def _add(session: Session, numbers: range, today: date) -> None:
    cases = [
        {"id": new_id(), "number": f"2027-{number:05}", "alias": f"Sag {number}", "opened_on": today}
        for number in numbers
    ]
    session.execute(insert(table_of(Case)), cases)
    people = [
        {"id": new_id(), "case_id": case["id"], "noted_on": today, "name": f"Person {place}", "relation": "moster"}
        for case in cases
        for place in range(PEOPLE)
    ]
    session.execute(insert(table_of(Person)), people)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["encrypted", folder]:
            make_encrypted(Path(folder))
        case ["training", folder, count]:
            make_training(Path(folder), int(count))
        case ["results", folder, count]:
            make_results(Path(folder), int(count), PASSPHRASE)
        case ["demo", folder]:
            make_demo(Path(folder))
        case ["papers", folder]:
            make_papers(Path(folder))
