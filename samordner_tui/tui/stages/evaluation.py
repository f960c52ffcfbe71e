"""Evaluering: the answers of others, and beside them whether the method was followed."""

from __future__ import annotations

from typing import ClassVar

from samordner_tui.method.terms import StageId
from samordner_tui.tui.after_commands import ShowFidelity
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.stage import Stage, action


class EvaluationStage(Stage):
    """The answers, by group."""

    STAGE = StageId.EVALUATION
    OFFERS: ClassVar[tuple[type[Command], ...]] = (*Stage.OFFERS, ShowFidelity)
    BINDINGS = keys_of(OFFERS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == ShowFidelity.id:
            return self.form is None and self.conference is not None
        return super().check_action(action, parameters)

    @action
    async def action_show_fidelity(self) -> None:
        """The measures of the conference that is shown."""
        from samordner_tui.tui.screens.fidelity import FidelityScreen

        if self.conference is not None:
            await self.ask(FidelityScreen(self.keeper, self.case_id, self.conference.id))
