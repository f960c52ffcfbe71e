"""Asking for a line, for a reason, or for a yes or no."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.casework.entry import forbidden
from samordner_tui.language import _
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.widgets.drafted_line import DraftedLine, Drafting

LONGEST = 200


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
    ) -> None:
        super().__init__()
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
        problem = forbidden(event.value)
        if problem is not None or not event.value.strip():
            self.wrong.update(Content(problem.sentence if problem else _("Her skal stå noget.")))
            return
        self.field.answered()
        self.dismiss(event.value.strip())

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
