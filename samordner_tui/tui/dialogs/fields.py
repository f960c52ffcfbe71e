"""Asking for some fields at once, before a row is added or a decision is taken: kept when all is answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.clock import JUMP, not_come_yet
from samordner_tui.casework.entry import Clock, Entered, Problem, parse, show
from samordner_tui.casework.fields import FieldKind, FieldSpec, Value
from samordner_tui.casework.references import Reference
from samordner_tui.language import _
from samordner_tui.method.cpr import find_cpr
from samordner_tui.tui.access import ArchiveAccess
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.saving import FieldPlace, Keeper, Told
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.widgets.fields.line import LineField
from samordner_tui.tui.widgets.fields.making import control_for
from samordner_tui.tui.widgets.fields.reference import ReferenceField
from samordner_tui.tui.widgets.fields.row import FieldRow
from samordner_tui.tui.widgets.suggestions import suggestions_below

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

Answers = dict[str, Value]
Make = Callable[[str], Awaitable[Reference | None]]
"""Makes a row of a table on the way, and gives it to be chosen; nothing where it was given up."""


@dataclass(frozen=True)
class Asked:
    """The fields that are asked for, and what stands in them to begin with."""

    specs: Sequence[FieldSpec]
    values: Mapping[str, Value] = field(default_factory=dict)
    references: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    row_id: str = ""
    """Names the drafts of what is typed here, so that a closed box opens again with it."""
    needed: Mapping[str, str] = field(default_factory=dict)
    """The fields without which there is no answer, each with what is said where it is empty."""


class Gathering:
    """Checks what is typed in a box, and keeps it as drafts until the box is answered."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper = keeper
        self.cleared = keeper.cleared

    def check(self, spec: FieldSpec, text: str, begins: datetime | None = None) -> Entered | Problem:
        """The value of what was typed, or what is wrong with it; `begins` is when that begins whose end is typed."""
        return parse(spec, text, replace(self.keeper.clock, begins=begins), cleared=self.cleared)

    def keep(self, place: FieldPlace, text: str, value: Value, told: Told) -> None:
        """A value is kept when the whole box is answered; until then it is a draft."""
        self.keep_draft(place, text)
        told(None)

    def keep_draft(self, place: FieldPlace, text: str) -> None:
        """Keep what was typed as a draft."""
        if place.row_id:
            self.keeper.keep_draft(place, text)

    def forget_draft(self, place: FieldPlace) -> None:
        """Forget the draft of a field."""
        if place.row_id:
            self.keeper.forget_draft(place)

    def answered(self, place: FieldPlace) -> None:
        """The box is answered: its drafts stay until the answer is written."""
        if place.row_id:
            self.keeper.answered(place)

    def clear_numbers(self, text: str) -> None:
        """Take note that the numbers in `text` are not CPR numbers."""
        self.keeper.clear_numbers(text)
        self.cleared |= {span.number for span in find_cpr(text)}


