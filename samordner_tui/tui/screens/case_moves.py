"""Moving about in a case: from stage to stage, to an open question, to a next step, from panel to panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from textual import on
from textual.binding import BindingsMap
from textual.dom import DOMNode

from samordner_tui.casework.step_places import place_of
from samordner_tui.casework.views import Jump
from samordner_tui.language import _
from samordner_tui.method.next_steps import NextStep
from samordner_tui.method.terms import StageId
from samordner_tui.tui.screens.case_body import CaseBody
from samordner_tui.tui.stages.stage import Stage
from samordner_tui.tui.widgets.cornerstones import Cornerstones
from samordner_tui.tui.widgets.line_list import LineList
from samordner_tui.tui.widgets.next_steps import NextStepsList
from samordner_tui.tui.widgets.way import Way


class CaseMoves(CaseBody):
    """One open case that one can move about in."""

    def __init__(self, case_id: str, stage: StageId | None = None) -> None:
        """Show `case_id`, at `stage` or where its next step is."""
        super().__init__(case_id, stage)
        self._jump: Jump | None = None
        self._step: NextStep | None = None
        self._takes_focus = True

    def places(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Every stage by name, for the palette."""
        for stage in self.program.method.stages:
            yield _("Gå til {place}").format(place=stage.title.text), partial(self.go, stage.id)

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """The keys that act: those of the stage too while a column beside it has focus, after that column's own."""
        chain = super()._binding_chain
        if self.pane is not None and all(node is not self.pane for node, _bindings in chain):
            bindings = self.pane._bindings.copy()
            bindings.apply_keymap(self.app._keymap)
            chain.insert(len(chain) - 1, (self.pane, bindings))
        return chain

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
            self.take_step(step)

    def go(self, stage: StageId) -> None:
        """Show another stage."""
        self.flush()
        self.stage = stage
        self._takes_focus = True
        self.refresh_case()

    def jump(self, jump: Jump) -> None:
        """Go where something is answered."""
        if jump.stage == self.stage and self.pane is not None:
            self.pane.take_focus()
            self.pane.answer(jump)
            return
        self._jump = jump
        self.go(jump.stage)

    def take_step(self, step: NextStep) -> None:
        """Go where a step is taken."""
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
            self.take_step(step)

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
            self.take_step(step)

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
        neighbour = self.query_one(Way).neighbour(self.stage, by) if self.stage is not None else None
        if neighbour is not None:
            self.go(neighbour)
