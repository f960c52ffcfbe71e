"""The register of what has left the archive: what, when, and when it is to be destroyed. Never to which path."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.archive.records.keeping import Export
from samordner_tui.casework.exported import READABLE_CASE
from samordner_tui.casework.facts import case_by_number

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive


def register_export(archive: Archive, number: str, destroy_by: date, what: Sequence[str] = (READABLE_CASE,)) -> None:
    """Enter readable copies of a case or of its map, before they leave the archive."""
    with archive.keeping() as session:
        case_id = case_by_number(session, number)
        for one in what:
            session.add(
                Export(case_id=case_id, case_number=number, what=one, at=archive.clock(), destroy_by=destroy_by)
            )
