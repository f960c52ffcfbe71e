"""The fields of one note of something grave, and how they are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy.orm import Session
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from samordner_tui.archive.records.after import SeriousMatter
from samordner_tui.casework.entry import Entered, Problem, show
from samordner_tui.casework.fields import FieldSpec, Value, field_of
from samordner_tui.casework.serious import FIELDS, KIND, LEARNED_AT, WORDS, Note, keep_note
from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.saving import FieldPlace, Keeper, Told
from samordner_tui.tui.widgets.fields.line import LineField
from samordner_tui.tui.widgets.fields.making import control_for
from samordner_tui.tui.widgets.fields.row import REST, FieldRow

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


class NoteKeeping:
    """Keeps each field of a note as it is left: from the moment its kind is known in a row, before that as a draft."""

    def __init__(self, keeper: Keeper, note: Note, filled_in: Callable[[], Mapping[str, Value]]) -> None:
        """`filled_in` gives every value that stands in the fields."""
        self.keeper = keeper
        self.note = note
        self._filled_in = filled_in
        self.refused: set[str] = set()
        """The fields whose latest value was refused. Changed on the writer thread."""
        self.has_kept = False
        """Whether anything was written in the row."""

    @property
    def is_row(self) -> bool:
        """Whether the note is a row in the archive."""
        return bool(self.note.values) or self.has_kept

    def check(self, spec: FieldSpec, text: str, begins: datetime | None = None) -> Entered | Problem:
        """The value of what was typed, or what is wrong with it."""
        return self.keeper.check(spec, text, begins)

    def keep(self, place: FieldPlace, text: str, value: Value, told: Told) -> None:
        """Keep a value."""
        name, case_id, today = place.spec.name, self.keeper.case_id, self.keeper.clock.today
        whole = {**self._filled_in(), name: value}
        if case_id is None or not whole.get(KIND):
            self.keep_draft(place, text)
            told(None)
            return

        def change(session: Session) -> None:
            keep_note(session, case_id, self.note.id, {name: value}, whole, today)

        def heard(refusal: Refused | None) -> None:
            self._hear(name, refusal)
            told(refusal)

        self.keeper.carry_out(change, place, text, heard)

    def keep_draft(self, place: FieldPlace, text: str) -> None:
        """Keep what was typed as a draft; until there is a row, together with the moment it was learned."""
        self.keeper.keep_draft(place, text)
        if not self.is_row and place.spec.name != LEARNED_AT:
            spec = field_of(SeriousMatter, LEARNED_AT)
            learned_at = show(spec, self._filled_in().get(LEARNED_AT), self.keeper.clock)
            self.keeper.keep_draft(FieldPlace(spec, self.note.id), learned_at)

    def forget_draft(self, place: FieldPlace) -> None:
        """Forget the draft of a field."""
        self.keeper.forget_draft(place)

    def clear_numbers(self, text: str) -> None:
        """Take note that the numbers in `text` are not CPR numbers."""
        self.keeper.clear_numbers(text)

    def _hear(self, name: str, refusal: Refused | None) -> None:
        if refusal is None:
            self.has_kept = True
            self.refused.discard(name)
        else:
            self.refused.add(name)


class NoteFields(Vertical):
    """One note. While the family is alone the fields for words are not there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    DEFAULT_CSS = """
    NoteFields {
        height: auto;
        FieldRow { margin-bottom: 1; }
        .waits { height: auto; color: $muted; margin-bottom: 1; }
    }
    """

    def __init__(self, note: Note, keeper: Keeper, method: Method, opened_at: datetime, *, alone: bool) -> None:
        """`opened_at` is when it was learned, as long as nothing else is said; `alone` tells of private time."""
        super().__init__()
        self.note = note
        self.alone = alone
        self.opened_at = opened_at
        self.keeping = NoteKeeping(keeper, note, self.filled_in)
        self.rows = {name: self._row(name, keeper, method) for name in FIELDS if not (alone and name in WORDS)}
        self._rest: Timer | None = None

    def _row(self, name: str, keeper: Keeper, method: Method) -> FieldRow:
        spec = field_of(SeriousMatter, name)
        first = self.opened_at if name == LEARNED_AT else None
        control = control_for(spec, show(spec, self.note.values.get(name, first), keeper.clock), (), method)
        place = FieldPlace(spec, self.note.id)
        return FieldRow(place, control, self.keeping, keeper.clock, self.note.drafts.get(name))

    def compose(self) -> ComposeResult:
        """The fields."""
        yield from self.rows.values()
        if self.alone:
            yield Static(
                Content(
                    _(
                        "Familien har sin egen tid nu. Hvem der har fået besked, og hvad du har sagt til barnet, "
                        "skriver du her, når den er slut."
                    )
                ),
                classes="waits",
            )

    def filled_in(self) -> dict[str, Value]:
        """Every value that stands in the fields. Where the moment cannot be read, it is the one of opening."""
        found = {name: row.value() for name, row in self.rows.items()}
        values = {name: one.value for name, one in found.items() if isinstance(one, Entered)}
        if not self.note.values:
            values.setdefault(LEARNED_AT, self.opened_at)
        return values

    def lacking(self) -> str | None:
        """The first field that holds something that is not kept as its value, after everything was handed over."""
        unread = [name for name, row in self.rows.items() if row.text and isinstance(row.value(), Problem)]
        unkept = [name for name in self.rows if name in self.keeping.refused]
        others = [row.text for name, row in self.rows.items() if name not in {KIND, LEARNED_AT}]
        if not self.rows[KIND].text and any(others):
            return KIND
        return next(iter([*unread, *unkept]), None)

    def leave(self) -> None:
        """Hand every field over."""
        for row in self.rows.values():
            row.leave()

    def show(self, note: Note, begun: float) -> None:
        """Show the note as it was read from `begun` on; what is being typed stays."""
        if any(row.is_newer_than(begun) for row in self.rows.values()):
            return
        self.note = note
        for name, row in self.rows.items():
            row.show_saved(note.values.get(name))

    @on(LineField.Entered)
    def _entered(self, event: LineField.Entered) -> None:
        """Enter goes on to the next field."""
        event.stop()
        self.screen.focus_next()

    @on(FieldRow.Edited)
    def _edited(self, event: FieldRow.Edited) -> None:
        """A choice that is turned to is kept after a moment of rest."""
        event.stop()
        if self._rest is not None:
            self._rest.stop()
        if event.row.spec.choices is not None and not event.settled:
            self._rest = self.set_timer(REST, event.row.leave)
