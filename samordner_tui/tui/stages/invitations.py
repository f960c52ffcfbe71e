"""Invitationer on the screen: one for everybody, sent, reminded and answered; and what has to be booked."""

from __future__ import annotations

from collections.abc import Sequence

from samordner_tui.archive.records.practical import Invitation
from samordner_tui.casework import invitations, together
from samordner_tui.casework.fields import table_of
from samordner_tui.casework.views import Jump
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.terms import StageId
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.drafting import named_after
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.stages.together import named, whom
from samordner_tui.tui.stages.venue import BookingAsked, BookingCancelled, BookingCommands, BookingConfirmed
from samordner_tui.tui.widgets.option_lines import Option

INVITATIONS = table_of(Invitation).name
SENT = ("channel", "sent_on")
ANSWERED = ("answer", "answered_by", "attendance", "companions", "companion_children", "needs")


class InviteEverybody(Command):
    """Laver en invitation til hver af dem, der er besluttet inviteret. Hver får sin egen; der er ingen fælles liste."""

    id = "invite_everybody"
    key = "a"
    title = "Lav invitationer til alle"
    footer = "Til alle"
    footer_place = 12


class InvitationSent(Command):
    """Noterer, hvem der har fået invitationen, hvordan og hvornår. Du kan vælge flere på én gang."""

    id = "invitation_sent"
    key = "e"
    title = "Invitationen er sendt"
    footer = "Sendt"


class InvitationReminded(Command):
    """Noterer, hvem du i dag har mindet om invitationen. Du kan vælge flere på én gang."""

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


ABOUT_INVITATIONS = (InvitationSent, InvitationReminded, InvitationAnswered)


class InvitationsStage(BookingCommands):
    """The invitations with their own commands."""

    STAGE = StageId.INVITATIONS
    OFFERS = (
        *Stage.OFFERS,
        InviteEverybody,
        *ABOUT_INVITATIONS,
        BookingAsked,
        BookingConfirmed,
        BookingCancelled,
    )
    BINDINGS = keys_of(OFFERS)

    def answer(self, jump: Jump) -> None:
        """Who has got it is chosen among all; an answer is asked of the one who owes it."""
        if jump.section != INVITATIONS or jump.field not in {"sent_on", "answer"}:
            super().answer(jump)
            return
        self.list.point_at_section(jump.section)
        self.list.focus()
        if jump.field == "answer" and self.list.point_at(jump.row_id or ""):
            self.action_invitation_answered()
        else:
            self.action_invitation_sent()

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
        """Ask who got it, how and when, once for all of them. Whoever has no invitation yet gets one on the way."""
        conference, case_id, today = self.conference, self.case_id, self.today
        if conference is None:
            return
        waiting = together.not_sent(self.facts, conference)
        people = await self._whom(_("Hvem har fået invitationen?"), waiting)
        if not people:
            return
        title = _("Hvordan har {name} fået invitationen?").format(name=named(people))
        answers = await self.ask_fields(title, Invitation, SENT, values={"sent_on": today}, draft=named_after(title))
        if answers is not None:
            given, chosen = dict(answers), [one.value for one in people]
            await self.write(
                _("Invitation sendt"),
                lambda session: together.send(session, case_id, conference, chosen, given, today),
            )

    @action
    async def action_invitation_reminded(self) -> None:
        """Note a reminder, of one or of several."""
        conference, today = self.conference, self.today
        if conference is None:
            return
        people = await self._whom(_("Hvem har du mindet om det?"), together.not_answered(self.facts, conference))
        if people:
            chosen = [one.value for one in people]
            await self.write(
                _("Mindet om invitation"), lambda session: together.remind(session, conference, chosen, today)
            )

    async def _whom(self, title: str, people: Sequence[f.Person]) -> tuple[Option, ...]:
        """Who of `people`; the one under the cursor is among them and chosen already."""
        under = self._under_cursor()
        standing = [*people, *(one for one in self.facts.people if one.id == under and one not in people)]
        options = [Option(one.id, one.name, one.relation or "") for one in standing]
        return await whom(self, title, options, [under])

    def _under_cursor(self) -> str:
        """Whose invitation the cursor stands on."""
        row = self.row
        if row is None or row.record != INVITATIONS:
            return ""
        made = self.conference.invitations if self.conference is not None else ()
        person_id = row.add_values.get("person_id") or next((one.person_id for one in made if one.id == row.id), "")
        return str(person_id)

    @action
    async def action_invitation_answered(self) -> None:
        """Ask for the answer, and note it."""
        row, today = self.row, self.today
        if row is None:
            return
        title = _("Hvad svarer {name}?").format(name=row.cells[0])
        answers = await self.ask_fields(title, Invitation, ANSWERED, row_id=row.id, draft=f"answer/{row.id}")
        if answers is not None:
            given = dict(answers)
            await self.write(_("Svar på invitation"), lambda session: invitations.answer(session, row.id, given, today))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about several is there while somebody waits for it; an answer is to an invitation that is made."""
        conference, on_one = self.conference, self.row is not None and self.row.record == INVITATIONS
        if action == InvitationSent.id:
            return conference is not None and (on_one or bool(together.not_sent(self.facts, conference)))
        if action == InvitationReminded.id:
            return conference is not None and bool(together.not_answered(self.facts, conference))
        if action == InvitationAnswered.id:
            return on_one and self.row is not None and not self.row.is_expected
        return super().check_action(action, parameters)
