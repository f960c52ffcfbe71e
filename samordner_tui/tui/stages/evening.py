"""What the three stages of the evening share: the line of the trin, who is here, beginning private time, stopping."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from samordner_tui.archive.records.network import ChildAbsence
from samordner_tui.casework import steps
from samordner_tui.casework.attendance import note_presence
from samordner_tui.casework.attendance_list import SECTION as ATTENDANCE
from samordner_tui.casework.attendance_list import attendee_of, presence_of
from samordner_tui.casework.change import add
from samordner_tui.casework.day_shown import read_private_time
from samordner_tui.casework.evening import running_private_time, running_step
from samordner_tui.casework.evening_sections import waiting_round
from samordner_tui.casework.silence import PRIVATE_TIME
from samordner_tui.language import _
from samordner_tui.method.readings import done
from samordner_tui.method.readings import steps as runs_of
from samordner_tui.method.terms import Attendance, ConferenceState, StageId
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.evening_commands import (
    BackToDay,
    ChildAway,
    FamilyAlone,
    NotePresence,
    NotHereAfterAll,
    PresenceForm,
)
from samordner_tui.tui.screens.day import DayScreen
from samordner_tui.tui.stages.ending import EndsHonestly
from samordner_tui.tui.stages.moments import ask_when, last_moment
from samordner_tui.tui.stages.said_yes import ask_who_is_here
from samordner_tui.tui.stages.stage import action
from samordner_tui.tui.widgets.option_lines import Option
from samordner_tui.tui.widgets.step_line import StepLine, steps_of

if TYPE_CHECKING:
    from samordner_tui.casework.case_frame import CaseShown
    from samordner_tui.method.facts import Conference

CHILD = "child:"


class EveningStage(EndsHonestly):
    """A stage of the evening."""

    STEP = 0
    """The trin whose attendance it notes."""
    DEFAULT_CSS = """
    EveningStage StepLine { margin-bottom: 1; }
    """

    def compose_extra(self) -> Iterable[Widget]:
        """The line of the three trin."""
        yield StepLine()

    def show_extra(self, shown: CaseShown) -> None:
        """Show how far the evening has come; while the family is alone, the day takes the screen."""
        conference = shown.conference
        over = [number for number in (1, 2, 3) if conference is not None and done(conference, number)]
        step = None if conference is None else running_step(conference)
        self.query_one(StepLine).steps = steps_of(self.method, runs=None if step is None else step.number, over=over)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        conference = self.conference
        if action == PresenceForm.id:
            return self._on_somebody
        if action in {NotePresence.id, NotHereAfterAll.id}:
            return self._on_somebody and self._is_here is (action == NotHereAfterAll.id)
        if action == ChildAway.id:
            return self.form is None and self.row is not None and self.row.id.startswith(CHILD)
        if action == BackToDay.id:
            return conference is not None and running_private_time(conference) is not None
        if action == FamilyAlone.id:
            return conference is not None and may_be_alone(conference)
        return super().check_action(action, parameters)

    @property
    def _on_somebody(self) -> bool:
        """Whether the cursor stands on somebody who may be in the room."""
        return self.form is None and self.section is not None and self.section.id == ATTENDANCE

    @property
    def _is_here(self) -> bool:
        """Whether the one under the cursor is noted already, in any form."""
        row, conference = self.row, self.conference
        if row is None or conference is None:
            return False
        return presence_of(conference, self.STEP, attendee_of(row.id)) is not None

    def action_not_here_after_all(self) -> None:
        """The note is taken away."""
        self.action_note_presence()

    @action
    async def action_note_presence(self) -> None:
        """In the room, or not noted."""
        row = self.row
        if row is None:
            return
        who, conference, today = attendee_of(row.id), self.held, self.today
        form = Attendance.IN_ROOM if presence_of(conference, self.STEP, who) is None else None
        await self.write(
            _("Til stede"), lambda session: note_presence(session, conference.id, self.STEP, who, form, today)
        )

    @action
    async def action_presence_form(self) -> None:
        """Another form of taking part."""
        row = self.row
        if row is None:
            return
        who, conference, today = attendee_of(row.id), self.held, self.today
        options = [Option(one, self.method.label(one)) for one in Attendance]
        chosen = await self.ask(NumberedDialog(_("Hvordan er {name} med?").format(name=row.cells[0]), options))
        if chosen is not None:
            form = Attendance(chosen)
            await self.write(
                _("Til stede"), lambda session: note_presence(session, conference.id, self.STEP, who, form, today)
            )

    @action
    async def action_child_away(self) -> None:
        """Why, and whose words it is."""
        row = self.row
        if row is None:
            return
        conference_id, case_id, today = self.held.id, self.case_id, self.today
        child_id = row.id.removeprefix(CHILD)
        title = _("Hvorfor er {name} ikke med?").format(name=row.cells[0])
        answers = await self.ask_fields(title, ChildAbsence, ("reason", "whose_words"), draft=f"new-{row.id}")
        if answers is not None:
            values = {**answers, "conference_id": conference_id, "child_id": child_id}
            await self.write(
                _("Barnet var ikke med"), lambda session: add(session, ChildAbsence, case_id, today, **values)
            )

    @action
    async def action_family_alone(self) -> None:
        """Begin private time; what lacks is named, and goes on with a reason."""
        conference, method = self.held, self.method
        nobody_noted = await ask_who_is_here(self)
        if nobody_noted is None:
            return
        text = f"{_('Familien og netværket er alene fra nu af.')} {nobody_noted}".rstrip()
        told = await ask_when(self, _("Hvornår gik I ud?"), text, earliest=last_moment(conference))
        if told is None:
            return
        await self.write(
            _("Familiens egen tid begyndte"),
            lambda session: steps.begin_private_time(session, conference.id, told.now, method, at=told.at),
            fixed=True,
        )
        await self.show_day()

    @action
    async def action_back_to_day(self) -> None:
        """The clock again."""
        await self.show_day()

    async def show_day(self) -> None:
        """The screen of the family's own time, until they are ready or somebody goes elsewhere."""
        if any(isinstance(screen, DayScreen) for screen in self.app.screen_stack):
            return
        shown = await self.read(lambda session: read_private_time(session, self.case_id))
        if shown is None:
            return
        ready = await self.app.push_screen_wait(DayScreen(self.case_id, shown))
        self.case_screen.go(StageId.APPROVAL if ready else StageId.PRIVATE_TIME)


def may_be_alone(conference: Conference) -> bool:
    """Whether private time can begin: for the first time, or anew after a return."""
    if conference.state is not ConferenceState.PLANNED or not runs_of(conference, 1):
        return False
    return not runs_of(conference, PRIVATE_TIME) or waiting_round(conference) is not None
