"""How the files for calendar and phone stand: when they were last made, and whether what they told is another now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from samordner_tui.casework.papers import papers_made, told_apart
from samordner_tui.casework.views import Context
from samordner_tui.papers.calendar import conference, deadlines, visits
from samordner_tui.papers.calendar.journal import Journal
from samordner_tui.papers.device_files import CARDS, cards_print
from samordner_tui.papers.for_devices import DEVICE_KINDS


@dataclass(frozen=True, slots=True)
class DeviceStanding:
    """The files of one kind.

    Attributes:
        kind: one of `DEVICE_KINDS`.
        made_at: when the last of them was made; None where none is.
        has_changed: whether a file that was made would say something else today, or take its entry out again.
    """

    kind: str
    made_at: datetime | None = None
    has_changed: bool = False


def device_standings(context: Context) -> tuple[DeviceStanding, ...]:
    """Every kind, in the order they are offered."""
    shown = None if context.conference is None else context.conference.id
    made: dict[str, datetime] = {}
    prints: dict[str, str] = {}
    for one in papers_made(context.session, context.case_id, shown):
        kind, _to = told_apart(one.about)
        made[kind], prints[kind] = one.made_at, one.text_print
    if not any(kind in made for kind in DEVICE_KINDS):
        return tuple(DeviceStanding(kind) for kind in DEVICE_KINDS)
    journal = Journal(context.session, context.case_id)
    changed = {kind: kind in made and has_changed(context, journal) for kind, has_changed in CALENDARS.items()}
    changed[CARDS] = CARDS in made and cards_print(context) != prints[CARDS]
    return tuple(DeviceStanding(kind, made.get(kind), changed[kind]) for kind in DEVICE_KINDS)


CALENDARS: Final[Mapping[str, Callable[[Context, Journal], bool]]] = {
    conference.KIND: conference.has_changed,
    visits.KIND: visits.has_changed,
    deadlines.KIND: deadlines.has_changed,
}
