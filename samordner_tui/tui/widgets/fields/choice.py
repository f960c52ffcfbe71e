"""A choice in one line: `‹ ja ›`. Arrows turn it; enter shows the list, and so does a letter.

A letter alone never changes the answer: it is found on the list, and enter takes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from samordner_tui.casework.fields import FieldSpec
from samordner_tui.language import _
from samordner_tui.tui.dialogs.pick import PickDialog, PickSeveralDialog
from samordner_tui.tui.widgets.fields.control import Typed
from samordner_tui.tui.widgets.option_lines import Option


class ChoiceField(Widget, can_focus=True):
    """One of some answers, or none yet."""

    DEFAULT_CSS = """
    ChoiceField {
        height: auto;
        border-left: outer $rule;
        padding: 0 1;
        background: $field;
        &:focus { border-left: outer $accent; }
        &:hover { background: $cursor-quiet; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("enter", "open_list", show=False),
        Binding("space", "open_list", show=False),
        Binding("delete,backspace", "clear", show=False),
    ]

    text: reactive[str] = reactive("", layout=True)

    def __init__(self, spec: FieldSpec, options: Sequence[Option], text: str = "") -> None:
        super().__init__()
        self.spec = spec
        self.options = tuple(options)
        self.set_reactive(ChoiceField.text, text)
        self._typed = ""

    def show(self, text: str) -> None:
        """Show another answer."""
        self.text = text

    def forget_typing(self) -> None:
        """Nothing is taken back letter by letter here."""

    def options_changed(self, options: Sequence[Option]) -> None:
        """There are other answers to choose from."""
        self.options = tuple(options)
        self.refresh(layout=True)

    @property
    def may_be_empty(self) -> bool:
        """Whether no answer is an answer."""
        return self.spec.optional

    def shown(self) -> str:
        """What the answer is called."""
        return next((option.text for option in self.options if option.value == self.text), "")

    def render(self) -> Content:
        """The answer, between arrows while it can be turned."""
        answer = self.shown()
        words = Content(answer) if answer else Content.styled(self.unanswered(), "$muted")
        if not self.has_focus:
            return words
        return Content.assemble(("‹ ", "$accent"), words, (" ›", "$accent"))

    def unanswered(self) -> str:
        """What stands there before there is an answer."""
        return _("ikke svaret")

    def help_text(self) -> str:
        """What F1 says about a choice."""
        return _("Pilene skifter svar. Enter eller et bogstav viser listen; der vælger enter, og esc lader svaret stå.")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters show the list; they are no commands here."""
        return character is not None and character.isprintable()

    def action_turn(self, by: int) -> None:
        """The answer before or after."""
        values = ([""] if self.may_be_empty else []) + [option.value for option in self.options]
        if not values:
            return
        place = values.index(self.text) if self.text in values else -1 if by > 0 else 0
        self._choose(values[(place + by) % len(values)])

    def action_clear(self) -> None:
        """No answer."""
        if self.may_be_empty:
            self._choose("")

    def on_key(self, event: events.Key) -> None:
        """A letter shows the list, at the first answer that begins so."""
        if event.character is None or not event.character.isprintable() or event.character == " ":
            return
        event.stop()
        event.prevent_default()
        is_first = not self._typed
        self._typed += event.character
        if is_first:
            self.action_open_list()

    def on_focus(self) -> None:
        """Arrows appear."""
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """Arrows go."""
        self.refresh(layout=True)

    def on_click(self) -> None:
        """The mouse opens the list."""
        self.action_open_list()

    @work(group="choice")
    async def action_open_list(self) -> None:
        """Show all answers, at the first that begins with what is typed."""
        picked = await self.app.push_screen_wait(self._list(self._listed()))
        if picked is not None:
            self._choose(picked, settled=True)

    def _listed(self) -> list[Option]:
        none = [Option("", self.unanswered())] if self.may_be_empty else []
        return [*none, *self.options]

    def _list(self, options: Sequence[Option]) -> PickDialog:
        return PickDialog(_(self.spec.label), options, [self.text], typed=self._take_typed())

    def _take_typed(self) -> str:
        """The letters typed before the list is there."""
        typed, self._typed = self._typed, ""
        return typed

    def _choose(self, value: str, *, settled: bool = False) -> None:
        if value != self.text or settled:
            self.text = value
            self.post_message(Typed(self, settled))


class ChoicesField(ChoiceField):
    """Some of several answers; enter shows the list."""

    def shown(self) -> str:
        """The answers with commas between."""
        chosen = set(self.text.split(","))
        return ", ".join(option.text for option in self.options if option.value in chosen)

    def render(self) -> Content:
        """The answers."""
        answer = self.shown()
        return Content(answer) if answer else Content.styled(self.unanswered(), "$muted")

    def unanswered(self) -> str:
        """What stands there before anything is chosen."""
        return _("intet valgt")

    def help_text(self) -> str:
        """What F1 says about a choice of several."""
        return _("Enter eller et bogstav viser listen. Mellemrum sætter til og fra.")

    @property
    def may_be_empty(self) -> bool:
        """None is an answer."""
        return True

    def action_turn(self, by: int) -> None:
        """There is no next answer among several."""

    @work(group="choice")
    async def action_open_list(self) -> None:
        """Show all answers, to choose among."""
        chosen, typed = self.text.split(","), self._take_typed()
        dialog = PickSeveralDialog(_(self.spec.label), self.options, chosen, typed=typed)
        picked = await self.app.push_screen_wait(dialog)
        if picked is not None:
            self._choose(",".join(picked), settled=True)
