"""Evaluering: the answers of others, and beside them whether the method was followed."""

from __future__ import annotations

from typing import ClassVar

from samordner_tui.casework.silence import is_running
from samordner_tui.language import _
from samordner_tui.method.terms import ConferenceState, StageId
from samordner_tui.refusals import Refused
from samordner_tui.tui.after_commands import FillInEvaluation, ShowFidelity
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.stage import Stage, action


class EvaluationStage(Stage):
    """The answers, by group."""

    STAGE = StageId.EVALUATION
    OFFERS: ClassVar[tuple[type[Command], ...]] = (*Stage.OFFERS, FillInEvaluation, ShowFidelity)
    BINDINGS = keys_of(OFFERS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == ShowFidelity.id:
            return self.form is None and self.conference is not None
        if action == FillInEvaluation.id:
            conference = self.conference
            return self.form is None and conference is not None and conference.state is not ConferenceState.STOPPED
        return super().check_action(action, parameters)

    @action
    async def action_fill_in_evaluation(self) -> None:
        """The form alone, until the passphrase ends it. While the family is alone nothing is filled in."""
        from samordner_tui.tui.screens.evaluation_form import EvaluationFormScreen

        conference = self.conference
        if conference is None:
            return
        # Of the whole case: also an answer to an earlier conference has words.
        if await self.read(lambda session: is_running(session, self.case_id)):
            raise Refused(_("Familien har sin egen tid. Evalueringen venter, til I er færdige."))
        await self.ask(EvaluationFormScreen(self.keeper, self.case_id, conference.id, conference.kind))

    @action
    async def action_show_fidelity(self) -> None:
        """The measures of the conference that is shown."""
        from samordner_tui.tui.screens.fidelity import FidelityScreen

        if self.conference is not None:
            await self.ask(FidelityScreen(self.keeper, self.case_id, self.conference.id))
