"""Evaluering: the answers of others, and beside them whether the method was followed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from samordner_tui.casework.fields import Value
from samordner_tui.casework.silence import is_running
from samordner_tui.casework.views import Row
from samordner_tui.language import _
from samordner_tui.method.terms import ConferenceState, StageId
from samordner_tui.refusals import Refused
from samordner_tui.tui.after_commands import FillInEvaluation, MendAnswer, ShowFidelity
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.stage import Stage, action


class EvaluationStage(Stage):
    """The answers, by group."""

    STAGE = StageId.EVALUATION
    OFFERS: ClassVar[tuple[type[Command], ...]] = (*Stage.OFFERS, FillInEvaluation, MendAnswer, ShowFidelity)
    BINDINGS = keys_of(OFFERS)

    def __init__(self, stage: StageId) -> None:
        super().__init__(stage)
        self.typed: str | None = None
        """The answer that was typed in last from a paper form: it can be mended, though its line is its group's."""

    async def add_row(
        self, table: str, values: Mapping[str, Value], field: str | None = None, *, draft: str = "", title: str = ""
    ) -> str | None:
        """Remember the answer."""
        added = await super().add_row(table, values, field, draft=draft, title=title)
        self.typed = added or self.typed
        self.refresh_bindings()
        return added

    async def remove_row(self, row: Row) -> None:
        """One that is taken away is no longer mended."""
        await super().remove_row(row)
        self.typed = None if row.id == self.typed else self.typed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == ShowFidelity.id:
            return self.form is None and self.conference is not None
        if action == FillInEvaluation.id:
            conference = self.conference
            return self.form is None and conference is not None and conference.state is not ConferenceState.STOPPED
        if action == MendAnswer.id:
            return self.form is None and self.typed is not None
        return super().check_action(action, parameters)

    @action
    async def action_mend_answer(self) -> None:
        """Open it again."""
        if self.typed is not None:
            await self.open_row("evaluations", self.typed)

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
