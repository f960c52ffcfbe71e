"""The next conference of the series, and what became of each agreement."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Progress
from samordner_tui.casework.follow_up import PROGRESS, add_next_conference, note_progress
from samordner_tui.language import _
from samordner_tui.method.terms import ConferenceState, ProgressState, StageId
from samordner_tui.tui.after_commands import AddNextConference, WhatBecameOfIt
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.widgets.option_lines import Option

ITEM = "item:"


class FollowUpStage(Stage):
    """Opfølgende rådslagning."""

    STAGE = StageId.FOLLOW_UP
    OFFERS: ClassVar[tuple[type[Command], ...]] = (*Stage.OFFERS, AddNextConference, WhatBecameOfIt)
    BINDINGS = keys_of(OFFERS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == AddNextConference.id:
            return self._can_grow()
        if action == WhatBecameOfIt.id:
            row = self.row
            return self.form is None and row is not None and (row.id.startswith(ITEM) or row.record == PROGRESS)
        return super().check_action(action, parameters)

    def _can_grow(self) -> bool:
        conference = self.conference
        if conference is None or conference.state is ConferenceState.PLANNED or self.shown is None:
            return False
        return conference.number == max(one.number for one in self.shown.facts.conferences)

    @action
    async def action_add_next_conference(self) -> None:
        """It grows from the last one."""
        conference, today, zone = self.conference, self.today, self.program.zone
        if conference is None:
            return
        next_id = await self.write(
            _("Næste rådslagning"), lambda session: add_next_conference(session, conference.id, today, zone)
        )
        self.case_screen.conference_id = next_id
        self.case_screen.go(StageId.VENUE)
        self.say(_("Den næste rådslagning er oprettet. Spørg til roller og lokale igen."))

    @action
    async def action_what_became_of_it(self) -> None:
        """Done, partly, not, or changed."""
        row, conference, today = self.row, self.conference, self.today
        if row is None or conference is None:
            return
        options = [Option(one, self.method.label(one)) for one in ProgressState]
        chosen = await self.ask(NumberedDialog(_("Hvad blev det til?"), options, text=row.cells[0]))
        if chosen is None:
            return
        state = ProgressState(chosen)
        item_id = row.id.removeprefix(ITEM) if row.id.startswith(ITEM) else await self._item_of(row.id)
        if item_id is not None:
            await self.write(
                _("Hvad blev det til?"), lambda session: note_progress(session, conference.id, item_id, state, today)
            )

    async def _item_of(self, progress_id: str) -> str | None:
        def item(session: Session) -> str | None:
            row = session.get(Progress, progress_id)
            return row.item_id if row is not None else None

        return await self.read(item)
