"""Writing down the answer to the plan, from the paper: which it is, what it rests on, by whom and when.

Source: R6, R12, R14, R15, P2.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from samordner_tui.archive.records.day import Decision
from samordner_tui.casework import decision
from samordner_tui.casework.answer_rules import needed_by
from samordner_tui.casework.cells import joined
from samordner_tui.casework.decision import Reply
from samordner_tui.casework.fields import Value
from samordner_tui.casework.open_in_plan import named_before_the_answer, unclear_told
from samordner_tui.language import _
from samordner_tui.method.facts import Statement
from samordner_tui.method.readings import current
from samordner_tui.method.terms import Outcome, StatementKind
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.stages.evening import EveningStage
from samordner_tui.tui.stages.moments import now_of
from samordner_tui.tui.stages.stage import action
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


class AnsweringStage(EveningStage):
    """A stage in which the plan gets its answer."""

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
        needed = needed_by(outcome)
        asked = {name: needed.get(name, "") for name in names}
        title = self.method.label(outcome).capitalize()
        answers = await self.ask_fields(title, Decision, asked, values=values, draft="new-answer")
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
