"""The course of an agreement through the series, to be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.agreement_course import Told
from samordner_tui.language import _
from samordner_tui.tui.screens.frame import Dialog


class CourseDialog(Dialog[None]):
    """Each conference with its date, what the agreement said there, and what became of it."""

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__()
        self._told = told

    def dialog_title(self) -> str:
        """The heading."""
        return _("Aftalens forløb")

    def compose_body(self) -> Iterable[Widget]:
        """The conferences, the first above."""
        yield Static(Content("\n\n").join(_stretch(one) for one in self._told))

    def body_takes_focus(self) -> bool:
        """The arrows scroll."""
        return True

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("↑ ↓ Rul    esc Tilbage")


def _stretch(one: Told) -> Content:
    lines = [Content.styled(one.when, "bold $accent"), Content(one.words)]
    lines += [Content.styled(became, "$muted") for became in one.became]
    return Content("\n").join(lines)
