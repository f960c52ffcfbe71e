"""The middle of the case screen: one stage, with its open questions, its lists and the form that is open.

A stage with commands of its own is a subclass in a module of this package; it stays thin, for what it does stands in
casework.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from samordner_tui.casework.views import Jump, Question, Row, Section
from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.terms import StageId
from samordner_tui.refusals import Refused
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stage_commands import AddRow, RemoveRow
from samordner_tui.tui.stages.adding import AddsRows
from samordner_tui.tui.stages.carrying_out import action
from samordner_tui.tui.widgets.stage_list import EmptySection, Item, MoreQuestions, RowItem, StageList

if TYPE_CHECKING:
    from samordner_tui.casework.case_frame import CaseShown
    from samordner_tui.tui.saving import Keeper
    from samordner_tui.tui.screens.case import CaseScreen

STAGES: dict[StageId, type[Stage]] = {}
"""The stages with a class of their own, entered as they are imported."""

__all__ = ["STAGES", "Stage", "action"]


class Stage(AddsRows):
    """One stage of a case. The plain class shows what casework says and lets it be filled in."""

    STAGE: ClassVar[StageId | None] = None
    OFFERS: ClassVar[tuple[type[Command], ...]] = (AddRow, RemoveRow)
    BINDINGS = keys_of(OFFERS)
    DEFAULT_CSS = """
    Stage {
        height: 1fr;
        padding: 0 0 0 2;
    }
    """

    def __init_subclass__(cls) -> None:
        """Enter the stage, so that it is found by its id."""
        super().__init_subclass__()
        if cls.STAGE is not None:
            STAGES[cls.STAGE] = cls

    def __init__(self, stage: StageId) -> None:
        super().__init__(f"stage-{stage}")
        self.stage = stage

    def compose_extra(self) -> Iterable[Widget]:
        """Widgets of a stage's own, between its heading and its list."""
        return ()

    def show_extra(self, shown: CaseShown) -> None:
        """Show the case in the widgets of `compose_extra`; called after every reading."""

    @property
    def case_screen(self) -> CaseScreen:
        """The screen of the case."""
        return cast("CaseScreen", self.screen)

    @property
    def case_id(self) -> str:
        """The open case."""
        return self.case_screen.case_id

    @property
    def keeper(self) -> Keeper:
        """Keeps what is typed in the case."""
        return self.case_screen.keeper

    @property
    def facts(self) -> CaseFacts:
        """The case as facts; a refusal before it has been read."""
        if self.shown is None:
            raise Refused(_("Sagen er ikke læst endnu. Prøv igen om lidt."))
        return self.shown.facts

    @property
    def held(self) -> Conference:
        """The conference that is shown; a refusal where there is none."""
        if self.conference is None:
            raise Refused(_("Sagen har ingen rådslagning endnu."))
        return self.conference

    @property
    def conference(self) -> Conference | None:
        """The conference that is shown."""
        return self.shown.conference if self.shown is not None else None

    @property
    def conference_id(self) -> str | None:
        """Its id."""
        return self.conference.id if self.conference is not None else None

    @property
    def row(self) -> Row | None:
        """The row under the cursor, or that of the open form."""
        form = self.form
        if form is not None:
            return Row(form.view.row_id, form.view.table, (form.view.name,))
        return self.list.row

    @property
    def section(self) -> Section | None:
        """The section the cursor stands in."""
        return self.list.section

    def compose(self) -> ComposeResult:
        """Heading, what the stage adds, the list."""
        yield self.heading
        with self.extra:
            yield from self.compose_extra()
        yield self.list

    def show(self, shown: CaseShown) -> None:
        """Show the case as it stands now."""
        self.shown = shown
        if self.form is None:
            self.heading.heading, self.heading.summary = shown.view.title, shown.view.summary
        self.list.show(shown.view)
        self.show_extra(shown)
        self.refresh_bindings()
        if self.form is not None:
            self.refresh_form()

    def help_text(self) -> str:
        """What the method says here, with its source."""
        stage = self.method.stage(self.stage)
        sources = "\n".join((_("Kilder:"), *(f"· {one}" for one in self.method.publications_of(stage.rows))))
        return f"{stage.title.text}\n\n{stage.help.text}\n\n{sources}"

    def take_focus(self) -> None:
        """The list, or the form that is open over it."""
        if self.form is None:
            self.list.focus()

    @on(StageList.Chosen)
    def _chosen(self, event: StageList.Chosen) -> None:
        event.stop()
        self._open_entry(self.list.entry)

    def _open_entry(self, entry: Item | None) -> None:
        match entry:
            case Question():
                self.jump(entry.jump)
            case MoreQuestions():
                self.list.unfold_questions()
            case EmptySection():
                self.action_add_row()
            case RowItem(row, _section) if row.jump is not None:
                self.jump(row.jump)
            case RowItem(row, _section):
                self._open(row)

    def jump(self, jump: Jump) -> None:
        """Go where something is answered, in this stage or another."""
        self.case_screen.jump(jump)

    def answer(self, jump: Jump) -> None:
        """Go to the row and field in this stage."""
        if jump.record is not None and jump.row_id is not None:
            self.list.point_at(jump.row_id)
            self.run_worker(self._answer_row(jump), group="form", exclusive=True)
        elif jump.section is not None:
            if jump.row_id is None or not self.list.point_at(jump.row_id):
                self.list.point_at_section(jump.section)
            self.list.focus()
            if jump.adds or isinstance(self.list.entry, EmptySection):
                self.action_add_row()

    async def _answer_row(self, jump: Jump) -> None:
        if jump.row_id is not None and jump.row_id.startswith("+"):
            if self.list.row is not None:
                self._open(self.list.row)
        elif jump.record is not None and jump.row_id is not None:
            await self.open_row(jump.record, jump.row_id, jump.field)

    def _open(self, row: Row) -> None:
        """Open a row; one that is only expected is added first."""
        if row.is_expected:
            self._add_expected(row)
        elif row.record:
            self.run_worker(self.open_row(row.record, row.id, row.field), group="form", exclusive=True)

    @action
    async def action_add_row(self) -> None:
        """Add to the section under the cursor."""
        section = self.section
        if section is not None and section.adds is not None:
            draft = f"new-{section.id}"
            await self.add_row(section.adds, section.add_values, draft=draft, title=section.add_title)

    @action
    async def _add_expected(self, row: Row) -> None:
        await self.add_row(row.record, row.add_values, row.field, draft=f"new{row.id}")

    @action
    async def action_remove_row(self) -> None:
        """Take away the row under the cursor."""
        row = self.row
        if row is not None and not row.is_expected and row.record:
            await self.remove_row(row)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what is possible where the cursor stands."""
        if action == AddRow.id:
            return self.form is None and self.section is not None and self.section.adds is not None
        if action == RemoveRow.id:
            row = self.row
            return row is not None and not row.is_expected and bool(row.record)
        return super().check_action(action, parameters)

    @on(StageList.Moved)
    def _moved(self, event: StageList.Moved) -> None:
        event.stop()
        self.refresh_bindings()
