"""Invitationer on the screen: one for everybody, sent, reminded and answered; and what has to be booked."""

from __future__ import annotations

from samordner_tui.archive.records.practical import Invitation
from samordner_tui.casework import invitations
from samordner_tui.casework.fields import table_of
from samordner_tui.language import _, ngettext
from samordner_tui.method.terms import SendChannel, StageId
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.pick import Option
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.stages.venue import BookingAsked, BookingCancelled, BookingCommands, BookingConfirmed

INVITATIONS = table_of(Invitation).name
ANSWERED = ("answer", "answered_by", "attendance", "companions", "companion_children", "needs")


class InviteEverybody(Command):
    """Laver en invitation til hver af dem, der er besluttet inviteret. Hver får sin egen; der er ingen fælles liste."""

    id = "invite_everybody"
    key = "a"
    title = "Lav invitationer til alle"
    footer = "Til alle"
    footer_place = 12


class InvitationSent(Command):
    """Noterer, at invitationen er givet eller sendt i dag, og hvordan."""

    id = "invitation_sent"
    key = "e"
    title = "Sendt i dag"
    footer = "Sendt"


class InvitationReminded(Command):
    """Noterer, at du i dag har mindet om invitationen."""

    id = "invitation_reminded"
    key = "m"
    title = "Mindet om den i dag"
    footer = "Mindet om"


class InvitationAnswered(Command):
    """Skriver svaret: ja, nej eller måske, hvordan de er med, hvem de har med, og hvad de har brug for."""

    id = "invitation_answered"
    key = "y"
    title = "Skriv svaret"
    footer = "Svar"


ABOUT_AN_INVITATION = (InvitationSent, InvitationReminded, InvitationAnswered)


class InvitationsStage(BookingCommands):
    """The invitations with their own commands."""

    STAGE = StageId.INVITATIONS
    OFFERS = (
        *Stage.OFFERS,
        InviteEverybody,
        *ABOUT_AN_INVITATION,
        BookingAsked,
        BookingConfirmed,
        BookingCancelled,
    )
    BINDINGS = keys_of(OFFERS)

    @action
    async def action_invite_everybody(self) -> None:
        """Make an invitation for everybody who has none."""
        conference, facts, case_id, today = self.conference, self.facts, self.case_id, self.today
        if conference is None:
            return
        made = await self.write(
            _("Invitationer lavet"),
            lambda session: invitations.make_for_everybody(session, case_id, facts, conference, today),
        )
        count = len(made)
        said = ngettext("{count} invitation er lavet.", "{count} invitationer er lavet.", count).format(count=count)
        self.say(said if made else _("Alle har en invitation."))

    @action
    async def action_invitation_sent(self) -> None:
        """Ask how it was sent, and note it."""
        row, today = self.row, self.today
        if row is None:
            return
        options = [Option(one, self.method.label(one)) for one in SendChannel]
        chosen = await self.ask_choice(_("Hvordan er den sendt?"), options)
        if chosen is not None:
            channel = SendChannel(chosen)
            await self.write(_("Invitation sendt"), lambda session: invitations.send(session, row.id, channel, today))

    @action
    async def action_invitation_reminded(self) -> None:
        """Note a reminder."""
        row, today = self.row, self.today
        if row is not None:
            await self.write(_("Mindet om invitation"), lambda session: invitations.remind(session, row.id, today))

    @action
    async def action_invitation_answered(self) -> None:
        """Ask for the answer, and note it."""
        row, today = self.row, self.today
        if row is None:
            return
        title = _("Hvad svarer {name}?").format(name=row.cells[0])
        answers = await self.ask_fields(title, Invitation, ANSWERED, row_id=row.id)
        if answers is not None:
            given = dict(answers)
            await self.write(_("Svar på invitation"), lambda session: invitations.answer(session, row.id, given, today))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where the cursor stands on an invitation that is made."""
        if action in {command.id for command in ABOUT_AN_INVITATION}:
            return self.row is not None and self.row.record == INVITATIONS and not self.row.is_expected
        return super().check_action(action, parameters)
