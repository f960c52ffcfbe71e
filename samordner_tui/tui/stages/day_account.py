"""The time of the day and what was laid out, each by one key. Source: R23, R159."""

from __future__ import annotations

from typing import ClassVar

from samordner_tui.archive.records.after import Expense, TimeEntry
from samordner_tui.casework.change import add
from samordner_tui.casework.day_account import day_held, proposed_time
from samordner_tui.language import _
from samordner_tui.method.facts import Conference
from samordner_tui.method.terms import ConferenceState
from samordner_tui.refusals import Refused
from samordner_tui.tui.after_commands import DaysExpense, DaysTime
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.stage import Stage, action


class DayAccount(Stage):
    """A stage after the day, in which its time and money are noted."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (*Stage.OFFERS, DaysTime, DaysExpense)
    BINDINGS = keys_of(OFFERS)

    @property
    def held(self) -> Conference:
        """The conference that is shown; a refusal where there is none."""
        if self.conference is None:
            raise Refused(_("Sagen har ingen rådslagning endnu."))
        return self.conference

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The day is over before it is accounted for."""
        if action in {DaysTime.id, DaysExpense.id}:
            return self._is_over()
        return super().check_action(action, parameters)

    def _is_over(self) -> bool:
        return self.conference is not None and self.conference.state is not ConferenceState.PLANNED

    @action
    async def action_days_time(self) -> None:
        """The time of the day, as the clock tells it until it is corrected."""
        case_id, today, zone = self.case_id, self.today, self.program.zone
        values = {"spent_on": today, **proposed_time(self.held, zone)}
        text = _("Regnet fra, da trin 1 begyndte, til det sidste sluttede. Læg din tid før og efter til.")
        asked = ("minutes", "kilometres", "spent_on")
        answers = await self.ask_fields(
            _("Dagens tid"), TimeEntry, asked, values=values, text=text, draft="new-days-time"
        )
        if answers is not None:
            given = {**values, **answers}
            await self.write(_("Dagens tid"), lambda session: add(session, TimeEntry, case_id, today, **given))

    @action
    async def action_days_expense(self) -> None:
        """What was laid out."""
        case_id, today = self.case_id, self.today
        values = {"spent_on": day_held(self.held, self.program.zone) or today}
        asked = ("what", "amount", "receipt", "spent_on")
        answers = await self.ask_fields(_("Udlæg på dagen"), Expense, asked, values=values, draft="new-days-expense")
        if answers is not None:
            given = dict(answers)
            await self.write(_("Udlæg på dagen"), lambda session: add(session, Expense, case_id, today, **given))
