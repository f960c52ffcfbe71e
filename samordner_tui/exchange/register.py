"""The register of what has left the archive: what, when, and when it is to be destroyed. Never to which path."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.archive.records.keeping import Export
from samordner_tui.casework.facts import case_by_number
from samordner_tui.exchange.case_file import export_case

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

READABLE_CASE = "case_file_plain"


def export_and_register(
    archive: Archive, number: str, today: date, destroy_by: date, *, from_today: bool = False
) -> bytes:
    """The case file of a case, entered in the register before it leaves."""
    content = export_case(archive, number, today, "from_today" if from_today else "absolute")
    with archive.keeping() as session:
        session.add(
            Export(
                case_id=case_by_number(session, number),
                case_number=number,
                what=READABLE_CASE,
                at=archive.clock(),
                destroy_by=destroy_by,
            )
        )
    return content
