"""Who answers an evaluation: one of the four groups, by number or by the arrows and enter. Never a name."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from samordner_tui.language import _, said
from samordner_tui.method.terms import Respondent

CALLED: Final[dict[Respondent, str]] = {
    Respondent.CHILD: said("Barnet eller den unge"),
    Respondent.FAMILY: said("En fra familien"),
    Respondent.NETWORK: said("En fra netværket"),
    Respondent.PROFESSIONAL: said("En fagperson"),
}
GROUPS: Final = tuple(CALLED)


class Respondents(Widget, can_focus=True):
    """The four groups."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"choose({number})", show=False) for number in range(1, len(GROUPS) + 1)),
        Binding("up,left", "move(-1)", show=False),
        Binding("down,right", "move(1)", show=False),
        Binding("enter", "choose(0)", show=False),
    ]
    DEFAULT_CSS = """
    Respondents { width: 1fr; height: auto; background: $background; color: $foreground; }
    """

    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """A group answers."""

        def __init__(self, group: Respondent) -> None:
            super().__init__()
            self.group = group

    def render(self) -> Content:
        """A line each, with one between."""
        lines: list[Content] = []
        for place, group in enumerate(GROUPS):
            style = "$foreground on $cursor bold" if place == self.cursor else ""
            lines += [Content.styled(f" {place + 1}  {_(CALLED[group])} ", style), Content("")]
        return Content("\n").join(lines[:-1])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each, with one between."""
        return 2 * len(GROUPS) - 1

    def action_move(self, by: int) -> None:
        """To the neighbour."""
        self.cursor = max(0, min(len(GROUPS) - 1, self.cursor + by))

    def action_choose(self, number: int) -> None:
        """By number; 0 is the one under the cursor."""
        self.post_message(self.Chosen(GROUPS[number - 1 if number else self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """A click chooses what is under it."""
        if event.y % 2 == 0 and event.y // 2 < len(GROUPS):
            self.action_choose(event.y // 2 + 1)
