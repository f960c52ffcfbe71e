"""Trin 1 and trin 2 as stages of the case. While the family is alone, the day takes the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from samordner_tui.archive.records.day import Conference
from samordner_tui.casework import steps
from samordner_tui.casework.briefing_reading import read_aloud
from samordner_tui.casework.briefings import leave_out
from samordner_tui.casework.change import change_field
from samordner_tui.casework.day import BRIEFINGS, explain_departure, was_uncalled
from samordner_tui.casework.evening import INFORMATION, running_private_time, running_step
from samordner_tui.language import _
from samordner_tui.method.readings import steps as runs_of
from samordner_tui.method.terms import ConferenceState, StageId
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.evening_commands import (
    BackToDay,
    BeginInformation,
    ChildAway,
    EndInformation,
    ExplainDeparture,
    FamilyAlone,
    LeaveOutBriefing,
    NotePresence,
    NotHereAfterAll,
    PresenceForm,
    QuestionsAnswered,
    ReadBriefing,
    StopConference,
)
from samordner_tui.tui.stages.evening import EveningStage
from samordner_tui.tui.stages.moments import ask_when, last_moment
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.stages.welcoming import Welcoming

if TYPE_CHECKING:
    from samordner_tui.casework.case_frame import CaseShown


class InformationStage(Welcoming):
    """Before the doors open, and trin 1: welcome, briefings, questions."""

    STAGE = StageId.INFORMATION
    STEP = 1
    OFFERS: ClassVar[tuple[type[Command], ...]] = (
        *Stage.OFFERS,
        BeginInformation,
        EndInformation,
        *Welcoming.BEFORE_DOORS,
        NotePresence,
        NotHereAfterAll,
        PresenceForm,
        ChildAway,
        ReadBriefing,
        LeaveOutBriefing,
        QuestionsAnswered,
        *Welcoming.WELCOMING,
        FamilyAlone,
        StopConference,
    )
    BINDINGS = keys_of(OFFERS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        conference = self.conference
        if action == BeginInformation.id:
            waits = conference is not None and conference.state is ConferenceState.PLANNED
            return waits and conference is not None and not runs_of(conference, 1)
        if action == EndInformation.id:
            step = None if conference is None else running_step(conference)
            return step is not None and step.number == INFORMATION
        if action in {ReadBriefing.id, LeaveOutBriefing.id}:
            return self.row is not None and self.row.record == BRIEFINGS
        if action == QuestionsAnswered.id:
            return conference is not None and bool(runs_of(conference, 1)) and conference.questions_answered is not True
        return super().check_action(action, parameters)

    @action
    async def action_begin_information(self) -> None:
        """Begin."""
        conference_id = self.held.id
        told = await ask_when(self, _("Hvornår begyndte trin 1?"))
        if told is not None:
            await self.write(
                _("Trin 1 begyndte"),
                lambda session: steps.begin_information(session, conference_id, told.now, told.at),
                fixed=True,
            )

    @action
    async def action_end_information(self) -> None:
        """End."""
        conference_id = self.held.id
        told = await ask_when(self, _("Hvornår sluttede trin 1?"), earliest=last_moment(self.held))
        if told is not None:
            await self.write(
                _("Trin 1 sluttede"),
                lambda session: steps.end_information(session, conference_id, told.now, told.at),
                fixed=True,
            )

    @action
    async def action_read_briefing(self) -> None:
        """Read aloud, where it may be."""
        row, today = self.row, self.today
        if row is not None:
            await self.write(_("Oplæg læst op"), lambda session: read_aloud(session, row.id, today))

    @action
    async def action_leave_out_briefing(self) -> None:
        """Left out, with a reason."""
        row, today = self.row, self.today
        if row is None:
            return
        reason = await self.ask_reason(_("Hvorfor udelades oplægget?"), row.cells[0])
        if reason is not None:
            await self.write(_("Oplæg udeladt"), lambda session: leave_out(session, row.id, reason, today))

    @action
    async def action_questions_answered(self) -> None:
        """All has been asked."""
        conference_id, today = self.held.id, self.today
        await self.write(
            _("Spørgsmål besvaret"),
            lambda session: change_field(session, Conference, conference_id, "questions_answered", True, today),
        )


class PrivateTimeStage(EveningStage):
    """Trin 2: the clock while it runs; before and after it the times, the log and who took part."""

    STAGE = StageId.PRIVATE_TIME
    STEP = 2
    OFFERS: ClassVar[tuple[type[Command], ...]] = (
        *Stage.OFFERS,
        BackToDay,
        FamilyAlone,
        NotePresence,
        NotHereAfterAll,
        PresenceForm,
        ChildAway,
        ExplainDeparture,
        StopConference,
    )
    BINDINGS = keys_of(OFFERS)

    def __init__(self, stage: StageId) -> None:
        super().__init__(stage)
        self._day_shown: str | None = None

    def show_extra(self, shown: CaseShown) -> None:
        """The day takes the screen once for each private time; after that a key goes back to it."""
        super().show_extra(shown)
        running = None if shown.conference is None else running_private_time(shown.conference)
        if running is not None and running.id != self._day_shown:
            self._day_shown = running.id
            self.action_back_to_day()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == ExplainDeparture.id:
            conference = self.conference
            over = conference is not None and running_private_time(conference) is None
            return over and conference is not None and was_uncalled(conference)
        return super().check_action(action, parameters)

    @action
    async def action_explain_departure(self) -> None:
        """The reason, now that words may be stored."""
        conference_id, today = self.held.id, self.today
        text = _("Hjørnesten 2 er fraveget. Hvorfor var en fagperson i rummet uden at være kaldt ind?")
        reason = await self.ask_reason(_("Hvad var grunden?"), text)
        if reason is not None:
            await self.write(
                _("Grund skrevet"),
                lambda session: explain_departure(session, conference_id, reason, today),
            )
