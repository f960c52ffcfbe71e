"""The next steps as cards: what to do, why, by when, and the key that goes there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from textual.content import Content

from samordner_tui.casework.cells import short_day
from samordner_tui.language import _
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

    def __init__(self, method: Method, today: date, *, has_heading: bool = True) -> None:
        super().__init__(id="next-steps")
        self.has_heading = has_heading
        self.method = method
        self.today = today
        self.steps: tuple[NextStep, ...] = ()
        self._is_read = False

    def show(self, steps: tuple[NextStep, ...], today: date) -> None:
        """Show other steps."""
        self.steps = steps
        self.today = today
        self._is_read = True
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
        """A card a step, with air between; nothing before the case has been read."""
        if not self._is_read:
            return ()
        lines = [Line(self._heading()), Line(Content(""))] if self.has_heading else []
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

    def _heading(self) -> Content:
        heading = Content.styled(_("Næste skridt"), "bold")
        if len(self.steps) <= KEYS:
            return heading
        return Content.assemble(heading, (_("  {count} i alt").format(count=len(self.steps)), "$muted"))

    def _card(self, step: NextStep, item: int, width: int) -> list[Content]:
        inner = max(width - 4, 8)
        text = Content.styled(step.text, "bold").wrap(inner)
        detail = Content(step.detail).wrap(inner) if step.detail else []
        bar = Content.styled("▌ ", "$warn" if step.overdue else "$accent")
        return [bar.append(line) for line in (*text, *detail, *self._foot(step, item, inner))]

    def _foot(self, step: NextStep, item: int, width: int) -> list[Content]:
        """The key, where it leads, and the date; the date stands below where there is no room for it."""
        key = f"{FIRST_KEY + item}" if item < KEYS else "↵"
        foot = Content.assemble((key, "bold $accent"), (f" {self.method.stage(step.stage).short.text}", "$muted"))
        if step.due is None:
            return foot.wrap(width)
        text = _("senest {day}").format(day=short_day(step.due, self.today))
        due = Content.styled(text, "$warn" if step.overdue else "$muted")
        together = Content.assemble(foot, (" · ", "$muted"), due)
        return [together] if together.cell_length <= width else [*foot.wrap(width), *due.wrap(width)]
