"""Trin 3 as a stage: the answer from the paper first, then the plan in the family's words and its agreements."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from samordner_tui.archive.records.day import PlanItem
from samordner_tui.casework import decision, plan_words
from samordner_tui.casework.change import change_field
from samordner_tui.casework.evening import FINAL, running_private_time
from samordner_tui.casework.evening_sections import read_this_round, waiting_round
from samordner_tui.casework.open_in_plan import is_written
from samordner_tui.casework.plan import ITEMS
from samordner_tui.casework.plan_pages import pages
from samordner_tui.casework.plan_versions import pairs
from samordner_tui.language import _, ngettext
from samordner_tui.method.clarity import open_questions
from samordner_tui.method.facts import Conference
from samordner_tui.method.readings import done, latest_decision, latest_plan
from samordner_tui.method.terms import ConferenceState, StageId
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.evening_commands import (
    AnswerPlan,
    ApproveUnclear,
    CloseDay,
    CutPlan,
    FamilyAlone,
    PlanRead,
    StopConference,
    TypePlan,
)
from samordner_tui.tui.plan_commands import CompareVersions, ReadPlanLarge
from samordner_tui.tui.screens.plan_reading import PlanReadingScreen
from samordner_tui.tui.screens.plan_versions import PlanVersionsScreen
from samordner_tui.tui.stages.answering import AnsweringStage
from samordner_tui.tui.stages.moments import ask_when, last_answer, private_time_ended
from samordner_tui.tui.stages.stage import Stage, action


class ApprovalStage(AnsweringStage):
    """Trin 3: the plan and the answer."""

    STAGE = StageId.APPROVAL
    STEP = 3
    OFFERS: ClassVar[tuple[type[Command], ...]] = (
        *Stage.OFFERS,
        PlanRead,
        AnswerPlan,
        FamilyAlone,
        TypePlan,
        CutPlan,
        ApproveUnclear,
        ReadPlanLarge,
        CompareVersions,
        CloseDay,
        StopConference,
    )
    BINDINGS = keys_of(OFFERS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        possible = WHEN.get(action)
        if possible is not None:
            return self.conference is not None and possible(self.conference)
        if action == ApproveUnclear.id:
            return self.row is not None and self.row.record == "plan_items" and self._is_unclear(self.row.id)
        return super().check_action(action, parameters)

    def _is_unclear(self, item_id: str) -> bool:
        plan = latest_plan(self.conference) if self.conference is not None else None
        return plan is not None and any(one.id == item_id and open_questions(one) for one in plan.items)

    @action
    async def action_plan_read(self) -> None:
        """The note taker has read it."""
        conference_id = self.held.id
        told = await ask_when(self, _("Hvornår blev planen læst op?"), earliest=private_time_ended(self.held))
        if told is not None:
            await self.write(
                _("Planen læst op"),
                lambda session: decision.read_plan_aloud(session, conference_id, told.now, told.at),
                fixed=True,
            )

    @action
    async def action_type_plan(self) -> None:
        """The words of the sheet, in the version of this round."""
        conference_id, today = self.held.id, self.today
        plan_id = await self.write(_("Planen"), lambda session: plan_words.plan_of_round(session, conference_id, today))
        await self.open_row("plans", plan_id, "words")

    @action
    async def action_cut_plan(self) -> None:
        """One agreement a line."""
        plan, today = latest_plan(self.held), self.today
        if plan is not None:
            count = await self.write(
                _("Planen delt i aftaler"), lambda session: plan_words.cut_into_agreements(session, plan.id, today)
            )
            said = ngettext(
                "{count} aftale er lagt ved siden af familiens ord.",
                "{count} aftaler er lagt ved siden af familiens ord.",
                count,
            )
            proposed = _("Hvem og hvornår er foreslået ud fra ordene. Se dem efter.")
            self.say(f"{said.format(count=count)} {proposed}" if count else said.format(count=count))
            self.list.point_at_section(ITEMS)

    @action
    async def action_read_plan_large(self) -> None:
        """One agreement at a time, for everybody in the room."""
        held, plan = self.held, latest_plan(self.held)
        if plan is not None:
            await self.ask(PlanReadingScreen(pages(self.facts, held, plan, self.method, self.today)))

    @action
    async def action_compare_versions(self) -> None:
        """The version before beside the latest."""
        await self.ask(PlanVersionsScreen(pairs(self.held)))

    @action
    async def action_approve_unclear(self) -> None:
        """It stays as it is, with the reason."""
        row, today = self.row, self.today
        if row is None:
            return
        reason = await self.ask_reason(_("Hvorfor står aftalen uklar?"), row.cells[0])
        if reason is not None:
            await self.write(
                _("Aftalen står uklar"),
                lambda session: change_field(session, PlanItem, row.id, "unclear_reason", reason, today),
            )

    @action
    async def action_close_day(self) -> None:
        """Everybody goes home; what lacks is named, and goes on with a reason."""
        conference_id, method = self.held.id, self.method
        lacks = "" if is_written(self.held) else _("Planen er ikke skrevet af endnu. Har du arket?")
        held = _("Rådslagningen er holdt. Det kan ikke fortrydes.")
        text = "\n".join(one for one in (lacks, held) if one)
        told = await ask_when(self, _("Hvornår sluttede I?"), text, earliest=last_answer(self.held))
        if told is not None:
            await self.write(
                _("Rådslagningen holdt"),
                lambda session: decision.close_day(session, conference_id, told.now, method, at=told.at),
                fixed=True,
            )


def _can_be_read(conference: Conference) -> bool:
    over = done(conference, 2) and waiting_round(conference) is None
    return over and conference.state is ConferenceState.PLANNED


def _can_be_answered(conference: Conference) -> bool:
    if not read_this_round(conference):
        return False
    last = latest_decision(conference)
    return waiting_round(conference) is None and (last is None or last.outcome not in FINAL)


def _can_be_typed(conference: Conference) -> bool:
    return running_private_time(conference) is None and (
        done(conference, 2) or conference.state is ConferenceState.PLAN_WITHOUT_MEETING
    )


def _can_be_cut(conference: Conference) -> bool:
    plan = latest_plan(conference)
    return plan is not None and bool(plan.words) and running_private_time(conference) is None


def _has_words(conference: Conference) -> bool:
    plan = latest_plan(conference)
    there = plan is not None and bool(plan.words or plan.items)
    return there and running_private_time(conference) is None


def _has_versions(conference: Conference) -> bool:
    return bool(pairs(conference)) and running_private_time(conference) is None


def _can_be_closed(conference: Conference) -> bool:
    runs = any(one.number == 3 and one.started_at and not one.ended_at for one in conference.steps)
    return runs and conference.state is ConferenceState.PLANNED


WHEN: dict[str, Callable[[Conference], bool]] = {
    PlanRead.id: _can_be_read,
    AnswerPlan.id: _can_be_answered,
    TypePlan.id: _can_be_typed,
    CutPlan.id: _can_be_cut,
    CloseDay.id: _can_be_closed,
    ReadPlanLarge.id: _has_words,
    CompareVersions.id: _has_versions,
}
"""When each command of the stage can be carried out."""
