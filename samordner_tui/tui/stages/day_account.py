"""The time of the day and what was laid out, each by one key. Source: R23, R159."""

from __future__ import annotations

from typing import ClassVar

from samordner_tui.archive.records.after import Expense, TimeEntry
from samordner_tui.casework.change import add
from samordner_tui.casework.day_account import ACCOUNT, proposed_time, took_place
from samordner_tui.language import _
from samordner_tui.method.readings import day_of
from samordner_tui.method.terms import ConferenceState
from samordner_tui.tui.after_commands import DaysExpense, DaysTime
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.stage import Stage, action


class DayAccount(Stage):
    """A stage after the day, in which its time and money are noted."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (*Stage.OFFERS, DaysTime, DaysExpense)
    BINDINGS = keys_of(OFFERS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The day is over before it is accounted for."""
        if action == DaysTime.id:
            return self._is_over() and took_place(self.held)
        if action == DaysExpense.id:
            return self._is_over()
        return super().check_action(action, parameters)

    def _is_over(self) -> bool:
        return self.conference is not None and self.conference.state is not ConferenceState.PLANNED

    @action
    async def action_days_time(self) -> None:
        """The time of the day, as the clock tells it until it is corrected; what is noted already is opened."""
        noted = self._noted_time()
        if noted is not None:
            await self.open_row("time_entries", noted)
            return
        case_id, today = self.case_id, self.today
        values = {"spent_on": today, **proposed_time(self.facts, self.held)}
        text = _("Regnet fra, da trin 1 begyndte, til det sidste sluttede. Læg din tid før og efter til.")
        asked = ("minutes", "kilometres", "spent_on")
        answers = await self.ask_fields(
            _("Dagens tid"), TimeEntry, asked, values=values, text=text, draft="new-days-time"
        )
        if answers is not None:
            given = {**values, **answers}
            await self.write(_("Dagens tid"), lambda session: add(session, TimeEntry, case_id, today, **given))

    def _noted_time(self) -> str | None:
        sections = () if self.shown is None else self.shown.view.sections
        rows = (row for section in sections if section.id == ACCOUNT for row in section.rows)
        return next((row.id for row in rows if row.record == "time_entries" and not row.is_expected), None)

    @action
    async def action_days_expense(self) -> None:
        """What was laid out."""
        case_id, today = self.case_id, self.today
        values = {"spent_on": day_of(self.facts, self.held) or today}
        asked = ("what", "amount", "receipt", "spent_on")
        answers = await self.ask_fields(_("Udlæg på dagen"), Expense, asked, values=values, draft="new-days-expense")
        if answers is not None:
            given = dict(answers)
            await self.write(_("Udlæg på dagen"), lambda session: add(session, Expense, case_id, today, **given))
