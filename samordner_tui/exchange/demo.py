"""The fictional cases, put into an archive at three stages: preparing, the evening itself, and before a follow-up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.archive.settings import OWN_NAME, OWN_PHONE
from samordner_tui.exchange.as_of import case_as_of
from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.completing import completed
from samordner_tui.exchange.own_cases import read_own_case
from samordner_tui.exchange.storing import add_case
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


SIGNED_BY = {OWN_NAME: "Gerda Holm", OWN_PHONE: "55 50 12 12"}
"""The samordner of the fictional cases, so that their papers can be signed."""


def fill(archive: Archive, today: date) -> tuple[str, ...]:
    """Put the fictional cases into `archive`, each at its stage, with whose they are, and give their numbers."""
    for name, value in SIGNED_BY.items():
        archive.set_setting(name, value)
    return tuple(put(archive, shown, today) for shown in SHOWN if (case_files() / shown.file).is_file())


def put(archive: Archive, shown: Shown, today: date) -> str:
    """Put one fictional case into `archive` and give its number."""
    calendar = Calendar(today, archive.zone, "from_today")
    case = read_own_case((case_files() / shown.file).read_bytes(), calendar)
    if shown.as_of is not None:
        case = case_as_of(case, calendar.read_date(shown.as_of), calendar)
    return add_case(archive, completed(case))
