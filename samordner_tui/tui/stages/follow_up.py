"""The next conference of the series, what it takes with it, and what became of each agreement."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Progress
from samordner_tui.casework import agreement_course, offered_again, taken_again
from samordner_tui.casework.change import change_fields
from samordner_tui.casework.evening import running_private_time
from samordner_tui.casework.follow_up import ITEM, PROGRESS, add_next_conference, context_of, note_progress
from samordner_tui.casework.plan_reading import first_line
from samordner_tui.language import _
from samordner_tui.method.facts import Conference
from samordner_tui.method.readings import done, latest_plan
from samordner_tui.method.terms import ConferenceKind, ConferenceState, ProgressState, StageId
from samordner_tui.refusals import Refused
from samordner_tui.tui.after_commands import (
    AddNextConference,
    AgreementCourse,
    CarryOn,
    MoveTheDay,
    PlanWithoutMeeting,
    TakeAgain,
    TakeAllAgain,
    WhatBecameOfIt,
)
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.course import CourseDialog
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.evening_commands import StopConference
from samordner_tui.tui.stages.ending import EndsHonestly
from samordner_tui.tui.stages.moments import now_of
from samordner_tui.tui.stages.moving import MovesTheDay
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.widgets.option_lines import Option

SAME_WORDS = "same-words"


class FollowUpStage(MovesTheDay, EndsHonestly):
    """Opfølgende rådslagning."""

    STAGE = StageId.FOLLOW_UP
    OFFERS: ClassVar[tuple[type[Command], ...]] = (
        *Stage.OFFERS,
        AddNextConference,
        WhatBecameOfIt,
        CarryOn,
        AgreementCourse,
        TakeAgain,
        TakeAllAgain,
        MoveTheDay,
        PlanWithoutMeeting,
        StopConference,
    )
    BINDINGS = keys_of(OFFERS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == AddNextConference.id:
            return self._is_last()
        if action in {WhatBecameOfIt.id, AgreementCourse.id}:
            return self._on_agreement()
        if action == CarryOn.id:
            return self._on_agreement() and self.conference is not None and has_its_plan(self.conference)
        if action in {TakeAgain.id, TakeAllAgain.id}:
            return self.form is None and self.section is not None and self.section.id == offered_again.OFFERED
        return super().check_action(action, parameters)

    def _is_last(self) -> bool:
        conference = self.conference
        if conference is None or self.shown is None:
            return False
        return conference.number == max(one.number for one in self.shown.facts.conferences)

    def _on_agreement(self) -> bool:
        row = self.row
        return self.form is None and row is not None and (row.id.startswith(ITEM) or row.record == PROGRESS)

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
        self.case_screen.go(StageId.FOLLOW_UP)
        self.say(_("Den næste rådslagning er oprettet. Under »Det, I havde sidst« tager du med, hvad I vil have igen."))

    @action
    async def action_what_became_of_it(self) -> None:
        """Done, partly, not, or changed; then the child's word, which may be left out."""
        row, conference, today = self.row, self.conference, self.today
        item_id = await self._agreement()
        if row is None or conference is None or item_id is None:
            return
        options = [Option(one, self.method.label(one)) for one in ProgressState]
        what = row.cells[0]
        chosen = await self.ask(NumberedDialog(_("Hvad blev det til?"), options, text=what))
        if chosen is None:
            return
        state = ProgressState(chosen)
        progress_id = await self.write(
            _("Hvad blev det til?"), lambda session: note_progress(session, conference.id, item_id, state, today)
        )
        await self._ask_the_child(progress_id, what)

    async def _ask_the_child(self, progress_id: str, what: str) -> None:
        draft, today = f"childs-word/{progress_id}", self.today
        answers = await self.ask_fields(
            _("Hvad siger barnet om det?"), Progress, ("childs_words",), row_id=progress_id, text=what, draft=draft
        )
        if answers is not None:
            await self.write(
                _("Barnets ord"), lambda session: change_fields(session, Progress, progress_id, answers, today)
            )

    @action
    async def action_carry_on(self) -> None:
        """Into the new plan, as it stands or as one that is there."""
        row, conference, today = self.row, self.conference, self.today
        item_id = await self._agreement()
        if row is None or conference is None or item_id is None:
            return
        plan = latest_plan(conference)
        there = [one for one in plan.items if one.previous_id is None] if plan is not None else []
        is_open = agreement_course.takes_agreements(self.facts, conference, today)
        chosen: str | None = SAME_WORDS
        if not there and not is_open:
            raise Refused(agreement_course.takes_no_more())
        if there:
            # An agreement that stands there may be said to build on an older one, also when the plan is answered.
            options = [Option(SAME_WORDS, _("En ny aftale med de samme ord"))] if is_open else []
            options += [Option(one.id, first_line(one.what), one.who or "") for one in there]
            chosen = await self.ask_choice(_("Hvad bliver den til i den nye plan?"), options, text=row.cells[0])
        if chosen is None:
            return
        if chosen == SAME_WORDS:
            await self.write(
                _("Aftale ført videre"),
                lambda session: agreement_course.carry_on(session, conference.id, item_id, today),
            )
            self.say(_("Aftalen står i den nye plan. Ret den under trin 3, så den siger det, familien aftalte nu."))
        else:
            await self.write(
                _("Aftale ført videre"), lambda session: agreement_course.build_on(session, chosen, item_id, today)
            )

    @action
    async def action_agreement_course(self) -> None:
        """Each conference, what it said, what it became."""
        item_id, case_id, now = await self._agreement(), self.case_id, now_of(self)
        if item_id is None:
            return
        method, zone = self.method, self.program.zone
        told = await self.read(
            lambda session: agreement_course.told(context_of(session, case_id, method, now.today, zone), item_id)
        )
        await self.ask(CourseDialog(told))

    @action
    async def action_take_again(self) -> None:
        """What the cursor stands on."""
        row, case_id, conference_id, today = self.row, self.case_id, self.conference_id, self.today
        if row is None:
            return
        method, zone = self.method, self.program.zone
        await self.write(
            _("Taget med igen"),
            lambda session: taken_again.take_again(
                session, context_of(session, case_id, method, today, zone, conference_id), row.id
            ),
        )

    @action
    async def action_take_all_again(self) -> None:
        """Everything that waits."""
        case_id, conference_id, today = self.case_id, self.conference_id, self.today
        method, zone = self.method, self.program.zone
        count = await self.write(
            _("Taget med igen"),
            lambda session: taken_again.take_all_again(
                session, context_of(session, case_id, method, today, zone, conference_id)
            ),
        )
        self.say(_("Det er med igen. Spørg hver især, før I regner med det.") if count else _("Alt er allerede med."))

    async def _agreement(self) -> str | None:
        """The agreement under the cursor."""
        row = self.row
        if row is None:
            return None
        if row.id.startswith(ITEM):
            return row.id.removeprefix(ITEM)

        def item(session: Session) -> str | None:
            noted = session.get(Progress, row.id)
            return noted.item_id if noted is not None else None

        return await self.read(item)


def has_its_plan(conference: Conference) -> bool:
    """Whether the family has made the plan that an agreement can be carried into."""
    over = done(conference, 2) or conference.state is ConferenceState.PLAN_WITHOUT_MEETING
    return conference.kind is ConferenceKind.FOLLOW_UP and over and running_private_time(conference) is None
