"""Welcoming people in trin 1, on the screen: somebody who is not on the list, and a professional who leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar, Final

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.attendance import turn_left
from samordner_tui.casework.attendance_list import SECTION as ATTENDANCE
from samordner_tui.casework.attendance_list import attendee_of, presence_of
from samordner_tui.casework.briefings import leave_out
from samordner_tui.casework.cells import joined
from samordner_tui.casework.evening import INFORMATION, running_step
from samordner_tui.casework.prompter import read_prompter
from samordner_tui.casework.walk_in import WalkIn, let_in, who_it_may_be
from samordner_tui.language import _
from samordner_tui.method.readings import person
from samordner_tui.method.terms import PersonKind
from samordner_tui.tui.commands import Command
from samordner_tui.tui.evening_commands import HasLeft, WalksIn
from samordner_tui.tui.prompter_commands import OpenPrompter
from samordner_tui.tui.screens.prompter import PrompterScreen
from samordner_tui.tui.stages.before_doors import BeforeDoors
from samordner_tui.tui.stages.moments import now_of
from samordner_tui.tui.stages.stage import action
from samordner_tui.tui.widgets.option_lines import Option

SOMEBODY_ELSE: Final = "+"


class Welcoming(BeforeDoors):
    """A stage where people come in and leave."""

    WELCOMING: ClassVar[tuple[type[Command], ...]] = (HasLeft, WalksIn, OpenPrompter)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == WalksIn.id:
            step = None if self.conference is None or self.form is not None else running_step(self.conference)
            return step is not None and step.number == INFORMATION
        if action == OpenPrompter.id:
            return self.form is None and self.conference is not None
        if action == HasLeft.id:
            return self._may_leave
        return super().check_action(action, parameters)

    @action
    async def action_open_prompter(self) -> None:
        """The prompter, until it is left. The reason for a briefing that is left out is asked here, and we go back."""
        conference_id, method, today = self.held.id, self.method, self.today
        place: int | None = None
        while True:
            shown = await self.read(lambda session: read_prompter(session, self.case_id, conference_id, method))
            screen = PrompterScreen(self.case_id, shown, place)
            left_out = await self.ask(screen)
            if left_out is None:
                return
            place = screen.place
            text = screen.point.say
            reason = await self.ask_reason(_("Hvorfor udelades oplægget?"), text)
            if reason is not None:
                await self._leave_out(left_out, reason, today)

    async def _leave_out(self, briefing_id: str, reason: str, today: date) -> None:
        await self.write(_("Oplæg udeladt"), lambda session: leave_out(session, briefing_id, reason, today))

    @property
    def _may_leave(self) -> bool:
        """Whether the cursor stands on a professional who is in trin 1."""
        row = self.row if self.form is None else None
        if row is None or self.section is None or self.section.id != ATTENDANCE:
            return False
        who = attendee_of(row.id)
        somebody = person(self.facts, who.person_id)
        is_professional = somebody is not None and somebody.kind is PersonKind.PROFESSIONAL
        return is_professional and presence_of(self.held, INFORMATION, who) is not None

    @action
    async def action_has_left(self) -> None:
        """Left, or still here."""
        row, conference_id, now = self.row, self.held.id, now_of(self)
        if row is not None:
            who = attendee_of(row.id)
            await self.write(_("Er gået"), lambda session: turn_left(session, conference_id, INFORMATION, who, now))

    @action
    async def action_walks_in(self) -> None:
        """Who it is; they are in the room at once."""
        conference_id, now = self.held.id, now_of(self)
        names, values = ("name", "kind", "relation"), {"kind": PersonKind.PRIVATE}
        answers = await self.ask_fields(
            _("Hvem er kommet?"), Person, names, values=values, draft="new-walk-in", offers_names=False
        )
        if answers is None:
            return
        who = WalkIn(str(answers["name"]), PersonKind(str(answers["kind"])), str(answers["relation"] or "") or None)
        told = await self._known_or_new(who)
        if told is not None:
            await self.write(_("Kom uden at stå på listen"), lambda session: let_in(session, conference_id, told, now))

    async def _known_or_new(self, who: WalkIn) -> WalkIn | None:
        """Ask whether it is somebody of the case whose name it may be; None where nobody answers."""
        conference_id = self.held.id
        ids = await self.read(lambda session: who_it_may_be(session, conference_id, who.name))
        known = [one for one in self.facts.people if one.id in ids]
        if not known:
            return who
        options = [Option(one.id, joined(one.name, one.relation)) for one in known]
        options.append(Option(SOMEBODY_ELSE, _("En anden")))
        chosen = await self.ask_choice(_("Hvem er {name}?").format(name=who.name), options)
        if chosen is None:
            return None
        if chosen == SOMEBODY_ELSE:
            return replace(who, is_somebody_else=True)
        return replace(who, known_id=chosen)
