"""One question with one line to answer in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.language import _
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.widgets.line import LineInput
from samordner_tui.tui.widgets.secret import SecretInput


def anything(_typed: str) -> str:
    """Every answer will do."""
    return ""


class AskDialog(Dialog[str]):
    """Answers with what was typed, once `problem_with` has nothing to say about it."""

    DEFAULT_CSS = """
    AskDialog {
        #asked { margin-bottom: 1; height: auto; }
        #problem { color: $accent; height: auto; margin-top: 1; }
    }
    """

    def __init__(
        self,
        title: str,
        question: str,
        answer: str = "",
        *,
        problem_with: Callable[[str], str] = anything,
        hidden: bool = False,
    ) -> None:
        """`problem_with` gives a sentence about an answer that will not do; `hidden` is for a passphrase."""
        super().__init__()
        self._title = title
        self._question = question
        self._first_answer = answer
        self._problem_with = problem_with
        self._hidden = hidden

    def dialog_title(self) -> str:
        """The heading."""
        return self._title

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("enter Videre    esc Tilbage")

    def compose_body(self) -> Iterable[Widget]:
        """The question, the line, and room for what is wrong."""
        yield Static(Content(self._question), id="asked")
        yield SecretInput(id="answer") if self._hidden else LineInput(self._first_answer, id="answer")
        yield Static("", id="problem")

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        """Answer, or say what is wrong."""
        event.stop()
        problem = self._problem_with(event.value)
        if problem:
            self.query_one("#problem", Static).update(Content(problem))
        else:
            self.dismiss(event.value)
