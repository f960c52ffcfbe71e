"""Before the doors open, on the screen: one key marks what is in place, and one notes who has come."""

from __future__ import annotations

from typing import ClassVar

from samordner_tui.casework.arrivals import SECTION as ARRIVALS
from samordner_tui.casework.arrivals import turn_arrived
from samordner_tui.casework.attendance import Attendee
from samordner_tui.casework.before_doors import MARKED
from samordner_tui.casework.evening_marks import turn_mark
from samordner_tui.casework.views import Row
from samordner_tui.language import _
from samordner_tui.method.terms import PresentAs
from samordner_tui.tui.commands import Command
from samordner_tui.tui.evening_commands import HasCome, InPlace
from samordner_tui.tui.stages.evening import EveningStage
from samordner_tui.tui.stages.moments import now_of
from samordner_tui.tui.stages.stage import action


class BeforeDoors(EveningStage):
    """A stage where the room is made ready and people arrive."""

    BEFORE_DOORS: ClassVar[tuple[type[Command], ...]] = (InPlace, HasCome)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done where the cursor stands."""
        if action in {InPlace.id, HasCome.id}:
            section = self.section if self.form is None and self.row is not None else None
            return section is not None and (section.id in MARKED if action == InPlace.id else section.id == ARRIVALS)
        return super().check_action(action, parameters)

    @action
    async def action_in_place(self) -> None:
        """In place, or not."""
        row, conference_id, now = self.row, self.held.id, now_of(self)
        if row is not None:
            await self.write(_("På plads"), lambda session: turn_mark(session, conference_id, row.id, now))

    @action
    async def action_has_come(self) -> None:
        """Come, or not."""
        row, conference_id, now = self.row, self.held.id, now_of(self)
        if row is not None:
            who = self._who(row)
            await self.write(_("Er kommet"), lambda session: turn_arrived(session, conference_id, who, now))

    def _who(self, row: Row) -> Attendee:
        """Whom a row of the list of arrivals is about."""
        if row.is_expected:
            present_as, _colon, person_id = row.id.removeprefix("+arrival/").partition(":")
            return Attendee(PresentAs(present_as), person_id or None)
        known = next(one for one in self.held.arrivals if one.id == row.id)
        return Attendee(known.present_as, known.person_id)
