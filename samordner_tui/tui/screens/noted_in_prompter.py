"""What is noted from the prompter by one key each, without leaving it."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session
from textual import work

from samordner_tui.archive.records.day import Conference
from samordner_tui.casework.briefing_reading import read_aloud
from samordner_tui.casework.change import change_field
from samordner_tui.casework.clock import Now
from samordner_tui.casework.prompter import Point, Prompter, come_to
from samordner_tui.casework.prompter_notes import HANG, LEAVE, QUESTIONS, hang_on_wall, let_leave
from samordner_tui.language import _
from samordner_tui.tui.evening_commands import HasLeft, InPlace, QuestionsAnswered, ReadBriefing
from samordner_tui.tui.screens.frame import FrameScreen

NOTED_AT = {QuestionsAnswered.id: QUESTIONS, InPlace.id: HANG, HasLeft.id: LEAVE}
"""The point at which each of these can be noted."""


class NotedInPrompter(FrameScreen[str]):
    """A screen that shows a point of the køreplan, and keeps what happens at it."""

    case_id: str
    shown: Prompter
    place: int

    @property
    def point(self) -> Point:
        """The point that is shown."""
        return self.shown.points[self.place]

    @property
    def can_end_briefing(self) -> bool:
        """Whether the briefing of this point waits to be read or left out; a rehearsal does neither."""
        briefing = self.point.briefing
        return self.shown.is_running and briefing is not None and not briefing.is_over

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be noted at this point."""
        if action in NOTED_AT:
            here = self.point.about == f"prompt:{NOTED_AT[action]}"
            return here and self.shown.is_running and self.point.is_noted is False
        if action == ReadBriefing.id:
            briefing = self.point.briefing
            return self.can_end_briefing and briefing is not None and (bool(briefing.text) or briefing.on_paper)
        return super().check_action(action, parameters)

    def action_read_briefing(self) -> None:
        """Read aloud."""
        briefing, today = self.point.briefing, self.program.today()
        if briefing is not None:
            self._keep(_("Oplæg læst op"), lambda session: read_aloud(session, briefing.id, today))

    def action_questions_answered(self) -> None:
        """All has been asked."""
        conference_id, today = self.shown.conference_id, self.program.today()
        self._keep(
            _("Spørgsmål besvaret"),
            lambda session: change_field(session, Conference, conference_id, "questions_answered", True, today),
        )

    def action_in_place(self) -> None:
        """On the wall."""
        case_id, conference_id, now = self.case_id, self.shown.conference_id, self._now
        self._keep(_("På plads"), lambda session: hang_on_wall(session, case_id, conference_id, now))

    def action_has_left(self) -> None:
        """All who are to leave have left."""
        case_id, conference_id, now = self.case_id, self.shown.conference_id, self._now
        self._keep(_("Er gået"), lambda session: let_leave(session, case_id, conference_id, now))

    def keep_place(self) -> None:
        """Keep that we have come to the point; a rehearsal keeps nothing."""
        if self.shown.is_running:
            conference_id, points, place, now = self.shown.conference_id, self.shown.points, self.place, self._now
            label = _("Hvor I er i køreplanen")
            self._keep(label, lambda session: come_to(session, conference_id, points, place, now), kind="fixed")

    @property
    def _now(self) -> Now:
        return Now(self.program.now(), self.program.zone)

    @work(group="write")
    async def _keep(self, label: str, change: Callable[[Session], None], kind: str = "edit") -> None:
        with self.program.saying_refusals():
            await self.program.write(label, change, self.case_id, kind=kind)
            if kind != "fixed":
                self.refresh_case()
