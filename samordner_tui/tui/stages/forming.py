"""The form of a row over the list of a stage: opened, kept up to date, closed with everything in it saved."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical

from samordner_tui.archive.records.after import Notice
from samordner_tui.casework.form_view import read_form
from samordner_tui.casework.forms import FORMS
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.stages.asking import Asking
from samordner_tui.tui.stages.carrying_out import action
from samordner_tui.tui.widgets.fields.row import FieldRow
from samordner_tui.tui.widgets.form import FormPane
from samordner_tui.tui.widgets.heading import Heading
from samordner_tui.tui.widgets.stage_list import StageList

if TYPE_CHECKING:
    from samordner_tui.casework.case_frame import CaseShown


class OpensForms(Asking, Vertical):
    """A heading and a list, over which one form can be open."""

    DEFAULT_CSS = """
    OpensForms {
        .extra { height: auto; }
    }
    """

    def __init__(self, id: str) -> None:  # noqa: A002 - as in Textual
        super().__init__(id=id)
        self.shown: CaseShown | None = None
        self.heading = Heading()
        self.list = StageList()
        self.extra = Vertical(classes="extra")
        self._came_from: Callable[[], object] | None = None
        """Opens the screen a form was opened from, where that is not the list."""

    @property
    def form(self) -> FormPane | None:
        """The form that is open."""
        return next(iter(self.query_children(FormPane)), None)

    async def open_row(
        self, table: str, row_id: str, field: str | None = None, *, came_from: Callable[[], object] | None = None
    ) -> None:
        """Open the form of a row in place of the list, at a field or at the first that is empty.

        Escape goes back to the list, and on to the screen it was opened from where `came_from` opens that again.
        """
        try:
            view = await self.read(lambda session: read_form(session, table, row_id, self.case_id))
        except Refused as refusal:
            self.say(str(refusal))
            return
        if view is None:
            self.say(_("Det er her ikke længere."))
            return
        await self.close_form()
        self._came_from = came_from
        self.keeper.cleared |= view.cleared
        width = self.content_size.width
        form = FormPane(view, FORMS.of(table), self.keeper, self.keeper.clock, self.method, width)
        with self.app.batch_update():
            self.list.display = False
            self.extra.display = False
            back = _("esc tilbage til listen") if came_from is None else _("esc tilbage")
            self.heading.heading, self.heading.summary = view.title, back
            await self.mount(form)
            form.open_at(field)

    async def close_form(self) -> None:
        """Keep what is typed and show the list again."""
        form = self.form
        if form is None:
            return
        form.flush()
        await form.remove()
        if any(row.is_ahead or row.problem for row in form.rows.values()):
            self.run_worker(self._tell_what_is_not_kept(form), group="write")
        self.list.display = True
        self.extra.display = True
        if self.shown is not None:
            self.heading.heading, self.heading.summary = self.shown.view.title, self.shown.view.summary

    async def _tell_what_is_not_kept(self, form: FormPane) -> None:
        """Nobody leaves a form in the belief that all of it is kept: what is not is said, or its reason asked for."""
        await self.keeper.settled()
        for row in form.rows.values():
            refusal, problem = row.unheard, str(row.unheard or row.problem)
            if isinstance(refusal, NeedsReason):
                self._give_reason(row, refusal)
            elif problem:
                self.say(_("»{field}« er ikke gemt. {sentence}").format(field=row.label(), sentence=problem))

    @on(FormPane.Closed)
    async def _form_closed(self, event: FormPane.Closed) -> None:
        event.stop()
        await self.close_form()
        self.list.point_at(event.form.view.row_id)
        self.list.focus()
        came_from, self._came_from = self._came_from, None
        if came_from is not None:
            came_from()

    @on(FieldRow.Kept)
    def _kept(self, event: FieldRow.Kept) -> None:
        """A rule wants a reason before it lets the value through: ask for it."""
        event.stop()
        if isinstance(event.refusal, NeedsReason):
            self._give_reason(event.row, event.refusal)

    @action
    async def _give_reason(self, row: FieldRow, needs: NeedsReason) -> None:
        """What departs from the method is kept with its reason, or stays a draft."""
        reason = await self.ask_reason(needs.title, str(needs))
        if reason is not None:
            await self.write(Notice.TITLE.danish, lambda session: self.keep_reasons(session, needs, reason))
            row.try_again()

    @work(group="form-read", exclusive=True)
    async def refresh_form(self) -> None:
        """Show what the archive holds in the open form."""
        form = self.form
        if form is None:
            return
        table, row_id, begun = form.view.table, form.view.row_id, monotonic()
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
            form.show(view, begun)
            self.heading.heading = view.title

    def flush(self) -> None:
        """Hand over everything that is typed."""
        if self.form is not None:
            self.form.flush()
