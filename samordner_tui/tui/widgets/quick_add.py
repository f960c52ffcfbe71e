"""The line for a new person: while it is typed, what it says stands below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from samordner_tui.casework.entry import Problem
from samordner_tui.casework.quick_add import Understood, preview, understand
from samordner_tui.casework.short_words import all_short_words
from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.keys import key_of
from samordner_tui.tui.stage_commands import AddRow
from samordner_tui.tui.widgets.line import LineInput


class NewPersonInput(LineInput):
    """The field; where several people may be added at once, several lines that are pasted are told of and not typed."""

    @dataclass
    class Pasted(Message):
        """Several lines were pasted."""

        text: str

    def __init__(self, placeholder: str, *, takes_several: bool) -> None:
        super().__init__(id="new-person", placeholder=placeholder, select_on_focus=False)
        self._takes_several = takes_several

    def _put(self, text: str) -> None:
        if self._takes_several and sum(bool(line.strip()) for line in text.splitlines()) > 1:
            self.post_message(self.Pasted(text))
        else:
            super()._put(text)


class QuickAddLine(Vertical):
    """A field and the line below it. Enter adds the person; the field is then ready for the next. Escape goes back."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys_of(OFFERS), Binding("down", "back", show=False)]
    DEFAULT_CSS = """
    QuickAddLine {
        height: auto;
        margin-bottom: 1;
        #understood { color: $muted; height: auto; min-height: 1; padding: 0 2; }
        #understood.wrong { color: $warn; }
        #new-person > .input--suggestion { color: $muted; }
    }
    """

    @dataclass
    class Added(Message):
        """Somebody is to be added; `typed` is the line as it was typed."""

        person: Understood
        typed: str

    @dataclass
    class Passed(Message):
        """Enter on an empty line."""

    @dataclass
    class Pasted(Message):
        """Several lines were pasted, with a person each."""

        text: str

    @dataclass
    class Left(Message):
        """Nobody more is to be added: back to the list."""

    field = query_one("#new-person", LineInput)
    understood = query_one("#understood", Static)

    def __init__(self, label: Callable[[StrEnum], str], *, takes_several: bool = False) -> None:
        """`label` says what a choice is called; with `takes_several` several lines that are pasted are told of."""
        super().__init__()
        self._label = label
        self._takes_several = takes_several

    def compose(self) -> ComposeResult:
        """The field, and what is understood."""
        yield NewPersonInput(self._invitation(), takes_several=self._takes_several)
        yield Static("", id="understood", markup=False)

    def _invitation(self) -> str:
        """What stands in the empty field; while letters are commands elsewhere it says which key leads here."""
        example = _("Ny person: navn, farmor, 1, fars side")
        return example if self.has_focus_within else f"{key_of(AddRow, self.app._keymap)}  {example}"

    def on_descendant_focus(self) -> None:
        """What is typed now is text."""
        self.field.placeholder = self._invitation()

    def on_descendant_blur(self) -> None:
        """What is typed now are commands."""
        self.field.placeholder = self._invitation()

    def offer(self, lines: Sequence[str]) -> None:
        """Offer those who are named in the case already; the right arrow takes what is offered."""
        self.field.suggester = SuggestFromList(lines, case_sensitive=False)

    def help_text(self) -> str:
        """What F1 says here."""
        short = _(
            "Korte ord går hurtigere: »Karen,mm1« er mormor i ring 1, »Vera,nms2« en nabo på mors side i ring 2. "
            "ms og fs er siderne. De andre er: {words}."
        ).format(words=all_short_words())
        several = _("Indsætter du flere linjer på én gang, ser du først, hvad de bliver til.")
        line = _(
            "Skriv navnet først og så resten i den rækkefølge, du vil, med komma imellem: hvem det er for barnet, "
            "ring 1 til 5, mors eller fars side, alder, telefon. Skriv »informatør« om en fagperson, "
            "der skal holde oplæg. Nedenunder står, hvad der er forstået. Enter tilføjer. Navne, du allerede har "
            "skrevet i sagen, foreslås. Pil til højre henter dem."
        )
        return "\n\n".join((line, short, several) if self._takes_several else (line, short))

    @on(Input.Changed, "#new-person")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        found = understand(event.value)
        wrong = isinstance(found, Problem)
        shown = ""
        if isinstance(found, Problem):
            shown = found.sentence
        elif found is not None:
            shown = preview(found, self._label)
        self.understood.set_class(wrong, "wrong")
        self.understood.update(Content(shown))

    @on(NewPersonInput.Pasted)
    def _pasted(self, event: NewPersonInput.Pasted) -> None:
        event.stop()
        self.post_message(self.Pasted(event.text))

    @on(Input.Submitted, "#new-person")
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        found = understand(event.value)
        if isinstance(found, Understood):
            # Emptied at once: what is typed while the person is written belongs to the next one.
            self.field.value = ""
            self.post_message(self.Added(found, event.value))
        elif found is None:
            self.post_message(self.Passed())

    def action_back(self) -> None:
        """Back to the list; what is typed stays."""
        self.post_message(self.Left())

    @contextmanager
    def giving_back(self, typed: str) -> Iterator[None]:
        """What could not be kept stands on the line again, unless something else is typed there by now."""
        try:
            yield
        except Refused:
            if not self.field.value:
                self.field.value = typed
                # The next key writes over it; an arrow goes on in it.
                self.field.selection = Selection(0, len(typed))
            raise
