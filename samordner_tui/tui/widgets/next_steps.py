"""The next steps as cards: what to do, why, by when, and the key that goes there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from textual.content import Content

from samordner_tui.casework.cells import short_day
from samordner_tui.language import _, ngettext
from samordner_tui.tui.widgets.line_list import CARD, Line, LineList

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method
    from samordner_tui.method.next_steps import NextStep

FIRST_KEY: Final = 7
KEYS: Final = 3
"""Cards with a number: 7, 8 and 9."""


class NextStepsList(LineList):
    """The cards. Those there is no room for are found by scrolling."""

    DEFAULT_CSS = """
    NextStepsList { height: 1fr; }
    """

    def __init__(self, method: Method, today: date) -> None:
        super().__init__(id="next-steps")
        self.method = method
        self.today = today
        self.steps: tuple[NextStep, ...] = ()

    def show(self, steps: tuple[NextStep, ...], today: date) -> None:
        """Show other steps."""
        self.steps = steps
        self.today = today
        self.rebuild()

    def step(self, number: int) -> NextStep | None:
        """The step whose card has this key."""
        place = number - FIRST_KEY
        return self.steps[place] if 0 <= place < min(KEYS, len(self.steps)) else None

    @property
    def chosen(self) -> NextStep | None:
        """The step the cursor stands on."""
        return self.steps[self.cursor] if self.cursor < len(self.steps) else None

    def lay_out(self, width: int) -> Sequence[Line]:
        """A card a step, with air between."""
        heading = Content.styled(_("Næste skridt"), "bold")
        if len(self.steps) > KEYS:
            more = ngettext("{count} i alt", "{count} i alt", len(self.steps)).format(count=len(self.steps))
            heading = heading.append("  ").append(Content.styled(more, "$muted"))
        lines = [Line(heading), Line(Content(""))]
        for item, step in enumerate(self.steps):
            lines.extend(Line(content, item, CARD) for content in self._card(step, item, width))
            lines.append(Line(Content("")))
        if not self.steps:
            quiet = Content.styled(_("Der er ikke mere at gøre lige nu."), "$muted")
            lines.extend(Line(part) for part in quiet.wrap(width))
        return lines

    def _cursor_ground(self, line: Line) -> str:
        """Without focus no card is marked."""
        return super()._cursor_ground(line) if self.has_focus else line.ground

    def _card(self, step: NextStep, item: int, width: int) -> list[Content]:
        inner = max(width - 3, 8)
        text = Content.styled(step.text, "bold").wrap(inner)
        detail = Content(step.detail).wrap(inner) if step.detail else []
        bar = Content.styled("▌ ", "$warn" if step.overdue else "$accent")
        return [bar.append(line) for line in (*text, *detail, *self._foot(step, item).wrap(inner))]

    def _foot(self, step: NextStep, item: int) -> Content:
        key = f"{FIRST_KEY + item}" if item < KEYS else "↵"
        where = self.method.stage(step.stage).short.text
        foot = Content.assemble((key, "bold $accent"), (f" {where}", "$muted"))
        if step.due is None:
            return foot
        due = _("senest {day}").format(day=short_day(step.due, self.today))
        return Content.assemble(foot, (" · ", "$muted"), (due, "$warn" if step.overdue else "$muted"))
