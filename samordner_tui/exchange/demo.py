"""The fictional cases, put into an archive at three stages: preparing, the evening itself, and before a follow-up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.exchange.case_file import import_case
from samordner_tui.resources import case_files

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive


@dataclass(frozen=True, slots=True)
class Shown:
    """A fictional case and the day it is shown as of; None shows it to its end."""

    file: str
    as_of: str | None = None


ALMA = Shown("alma.json", "today")
"""Eleven days before the conference: two are not visited, and the child has no supporter yet."""

SIBLINGS = Shown("freja-og-noah.json", "today-1")
"""The conference is tonight, and everything is ready."""

SERIES = Shown("emil.json", "today")
"""The first conference is held and its plan approved; the follow-up is in a few days."""

SHOWN = (ALMA, SIBLINGS, SERIES)


def fill(archive: Archive, today: date) -> tuple[str, ...]:
    """Put the fictional cases into `archive`, each at its stage, and give their numbers."""
    return tuple(put(archive, shown, today) for shown in SHOWN if (case_files() / shown.file).is_file())


def put(archive: Archive, shown: Shown, today: date) -> str:
    """Put one fictional case into `archive` and give its number."""
    content = (case_files() / shown.file).read_bytes()
    return import_case(archive, content, today, as_of=shown.as_of)
