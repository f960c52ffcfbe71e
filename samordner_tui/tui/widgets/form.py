"""A form drawn from data: groups with headings, and a field a line.

There is no Save button: every field is kept as it is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from samordner_tui.casework.entry import BEGINNING_OF, Clock, Entered, show
from samordner_tui.casework.fields import Value, field_of
from samordner_tui.casework.form_view import FormView
from samordner_tui.casework.forms import Form, Group
from samordner_tui.language import _
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.saving import FieldPlace, Keeping
from samordner_tui.tui.widgets.fields.line import LineField
from samordner_tui.tui.widgets.fields.making import control_for
from samordner_tui.tui.widgets.fields.row import FieldRow
from samordner_tui.tui.widgets.suggestions import suggestions_below

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

NARROWEST_LABEL = 16
WIDEST_LABEL = 30
EDGES = 2
"""Cells beside the fields: the empty one and the scrollbar."""


class GroupHeading(Static):
    """The heading of a group of fields."""

    DEFAULT_CSS = """
    GroupHeading { color: $foreground; text-style: bold; margin-top: 1; height: auto; }
    GroupHeading.-first { margin-top: 0; }
    """


class FormPane(VerticalScroll, can_focus=False):
    """The fields of one row."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back,)
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(OFFERS),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]
    DEFAULT_CSS = """
    FormPane {
        height: 1fr;
        padding: 0 1 1 0;
        scrollbar-size-vertical: 1;
        background: $background;
    }
    """

    @dataclass
    class Closed(Message):
        """Escape was pressed: back to the list."""

        form: FormPane

    def __init__(
        self, view: FormView, form: Form, keeping: Keeping, clock: Clock, method: Method, width: int = 0
    ) -> None:
        super().__init__()
        self.view = view
        self.form = form
        self.keeping = keeping
        self.clock = clock
        self.method = method
        self.rows = {name: self._row(name) for name in form.fields}
        self.suggestions = suggestions_below(self.rows.values())
        self._headings = {group: GroupHeading(Content(_(group.title))) for group in form.groups if group.title}
        longest = max((cell_len(_(row.spec.label)) for row in self.rows.values()), default=0)
        for row in self.rows.values():
            row.prepare(max(width - EDGES, 0), min(max(longest, NARROWEST_LABEL), WIDEST_LABEL))

    def _row(self, name: str) -> FieldRow:
        spec = field_of(self.view.record, name)
        text = show(spec, self.view.values.get(name), self.clock)
        control = control_for(spec, text, self.view.references.get(name, ()), self.method)
        place = FieldPlace(spec, self.view.row_id)
        row = FieldRow(place, control, self.keeping, self.clock, self.view.drafts.get(name))
        beginning = BEGINNING_OF.get(name)
        if beginning is not None:
            row.begins = lambda: self._moment(beginning)
        return row

    def _moment(self, name: str) -> datetime | None:
        """The moment that stands in another field."""
        row = self.rows.get(name)
        found = row.value() if row is not None and row.is_ahead else Entered(self.view.values.get(name))
        value = found.value if isinstance(found, Entered) else None
        return value if isinstance(value, datetime) else None

    def compose(self) -> ComposeResult:
        """Every group; those that do not apply are not shown."""
        for heading in list(self._headings.values())[:1]:
            heading.add_class("-first")
        for group in self.form.groups:
            if group in self._headings:
                yield self._headings[group]
            for name in group.fields:
                yield self.rows[name]
                if name in self.suggestions:
                    yield self.suggestions[name]
        self._show_groups()

    def values(self) -> Mapping[str, Value]:
        """What stands in the fields now, kept or not, over what is kept of the rest."""
        read = ((name, row.value()) for name, row in self.rows.items() if row.is_ahead)
        return {**self.view.values, **{name: found.value for name, found in read if isinstance(found, Entered)}}

    @on(LineField.Entered)
    def _entered(self, event: LineField.Entered) -> None:
        """Enter goes on to the next field."""
        event.stop()
        self.screen.focus_next()

    @on(FieldRow.Edited)
    def _edited(self, event: FieldRow.Edited) -> None:
        """A choice made from a list goes on to the next field, as a line does by enter."""
        self._show_groups()
        self._suggest()
        if event.settled:
            self.call_later(self._go_on, event.row)

    def _go_on(self, row: FieldRow) -> None:
        shown = [one for one in self.rows.values() if one.display]
        after = shown[shown.index(row) + 1 :] if row in shown else []
        if row.has_focused_field and after:
            after[0].widget.focus()

    def _show_groups(self) -> None:
        """Show the groups that apply to what stands in the fields."""
        values = self.values()
        shown: set[str] = set()
        for group in self.form.groups:
            applies = _applies(group, values)
            if group in self._headings:
                self._headings[group].display = applies
            shown.update(group.fields if applies else ())
        for name, row in self.rows.items():
            # A read that is older than an answer must not take the field where somebody writes.
            row.display = name in shown or row.has_focused_field

    def _suggest(self) -> None:
        for one in self.suggestions.values():
            one.look_again()

    def show(self, view: FormView, begun: float) -> None:
        """Show the row as it was read from `begun` on; what is being typed stays.

        A reading that began before the latest value was kept is old: another one follows it.
        """
        if any(row.is_newer_than(begun) for row in self.rows.values()):
            return
        self.view = view
        for name, row in self.rows.items():
            row.place = FieldPlace(row.spec, view.row_id)
            row.show_saved(view.values.get(name), view.references.get(name, ()))
        self._show_groups()
        self._suggest()

    def flush(self) -> None:
        """Hand every field over that is not kept."""
        for row in self.rows.values():
            row.leave()

    def open_at(self, field: str | None) -> None:
        """Put the cursor in a field; without one in the first that is empty."""
        shown = [row for row in self.rows.values() if row.display]
        wanted = [row for row in shown if row.spec.name == field]
        empty = [row for row in shown if not row.text]
        for row in (*wanted, *empty, *shown)[:1]:
            row.widget.focus()
            self.scroll_to_widget(row, animate=False)

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that is not kept."""
        return any(row.is_dirty for row in self.rows.values())

    def action_back(self) -> None:
        """Back to the list."""
        self.flush()
        self.post_message(self.Closed(self))


def _applies(group: Group, values: Mapping[str, Value]) -> bool:
    return group.shown_when is None or group.shown_when(values)
