"""Trin 3 as a stage: the answer from the paper first, then the plan in the family's words and its agreements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from samordner_tui.archive.records.day import Decision, PlanItem
from samordner_tui.casework import decision, plan_words
from samordner_tui.casework.cells import joined
from samordner_tui.casework.change import change_field
from samordner_tui.casework.decision import Reply
from samordner_tui.casework.evening import FINAL, running_private_time
from samordner_tui.casework.evening_sections import read_this_round, waiting_round
from samordner_tui.casework.fields import Value
from samordner_tui.casework.open_in_plan import named_before_the_answer, unclear_told
from samordner_tui.casework.plan import ITEMS
from samordner_tui.language import _, ngettext
from samordner_tui.method.clarity import open_questions
from samordner_tui.method.facts import Conference, Statement
from samordner_tui.method.readings import current, done, latest_decision, latest_plan
from samordner_tui.method.terms import ConferenceState, Outcome, StageId, StatementKind
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.numbered import NumberedDialog
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
from samordner_tui.tui.stages.evening import EveningStage
from samordner_tui.tui.stages.moments import ask_when, now_of
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.widgets.option_lines import Option

NEW_LINE, NEW_QUESTION = "new_line", "new_question"
NEW_KINDS = {NEW_LINE: StatementKind.BOTTOM_LINE, NEW_QUESTION: StatementKind.QUESTION}
FIELDS: dict[Outcome, tuple[str, ...]] = {
    Outcome.APPROVED: (),
    Outcome.PROVISIONAL: ("provisional_until", "reason"),
    Outcome.RETURNED: ("possible_if",),
    Outcome.REFUSED: ("reason",),
}
"""What is asked beside who and when."""


@dataclass(frozen=True)
class RestsOn:
    """What a return rests on: something known, or words that are new to the family."""

    known_id: str | None = None
    words: str | None = None
    kind: StatementKind = StatementKind.BOTTOM_LINE


class ApprovalStage(EveningStage):
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
        told = await ask_when(self, _("Hvornår blev planen læst op?"))
        if told is not None:
            await self.write(
                _("Planen læst op"),
                lambda session: decision.read_plan_aloud(session, conference_id, told.now, told.at),
                fixed=True,
            )

    @action
    async def action_answer_plan(self) -> None:
        """The answer, as it stands on the paper."""
        conference_id = self.held.id
        options = [Option(one, self.method.label(one)) for one in Outcome]
        open_yet = named_before_the_answer(self.facts, self.held)
        chosen = await self.ask(NumberedDialog(_("Hvad er svaret på planen?"), options, text=open_yet))
        if chosen is None:
            return
        outcome = Outcome(chosen)
        because = await self._ask_why_unclear() if outcome in decision.APPROVING else ""
        rests_on = await self._ask_what_it_rests_on() if outcome is Outcome.RETURNED else RestsOn()
        if because is None or rests_on is None:
            return
        reply = await self._ask_the_rest(outcome, rests_on, because)
        if reply is not None:
            now = now_of(self)
            await self.write(
                _("Svaret på planen"),
                lambda session: decision.answer_plan(session, conference_id, reply, now),
                fixed=True,
            )

    async def _ask_why_unclear(self) -> str | None:
        """Why it is approved as it stands; nothing is asked where everything is clear."""
        if not decision.left_open(self.held):
            return ""
        return await self.ask_reason(_("Hvorfor godkendes planen alligevel?"), unclear_told(self.held))

    async def _ask_what_it_rests_on(self) -> RestsOn | None:
        kinds = (StatementKind.BOTTOM_LINE, StatementKind.QUESTION)
        known = [one for kind in kinds for one in current(self.facts, kind)]
        options = [Option(one.id, one.text, self._beside(one)) for one in known]
        options.append(Option(NEW_LINE, _("Et nyt krav"), _("familien hører det først nu")))
        options.append(Option(NEW_QUESTION, _("Et nyt spørgsmål"), _("familien hører det først nu")))
        chosen = await self.ask_choice(_("Hvilket krav eller spørgsmål hviler det på?"), options)
        if chosen is None or chosen not in NEW_KINDS:
            return None if chosen is None else RestsOn(known_id=chosen)
        text = _("Det er nyt for familien, og det noteres.")
        words = await self.ask_text(_("Hvordan lyder det?"), label=text, draft="new-words")
        return None if words is None else RestsOn(words=words, kind=NEW_KINDS[chosen])

    def _beside(self, statement: Statement) -> str:
        new = None if statement.known_to_family_on else _("nyt for familien")
        return joined(self.method.label(statement.kind), new)

    async def _ask_the_rest(self, outcome: Outcome, rests_on: RestsOn, because: str) -> Reply | None:
        now = now_of(self)
        values: dict[str, Value] = {
            "decided_at": now.moment.replace(second=0, microsecond=0),
            "authority_id": decision.who_answers(self.facts),
        }
        names = ("decided_at", "authority_id", "leader_called_at", *FIELDS[outcome])
        title = self.method.label(outcome).capitalize()
        answers = await self.ask_fields(title, Decision, names, values=values, draft="new-answer")
        if answers is None:
            return None
        if answers["decided_at"] == values["decided_at"]:
            # Left as it stood: it was answered now, also where the minute is that in which the plan was read.
            answers["decided_at"] = None
        return replace(
            reply_of(outcome, answers),
            rests_on_id=rests_on.known_id,
            new_words=rests_on.words,
            new_kind=rests_on.kind,
            unclear_because=because or None,
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
        told = await ask_when(self, _("Hvornår sluttede I?"), _("Rådslagningen er holdt. Det kan ikke fortrydes."))
        if told is not None:
            await self.write(
                _("Rådslagningen holdt"),
                lambda session: decision.close_day(session, conference_id, told.now, method, at=told.at),
                fixed=True,
            )


def reply_of(outcome: Outcome, answers: dict[str, Value]) -> Reply:
    """A reply from what was typed."""
    moment, called = answers.get("decided_at"), answers.get("leader_called_at")
    until = answers.get("provisional_until")
    return Reply(
        outcome,
        answered_at=moment if isinstance(moment, datetime) else None,
        authority_id=_text(answers.get("authority_id")),
        leader_called_at=called if isinstance(called, datetime) else None,
        provisional_until=until if isinstance(until, date) else None,
        possible_if=_text(answers.get("possible_if")),
        reason=_text(answers.get("reason")),
    )


def _text(value: Value) -> str | None:
    return str(value) if value else None


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


def _can_be_closed(conference: Conference) -> bool:
    runs = any(one.number == 3 and one.started_at and not one.ended_at for one in conference.steps)
    return runs and conference.state is ConferenceState.PLANNED


WHEN: dict[str, Callable[[Conference], bool]] = {
    PlanRead.id: _can_be_read,
    AnswerPlan.id: _can_be_answered,
    TypePlan.id: _can_be_typed,
    CutPlan.id: _can_be_cut,
    CloseDay.id: _can_be_closed,
}
"""When each command of the stage can be carried out."""
