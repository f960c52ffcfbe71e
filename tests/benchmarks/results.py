"""The results of every case in an encrypted archive, read and added up; the seconds of the processor for each time.

On the clock, whatever else the machine does would fall on the reading of many cases and pass by that of few.

The argument is the folder of the archive. Each time begins with no page of the archive in memory, as when somebody asks
for the results after unlocking: of a small archive everything would else be decrypted already. One municipality of four
is looked at, which takes the rule of what is held back the whole way.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.keeping import Setting
from samordner_tui.casework.results import Period, read_results
from tests.benchmarks.archives import PASSPHRASE
from tests.benchmarks.probe import report
from tests.benchmarks.result_rows import BEGUN

ROUNDS = 5


def main(folder: Path) -> None:
    """Measure. The first time warms up: queries are put into words once."""
    taken = []
    with Archive.open(folder, PASSPHRASE, read_only=True) as archive:
        for _round in range(ROUNDS + 1):
            archive.connections.let_go()
            with archive.reading() as session:
                session.scalars(select(Setting)).all()
                began = time.process_time()
                found = read_results(session, Period(), BEGUN, archive.zone, "Fjordby")
                taken.append(time.process_time() - began)
            assert found.tables
        report(taken[1:])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
