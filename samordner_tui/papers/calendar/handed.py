"""A calendar file as it is handed to one receiver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from samordner_tui.casework.views import Context
from samordner_tui.language import Language
from samordner_tui.papers.calendar.entries import Entry, calendar_file
from samordner_tui.papers.calendar.sent import CalendarKind
from samordner_tui.papers.recipients import Recipient


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A file as it is handed to one receiver.

    Attributes:
        kind: which of the sorts.
        to: whose calendar it is for; empty id for the samordner's own.
        number: among those of its kind, from 1; it stands in the file name, where no name may.
        called_off: whether it takes its entries out of the calendar again.
    """

    kind: CalendarKind
    to: Recipient
    number: int
    entries: tuple[Entry, ...]
    called_off: bool = False

    def content(self, context: Context, made_at: datetime) -> bytes:
        """The bytes of the file."""
        return calendar_file(self.entries, context.zone, made_at, called_off=self.called_off)

    def name(self, case_number: str, language: Language = "da") -> str:
        """`2027-03-calendar-conference-04.ics`; one that calls off says so. No name stands in it."""
        off = "-cancel" if self.called_off else ""
        spoken = "" if language == "da" else f"-{language}"
        return f"{case_number}-{self.kind.replace('_', '-')}{off}-{self.number:02}{spoken}.ics"
