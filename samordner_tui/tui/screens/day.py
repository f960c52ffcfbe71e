"""The screen of the family's own time: the clock, the fixed log, the leader's number. Nothing else.

It shows no case and no name of the family, and has no place to type. The clock is reckoned from the kept moment, so it
goes on through a lock, a sleeping machine and a program that was killed. Source: R10, design 1 and 4.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual import on, work
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.day_shown import PrivateTimeShown, is_inside, read_private_time
from samordner_tui.casework.evening_sections import log_line
from samordner_tui.casework.private_log import UNCALLED
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import LogKind
from samordner_tui.method.wording import show_clock
from samordner_tui.tui.access import utc_now
from samordner_tui.tui.app_commands import Back, Help, Lock, Quit, SomethingSerious, Undo
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.day_commands import (
    CalledIn,
    CameUncalled,
    ChildMoves,
    FamilyReady,
    LeadersNumber,
    NoteMeal,
    NotePause,
    OutAgain,
)
from samordner_tui.tui.screens.noted_in_private_time import NotedInPrivateTime
from samordner_tui.tui.widgets.clock import ElapsedClock
from samordner_tui.tui.widgets.day_keys import DayKeys
from samordner_tui.tui.widgets.day_log import DayLog, LogLine
from samordner_tui.tui.widgets.step_line import StepLine, steps_of

DEPARTS = frozenset({*UNCALLED, LogKind.CLOCK_JUMPED})


class DayScreen(NotedInPrivateTime):
    """Trin 2. Answers True when the family is ready, False when somebody went elsewhere."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (
        CalledIn,
        OutAgain,
        NotePause,
        NoteMeal,
        FamilyReady,
        ChildMoves,
        CameUncalled,
        LeadersNumber,
        Back,
    )
    BINDINGS = keys_of(OFFERS)
    ONLY_COMMANDS: ClassVar[frozenset[str]] = frozenset(
        command.id for command in (Help, SomethingSerious, Undo, Lock, Quit)
    )
    """What else can be done while the family is alone; everything other is shut out."""
    HOLDS_ALL_ABOVE: ClassVar[bool] = True
    """Also in the boxes above it."""
    COVERS_THOSE_BELOW: ClassVar[bool] = True
    """What stands below is read when the day is left: no key waits for a case that nobody sees."""
    DEFAULT_CSS = """
    DayScreen {
        #body { padding: 1 2; }
        StepLine { margin-bottom: 1; }
        #middle { height: 1fr; align: center middle; }
        #middle Static { width: 1fr; text-align: center; }
        #first { text-style: bold; margin-top: 1; }
        #log { height: auto; margin-top: 1; }
    }
    """

    def __init__(self, case_id: str, shown: PrivateTimeShown) -> None:
        """For the private time that runs. Only its moments are kept, so that the clock needs no open archive."""
        super().__init__()
        self.case_id = case_id
        self.shown = shown
        self._stands: tuple[bool, bool] | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The three trin, the clock, three sentences, the log."""
        yield StepLine()
        with Vertical(id="middle"):
            shown, program = self.shown, self.program
            is_wall_clock = program.utc_now is utc_now
            yield ElapsedClock(shown.started_at, shown.last_seen, program.now, is_wall_clock=is_wall_clock)
            yield Static(Content(_("Familien og netværket lægger planen.")), id="first")
            yield Static(id="where")
            yield Static(Content(_("Her skrives intet om, hvad familien siger.")))
            with Center(id="log"):
                yield DayLog()
        yield DayKeys((ChildMoves, CameUncalled, LeadersNumber))

    def on_mount(self) -> None:
        """Show what is known."""
        self.query_one(StepLine).steps = steps_of(self.program.method, runs=2)
        self._show()

    def crumbs(self) -> tuple[str, ...]:
        """`Dagen`."""
        return (_("Dagen"),) if self.shown.round == 1 else (_("Dagen"), _("{n}. omgang").format(n=self.shown.round))

    def aside(self) -> str:
        """The time of day."""
        return show_clock(self.program.now())

    def help_text(self) -> str:
        """What the method says here."""
        return _(
            "Familien er alene. Du og initiativtageren er tæt på og går kun ind, når familien kalder, og går igen. "
            "Der er ingen tidsgrænse. Her noteres kun faste valg: hvem der blev kaldt ind og om hvad, pauser og mad. "
            "Intet af det, der bliver sagt, skrives ned."
        )

    def clock_while_locked(self) -> datetime:
        """The clock goes on while the archive is locked."""
        return self.shown.started_at

    def refresh_case(self) -> None:
        """Read the log anew; while something is being stored it is read when that is kept."""
        if not self.under_way and self.is_attached:
            self._read()

    def show_at_once(self, entry: f.LogEntry) -> None:
        """The line stands there as the key is pressed, and is read from the archive when it is kept."""
        self.shown = replace(self.shown, log=(*self.shown.log, entry))
        self._show()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        shown = await self.program.read(lambda session: read_private_time(session, self.case_id))
        if self.is_going or self.under_way:
            return
        if shown is None:
            if self.is_current:
                self.dismiss(True)
            return
        self.shown = shown
        self._show()

    def _show(self) -> None:
        zone = self.program.zone
        self.query_one(DayLog).show([self._line(one, show_clock(one.at.astimezone(zone))) for one in self.shown.log])
        # A line more in the log changes neither where anybody is nor which keys there are.
        stands = (self.shown.inside is not None, self.shown.leader is not None)
        if stands != self._stands:
            self._stands = stands
            self.query_one("#where", Static).update(Content(self._where()))
            self.refresh_bindings()
            self.query_one(DayKeys).gather()

    def _where(self) -> str:
        """Where those are who are not of the family."""
        if self.shown.inside is not None:
            return _("Familien har kaldt jer ind. I går ud igen, når I har svaret.")
        return _("Du og initiativtageren er i rummet ved siden af.")

    def _line(self, entry: f.LogEntry, at: str) -> LogLine:
        inside = _("inde nu") if is_inside(entry) else None
        return LogLine(at, log_line(self.program.method, entry, inside), departs=entry.kind in DEPARTS)

    @on(ElapsedClock.Ticked)
    def _ticked(self, event: ElapsedClock.Ticked) -> None:
        event.stop()
        self.refresh_title()

    @on(ElapsedClock.Jumped)
    def _jumped(self, event: ElapsedClock.Jumped) -> None:
        event.stop()
        self._note(LogKind.CLOCK_JUMPED)
