"""The answers to one question of an evaluation: for a child faces in a row, for the others words below each other."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from samordner_tui.language import _
from samordner_tui.method.definition import EvaluationScale

FACE: Final = 11
"""Cells of a face."""
FACE_LINES: Final = 6
"""The face, its number and its word."""
GAP: Final = 3
NONE: Final = -1
"""No answer is pointed at: none is nearer than another."""
SKIP: Final = 5
"""The place after the last answer: the question is passed by."""


class AnswerScale(Widget, can_focus=True):
    """Answered by a number, or by the arrows and enter."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"answer({number - 1})", show=False) for number in range(1, SKIP + 1)),
        Binding("0,space", f"answer({SKIP})", show=False),
        Binding("left,up", "move(-1)", show=False),
        Binding("right,down", "move(1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    DEFAULT_CSS = """
    AnswerScale { width: 1fr; height: auto; background: $background; color: $foreground; }
    """

    cursor: reactive[int] = reactive(NONE, layout=True)

    class Answered(Message):
        """One answer was chosen; None where the question is passed by."""

        def __init__(self, mark: int | None) -> None:
            super().__init__()
            self.mark = mark

    def __init__(self) -> None:
        super().__init__()
        self.scale: EvaluationScale | None = None

    def show(self, scale: EvaluationScale) -> None:
        """Show the answers of a group, with none of them pointed at."""
        self.scale = scale
        self.cursor = NONE
        self.refresh(layout=True)

    @property
    def has_faces(self) -> bool:
        """Whether each answer has a face."""
        return self.scale is not None and all(one.mouth for one in self.scale.answers)

    def render(self) -> Content:
        """Faces or lines, and below them the way past."""
        if self.scale is None:
            return Content("")
        lines = self._faces() if self.has_faces else self._words()
        skip = Content.styled(f" 0  {_('Det vil jeg ikke svare på')} ", self._style(SKIP) or "$muted")
        return Content("\n").join([*lines, Content(""), skip])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A face with its number and word, or a line for each answer and one between; and the two below."""
        return (FACE_LINES if self.has_faces else 2 * SKIP - 1) + 2

    def _faces(self) -> list[Content]:
        answers = self.scale.answers if self.scale is not None else ()
        rows: list[list[Content]] = [[] for _row in range(FACE_LINES)]
        for place, one in enumerate(answers):
            style = self._style(place)
            drawn = (
                "╭─────────╮",
                "│  ●   ●  │",
                f"│{centred(one.mouth, FACE - 2)}│",
                "╰─────────╯",
                centred(str(place + 1), FACE),
                centred(one.text.text, FACE),
            )
            for row, text in zip(rows, drawn, strict=True):
                row.append(Content.styled(text, style))
        gap = Content(" " * GAP)
        return [gap.join(row) for row in rows]

    def _words(self) -> list[Content]:
        answers = self.scale.answers if self.scale is not None else ()
        lines: list[Content] = []
        for place, one in enumerate(answers):
            lines += [Content.styled(f" {place + 1}  {one.text.text} ", self._style(place)), Content("")]
        return lines[:-1]

    def _style(self, place: int) -> str:
        return "$foreground on $cursor bold" if place == self.cursor else ""

    def action_move(self, by: int) -> None:
        """To the neighbour; from nowhere to the first or the last."""
        if self.cursor == NONE:
            self.cursor = 0 if by > 0 else SKIP - 1
        else:
            self.cursor = max(0, min(SKIP, self.cursor + by))

    def action_answer(self, place: int) -> None:
        """Choose by number."""
        self.post_message(self.Answered(None if place == SKIP else place))

    def action_choose(self) -> None:
        """Choose what is pointed at."""
        if self.cursor != NONE:
            self.action_answer(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """A click chooses what is under it."""
        place = self._place_at(event.x, event.y)
        if place is not None:
            self.action_answer(place)

    def _place_at(self, column: int, line: int) -> int | None:
        height = FACE_LINES if self.has_faces else 2 * SKIP - 1
        if line >= height:
            return SKIP if line == self.size.height - 1 else None
        place = column // (FACE + GAP) if self.has_faces else line // 2
        return place if place < SKIP else None


def centred(text: str, width: int) -> str:
    """A text in the middle of a cell."""
    return text.center(width)
