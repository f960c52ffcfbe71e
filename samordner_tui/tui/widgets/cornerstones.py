"""The five hjørnesten in a row, each with its mark, its name and the reason why it stands so.

Where five reasons do not fit beside each other, the names stand on one line and one reason below: that of the
hjørnesten chosen, or of the one that stands worst.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from samordner_tui.language import _
from samordner_tui.method.terms import Standing
from samordner_tui.tui.widgets.marks import MARKS, mark_style, standing_word

GAPS: Final = (3, 2, 1)
"""Empty cells between them, as many as there is room for."""
BAR: Final = "▌ "
TALLEST: Final = 3
"""Lines of a reason beside each other; longer ones fold the row."""
NARROWEST: Final = 18
"""Cells of a hjørnesten beside the others."""
WORST_FIRST: Final = (Standing.BROKEN, Standing.OPEN, Standing.PARTLY, Standing.MET)


@dataclass(frozen=True, slots=True)
class Stone:
    """One hjørnesten as it stands."""

    number: int
    name: str
    sentence: str
    standing: Standing
    reason: str


LABELS: Final[tuple[Callable[[Stone], str], ...]] = (
    lambda stone: f"{stone.number}. {stone.name}",
    lambda stone: stone.name,
    lambda stone: str(stone.number),
)
"""What stands beside a mark in a folded row: as much as there is room for."""


class Cornerstones(Widget, can_focus=True):
    """The row of five."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Cornerstones {
        height: auto;
        padding: 0 2;
        margin: 1 0;
        color: $foreground;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("enter", "mend", show=False),
    ]
    stones: reactive[tuple[Stone, ...]] = reactive((), layout=True)
    chosen: reactive[int] = reactive(0, layout=True)

    @dataclass
    class Mend(Message):
        """Somebody wants to go where a hjørnesten is mended."""

        number: int

    def watch_stones(self) -> None:
        """Choose the one that stands worst, unless somebody is looking at another."""
        if not self.has_focus and self.stones:
            self.chosen = worst(self.stones)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line of names, and the lines of the reasons."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Beside each other, or folded."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if not self.stones or width <= 0:
            return [Content(""), Content("")]
        beside = (self._beside(width, gap) for gap in GAPS)
        return next((lines for lines in beside if lines is not None), None) or self._folded(width)

    def _beside(self, width: int, gap: int) -> list[Content] | None:
        """The five beside each other; None where there is no room for that."""
        cell = (width - gap * (len(self.stones) - 1)) // len(self.stones)
        inner = cell - len(BAR)
        if cell < NARROWEST or any(_head(stone).cell_length > inner for stone in self.stones):
            return None
        columns = [[_head(stone), *Content.styled(stone.reason, "$muted").wrap(inner)] for stone in self.stones]
        height = max(len(column) for column in columns)
        if height > 1 + TALLEST:
            return None
        return [
            Content(" " * gap).join(
                self._cell(column[line] if line < len(column) else Content(""), place, inner, len(column) > line)
                for place, column in enumerate(columns)
            )
            for line in range(height)
        ]

    def _cell(self, content: Content, place: int, inner: int, has_bar: bool) -> Content:
        stone = self.stones[place]
        style = "$rule" if stone.standing is Standing.OPEN else mark_style(stone.standing)
        bar = Content.styled(BAR, style) if has_bar else Content(" " * len(BAR))
        if self.has_focus and place == self.chosen:
            content = content.stylize("underline")
        return bar.append(content).append(" " * (inner - content.cell_length))

    def _folded(self, width: int) -> list[Content]:
        """Marks with names on a line, and the reason of one below."""
        lines = (
            Content("  ").join(self._named(place, label(stone)) for place, stone in enumerate(self.stones))
            for label in LABELS
        )
        line = next((line for line in lines if line.cell_length <= width), Content(""))
        stone = self.stones[self.chosen]
        reason = Content.assemble((f"{stone.number}. {stone.name}: ", "$foreground"), (stone.reason, "$muted"))
        return [line, *reason.wrap(width)]

    def _named(self, place: int, name: str) -> Content:
        stone = self.stones[place]
        style = "bold underline" if place == self.chosen and self.has_focus else "bold" if place == self.chosen else ""
        return Content.assemble((MARKS[stone.standing], mark_style(stone.standing)), " ", (name, style))

    def on_focus(self) -> None:
        """The one chosen is marked."""
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """Back to the one that stands worst."""
        if self.stones:
            self.chosen = worst(self.stones)
        self.refresh(layout=True)

    def action_turn(self, by: int) -> None:
        """The hjørnesten beside."""
        if self.stones:
            self.chosen = (self.chosen + by) % len(self.stones)
            self.refresh(layout=True)

    def action_mend(self) -> None:
        """Go where it is mended."""
        if self.stones:
            self.post_message(self.Mend(self.stones[self.chosen].number))

    def on_click(self, event: events.Click) -> None:
        """The mouse chooses; a second click goes there."""
        if not self.stones:
            return
        place = min(event.x * len(self.stones) // max(self.size.width, 1), len(self.stones) - 1)
        if place == self.chosen:
            self.action_mend()
        self.chosen = place
        self.refresh(layout=True)

    def help_text(self) -> str:
        """What the hjørnesten chosen says, and how it stands."""
        if not self.stones:
            return ""
        stone = self.stones[self.chosen]
        stands = _("{mark} {word}: {reason}").format(
            mark=MARKS[stone.standing], word=standing_word(stone.standing), reason=stone.reason
        )
        return f"{stone.number}. {stone.sentence}\n\n{stands}"


def _head(stone: Stone) -> Content:
    return Content.assemble(
        (MARKS[stone.standing], mark_style(stone.standing)), " ", (f"{stone.number}. {stone.name}", "bold")
    )


def worst(stones: Sequence[Stone]) -> int:
    """The place of the first that stands worst."""
    return min(range(len(stones)), key=lambda place: (WORST_FIRST.index(stones[place].standing), place))
