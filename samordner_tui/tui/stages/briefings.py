"""Oplæg on the screen: gone through with child and parents, approved by those it tells about, or left out."""

from __future__ import annotations

from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.casework import briefings
from samordner_tui.casework.briefing_list import APPROVALS as APPROVED_BY
from samordner_tui.casework.briefing_list import those_it_tells_about
from samordner_tui.casework.cells import name_of
from samordner_tui.casework.fields import table_of
from samordner_tui.casework.views import Jump
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.briefings import is_informants
from samordner_tui.method.terms import StageId
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.widgets.option_lines import Option

BRIEFINGS, APPROVALS = table_of(Briefing).name, table_of(BriefingApproval).name


class GoneThrough(Command):
    """Noterer, at oplægget i dag er gennemgået med barnet, med forældrene eller med dem alle."""

    id = "gone_through"
    key = "g"
    title = "Gennemgået i dag"
    footer = "Gennemgået"


class Approved(Command):
    """Noterer, hvem af dem, oplægget handler om, der i dag har godkendt det, som det står."""

    id = "approved"
    key = "k"
    title = "Godkendt i dag"
    footer = "Godkendt"


class LeaveOut(Command):
    """Udelader oplægget, så det ikke læses op. Programmet spørger om en grund."""

    id = "leave_out"
    key = "u"
    title = "Udelad oplægget"
    footer = "Udelad"


class BriefingsStage(Stage):
    """The briefings with their own commands."""

    STAGE = StageId.BRIEFINGS
    OFFERS = (*Stage.OFFERS, GoneThrough, Approved, LeaveOut)
    BINDINGS = keys_of(OFFERS)

    @property
    def briefing(self) -> f.Briefing | None:
        """The briefing under the cursor, or the one that the approval under the cursor is about."""
        row = self.row
        if row is None or self.conference is None:
            return None
        wanted = row.add_values.get("briefing_id", row.id)
        for one in self.conference.briefings:
            if one.id == wanted:
                return one
        return None

    def answer(self, jump: Jump) -> None:
        """When it is asked who has approved a briefing, it is noted at once."""
        if jump.section != APPROVED_BY:
            super().answer(jump)
            return
        self.list.focus()
        if self.list.point_at(jump.row_id or ""):
            self.action_approved()

    @action
    async def action_gone_through(self) -> None:
        """Note with whom a briefing was gone through today."""
        briefing, today = self.briefing, self.today
        if briefing is None:
            return
        options = [Option("child", _("Barnet")), Option("parents", _("Forældrene"))]
        chosen = await self.ask_several(_("Hvem har du gennemgået det med?"), options, ("child", "parents"))
        if chosen:
            child, parents = "child" in chosen, "parents" in chosen
            await self.write(
                _("Oplæg gennemgået"),
                lambda session: briefings.gone_through(session, briefing.id, today, child=child, parents=parents),
            )

    @action
    async def action_approved(self) -> None:
        """Note who has approved a briefing today."""
        briefing, today, facts = self.briefing, self.today, self.facts
        if briefing is None:
            return
        asked = [one.person_id for one in briefing.approvals]
        people = dict.fromkeys((*asked, *those_it_tells_about(facts)))
        given = [
            one.person_id for one in briefing.approvals if one.approved and one.approved_version == briefing.version
        ]
        options = [Option(one, name_of(facts, one)) for one in people]
        chosen = await self.ask_several(_("Hvem har godkendt oplægget, som det står?"), options, given)
        if chosen is not None:
            new = [one for one in chosen if one not in given]
            await self.write(
                _("Oplæg godkendt"), lambda session: briefings.approve_for(session, briefing.id, new, today)
            )

    @action
    async def action_leave_out(self) -> None:
        """Leave a briefing out, with a reason."""
        briefing, today = self.briefing, self.today
        if briefing is None:
            return
        reason = await self.ask_reason(_("Udelad oplægget"), _("Hvorfor skal det ikke læses op?"))
        if reason is not None:
            await self.write(
                _("Oplæg udeladt"), lambda session: briefings.leave_out(session, briefing.id, reason, today)
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where the cursor stands on a briefing; only an informatør's is approved."""
        if action in {GoneThrough.id, LeaveOut.id}:
            return self.briefing is not None
        if action == Approved.id:
            return self.briefing is not None and is_informants(self.briefing)
        return super().check_action(action, parameters)
