"""Asking for a line, for a reason, or for a yes or no."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.casework.entry import forbidden
from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.widgets.drafted import Drafting
from samordner_tui.tui.widgets.drafted_line import DraftedLine

LONGEST = 200


def anything(_typed: str) -> None:
    """Every answer will do."""


class LineDialog(Dialog[str]):
    """A box with a field of one line. An empty line is no answer.

    With a `drafting` what is typed is kept as a draft, and the box opens again with it.
    """

    DEFAULT_CSS = """
    LineDialog {
        .asked { height: auto; margin-bottom: 1; }
        .quiet { height: auto; margin-top: 1; color: $muted; }
        .wrong { height: auto; color: $warn; }
    }
    """

    def __init__(
        self,
        title: str,
        *,
        label: str = "",
        text: str = "",
        help: str = "",  # noqa: A002 - reads best
        drafting: Drafting | None = None,
        check: Callable[[str], object] = anything,
    ) -> None:
        """Begin. `check` raises `Refused` with the sentence about an answer that will not do: the box stays open."""
        super().__init__()
        self._check = check
        self._title = title
        self._label = label
        self._help = help
        self.field = DraftedLine(text, drafting, max_length=LONGEST)
        self.wrong = Static("", classes="wrong")

    def dialog_title(self) -> str:
        """The heading."""
        return self._title

    def compose_body(self) -> Iterable[Widget]:
        """What is asked, and the field."""
        if self._label:
            yield Static(Content(self._label), classes="asked")
        yield self.field
        yield self.wrong
        if self._help:
            yield Static(Content(self._help), classes="quiet")

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("enter Gem    esc Fortryd")

    def on_mount(self) -> None:
        """Type at once."""
        self.field.focus()

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        """Answer with what was typed, unless it may not be kept."""
        event.stop()
        wrong = self._wrong_with(event.value)
        if wrong:
            self.wrong.update(Content(wrong))
            return
        self.field.answered()
        self.dismiss(event.value.strip())

    def _wrong_with(self, typed: str) -> str:
        """What is wrong with an answer, as a sentence; empty where it will do."""
        problem = forbidden(typed)
        if problem is not None or not typed.strip():
            return problem.sentence if problem else _("Her skal stå noget.")
        try:
            self._check(typed.strip())
        except Refused as refusal:
            return str(refusal)
        return ""

    async def leave(self) -> None:
        """Keep what is typed as a draft."""
        self.field.leave()


class YesNoDialog(Dialog[bool]):
    """A question that is answered by yes or no. Escape is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of((Back,)),
        Binding("enter,j,y", "yes", show=False),
        Binding("n", "no", show=False),
    ]

    def __init__(self, title: str, text: str, *, yes: str = "", no: str = "") -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._yes = yes or _("Ja")
        self._no = no or _("Nej")

    def dialog_title(self) -> str:
        """The heading."""
        return self._title

    def compose_body(self) -> Iterable[Widget]:
        """What is asked."""
        yield Static(Content(self._text))

    def keys_line(self) -> str:
        """The keys that act here."""
        return f"enter {self._yes}    esc {self._no}"

    def action_yes(self) -> None:
        """Yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """No."""
        self.dismiss(False)
