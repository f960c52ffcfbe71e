"""A field with its label, its help and what is wrong with it; and the way from it to the archive.

A field is flushed by `leave`: when focus goes elsewhere, and before every screen, lock and exit. While it is being
typed in, a draft is kept a moment after a key, and a text is kept after a second of rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import ClassVar, Final, cast

from textual import events, on
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from samordner_tui.casework.change import rules_of
from samordner_tui.casework.entry import Clock, Entered, Problem, show
from samordner_tui.casework.fields import FieldKind, Value
from samordner_tui.casework.references import Reference
from samordner_tui.language import _
from samordner_tui.method.cpr import is_begun, mask
from samordner_tui.refusals import Refused
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.saving import FieldPlace, Keeping
from samordner_tui.tui.stage_commands import NotACprNumber, ShowHidden
from samordner_tui.tui.widgets.fields.control import Control, Typed
from samordner_tui.tui.widgets.fields.labelled import Labelled
from samordner_tui.tui.widgets.fields.line import LineField
from samordner_tui.tui.widgets.fields.lines import LinesField
from samordner_tui.tui.widgets.fields.name import NameField
from samordner_tui.tui.widgets.fields.reference import ReferenceField, options_of

DRAFT_AFTER: Final = 0.3
"""Seconds after a key until what is typed is a draft: what a killed program loses at most."""
REST: Final = 1.0
"""Seconds without a key after which a text is kept."""
RESTING_KINDS = frozenset({FieldKind.TEXT, FieldKind.LINES})
"""Kinds that are kept while they are typed. A half typed date or number is another one: it is kept when it is left."""


class FieldRow(Labelled):
    """One field of a form, from the key to the archive."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (ShowHidden, NotACprNumber)
    BINDINGS = keys_of(OFFERS)

    @dataclass
    class Kept(Message):
        """The archive has answered: the value is kept, or a rule refused it."""

        row: FieldRow
        refusal: Refused | None
        at: float
        """When, by the clock that never goes back."""

    @dataclass
    class Edited(Message):
        """What stands in the field has changed, kept or not. `settled` is True for a choice made from a list."""

        row: FieldRow
        settled: bool = False

    def __init__(
        self, place: FieldPlace, control: Control, keeping: Keeping, clock: Clock, draft: str | None = None
    ) -> None:
        super().__init__(cast(Widget, control), f"field-{place.spec.name}")
        self.place = place
        self.spec = place.spec
        self.control = control
        self.keeping = keeping
        self.clock = clock
        self.begins: Callable[[], datetime | None] = lambda: None
        """When that begins whose end is typed here, as the other fields say."""
        self.settled = control.text
        """What was shown or handed over last: another text in the widget is not kept yet."""
        self.saved = control.text
        """What the archive holds."""
        self.unheard: Refused | None = None
        """A refusal that the field has not heard of: it came when the form was closing."""
        self._under_way = 0
        self._kept_at = 0.0
        self._has_draft = draft is not None
        self._held_back: str | None = None
        self._draft_timer: Timer | None = None
        self._rest_timer: Timer | None = None
        self._draft = draft

    @property
    def text(self) -> str:
        """What was typed, also while a number in it is masked."""
        return self.control.text if self._held_back is None else self._held_back

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that is not kept."""
        return self.text != self.settled

    @property
    def is_ahead(self) -> bool:
        """Whether what stands here is not in the archive, or not yet."""
        return self.is_dirty or self._under_way > 0

    def is_newer_than(self, begun: float) -> bool:
        """Whether something was kept here after a reading that began at `begun`, which cannot have seen it."""
        return self._kept_at >= begun

    def label(self) -> str:
        """What the field is called."""
        return _(self.spec.label)

    def help_line(self) -> str:
        """What helps while the field has focus."""
        return _(self.spec.help)

    def on_mount(self) -> None:
        """Show again what was typed and not kept, with what is wrong."""
        if self._draft is not None and self._draft != self.control.text:
            self.control.show(self._draft)
            found = self._read(self._draft)
            self.problem = found.sentence if isinstance(found, Problem) else _("Det her er ikke gemt endnu.")
            if isinstance(found, Problem) and isinstance(self.control, LineField):
                self.control.mark_all()
        self.make_room()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the help, and a number that was masked."""
        self.has_focused_field = True
        if self._held_back is not None:
            text, self._held_back = self._held_back, None
            self.control.show(text)
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """The field is left."""
        self.has_focused_field = False
        self.leave()
        self.control.forget_typing()

    def on_unmount(self) -> None:
        """The form goes away: keep what is typed."""
        self.leave()

    @on(Typed)
    def _typed(self, event: Typed) -> None:
        event.stop()
        if not self.is_dirty and not event.settled:
            return
        self.post_message(self.Edited(self, event.settled))
        if event.settled:
            self.leave()
            return
        if self.text == self._draft:
            return
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_AFTER, self._pause)
        if self._is_kept_at_rest:
            if self._rest_timer is not None:
                self._rest_timer.stop()
            self._rest_timer = self.set_timer(REST, self._rest)

    @property
    def _is_kept_at_rest(self) -> bool:
        return self.spec.kind in RESTING_KINDS and self.spec.name not in rules_of(self.spec.record).whole_fields

    def leave(self) -> None:
        """Keep what is typed: its value, or a draft with what is wrong. Nothing is waited for."""
        self._stop_timers()
        self._draft = None
        if not self.is_dirty:
            self._keep_nothing()
            return
        found = self._read(self.text)
        if isinstance(found, Entered):
            self._hand_over(found.value)
        else:
            self._hold(found)

    def _rest(self) -> None:
        """Somebody has stopped typing: keep the text, or a draft while it is half done."""
        if not self._may_be_kept_now:
            return
        found = self._read(self.text)
        if isinstance(found, Entered):
            self._hand_over(found.value, shown=False)
        else:
            self._keep_draft()

    def _pause(self) -> None:
        """A moment after a key: keep a draft."""
        self._draft_timer = None
        if self._may_be_kept_now:
            self._keep_draft()

    @property
    def _may_be_kept_now(self) -> bool:
        """What may become a CPR number waits until the field is left: nobody stores the first nine digits of one."""
        return self.is_dirty and not is_begun(self.text)

    def _keep_draft(self) -> None:
        self.keeping.keep_draft(self.place, self.text)
        self._has_draft = True

    def _keep_nothing(self) -> None:
        """What stands there is what is kept: a draft of something else is forgotten."""
        if self._has_draft and not self._under_way:
            self.keeping.forget_draft(self.place)
            self._has_draft = False
            self.problem = ""

    def _hand_over(self, value: Value, *, shown: bool = True) -> None:
        text = self.text
        self.settled = text
        self._under_way += 1
        self._has_draft = False
        self.keeping.keep(self.place, text, value, self._told)
        if shown:
            self._show_value(value)

    def _show_value(self, value: Value) -> None:
        """Show what was understood: `14/1` becomes `tors. 14. jan.`."""
        text = show(self.spec, value, self.clock)
        self.control.show(text)
        self.settled = self.control.text

    def _hold(self, found: Problem) -> None:
        self._keep_draft()
        self.problem = found.sentence
        if found.is_cpr and self._held_back is None and not self.has_focused_field:
            self._held_back = self.control.text
            self.control.show(mask(self._held_back))
        self.refresh_bindings()

    def _told(self, refusal: Refused | None) -> None:
        """Called on the writer thread."""
        self.unheard = refusal
        self.post_message(self.Kept(self, refusal, monotonic()))

    @on(Kept)
    def _answered(self, event: Kept) -> None:
        if event.row is not self:
            return
        self._under_way -= 1
        self.unheard = None
        self.problem = str(event.refusal or "")
        if event.refusal is not None:
            self._has_draft = True
            self.settled = self.saved
            return
        self._kept_at = event.at
        if not self._under_way:
            self.saved = self.settled

    def show_saved(self, value: Value, references: Sequence[Reference] = ()) -> None:
        """Show what the archive holds, unless something else is being typed or is on its way there."""
        if isinstance(self.control, ReferenceField):
            self.control.options_changed(options_of(references))
        if isinstance(self.control, NameField):
            self.control.offer(references)
        if self._under_way or self.is_dirty:
            return
        text = show(self.spec, value, self.clock)
        self.saved = text
        if self.has_focused_field and self._means(value):
            return
        self.control.show(text)
        self.settled = self.control.text

    def _means(self, value: Value) -> bool:
        """Whether what is typed is read as `value` already."""
        found = self._read(self.text)
        return isinstance(found, Entered) and found.value == value

    def _read(self, text: str) -> Entered | Problem:
        return self.keeping.check(self.spec, text, self.begins())

    def value(self) -> Entered | Problem:
        """What stands in the field, read."""
        return self._read(self.text)

    def try_again(self) -> None:
        """Hand over anew what a rule refused as the form closed."""
        self.unheard, self.settled = None, self.saved
        self.leave()

    def settle(self) -> None:
        """Somebody else has taken what stands here: there is nothing left to keep."""
        self._stop_timers()
        self.settled = self.text
        self._has_draft = False

    def _stop_timers(self) -> None:
        for timer in (self._draft_timer, self._rest_timer):
            if timer is not None:
                timer.stop()
        self._draft_timer = self._rest_timer = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the field."""
        if action == ShowHidden.id:
            return self.spec.hidden and bool(self.text)
        if action == NotACprNumber.id:
            return mask(self.text) != self.text and bool(self.problem)
        return super().check_action(action, parameters)

    def action_show_hidden(self) -> None:
        """Show a hidden field until it is left."""
        if isinstance(self.control, LineField):
            self.control.password = False
        elif isinstance(self.control, LinesField):
            self.control.is_shown = True

    def action_not_a_cpr_number(self) -> None:
        """It is not a CPR number: keep it."""
        self.keeping.clear_numbers(self.text)
        self.leave()

    def help_text(self) -> str:
        """What F1 says about the field."""
        return f"{self.label()}: {self.help_line()}" if self.spec.help else self.label()
