"""Klar til dagen on the screen: going on without a line, with the reason kept in sight."""

from __future__ import annotations

from samordner_tui.casework import ready
from samordner_tui.language import _
from samordner_tui.method.terms import StageId
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.stage import Stage, action


class GoOnWithout(Command):
    """Går videre uden det, du står på. Grunden bliver skrevet og står på linjen; den kan ikke gemmes væk."""

    id = "go_on_without"
    key = "g"
    title = "Gå videre uden"
    footer = "Gå videre uden"
    footer_place = 12


class ReadyStage(Stage):
    """The gate with its own command."""

    STAGE = StageId.READY
    OFFERS = (*Stage.OFFERS, GoOnWithout)
    BINDINGS = keys_of(OFFERS)

    @action
    async def action_go_on_without(self) -> None:
        """Ask for the reason, and keep it."""
        row, conference_id = self.row, self.conference_id
        if row is None or conference_id is None:
            return
        reason = await self.ask_reason(_("Gå videre uden"), row.cells[0])
        if reason is not None:
            case_id, line, today = self.case_id, row.id.rpartition("/")[2], self.today
            await self.write(
                _("Gået videre med en grund"),
                lambda session: ready.go_on_without(session, case_id, conference_id, line, reason, today),
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only on a line that is missing."""
        if action == GoOnWithout.id:
            return self.row is not None and self.section is not None and self.section.id == ready.MISSING
        return super().check_action(action, parameters)
