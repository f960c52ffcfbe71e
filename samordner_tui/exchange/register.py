"""The register of what has left the archive: what, when, and when it is to be destroyed. Never to which path."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.archive.records.keeping import Export
from samordner_tui.casework.facts import case_by_number

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

READABLE_CASE = "case_file_plain"


def register_export(archive: Archive, number: str, destroy_by: date) -> None:
    """Enter a readable copy of a case, before it leaves the archive."""
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
