"""Efter dagen: who has got the plan, the talks afterwards, the briefings deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.archive.backup import lie_elsewhere
from samordner_tui.archive.records.day import Delivery
from samordner_tui.casework.after import BRIEFINGS, DELIVERIES, TALKS, make_deliveries
from samordner_tui.casework.briefing_deletion import delete_text, going_with, said_before
from samordner_tui.casework.plan_due import send_by, time_left
from samordner_tui.casework.talks_after import planned_talks, without_a_talk
from samordner_tui.casework.task_agreements import RECORD, Said, note_answer
from samordner_tui.casework.together import hand_over_plan
from samordner_tui.casework.views import Row
from samordner_tui.casework.visits import plan_visit
from samordner_tui.language import _
from samordner_tui.method.readings import latest_plan
from samordner_tui.method.terms import ContactKind, StageId
from samordner_tui.tui.after_commands import (
    BriefingDeleted,
    GuardianCall,
    ListReceivers,
    PlanSent,
    TalkWithChild,
    TaskAnswered,
)
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.drafting import named_after
from samordner_tui.tui.stages.day_account import DayAccount
from samordner_tui.tui.stages.stage import action
from samordner_tui.tui.stages.together import named, whom
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from samordner_tui.casework.case_frame import CaseShown

A_MINUTE = 60.0
"""Seconds between two looks at the time that is left."""


class PlanOutStage(DayAccount):
    """The plan goes out."""

    STAGE = StageId.PLAN_OUT
    OFFERS: ClassVar[tuple[type[Command], ...]] = (
        *DayAccount.OFFERS,
        ListReceivers,
        PlanSent,
        BriefingDeleted,
        GuardianCall,
        TaskAnswered,
        TalkWithChild,
    )
    BINDINGS = keys_of(OFFERS)
    DEFAULT_CSS = """
    PlanOutStage #time-left {
        height: auto; color: $accent; margin-bottom: 1; display: none;
        &.-late { color: $warn; }
    }
    """

    def compose_extra(self) -> Iterable[Widget]:
        """How long there is until everybody is to have the plan."""
        yield Static("", id="time-left")

    def on_mount(self) -> None:
        """Follow the time."""
        self.set_interval(A_MINUTE, self._show_time_left)

    def show_extra(self, shown: CaseShown) -> None:
        """Say how long there is."""
        self._show_time_left()

    def _show_time_left(self) -> None:
        conference, now = self.conference, self.program.now()
        said = "" if conference is None else time_left(self.facts, conference, self.method, now)
        by = None if conference is None else send_by(conference, self.method)
        line = self.query_one("#time-left", Static)
        line.update(Content(said))
        line.set_class(by is not None and by < now, "-late")
        line.display = bool(said)

    def action_add_row(self) -> None:
        """A talk afterwards is with the child, who stands in it at once."""
        if self.section is not None and self.section.id == TALKS and self.facts.children:
            self._add_talk()
        else:
            super().action_add_row()

    def action_talk_with_child(self) -> None:
        """The talk that is agreed on, or a new one."""
        self._add_talk()

    @action
    async def _add_talk(self) -> None:
        waiting = without_a_talk(self.facts, self.held)
        if not waiting and await self._open_planned(ContactKind.AFTER_TALK):
            return
        case_id, today = self.case_id, self.today
        people = await self._with_whom(waiting)
        if not people:
            return
        contact_id = await self.write(
            _("Samtale aftalt"),
            lambda session: plan_visit(session, case_id, people, today, kind=ContactKind.AFTER_TALK),
        )
        await self.open_row("contacts", contact_id, "planned_at")

    async def _open_planned(self, kind: ContactKind) -> bool:
        """Open the talk of this kind that is agreed on and not held yet."""
        found = next(iter(planned_talks(self.facts, self.held, kind)), None)
        if found is not None:
            await self.open_row("contacts", found.id, "outcome")
        return found is not None

    async def _with_whom(self, waiting: tuple[str, ...]) -> tuple[str, ...] | None:
        """The only child that waits for a talk, or those that are chosen; where none waits, of all of them."""
        asked = waiting or tuple(child.person_id for child in self.facts.children)
        children = [one for one in self.facts.people if one.id in asked]
        if len(children) == 1:
            return (children[0].id,)
        options = [Option(one.id, one.name) for one in children]
        return await self.ask_several(_("Hvem vil du tale med?"), options)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        possible = self._possible().get(action)
        return super().check_action(action, parameters) if possible is None else possible

    def _possible(self) -> dict[str, bool]:
        """What can be done now, by the command."""
        row, conference = (self.row if self.form is None else None), self.conference
        return {
            ListReceivers.id: conference is not None and latest_plan(conference) is not None,
            PlanSent.id: bool(self._without_the_plan()),
            BriefingDeleted.id: row is not None and row.record == BRIEFINGS,
            GuardianCall.id: conference is not None and conference.guardian_id is not None,
            TaskAnswered.id: row is not None and row.record == RECORD,
            TalkWithChild.id: self._is_over() and bool(self.facts.children),
        }

    @action
    async def action_list_receivers(self) -> None:
        """Everybody who is to have the plan."""
        conference_id, case_id, today = self.held.id, self.case_id, self.today
        count = await self.write(
            _("Planen sendes til"), lambda session: make_deliveries(session, conference_id, case_id, today)
        )
        self.say(_("{count} er skrevet op.").format(count=count))

    @action
    async def action_plan_sent(self) -> None:
        """Ask who got it, how and when, once for all of them."""
        case_id, today, waiting = self.case_id, self.today, self._without_the_plan()
        under = self.row.id if self.row is not None else ""
        options = [Option(one.id, one.cells[0]) for one in waiting]
        people = await whom(self, _("Hvem har fået planen?"), options, [under])
        if not people:
            return
        title = _("Hvordan har {name} fået planen?").format(name=named(people))
        asked, draft = ("channel", "sent_on"), named_after(title)
        answers = await self.ask_fields(title, Delivery, asked, values={"sent_on": today}, draft=draft)
        if answers is None:
            return
        given, chosen = dict(answers), {one.value for one in people}
        receivers = [one for one in waiting if one.id in chosen]
        await self.write(_("Planen sendt"), lambda session: hand_over_plan(session, case_id, receivers, given, today))

    def _without_the_plan(self) -> list[Row]:
        """The lines of those who have not got the plan, written down or not, and the one under the cursor."""
        if self.shown is None:
            return []
        under = self.row.id if self.row is not None else ""
        lines = (row for section in self.shown.view.sections if section.id == DELIVERIES for row in section.rows)
        return [row for row in lines if not row.dim or row.id == under]

    @action
    async def action_briefing_deleted(self) -> None:
        """The words go for good, when the prints are shredded."""
        row = self.row
        if row is None:
            return
        case_id, briefing_id = self.case_id, row.id
        going = await self.read(lambda session: going_with(session, case_id, briefing_id))
        elsewhere = lie_elsewhere(self.program.open_archive)
        text = "\n".join(said_before(going, copies_elsewhere=elsewhere))
        title = _("Slet oplægget fra {name}?").format(name=row.cells[0])
        if not await self.ask_yes_no(title, text, yes=_("Slet teksten"), no=_("Behold")):
            return
        await self.program.delete_for_good(lambda archive, now: delete_text(archive, case_id, briefing_id, now))
        self.program.refresh_case()

    @action
    async def action_guardian_call(self) -> None:
        """A call to the plan guardian, and how it went."""
        guardian, case_id, today = self.held.guardian_id, self.case_id, self.today
        if guardian is None or await self._open_planned(ContactKind.GUARDIAN_CALL):
            return
        contact_id = await self.write(
            _("Opkald til planvogteren"),
            lambda session: plan_visit(session, case_id, (guardian,), today, kind=ContactKind.GUARDIAN_CALL),
        )
        await self.open_row("contacts", contact_id)

    @action
    async def action_task_answered(self) -> None:
        """Asked, yes, or no."""
        row, case_id, today = self.row, self.case_id, self.today
        if row is None:
            return
        options = [
            Option(Said.YES, _("siger ja")),
            Option(Said.NO, _("siger nej")),
            Option(Said.ASKED, _("er spurgt og har ikke svaret endnu")),
        ]
        title, words = _("Hvad siger {name} til sin opgave?").format(name=row.cells[0]), row.cells[-1]
        chosen = await self.ask(NumberedDialog(title, options, text=f"»{words}«"))
        if chosen is not None:
            answer = Said(chosen)
            await self.write(
                _("Ja eller nej til en opgave"), lambda session: note_answer(session, case_id, row, answer, today)
            )