class Done(Widget, can_focus=True):
    """The way out of a box of fields, for key and mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "screen.accept", show=False)]
    DEFAULT_CSS = """
    Done {
        width: auto;
        height: 1;
        padding: 0 2;
        margin-top: 1;
        background: $field;
        color: $accent;
        &:focus { background: $accent; color: $on-accent; }
        &:hover { background: $cursor; color: $foreground; }
    }
    """

    def render(self) -> Content:
        """What it says."""
        return Content(_("Færdig"))

    async def on_click(self) -> None:
        """As good as the key."""
        await self.run_action("screen.accept")


class FieldsDialog(Dialog[Answers]):
    """A box with a few fields. Answers with their values when none of them is wrong."""

    WIDTH: ClassVar[int] = 84
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of((Back,)),
        Binding("f10", "accept", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    DEFAULT_CSS = """
    FieldsDialog {
        #asked { height: auto; margin-bottom: 1; color: $muted; }
        FieldRow { margin-bottom: 1; }
        Suggestions { margin-bottom: 1; }
    }
    """

    def __init__(self, title: str, asked: Asked, keeper: Keeper, method: Method, *, make: Make, text: str = "") -> None:
        super().__init__()
        self._make = make
        self._title = title
        self._text = text
        self.asked = asked
        self.gathering = Gathering(keeper)
        self.rows = [self._row(spec, keeper.clock, method) for spec in asked.specs]
        self.suggestions = suggestions_below(self.rows)

    def _row(self, spec: FieldSpec, clock: Clock, method: Method) -> FieldRow:
        text = show(spec, self.asked.values.get(spec.name), clock)
        control = control_for(spec, text, self.asked.references.get(spec.name, ()), method)
        place = FieldPlace(spec, self.asked.row_id)
        return FieldRow(place, control, self.gathering, clock, self.asked.drafts.get(spec.name))

    def dialog_title(self) -> str:
        """The heading."""
        return self._title

    def compose_body(self) -> Iterable[Widget]:
        """What is asked, and the fields."""
        if self._text:
            yield Static(Content(self._text), id="asked")
        for row in self.rows:
            yield row
            if row.spec.name in self.suggestions:
                yield self.suggestions[row.spec.name]
        yield Done()

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("tab Næste felt    esc Fortryd")

    def on_mount(self) -> None:
        """Type at once."""
        self.rows[0].widget.focus()

    @on(ReferenceField.NewWanted)
    def _new_wanted(self, event: ReferenceField.NewWanted) -> None:
        event.stop()
        self._make_and_choose(event.field, event.table)

    @work(group="make")
    async def _make_and_choose(self, field: ReferenceField, table: str) -> None:
        """What is not on the list is made over this box, and chosen in it."""
        made = await self._make(table)
        if made is not None:
            field.made(made)

    @on(LineField.Entered)
    def _entered(self, event: LineField.Entered) -> None:
        """Enter in the last field answers."""
        event.stop()
        if event.field is self.rows[-1].widget:
            self.action_accept()
        else:
            self.focus_next()

    @on(FieldRow.Edited)
    def _edited(self, event: FieldRow.Edited) -> None:
        """A choice made from the list in the last field answers, when nothing else is lacking."""
        event.stop()
        if event.row.spec.name in self.suggestions:
            self.suggestions[event.row.spec.name].look_again()
        is_last = event.row is self.rows[-1]
        is_choice = event.row.spec.kind in {FieldKind.CHOICE, FieldKind.REFERENCE, FieldKind.YES_NO}
        if is_last and is_choice and event.settled:
            self.call_later(self.action_accept)
        elif event.settled:
            self.call_later(self.focus_next)

    def action_accept(self) -> None:
        """Answer, or go to the first field that is wrong."""
        answers: Answers = {}
        for row in self.rows:
            found = self._needed(row.spec, self._happened(row.spec, row.value()))
            if isinstance(found, Problem):
                row.problem = found.sentence
                row.widget.focus()
                return
            answers[row.spec.name] = found.value
        for row in self.rows:
            row.leave()
            row.settle()
            self.gathering.answered(row.place)
        self.dismiss(answers)

    def _happened(self, spec: FieldSpec, found: Entered | Problem) -> Entered | Problem:
        """What has happened lies behind: said here, while the box still holds everything that was typed."""
        at = found.value if isinstance(found, Entered) else None
        if spec.happened and isinstance(at, datetime) and at > cast(ArchiveAccess, self.app).now() + JUMP:
            return Problem(not_come_yet())
        return found

    def _needed(self, spec: FieldSpec, found: Entered | Problem) -> Entered | Problem:
        """What there is no answer without: said here, as what has not come yet."""
        sentence = self.asked.needed.get(spec.name)
        if sentence is not None and isinstance(found, Entered) and found.value in (None, ""):
            return Problem(sentence)
        return found

    async def leave(self) -> None:
        """Keep what is typed as drafts."""
        for row in self.rows:
            row.leave()
