"""Deleting one person for good, wherever in a case the cursor stands on somebody."""

from __future__ import annotations

from samordner_tui.archive.backup import lie_elsewhere
from samordner_tui.casework import person_deletion
from samordner_tui.casework.person_deletion import PersonGoing
from samordner_tui.language import _
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.screens.deletion import ConfirmDeletion
from samordner_tui.tui.stages.stage import Stage, action


class DeletePerson(Command):
    """Sletter den person, du står på, for altid, her og i arkivets sikkerhedskopier.

    Programmet viser først, hvad der forsvinder, og beder dig skrive navnet. Det kan ikke fortrydes. Delete fjerner kun
    linjen: det kan fortrydes, og personen står stadig i historikken og i kopierne.
    """

    id = "delete_person"
    key = "x"
    title = "Slet personen for altid"
    footer = "Slet for altid"
    footer_place = 56


class DeletesPeople(Stage):
    """A stage with people in it."""

    OFFERS = (*Stage.OFFERS, DeletePerson)
    BINDINGS = keys_of(OFFERS)

    @action
    async def action_delete_person(self) -> None:
        """Shown, asked for by name, deleted, and proved."""
        row, case_id, program = self.row, self.case_id, self.program
        if row is None:
            return
        person_id, going = await self.read(
            lambda session: (
                person_id := person_deletion.person_of(session, row.record, row.id),
                person_deletion.going_with(session, case_id, person_id),
            )
        )
        if await self.ask(self._question(going)) is None:
            return
        await program.delete_for_good(
            lambda archive, now: person_deletion.delete_for_good(archive, case_id, person_id, now)
        )
        program.refresh_case()
        self.list.focus()

    def _question(self, going: PersonGoing) -> ConfirmDeletion:
        elsewhere = lie_elsewhere(self.program.open_archive)
        return ConfirmDeletion(
            _("Slet {name} for altid?").format(name=going.name),
            person_deletion.said_before(going, copies_elsewhere=elsewhere),
            going.name,
            _("Skriv personens navn for at slette. Det kan ikke fortrydes."),
            _("Det er ikke personens navn. Intet er slettet."),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offered where the cursor stands on a person."""
        if action == DeletePerson.id:
            return person_deletion.stands_for_a_person(self.row)
        return super().check_action(action, parameters)
