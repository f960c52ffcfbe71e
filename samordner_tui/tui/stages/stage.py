"""The middle of the case screen: one stage, with its open questions, its lists and the form that is open.

A stage with commands of its own is a subclass in a module of this package; it stays thin, for what it does stands in
casework.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Mapping
from datetime import date
from functools import update_wrapper
from typing import TYPE_CHECKING, ClassVar, Concatenate, ParamSpec, TypeVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.base import OfCase
from samordner_tui.casework.change import add, remove
from samordner_tui.casework.fields import Value, adapter_of, fields_of, record_named
from samordner_tui.casework.form_view import read_form
from samordner_tui.casework.forms import FORMS
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.casework.references import reference
from samordner_tui.casework.views import Jump, Question, Row, Section
from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.terms import StageId
from samordner_tui.refusals import Refused
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stage_commands import AddRow, RemoveRow
from samordner_tui.tui.stages.asking import Asking
from samordner_tui.tui.widgets.fields.reference import ReferenceField
from samordner_tui.tui.widgets.fields.row import FieldRow
from samordner_tui.tui.widgets.form import FormPane
from samordner_tui.tui.widgets.heading import Heading
from samordner_tui.tui.widgets.stage_list import EmptySection, Item, MoreQuestions, RowItem, StageList

if TYPE_CHECKING:
    from samordner_tui.casework.case_frame import CaseShown
    from samordner_tui.method.definition import Method
    from samordner_tui.tui.saving import Keeper
    from samordner_tui.tui.screens.case import CaseScreen

S = TypeVar("S", bound="Stage")
P = ParamSpec("P")
NOTICE = Notice.TITLE.danish
STAGES: dict[StageId, type[Stage]] = {}
"""The stages with a class of their own, entered as they are imported."""


def action(method: Callable[Concatenate[S, P], Coroutine[None, None, None]]) -> Callable[Concatenate[S, P], None]:
    """An action that may ask and write: it runs beside the screen, with every field saved, and says a refusal."""

    def start(self: S, /, *arguments: P.args, **named: P.kwargs) -> None:
        async def carried_out() -> None:
            with self.program.saying_refusals():
                await self.program.leave_fields()
                await method(self, *arguments, **named)

        self.run_worker(carried_out(), group="action")

    update_wrapper(start, method)
    return start


class Stage(Asking, Vertical):
    """One stage of a case. The plain class shows what casework says and lets it be filled in."""

    STAGE: ClassVar[StageId | None] = None
    OFFERS: ClassVar[tuple[type[Command], ...]] = (AddRow, RemoveRow)
    BINDINGS = keys_of(OFFERS)
    DEFAULT_CSS = """
    Stage {
        height: 1fr;
        padding: 0 0 0 2;
        .extra { height: auto; }
    }
    """

    def __init_subclass__(cls) -> None:
        """Enter the stage, so that it is found by its id."""
        super().__init_subclass__()
        if cls.STAGE is not None:
            STAGES[cls.STAGE] = cls

    def __init__(self, stage: StageId) -> None:
        super().__init__(id=f"stage-{stage}")
        self.stage = stage
        self.shown: CaseShown | None = None
        self.heading = Heading()
        self.list = StageList()

    # What subclasses add

    def compose_extra(self) -> Iterable[Widget]:
        """Widgets of a stage's own, between its heading and its list."""
        return ()

    def show_extra(self, shown: CaseShown) -> None:
        """Show the case in the widgets of `compose_extra`; called after every reading."""

    # What they build on

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
    def conference(self) -> Conference | None:
        """The conference that is shown."""
        return self.shown.conference if self.shown is not None else None

    @property
    def conference_id(self) -> str | None:
        """Its id."""
        return self.conference.id if self.conference is not None else None

    @property
    def today(self) -> date:
        """The day it is."""
        return self.program.today()

    @property
    def method(self) -> Method:
        """What the method says."""
        return self.program.method

    @property
    def form(self) -> FormPane | None:
        """The form that is open."""
        return next(iter(self.query_children(FormPane)), None)

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

    # The frame

    def compose(self) -> ComposeResult:
        """Heading, what the stage adds, the list."""
        yield self.heading
        with Vertical(classes="extra"):
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
        return f"{stage.title.text}\n\n{stage.help.text}\n\n{_('Kilde: {rows}').format(rows=', '.join(stage.rows))}"

    def take_focus(self) -> None:
        """The list, or the form that is open over it."""
        if self.form is None:
            self.list.focus()

    # Rows and forms

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
            self.list.point_at_section(jump.section)
            self.list.focus()
            if isinstance(self.list.entry, EmptySection):
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

    async def open_row(self, table: str, row_id: str, field: str | None = None) -> None:
        """Open the form of a row in place of the list, at a field or at the first that is empty."""
        try:
            view = await self.read(lambda session: read_form(session, table, row_id, self.case_id))
        except Refused as refusal:
            self.say(str(refusal))
            return
        if view is None:
            self.say(_("Det er her ikke længere."))
            return
        await self.close_form()
        self.keeper.cleared |= view.cleared
        width = self.content_size.width
        form = FormPane(view, FORMS.of(table), self.keeper, self.keeper.clock, self.method, width)
        with self.app.batch_update():
            self.list.display = False
            self.query_one(".extra").display = False
            self.heading.heading, self.heading.summary = view.title, _("esc tilbage til listen")
            await self.mount(form)
            form.open_at(field)

    async def close_form(self) -> None:
        """Keep what is typed and show the list again."""
        form = self.form
        if form is None:
            return
        form.flush()
        await form.remove()
        self.list.display = True
        self.query_one(".extra").display = True
        if self.shown is not None:
            self.heading.heading, self.heading.summary = self.shown.view.title, self.shown.view.summary

    @on(FormPane.Closed)
    async def _form_closed(self, event: FormPane.Closed) -> None:
        event.stop()
        await self.close_form()
        self.list.point_at(event.form.view.row_id)
        self.list.focus()

    @on(FieldRow.Kept)
    def _kept(self, event: FieldRow.Kept) -> None:
        """A rule wants a reason before it lets the value through: ask for it."""
        event.stop()
        if isinstance(event.refusal, NeedsReason):
            self._give_reason(event.row, event.refusal)

    @action
    async def _give_reason(self, row: FieldRow, needs: NeedsReason) -> None:
        """What departs from the method is kept with its reason, or stays a draft."""
        reason = await self.ask_reason(_("Det afviger fra metoden. Hvorfor gør I det?"), str(needs))
        if reason is not None:
            await self.write(NOTICE, lambda session: self.keep_reasons(session, needs, reason))
            row.leave()

    @work(group="form-read", exclusive=True)
    async def refresh_form(self) -> None:
        """Show what the archive holds in the open form."""
        form = self.form
        if form is None:
            return
        table, row_id = form.view.table, form.view.row_id
        try:
            view = await self.read(lambda session: read_form(session, table, row_id, self.case_id))
        except Refused:
            return
        if form is not self.form:
            return
        if view is None:
            await self.close_form()
            self.list.focus()
        else:
            form.show(view)
            self.heading.heading = view.title

    # Adding and removing

    @action
    async def action_add_row(self) -> None:
        """Add to the section under the cursor."""
        section = self.section
        if section is not None and section.adds is not None:
            await self.add_row(section.adds, section.add_values, draft=f"new-{section.id}")

    @action
    async def _add_expected(self, row: Row) -> None:
        await self.add_row(row.record, row.add_values, row.field, draft=f"new{row.id}")

    async def add_row(
        self, table: str, values: Mapping[str, Value], field: str | None = None, *, draft: str = ""
    ) -> str | None:
        """Add a row, asking first for what it cannot be without, and open its form. Gives its id."""
        added = await self.make_row(table, values, draft=draft)
        if added is not None:
            await self.open_row(table, added, field)
        return added

    async def make_row(self, table: str, values: Mapping[str, Value], *, draft: str = "") -> str | None:
        """Add a row, asking first for what it cannot be without. Gives its id."""
        record = record_named(table)
        specs = fields_of(record)
        given = {name: adapter_of(specs[name]).validate_python(value) for name, value in values.items()}
        if "conference_id" in specs and self.conference_id is not None:
            given.setdefault("conference_id", self.conference_id)
        if "conference_id" in specs and "conference_id" not in given and specs["conference_id"].required:
            raise Refused(_("Der er ingen rådslagning endnu. Læg den først."))
        lacking = [name for name, spec in specs.items() if spec.required and not spec.kept and name not in given]
        title = _(record.TITLE.danish)
        if lacking:
            answers = await self.ask_fields(title, record, lacking, draft=draft)
            if answers is None:
                return None
            given.update(answers)
        today, case_id = self.today, self.case_id if issubclass(record, OfCase) else None
        return await self.write(record.TITLE.danish, lambda session: add(session, record, case_id, today, **given))

    @on(ReferenceField.NewWanted)
    def _new_wanted(self, event: ReferenceField.NewWanted) -> None:
        event.stop()
        self._make_reference(event.field, event.table)

    @action
    async def _make_reference(self, field: ReferenceField, table: str) -> None:
        added = await self.make_row(table, {})
        if added is not None:
            found = await self.read(lambda session: reference(session, table, added))
            if found is not None:
                field.made(found)

    @action
    async def action_remove_row(self) -> None:
        """Take away the row under the cursor, when the person means it."""
        row = self.row
        if row is None or row.is_expected or not row.record:
            return
        record, row_id, today = record_named(row.record), row.id, self.today
        name = _(record.TITLE.danish)
        what = f"{name}: {row.cells[0]}" if row.cells and row.cells[0] else name
        text = _("{what}\n\nDet, der hører til, fjernes også. Du kan fortryde med ctrl+z.").format(what=what)
        if not await self.ask_yes_no(_("Skal linjen fjernes?"), text, yes=_("Fjern"), no=_("Behold")):
            return
        await self.close_form()
        await self.write(record.TITLE.danish, lambda session: remove(session, record, row_id, today))
        self.list.focus()

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

    # Leaving

    def flush(self) -> None:
        """Hand over everything that is typed."""
        if self.form is not None:
            self.form.flush()
