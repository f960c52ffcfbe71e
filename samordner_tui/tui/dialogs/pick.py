"""Choosing from a list: one, or several. What is typed narrows a long list; å and aa are the same.

In a short list letters go to the first option that begins with them; the same letter again goes to the next. Where only
one begins so, it is chosen at once; not so in a list that a letter has opened, for whole words may follow it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.language import _
from samordner_tui.tui.dialogs.lines import LinesDialog
from samordner_tui.tui.widgets.line import LineInput
from samordner_tui.tui.widgets.line_list import LineList
from samordner_tui.tui.widgets.option_lines import Option, OptionLines

SEARCH_FROM = 8
"""A shorter list needs no search."""
PAUSE = 1.0
"""Seconds after which a letter begins a new word."""
WORD = 3
"""Letters that are no slip of the finger."""

Answer = TypeVar("Answer")


class ListDialog(LinesDialog[Answer]):
    """A box with a list, and a field to search in it when it is long."""

    DEFAULT_CSS = """
    ListDialog {
        #asked { color: $muted; margin-bottom: 1; height: auto; }
        #search { margin-bottom: 1; }
        #astray { color: $warn; margin-top: 1; height: auto; display: none; }
    }
    """
    SEVERAL: ClassVar[bool] = False

    def __init__(
        self, title: str, options: Sequence[Option], chosen: Iterable[str] = (), *, text: str = "", typed: str = ""
    ) -> None:
        """Begin. `typed` is what was typed before the box was there, as if it were typed in it."""
        super().__init__()
        self._title = title
        self._text = text
        self._typed = typed
        self._typed_at: float | None = None
        """When the last letter was typed here; what was typed before the box was there goes on."""
        self._is_opened_by_letter = bool(typed)
        self._astray = Static("", id="astray")
        self.list = OptionLines(options, chosen, several=self.SEVERAL)

    def the_list(self) -> LineList:
        """The options."""
        return self.list

    def lines_around(self) -> int:
        """The edges, what is asked, and the field."""
        asked = len(Content(self._text).wrap(self.WIDTH - 6)) + 1 if self._text else 0
        return super().lines_around() + asked + 2 * self._has_search

    @property
    def _has_search(self) -> bool:
        return not self.SEVERAL and len(self.list.options) >= SEARCH_FROM

    def dialog_title(self) -> str:
        """The heading."""
        return self._title

    def compose_body(self) -> Iterable[Widget]:
        """What is asked, the field, the list."""
        if self._text:
            yield Static(Content(self._text), id="asked")
        if self._has_search:
            yield LineInput(self._typed, id="search", placeholder=_("Søg"), select_on_focus=False)
        yield self.list
        yield self._astray

    def on_mount(self) -> None:
        """What is typed goes to the field."""
        for search in self.query("#search"):
            search.focus()
        if self._typed and self._has_search:
            self.list.narrow(self._typed)
        elif self._typed:
            self.list.go_to(self._typed)

    def on_key(self, event: events.Key) -> None:
        """Letters go to an option, where there is no field for them."""
        letter = event.character
        if self._has_search or letter is None or not letter.isprintable() or not (letter.isalpha() or self._typed):
            return
        event.stop()
        is_new = self._typed_at is not None and event.time - self._typed_at > PAUSE
        self._typed = letter if is_new else self._typed + letter
        self._typed_at = event.time
        if self.list.go_to(self._typed):
            self._go_on()
        else:
            self.list.go_to(letter)
        self._say_what_is_astray()

    def _go_on(self) -> None:
        """Letters have led to an option."""

    def _say_what_is_astray(self) -> None:
        """A word that begins no option was meant for another place: it is shown, so that it is not lost unseen."""
        is_astray = len(self._typed) >= WORD and not self.list.has(self._typed)
        self._astray.display = is_astray
        if is_astray:
            said = _("»{typed}« står ikke på listen og bliver ikke gemt. Her vælges der.").format(typed=self._typed)
            self._astray.update(Content(said))

    @on(Input.Changed, "#search")
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self.list.narrow(event.value)

    @on(Input.Submitted, "#search")
    def _accept_typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_accept()


class PickDialog(ListDialog[str]):
    """One of several. Answers with its value."""

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("↑ ↓ Flyt    enter Vælg    esc Fortryd")

    def _go_on(self) -> None:
        """The only option that begins with the letters is meant."""
        if not self._is_opened_by_letter and self.list.is_alone(self._typed):
            self.action_accept()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_accept()

    def action_accept(self) -> None:
        """Answer with what the cursor stands on."""
        if self.list.cursor < len(self.list.fitting):
            self.dismiss(self.list.fitting[self.list.cursor].value)


class PickSeveralDialog(ListDialog[tuple[str, ...]]):
    """None, one or several. Answers with their values in the order of the list."""

    SEVERAL = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False),
        Binding("ctrl+a", "mark_all", show=False),
    ]

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("mellemrum Til og fra    ^a Alle    enter Færdig    esc Fortryd")

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.list.toggle()

    def action_mark(self) -> None:
        """Choose, or choose no longer."""
        self.list.toggle()

    def action_mark_all(self) -> None:
        """Choose all, or none when all are chosen."""
        self.list.toggle_all()

    def action_accept(self) -> None:
        """Answer with all that are chosen."""
        self.dismiss(tuple(option.value for option in self.list.options if option.value in self.list.chosen))
