"""The archive of the demo, and the case that is measured in it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from samordner_tui.archive.file import Archive
from samordner_tui.casework.facts import case_by_number
from samordner_tui.exchange.demo import ALMA, put

NUMBER = "2027-03"
"""The number of the case in its file."""


def make_demo(folder: Path) -> None:
    """A training archive with the case of the pictures."""
    with Archive.create_training(folder) as archive:
        put(archive, ALMA, datetime.now(UTC).date())


def first_case(archive: Archive) -> str:
    """The id of its case."""
    with archive.reading() as session:
        return case_by_number(session, NUMBER)
