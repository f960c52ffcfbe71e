"""A case: the five hjørnesten above, the way to the left, one stage in the middle, the next steps to the right."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType

from samordner_tui.archive.records.after import Notice
from samordner_tui.casework.evening import running_private_time, running_step
from samordner_tui.casework.reasons import set_task_aside
from samordner_tui.language import _
from samordner_tui.method.next_steps import NextStep
from samordner_tui.method.wording import show_long_moment
from samordner_tui.tui.app_commands import Back, History
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.dialogs.panel import StepsDialog, WayDialog
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.dialogs.words import LineDialog
from samordner_tui.tui.drafting import drafting_of, named_after
from samordner_tui.tui.paper_commands import OpenPapers
from samordner_tui.tui.screens.case_moves import CaseMoves
from samordner_tui.tui.stage_commands import ChooseConference, NextStage, NextSteps, PreviousStage, SetAside
from samordner_tui.tui.stage_commands import Way as WayCommand
from samordner_tui.tui.widgets.next_steps import NextStepsList
from samordner_tui.tui.widgets.option_lines import Option
from samordner_tui.tui.widgets.way import Way


class CaseScreen(CaseMoves):
    """One open case, with its commands and the ways out of it."""

    OFFERS = (
        Back,
        NextSteps,
        WayCommand,
        NextStage,
        PreviousStage,
        ChooseConference,
        SetAside,
        OpenPapers,
        History,
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(OFFERS),
        *(Binding(str(number), f"question({number})", show=False) for number in range(1, 7)),
        *(Binding(str(number), f"card({number})", show=False) for number in range(7, 10)),
        Binding("left", "sideways(-1)", show=False),
        Binding("right", "sideways(1)", show=False),
    ]

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
            self.take_step(steps.steps[chosen])
        else:
            await self._set_aside(steps.steps[-1 - chosen])

    @work(group="panel", exclusive=True)
    async def action_set_aside(self) -> None:
        """Set the step under the cursor aside."""
        step = self.query_one(NextStepsList).chosen
        if step is not None:
            await self._set_aside(step)

    async def _set_aside(self, step: NextStep) -> None:
        title = _("Hvorfor lægges det til side?")
        drafting = await drafting_of(self.program, self.keeper, named_after(title, step.text))
        reason = await self.app.push_screen_wait(LineDialog(title, label=step.text, drafting=drafting))
        if reason is None or self.shown is None:
            return
        each = self.program.method.task(step.id).for_each is not None
        about = f"task:{step.id}/{step.subject_id}" if each and step.subject_id else f"task:{step.id}"
        conference_id = self.shown.conference.id if self.shown.conference else None
        today = self.program.today()
        with self.program.saying_refusals():
            await self.program.write(
                Notice.TITLE.danish,
                lambda session: set_task_aside(session, self.case_id, about, reason, today, conference_id),
                self.case_id,
            )
            self.keeper.answers_written()
        self.keeper.answers_refused()

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

    async def leave(self) -> None:
        """Keep everything that is typed, and wait until it is kept."""
        self.flush()
        await self.keeper.settled()

    def on_screen_suspend(self, event: events.ScreenSuspend) -> None:
        """Another screen comes on top: keep what is typed."""
        self.flush()

    async def action_back(self) -> None:
        """Out of the form that is open; with none open out of the case, to where it was opened."""
        if self.pane is not None and self.pane.form is not None:
            self.pane.form.action_back()
            return
        await self.leave()
        self.dismiss(None)

    @work(group="panel", exclusive=True)
    async def action_papers(self) -> None:
        """The papers of the case; back at the stage that mends one, where that was asked for."""
        from samordner_tui.tui.screens.papers import PapersScreen

        await self.leave()
        conference = self.shown.conference if self.shown is not None else None
        stage = await self.app.push_screen_wait(
            PapersScreen(self.case_id, conference.id if conference is not None else None)
        )
        if stage is not None:
            self.go(stage)

    async def action_history(self) -> None:
        """What was changed in the case, and when."""
        await self.program.show_history(self.case_id)
