"""Moving the day, on the stages that offer it: what it touches is shown first, and the reason is kept."""

from __future__ import annotations

from datetime import datetime

from samordner_tui.archive.records.day import Conference
from samordner_tui.casework import moving
from samordner_tui.casework.moving_words import describe
from samordner_tui.language import _
from samordner_tui.method.terms import ConferenceState
from samordner_tui.tui.after_commands import MoveTheDay
from samordner_tui.tui.stages.stage import Stage, action


class MovesTheDay(Stage):
    """A stage where the day can be moved."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A day that is set and has not come can be moved."""
        if action == MoveTheDay.id:
            conference = self.conference
            if conference is None or conference.state is not ConferenceState.PLANNED:
                return False
            return conference.starts_at is not None and not any(one.started_at for one in conference.steps)
        return super().check_action(action, parameters)

    @action
    async def action_move_the_day(self) -> None:
        """Show what a new day touches, and move it when the person wants it, with the reason."""
        conference_id, today, zone = self.conference_id, self.today, self.program.zone
        if conference_id is None:
            return
        draft = f"move/{conference_id}"
        answers = await self.ask_fields(_("Flyt dagen"), Conference, ("starts_at",), row_id=conference_id, draft=draft)
        starts_at = answers.get("starts_at") if answers is not None else None
        if not isinstance(starts_at, datetime):
            return
        touched = await self.read(lambda session: moving.preview(session, conference_id, starts_at))
        text = describe(touched, self.method, zone, today)
        if not await self.ask_yes_no(_("Det her følger med"), text, yes=_("Flyt dagen"), no=_("Behold dagen")):
            return
        why = _("Den gamle dag bliver stående i rækken som flyttet.")
        reason = await self.ask_text(_("Hvorfor flyttes dagen?"), label=why, draft=f"why-moved/{conference_id}")
        if reason is not None:
            await self.write(
                _("Dagen flyttet"), lambda session: moving.move(session, conference_id, starts_at, today, reason)
            )
