"""The grave matters noted before, each on a line: when, what kind, and who at the municipality was told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from samordner_tui.casework.entry import Clock
from samordner_tui.casework.serious import KIND, LEARNED_AT, TOLD, Note
from samordner_tui.language import _
from samordner_tui.method.terms import SeriousKind
from samordner_tui.method.wording import show_moment
from samordner_tui.tui.widgets.drawn_list import CURSOR, QUIET
from samordner_tui.tui.widgets.line_list import Line
from samordner_tui.tui.widgets.option_lines import Option, OptionLines

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


class NotesBefore(OptionLines, can_focus=True):
    """Opens a note again, to go on with it."""

    DEFAULT_CSS = """
    NotesBefore { max-height: 6; }
    """

    def __init__(self, notes: Sequence[Note], method: Method, clock: Clock) -> None:
        super().__init__([_line_of(note, method, clock) for note in notes], (), several=False)

    def _cursor_ground(self, line: Line) -> str:
        return CURSOR if self.has_focus else QUIET


def _line_of(note: Note, method: Method, clock: Clock) -> Option:
    learned_at, kind = note.values.get(LEARNED_AT), note.values.get(KIND)
    parts = (
        show_moment(learned_at, clock.zone, clock.today) if isinstance(learned_at, datetime) else "",
        method.label(kind) if isinstance(kind, SeriousKind) else "",
    )
    told = note.values.get(TOLD)
    return Option(note.id, " · ".join(parts), str(told) if told else _("hvem der fik besked, er ikke noteret"))
