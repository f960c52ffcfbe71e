"""Roller on the screen: asked, yes, no thanks, and set into the role."""

from __future__ import annotations

from samordner_tui.archive.records.practical import RoleHolder
from samordner_tui.casework import roles
from samordner_tui.casework.change import change_field
from samordner_tui.casework.fields import table_of
from samordner_tui.casework.views import Jump
from samordner_tui.language import _
from samordner_tui.method.terms import StageId
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.stage import Stage, action

HOLDERS = table_of(RoleHolder).name


class RoleAsked(Command):
    """Noterer, at personen i dag er spurgt, om han eller hun vil have rollen."""

    id = "role_asked"
    key = "p"
    title = "Spurgt i dag"
    footer = "Spurgt"


class RoleAccepted(Command):
    """Noterer, at personen har sagt ja til rollen."""

    id = "role_accepted"
    key = "j"
    title = "Har sagt ja"
    footer = "Ja"


class RoleDeclined(Command):
    """Noterer, at personen har sagt nej tak. Linjen bliver stående, og rollen er åben igen."""

    id = "role_declined"
    key = "x"
    title = "Har sagt nej tak"
    footer = "Nej tak"


class RoleBriefed(Command):
    """Noterer, at personen i dag er sat ind i, hvad rollen går ud på."""

    id = "role_briefed"
    key = "i"
    title = "Sat ind i rollen i dag"
    footer = "Sat ind"


ABOUT_A_HOLDER = (RoleAsked, RoleAccepted, RoleDeclined, RoleBriefed)


class RolesStage(Stage):
    """The roles with their own commands."""

    STAGE = StageId.ROLES
    OFFERS = (*Stage.OFFERS, *ABOUT_A_HOLDER)
    BINDINGS = keys_of(OFFERS)

    def answer(self, jump: Jump) -> None:
        """A role that nobody has is given to somebody at once."""
        super().answer(jump)
        waiting = next((one for one in self.list.rows_of(jump.section) if one.is_expected), None)
        if jump.row_id is None and waiting is not None:
            self.list.point_at(waiting.id)
            self._open(waiting)

    @action
    async def action_role_asked(self) -> None:
        """Asked today."""
        await self._date("asked_on", _("Spurgt om en rolle"))

    @action
    async def action_role_accepted(self) -> None:
        """Said yes."""
        await self._answer(accepted=True)

    @action
    async def action_role_declined(self) -> None:
        """Said no thanks."""
        await self._answer(accepted=False)

    @action
    async def action_role_briefed(self) -> None:
        """Set into the role today."""
        await self._date("briefed_on", _("Sat ind i rollen"))

    async def _answer(self, *, accepted: bool) -> None:
        row, today = self.row, self.today
        if row is not None:
            await self.write(
                _("Svar om en rolle"), lambda session: roles.answer(session, row.id, today, accepted=accepted)
            )

    async def _date(self, field: str, label: str) -> None:
        row, today = self.row, self.today
        if row is not None:
            await self.write(label, lambda session: change_field(session, RoleHolder, row.id, field, today, today))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where the cursor stands on somebody with a role."""
        if action in {command.id for command in ABOUT_A_HOLDER}:
            return self.row is not None and self.row.record == HOLDERS and not self.row.is_expected
        return super().check_action(action, parameters)
