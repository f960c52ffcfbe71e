"""The demo cases as a paper meets them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samordner_tui.archive.file import Archive
from samordner_tui.casework.facts import case_by_number, current_conference, facts_of
from samordner_tui.casework.views import Context
from samordner_tui.exchange.demo import fill
from samordner_tui.method.definition import method
from tests.tui.world import TODAY, clock

IN_PREPARATION = "2027-03"
EVERYTHING_DONE = "2027-01"


def demo(folder: Path) -> Archive:
    """An archive with the three demo cases, and somebody who signs."""
    archive = Archive.create_training(folder / "archive", clock=clock)
    fill(archive, TODAY)
    archive.set_setting("samordner_name", "Gerda Holm")
    archive.set_setting("samordner_phone", "55 50 12 12")
    return archive


@contextmanager
def in_case(archive: Archive, number: str = IN_PREPARATION) -> Iterator[Context]:
    """A case while it is read."""
    with archive.reading() as session:
        case_id = case_by_number(session, number)
        facts = facts_of(session, case_id)
        yield Context(session, case_id, current_conference(facts), facts, method(), TODAY, archive.zone)
