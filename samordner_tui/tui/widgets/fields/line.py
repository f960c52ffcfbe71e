"""A field of one line. What is typed can be taken back with ctrl+z, which Textual's own field cannot do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from samordner_tui.casework.fields import FieldKind, FieldSpec
from samordner_tui.tui.widgets.fields.control import Typed
from samordner_tui.tui.widgets.line import LineInput

WIDTHS: dict[FieldKind, int] = {
    FieldKind.DATE: 26,
    FieldKind.MOMENT: 34,
    FieldKind.TIME: 12,
    FieldKind.INTEGER: 14,
    FieldKind.DECIMAL: 14,
}
"""Cells of the kinds that are never long."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The text and the place of the cursor."""

    text: str
    cursor: int


class LineField(LineInput):
    """Text, a number, a date or a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo_typing", show=False),
        Binding("ctrl+y", "redo_typing", show=False),
    ]

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

        field: LineField

    def __init__(self, spec: FieldSpec, text: str = "") -> None:
        self._before: list[Snapshot] = []
        self._after: list[Snapshot] = []
        self._restoring = True
        self._adds_to_word = False
        # A date or a number that stands there already is replaced by the one that is typed, never glued to it.
        super().__init__(text, select_on_focus=spec.kind in WIDTHS, password=spec.hidden and bool(text))
        self._restoring = False
        self.spec = spec
        if spec.kind in WIDTHS:
            self.styles.width = WIDTHS[spec.kind]

    @property
    def text(self) -> str:
        """What is typed."""
        return self.value

    def show(self, text: str) -> None:
        """Put another text there."""
        if text == self.value:
            return
        if not self.has_focus:
            self.password = self.spec.hidden and bool(text)
        at_end = self.cursor_position >= len(self.value)
        with self._without_remembering():
            self.value = text
        if at_end:
            self.cursor_position = len(text)
        if self.has_focus and self.select_on_focus:
            self.select_all()
        self.forget_typing()

    def mark_all(self) -> None:
        """What stands here will not do: what is typed takes its place, and is never glued to it."""
        self.select_on_focus = True
        if self.has_focus:
            self.select_all()

    def forget_typing(self) -> None:
        """What was typed can no longer be taken back letter by letter."""
        self._before.clear()
        self._after.clear()

    def watch_value(self, before: str, after: str) -> None:
        """Remember what stood here, a word at a time."""
        if self._restoring or before == after:
            return
        adds = len(after) == len(before) + 1 and not after[-1:].isspace()
        if not (adds and self._adds_to_word and self._before):
            self._before.append(Snapshot(before, min(self.cursor_position, len(before))))
        self._adds_to_word = adds
        self._after.clear()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without anything typed to take back, ctrl+z is the program's: it undoes the last change of the case."""
        if action == "undo_typing":
            return bool(self._before)
        if action == "redo_typing":
            return bool(self._after)
        return super().check_action(action, parameters)

    def action_undo_typing(self) -> None:
        """Take back what was typed last."""
        self._restore(self._before, self._after)

    def action_redo_typing(self) -> None:
        """Type it again."""
        self._restore(self._after, self._before)

    @on(Input.Changed)
    def _tell(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Typed(self))

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered(self))

    def on_blur(self, event: events.Blur) -> None:
        """A hidden field is hidden again. One that was empty shows what is typed until it is left."""
        self.password = self.spec.hidden and bool(self.value)

    def _restore(self, source: list[Snapshot], target: list[Snapshot]) -> None:
        if not source:
            return
        target.append(Snapshot(self.value, self.cursor_position))
        found = source.pop()
        with self._without_remembering():
            self.value = found.text
        self.cursor_position = found.cursor
        self._adds_to_word = False

    def _without_remembering(self) -> _Restoring:
        return _Restoring(self)


class _Restoring:
    """While it lasts, changes of the text are not remembered."""

    def __init__(self, field: LineField) -> None:
        self.field = field

    def __enter__(self) -> None:
        self.field._restoring = True

    def __exit__(self, *_problem: object) -> None:
        self.field._restoring = False
