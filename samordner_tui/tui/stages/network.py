"""Netværket on the screen: the line for a new person, deciding who is invited, what is said, distance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.widget import Widget

from samordner_tui.archive.records.network import Person
from samordner_tui.casework import deciding, network, people_list, together, visits
from samordner_tui.casework.known_names import lines_to_add
from samordner_tui.casework.views import Jump
from samordner_tui.language import _
from samordner_tui.method.terms import InvitationChoice, PersonKind, StageId
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.dialogs.deciding import DecidingDialog
from samordner_tui.tui.dialogs.fields import Answers
from samordner_tui.tui.incoming_commands import BringInFile, MergeDoubles
from samordner_tui.tui.map_commands import ShowNetworkMap
from samordner_tui.tui.network_commands import DecideInvitation, KeepDistance, WhatIsSaid
from samordner_tui.tui.prompt_commands import FindPeople
from samordner_tui.tui.screens.family_tree import FamilyTreeScreen
from samordner_tui.tui.screens.network_map import NetworkMapScreen
from samordner_tui.tui.screens.prompts import PromptsScreen
from samordner_tui.tui.stages.bringing_in import BringsPeopleIn
from samordner_tui.tui.stages.from_visits import FromVisits
from samordner_tui.tui.stages.merging import MergesDoubles
from samordner_tui.tui.stages.person_deletion import DeletesPeople
from samordner_tui.tui.stages.stage import action
from samordner_tui.tui.stages.visiting import PEOPLE
from samordner_tui.tui.tree_commands import ShowFamilyTree
from samordner_tui.tui.widgets.decision_lines import Deciding
from samordner_tui.tui.widgets.quick_add import QuickAddLine

if TYPE_CHECKING:
    from samordner_tui.casework.case_frame import CaseShown

DECIDED_BY = "decided_by"
"""The field at which a decision is asked for."""


class NetworkStage(BringsPeopleIn, MergesDoubles, DeletesPeople, FromVisits):
    """The network with the line for a new person and its own commands."""

    STAGE = StageId.NETWORK
    OFFERS = (
        *DeletesPeople.OFFERS,
        *FromVisits.VISITING,
        *FromVisits.FROM_VISITS,
        BringInFile,
        MergeDoubles,
        DecideInvitation,
        WhatIsSaid,
        KeepDistance,
        FindPeople,
        ShowNetworkMap,
        ShowFamilyTree,
    )
    BINDINGS = keys_of(OFFERS)

    map_id = ""
    """The map that was last looked at; empty for the one that the people of the case stand on."""

    def compose_extra(self) -> Iterable[Widget]:
        """The line for a new person."""
        yield QuickAddLine(self.method.label, takes_several=True)

    def show_extra(self, shown: CaseShown) -> None:
        """Offer on the line whoever is named in the case and not in the network."""
        self._offer_names()

    @work(group="names", exclusive=True)
    async def _offer_names(self) -> None:
        case_id = self.case_id
        lines = await self.read(lambda session: lines_to_add(session, case_id))
        if not self.is_going:
            self.query_one(QuickAddLine).offer(lines)

    def take_focus(self) -> None:
        """While nobody is around the child yet, the first is to be typed at once."""
        if self.form is None and all(one.kind is PersonKind.CHILD for one in self.facts.people):
            self.query_one(QuickAddLine).field.focus()
        else:
            super().take_focus()

    @action
    async def action_add_row(self) -> None:
        """A new person is typed on the line; a visit is to somebody; anything else is added as everywhere."""
        section = self.section
        if section is None or section.id == people_list.SECTION:
            self.query_one(QuickAddLine).field.focus()
        elif section.id == visits.SECTION:
            await self._plan_visit(())
        elif section.adds is not None:
            await self.add_row(section.adds, section.add_values, draft=f"new-{section.id}")

    @on(QuickAddLine.Added)
    def _added(self, event: QuickAddLine.Added) -> None:
        event.stop()
        self._add_person(event)

    @on(QuickAddLine.Left)
    def _line_left(self, event: QuickAddLine.Left) -> None:
        event.stop()
        self.list.focus()

    @action
    async def _add_person(self, event: QuickAddLine.Added) -> None:
        case_id, today, person = self.case_id, self.today, event.person
        with self.query_one(QuickAddLine).giving_back(event.typed):
            await self.write(_("Ny person"), lambda session: network.add_person(session, case_id, person, today))

    def answer(self, jump: Jump) -> None:
        """What is asked is answered at once: a visit is planned, an invitation decided, what somebody says noted."""
        if jump.section == visits.SECTION:
            self._answer_visit(jump.row_id)
        elif jump.section == network.VIEWS and jump.row_id is not None:
            self._answer_view(jump.row_id)
        elif jump.field == DECIDED_BY and jump.row_id is not None:
            self.list.point_at(jump.row_id)
            self.action_decide_invitation()
        else:
            super().answer(jump)

    @action
    async def _answer_view(self, person_id: str) -> None:
        await self.add_row("views", {"person_id": person_id})

    @action
    async def action_decide_invitation(self) -> None:
        """Who is invited, one key a person; of everybody who is not, it is asked why and how they are told."""
        row = self.row
        here = row.id if row is not None and row.record == PEOPLE else ""
        decided = await self.ask(DecidingDialog(together.to_decide(self.facts, here), here, self.method))
        if not decided:
            return
        decisions = {one.person_id: one.values for one in decided if one.invited is not InvitationChoice.NOT_INVITED}
        for one in decided:
            if one.invited is InvitationChoice.NOT_INVITED:
                why = await self._why_not(one)
                decisions.update({one.person_id: {**one.values, **why}} if why is not None else {})
        away = [one.person_id for one in decided if one.is_not_invited and one.person_id in decisions]
        for person_id in await self._who_keeps_what_they_have(away):
            del decisions[person_id]
        if decisions:
            today = self.today
            await self.write(_("Invitation besluttet"), lambda session: together.decide_each(session, decisions, today))

    async def _why_not(self, decided: Deciding) -> Answers | None:
        """Why somebody is not invited, how they are told, and which other way is open."""
        return await self.ask_fields(
            _("{name} inviteres ikke").format(name=decided.name),
            Person,
            deciding.WHY_NOT,
            row_id=decided.person_id,
            text=_(
                "Egne ord kan udelades; de står på ingen liste og intet papir. Beslutningen kan altid ændres, og den "
                "forrige står i historikken."
            ),
            draft=f"why-not/{decided.person_id}",
        )

    async def _who_keeps_what_they_have(self, people: Sequence[str]) -> frozenset[str]:
        """Those whose role or invitation is not to go: nothing is decided about them, and everything about the rest."""
        standing = await self.read(lambda session: together.standing_against(session, people))
        if standing and not await self.ask_yes_no(
            _("Der er en rolle eller en invitation"),
            _("Den bliver taget væk, når personen ikke inviteres."),
            yes=_("Tag den væk"),
        ):
            return standing
        return frozenset()

    @action
    async def action_what_is_said(self) -> None:
        """Note what somebody says about the person under the cursor."""
        row = self.row
        if row is not None:
            await self.add_row("views", {"person_id": row.id})

    @action
    async def action_keep_distance(self) -> None:
        """Note that the person under the cursor needs distance to another."""
        row = self.row
        if row is not None:
            await self.add_row("conflict_pairs", {"first_id": row.id})

    @action
    async def action_find_people(self) -> None:
        """The questions that call names to mind."""
        await self.ask(PromptsScreen(self.case_id))

    @action
    async def action_network_map(self) -> None:
        """The map with the cursor on the same person; whoever is chosen there is opened here."""
        row = self.row
        pointed = row.id if row is not None and row.record == PEOPLE else ""
        screen = NetworkMapScreen(self.case_id, pointed, self.map_id)
        chosen = await self.ask(screen)
        self.map_id = screen.map_id
        if chosen:
            await self.open_row(PEOPLE, chosen, came_from=self.action_network_map)

    @action
    async def action_family_tree(self) -> None:
        """The tree with the cursor on the same person; whatever is chosen there is opened here."""
        row = self.row
        pointed = row.id if row is not None and row.record == PEOPLE else ""
        chosen = await self.ask(FamilyTreeScreen(self.case_id, pointed))
        if chosen:
            await self.open_row(chosen.table, chosen.row_id, came_from=self.action_family_tree)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about a person stands at a person."""
        if action == DecideInvitation.id:
            return self.record_here == PEOPLE or (self.shown is not None and bool(together.undecided(self.facts)))
        if action in {WhatIsSaid.id, KeepDistance.id}:
            return self.record_here == PEOPLE
        return super().check_action(action, parameters)
