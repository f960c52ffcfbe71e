"""What the screen of a case draws: the five hjørnesten, the way, one stage, the next steps.

The case is read anew whenever it has changed.
Under 100 columns the next steps fold into a key, under 80 the way too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from samordner_tui.casework.case_frame import CaseShown, Moment, read_case
from samordner_tui.language import SPEECH, _
from samordner_tui.method.terms import StageId
from samordner_tui.method.wording import days_left, show_long_moment
from samordner_tui.refusals import Refused
from samordner_tui.tui.saving import Keeper
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.stages import stage_class
from samordner_tui.tui.stages.stage import Stage
from samordner_tui.tui.widgets.cornerstones import Cornerstones, Stone
from samordner_tui.tui.widgets.next_steps import NextStepsList
from samordner_tui.tui.widgets.way import Way

SHORT = 30
"""Lines; a lower window has no air around the hjørnesten."""


class SeenAt(NamedTuple):
    """What a case was read at: as long as it is the same, only another stage needs reading."""

    revision: int
    today: date
    conference_id: str | None
    language: str


class CaseBody(FrameScreen[None]):
    """One open case, as it is read and drawn."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared by Textual
        (0, "-narrow"),
        (80, "-usual"),
        (100, "-wide"),
        (120, "-roomy"),
        (140, "-broad"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012 - declared by Textual
    DEFAULT_CSS = """
    CaseBody {
        #case { height: 1fr; padding: 0 2; }
        #left { width: 32; padding: 0 1 0 0; border-right: solid $rule; }
        #middle { width: 1fr; }
        #right { width: 38; padding: 0 0 0 2; margin: 0 0 0 1; border-left: solid $rule; }
    }
    CaseBody.-wide #left { width: 25; }
    CaseBody.-wide #right { width: 29; }
    CaseBody.-roomy #left { width: 30; }
    CaseBody.-roomy #right { width: 33; }
    CaseBody.-usual #right, CaseBody.-narrow #right { display: none; }
    CaseBody.-narrow #left { display: none; }
    CaseBody.-usual #left { width: 26; }
    CaseBody.-usual #case, CaseBody.-narrow #case { padding: 0 1; }
    CaseBody.-narrow Stage { padding: 0; }
    CaseBody.-usual Cornerstones, CaseBody.-narrow Cornerstones { padding: 0 1; }
    CaseBody.-short Cornerstones { margin: 0 0 1 0; }
    """

    @dataclass
    class Read(Message):
        """The case has been read in a worker. `number` tells an old reading from the newest."""

        shown: CaseShown
        number: int
        seen_at: SeenAt

    def __init__(self, case_id: str, stage: StageId | None = None) -> None:
        """Show `case_id`, at `stage` or where its next step is."""
        super().__init__()
        self.case_id = case_id
        self.stage = stage
        self.conference_id: str | None = None
        self.shown: CaseShown | None = None
        self._seen_at: SeenAt | None = None
        self._stages: dict[StageId, Stage] = {}
        self._reading = 0

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps what is typed in this case, also while the archive is being locked."""
        return Keeper(
            self.program.open_archive,
            self.case_id,
            self.program.today,
            lambda: self.post_message(self.Changed()),
            self.program.say_not_kept,
        )

    def compose_body(self) -> Iterable[Widget]:
        """Hjørnesten, way, stage, next steps."""
        self._stages = {}
        yield Cornerstones()
        with Horizontal(id="case"):
            with Vertical(id="left"):
                yield Way(self.program.method)
            yield Vertical(id="middle")
            with Vertical(id="right"):
                yield NextStepsList(self.program.method, self.program.today())
        self.call_later(self.refresh_case)

    def crumbs(self) -> tuple[str, ...]:
        """`2027-03 Alma`, `1. rådslagning`."""
        if self.shown is None:
            return ()
        facts, conference = self.shown.facts, self.shown.conference
        case = f"{facts.number} {facts.alias}"
        return (case,) if conference is None else (case, _("{number}. rådslagning").format(number=conference.number))

    def aside(self) -> str:
        """`torsdag 21. januar kl. 17 · om 11 dage`."""
        conference = self.shown.conference if self.shown is not None else None
        if conference is None or conference.starts_at is None:
            return ""
        today, zone = self.program.today(), self.program.zone
        day = conference.starts_at.astimezone(zone).date()
        return f"{show_long_moment(conference.starts_at, zone, today)} · {days_left(day, today)}"

    def help_text(self) -> str:
        """How the screen is laid out."""
        return _(
            "Øverst står de fem hjørnesten: ● opfyldt, ◐ delvis, ○ åben, ✕ fraveget. Til venstre vejen gennem sagen, "
            "i midten det sted, du er, til højre de næste skridt. Tallene er taster: 1 til 6 går til et åbent "
            "spørgsmål, 7 til 9 til et af de næste skridt."
        )

    def refresh_case(self) -> None:
        """Read the case anew."""
        self._reading += 1
        self._read(self._reading, self.stage, self.shown, self._seen_at)

    @work(thread=True, exclusive=True, group="read")
    def _read(self, number: int, stage: StageId | None, shown: CaseShown | None, shown_at: SeenAt | None) -> None:
        worker = get_current_worker()
        program = self.program
        moment = Moment(program.method, program.today(), program.zone)
        try:
            archive = program.open_archive
            seen_at = SeenAt(archive.revision, moment.today, self.conference_id, SPEECH.language)
            known = shown if shown_at == seen_at else None
            with archive.reading() as session:
                shown = read_case(session, self.case_id, self.conference_id, stage, moment, known)
        except Refused:
            if not worker.is_cancelled:
                self.post_message(self.Gone())
            return
        if not worker.is_cancelled:
            self.post_message(self.Read(shown, number, seen_at))

    class Changed(Message):
        """A value was kept: the whole case may stand otherwise now."""

    @on(Changed)
    def _changed(self) -> None:
        if self.program.archive is not None:
            self.program.refresh_case()

    class Gone(Message):
        """The case can no longer be read: it was deleted, or the archive is locked."""

    @on(Gone)
    def _gone(self) -> None:
        if self.program.archive is not None and self.is_current:
            self.dismiss(None)

    @on(Read)
    async def _shown(self, event: Read) -> None:
        if event.number != self._reading:
            return
        shown = self.shown = event.shown
        self._seen_at = event.seen_at
        self.stage = self.program.left_at[self.case_id] = shown.stage
        stage = await self._stage_pane(shown.stage)
        # From here on nothing is waited for, so that all of it is drawn in one frame.
        for pane in self._stages.values():
            pane.display = pane is stage
        self.refresh_title()
        self.query_one(Cornerstones).stones = self._stones(shown)
        self.query_one(Way).show(shown.stage, shown.counts)
        self.query_one(NextStepsList).show(shown.next_steps, self.program.today())
        stage.show(shown)
        self._arrive(stage)

    def _stones(self, shown: CaseShown) -> tuple[Stone, ...]:
        method = self.program.method
        return tuple(
            Stone(
                verdict.number,
                method.cornerstone(verdict.number).title.text,
                method.cornerstone(verdict.number).sentence.text,
                verdict.standing,
                verdict.reason,
            )
            for verdict in shown.verdicts
        )

    async def _stage_pane(self, stage: StageId) -> Stage:
        """The widget of a stage, made the first time it is shown; the others are hidden, not removed."""
        if stage not in self._stages:
            pane = self._stages[stage] = stage_class(stage)(stage)
            pane.display = False
            await self.query_one("#middle").mount(pane)
        return self._stages[stage]

    def _arrive(self, stage: Stage) -> None:
        """Put the cursor where it is wanted, after the case was read."""

    @property
    def pane(self) -> Stage | None:
        """The stage that is shown."""
        return self._stages.get(self.stage) if self.stage is not None else None

    def flush(self) -> None:
        """Hand over everything that is typed. Nothing is waited for."""
        for stage in self._stages.values():
            stage.flush()

    async def close_forms(self) -> None:
        """Close the form of every stage, also of those that are not shown. What is typed is handed over."""
        for stage in self._stages.values():
            await stage.close_form()
