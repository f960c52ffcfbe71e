"""The end of a case: copies destroyed, and the case deleted for good with a receipt."""

from __future__ import annotations

from typing import ClassVar

from samordner_tui.archive.backup import lie_elsewhere
from samordner_tui.archive.retention import delete_case
from samordner_tui.casework import case_deletion
from samordner_tui.casework.closing import note_destroyed
from samordner_tui.language import _
from samordner_tui.method.terms import StageId
from samordner_tui.tui.after_commands import DeleteCase, ExportDestroyed
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.screens.deletion import ConfirmDeletion
from samordner_tui.tui.stages.stage import Stage, action

EXPORT = "export:"


class ClosingStage(Stage):
    """Afslut og slet."""

    STAGE = StageId.CLOSING
    OFFERS: ClassVar[tuple[type[Command], ...]] = (*Stage.OFFERS, ExportDestroyed, DeleteCase)
    BINDINGS = keys_of(OFFERS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == ExportDestroyed.id:
            row = self.row
            return self.form is None and row is not None and row.id.startswith(EXPORT)
        if action == DeleteCase.id:
            return self.form is None and self.shown is not None
        return super().check_action(action, parameters)

    @action
    async def action_export_destroyed(self) -> None:
        """It is no longer anywhere."""
        row, today = self.row, self.today
        if row is not None:
            export_id = row.id.removeprefix(EXPORT)
            await self.write(_("Udtræk destrueret"), lambda session: note_destroyed(session, export_id, today))

    @action
    async def action_delete_case(self) -> None:
        """Shown, asked for by its number, deleted, and proved."""
        case_id, program = self.case_id, self.program
        going = await self.read(lambda session: case_deletion.going_with(session, case_id))
        elsewhere = lie_elsewhere(program.open_archive)
        question = ConfirmDeletion(
            _("Slet sagen for altid?"),
            case_deletion.said_before(going, copies_elsewhere=elsewhere),
            going.number,
            _("Skriv sagens nummer for at slette den. Det kan ikke fortrydes."),
            _("Det er ikke sagens nummer. Intet er slettet."),
        )
        if await self.ask(question) is None:
            return
        if await program.delete_for_good(lambda archive, now: delete_case(archive, case_id, now)):
            self.case_screen.dismiss(None)
