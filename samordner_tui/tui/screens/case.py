"""A case: the five hjørnesten above, the way to the left, one stage in the middle, the next steps to the right.

Under 100 columns the next steps fold into a key, under 80 the way too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from typing import ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from samordner_tui.archive.records.after import Notice
from samordner_tui.casework.case_frame import CaseShown, Moment, read_case
from samordner_tui.casework.evening import running_private_time, running_step
from samordner_tui.casework.reasons import set_task_aside
from samordner_tui.casework.step_places import place_of
from samordner_tui.casework.views import Jump
from samordner_tui.language import _
from samordner_tui.method.next_steps import NextStep
from samordner_tui.method.terms import StageId
from samordner_tui.method.wording import days_left, show_long_moment
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back, History
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.dialogs.panel import StepsDialog, WayDialog
from samordner_tui.tui.dialogs.pick import Option, PickDialog
from samordner_tui.tui.dialogs.words import LineDialog
from samordner_tui.tui.saving import Keeper
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.stage_commands import ChooseConference, NextStage, NextSteps, PreviousStage, SetAside
from samordner_tui.tui.stage_commands import Way as WayCommand
from samordner_tui.tui.stages import stage_class
from samordner_tui.tui.stages.stage import Stage
from samordner_tui.tui.widgets.cornerstones import Cornerstones, Stone
from samordner_tui.tui.widgets.line_list import LineList
from samordner_tui.tui.widgets.next_steps import NextStepsList
from samordner_tui.tui.widgets.way import Way

SHORT = 30
"""Lines; a lower window has no air around the hjørnesten."""


class CaseScreen(FrameScreen[None]):
    """One open case."""

    OFFERS = (
        Back,
        NextSteps,
        WayCommand,
        NextStage,
        PreviousStage,
        ChooseConference,
        SetAside,
        History,
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(OFFERS),
        *(Binding(str(number), f"question({number})", show=False) for number in range(1, 7)),
        *(Binding(str(number), f"card({number})", show=False) for number in range(7, 10)),
        Binding("left", "sideways(-1)", show=False),
        Binding("right", "sideways(1)", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared by Textual
        (0, "-narrow"),
        (80, "-usual"),
        (100, "-wide"),
        (120, "-roomy"),
        (140, "-broad"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012 - declared by Textual
    DEFAULT_CSS = """
    CaseScreen {
        #case { height: 1fr; padding: 0 2; }
        #left { width: 32; padding: 0 1 0 0; border-right: solid $rule; }
        #middle { width: 1fr; }
        #right { width: 38; padding: 0 0 0 2; margin: 0 0 0 1; border-left: solid $rule; }
    }
    CaseScreen.-wide #left { width: 25; }
    CaseScreen.-wide #right { width: 29; }
    CaseScreen.-roomy #left { width: 30; }
    CaseScreen.-roomy #right { width: 33; }
    CaseScreen.-usual #right, CaseScreen.-narrow #right { display: none; }
    CaseScreen.-narrow #left { display: none; }
    CaseScreen.-usual #left { width: 26; }
    CaseScreen.-usual #case, CaseScreen.-narrow #case { padding: 0 1; }
    CaseScreen.-narrow Stage { padding: 0; }
    CaseScreen.-usual Cornerstones, CaseScreen.-narrow Cornerstones { padding: 0 1; }
    CaseScreen.-short Cornerstones { margin: 0 0 1 0; }
    """

    @dataclass
    class Read(Message):
        """The case has been read in a worker. `number` tells an old reading from the newest."""

        shown: CaseShown
        number: int

    def __init__(self, case_id: str, stage: StageId | None = None) -> None:
        super().__init__()
        self.case_id = case_id
        self.stage = stage
        self.conference_id: str | None = None
        self.shown: CaseShown | None = None
        self._stages: dict[StageId, Stage] = {}
        self._reading = 0
        self._jump: Jump | None = None
        self._step: NextStep | None = None
        self._takes_focus = True

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps what is typed in this case, also while the archive is being locked."""
        return Keeper(
            self.program.open_archive, self.case_id, self.program.today, lambda: self.post_message(self.Changed())
        )

    # What is on the screen

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
        self.call_after_refresh(self.refresh_case)

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

    def places(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Every stage by name, for the palette."""
        for stage in self.program.method.stages:
            if stage.id != self.stage:
                yield _("Gå til {place}").format(place=stage.title.text), partial(self.go, stage.id)

    def idle_lock_waits(self) -> bool:
        """Trin 1 and trin 3 are not interrupted; in trin 2 the archive is locked and the clock goes on."""
        conference = self.shown.conference if self.shown is not None else None
        if conference is None or running_private_time(conference) is not None:
            return False
        return running_step(conference) is not None

    def clock_while_locked(self) -> datetime | None:
        """Since when the family is alone, to be shown at the door."""
        conference = self.shown.conference if self.shown is not None else None
        step = running_private_time(conference) if conference is not None else None
        return step.started_at if step is not None else None

    # Reading

    def refresh_case(self) -> None:
        """Read the case anew."""
        self._reading += 1
        self._read(self._reading, self.stage)

    @work(thread=True, exclusive=True, group="read")
    def _read(self, number: int, stage: StageId | None) -> None:
        worker = get_current_worker()
        program = self.program
        moment = Moment(program.method, program.today(), program.zone)
        try:
            with program.open_archive.reading() as session:
                shown = read_case(session, self.case_id, self.conference_id, stage, moment)
        except Refused:
            if not worker.is_cancelled:
                self.post_message(self.Gone())
            return
        if not worker.is_cancelled:
            self.post_message(self.Read(shown, number))

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
        self.stage = shown.stage
        self.refresh_title()
        self.query_one(Cornerstones).stones = self._stones(shown)
        self.query_one(Way).show(shown.stage, shown.counts)
        self.query_one(NextStepsList).show(shown.next_steps, self.program.today())
        stage = await self._stage_pane(shown.stage)
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
            self._stages[stage] = stage_class(stage)(stage)
            await self.query_one("#middle").mount(self._stages[stage])
        for one, pane in self._stages.items():
            pane.display = one == stage
        return self._stages[stage]

    def _arrive(self, stage: Stage) -> None:
        """Take the cursor where it is wanted, after a stage was chosen."""
        jump, self._jump = self._jump, None
        if self._takes_focus or jump is not None:
            self._takes_focus = False
            stage.take_focus()
        step, self._step = self._step, None
        if jump is not None:
            stage.answer(jump)
        elif step is not None and step.stage == stage.stage:
            self._take_step(step)

    @property
    def pane(self) -> Stage | None:
        """The stage that is shown."""
        return self._stages.get(self.stage) if self.stage is not None else None

    # Moving about

    def go(self, stage: StageId) -> None:
        """Show another stage."""
        self.flush()
        self.stage = stage
        self._takes_focus = True
        self.query_one(Way).show(stage)
        self.refresh_case()

    def jump(self, jump: Jump) -> None:
        """Go where something is answered."""
        if jump.stage == self.stage and self.pane is not None:
            self.pane.take_focus()
            self.pane.answer(jump)
            return
        self._jump = jump
        self.go(jump.stage)

    def _take_step(self, step: NextStep) -> None:
        if step.stage == self.stage and self.shown is not None:
            conference = self.shown.conference
            rule = self.program.method.task(step.id).done_when
            self.jump(place_of(step, rule, self.shown.view, conference.id if conference is not None else None))
            return
        self._step = step
        self.go(step.stage)

    @on(LineList.Chosen, "#way")
    def _stage_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.go(self.query_one(Way).stages[event.item])

    @on(LineList.Chosen, "#next-steps")
    def _step_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        step = self.query_one(NextStepsList).chosen
        if step is not None:
            self._take_step(step)

    @on(Cornerstones.Mend)
    def _mend(self, event: Cornerstones.Mend) -> None:
        event.stop()
        if self.shown is not None:
            self.jump(Jump(self.shown.verdicts[event.number - 1].mend_at))

    def action_question(self, number: int) -> None:
        """Answer the open question with this number."""
        question = self.pane.list.question(number) if self.pane is not None else None
        if question is not None:
            self.jump(question.jump)

    def action_card(self, number: int) -> None:
        """Take the next step with this number."""
        step = self.query_one(NextStepsList).step(number)
        if step is not None:
            self._take_step(step)

    def action_sideways(self, by: int) -> None:
        """Way, stage, next steps: those that are shown."""
        panes = [self.query_one(Way), self.pane.list if self.pane is not None else None, self.query_one(NextStepsList)]
        shown = [pane for pane in panes if pane is not None and pane.is_on_screen]
        if self.focused in shown:
            place = shown.index(self.focused) + by
            if 0 <= place < len(shown):
                shown[place].focus()

    def action_next_stage(self) -> None:
        """One on."""
        self._go_by(1)

    def action_previous_stage(self) -> None:
        """One back."""
        self._go_by(-1)

    def _go_by(self, by: int) -> None:
        neighbour = self.query_one(Way).neighbour(by)
        if neighbour is not None:
            self.go(neighbour)

    def action_way(self) -> None:
        """The way: beside the stage, or in a box where there is no room."""
        way = self.query_one(Way)
        if self.query_one("#left").display:
            way.focus()
        else:
            self._show_way()

    @work(group="panel", exclusive=True)
    async def _show_way(self) -> None:
        if self.shown is None:
            return
        way = Way(self.program.method)
        way.show(self.shown.stage, self.shown.counts)
        chosen = await self.app.push_screen_wait(WayDialog(way))
        if chosen is not None:
            self.go(chosen)

    def action_next_steps(self) -> None:
        """The next steps: beside the stage, or in a box where there is no room."""
        if self.query_one("#right").display:
            self.query_one(NextStepsList).focus()
        else:
            self._show_steps()

    @work(group="panel", exclusive=True)
    async def _show_steps(self) -> None:
        if self.shown is None:
            return
        steps = NextStepsList(self.program.method, self.program.today(), has_heading=False)
        steps.show(self.shown.next_steps, self.program.today())
        chosen = await self.app.push_screen_wait(StepsDialog(steps))
        if chosen is None:
            return
        if chosen >= 0:
            self._take_step(steps.steps[chosen])
        else:
            await self._set_aside(steps.steps[-1 - chosen])

    @work(group="panel", exclusive=True)
    async def action_set_aside(self) -> None:
        """Set the step under the cursor aside."""
        step = self.query_one(NextStepsList).chosen
        if step is not None:
            await self._set_aside(step)

    async def _set_aside(self, step: NextStep) -> None:
        reason = await self.app.push_screen_wait(LineDialog(_("Hvorfor lægges det til side?"), label=step.text))
        if reason is None or self.shown is None:
            return
        about = f"task:{step.id}/{step.subject_id}" if step.subject_id else f"task:{step.id}"
        conference_id = self.shown.conference.id if self.shown.conference else None
        today = self.program.today()
        with self.program.saying_refusals():
            await self.program.write(
                Notice.TITLE.danish,
                lambda session: set_task_aside(session, self.case_id, about, reason, today, conference_id),
                self.case_id,
            )

    @work(group="panel", exclusive=True)
    async def action_choose_conference(self) -> None:
        """Look at another conference of the case."""
        if self.shown is None:
            return
        today, zone = self.program.today(), self.program.zone
        options = [
            Option(
                one.id,
                _("{number}. rådslagning").format(number=one.number),
                show_long_moment(one.starts_at, zone, today) if one.starts_at else "",
            )
            for one in self.shown.facts.conferences
        ]
        present = self.shown.conference.id if self.shown.conference else ""
        chosen = await self.app.push_screen_wait(PickDialog(_("Hvilken rådslagning?"), options, [present]))
        if chosen is not None:
            self.flush()
            self.conference_id = chosen
            self.refresh_case()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what is possible."""
        if action == ChooseConference.id:
            return self.shown is not None and len(self.shown.facts.conferences) > 1
        if action == SetAside.id:
            return isinstance(self.focused, NextStepsList) and bool(self.focused.steps)
        if action in {"question", "card", "sideways"}:
            return self.pane is not None and self.pane.form is None
        return super().check_action(action, parameters)

    # Leaving

    def flush(self) -> None:
        """Hand over everything that is typed. Nothing is waited for."""
        for stage in self._stages.values():
            stage.flush()

    async def leave(self) -> None:
        """Keep everything that is typed, and wait until it is kept."""
        self.flush()
        await self.keeper.settled()

    def on_screen_suspend(self, event: events.ScreenSuspend) -> None:
        """Another screen comes on top: keep what is typed."""
        self.flush()

    async def action_back(self) -> None:
        """Out of the case, to where it was opened."""
        await self.leave()
        self.dismiss(None)

    async def action_history(self) -> None:
        """What was changed in the case, and when."""
        await self.program.show_history(self.case_id)
