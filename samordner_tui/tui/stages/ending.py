"""A conference that is not held: stopped, or a plan without a meeting. Each says honestly why. Source: P27."""

from __future__ import annotations

from samordner_tui.casework import honest_ends, steps
from samordner_tui.language import _
from samordner_tui.method.terms import ConferenceState, StopReason
from samordner_tui.tui.after_commands import PlanWithoutMeeting
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.evening_commands import StopConference
from samordner_tui.tui.stages.moments import now_of
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.widgets.option_lines import Option


class EndsHonestly(Stage):
    """A stage where a conference that is still to come can be given up."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        conference = self.conference
        planned = conference is not None and conference.state is ConferenceState.PLANNED
        if action == PlanWithoutMeeting.id:
            return planned and conference is not None and not any(one.started_at for one in conference.steps)
        if action == StopConference.id:
            return planned
        return super().check_action(action, parameters)

    @action
    async def action_plan_without_meeting(self) -> None:
        """With the reason, which is kept."""
        conference_id, now = self.conference_id, now_of(self)
        if conference_id is None:
            return
        text = _("Hjørnesten 2 er så fraveget: familien havde ikke sin egen tid. Det kan ikke fortrydes.")
        reason = await self.ask_reason(_("Hvorfor blev planen til uden møde?"), text)
        if reason is not None:
            await self.write(
                _("Planen blev til uden møde"),
                lambda session: honest_ends.plan_without_meeting(session, conference_id, reason, now),
                fixed=True,
            )
            self.say(_("Det er noteret. Skriv planen af under trin 3."))

    @action
    async def action_stop_conference(self) -> None:
        """Stop, and say why."""
        conference_id = self.conference_id
        options = [Option(one, self.method.label(one)) for one in StopReason]
        chosen = await self.ask(
            NumberedDialog(_("Hvorfor stopper rådslagningen?"), options, text=_("Det kan ikke fortrydes."))
        )
        if chosen is not None and conference_id is not None:
            now, reason = now_of(self), StopReason(chosen)
            await self.write(
                _("Rådslagningen stoppet"),
                lambda session: steps.stop(session, conference_id, reason, now),
                fixed=True,
            )
