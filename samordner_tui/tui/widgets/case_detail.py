"""The case under the cursor, in words: the five hjørnesten and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from samordner_tui.language import _
from samordner_tui.tui.widgets.case_columns import Day, due_text
from samordner_tui.tui.widgets.marks import MARKS, mark_style, standing_word

if TYPE_CHECKING:
    from samordner_tui.casework.overview import CaseLine
    from samordner_tui.method.definition import Method

BETWEEN = "   "


class CaseDetail(Static):
    """A few lines below the list."""

    DEFAULT_CSS = """
    CaseDetail {
        height: 5;
        border-top: solid $rule;
        padding: 0 2;
        color: $foreground;
    }
    """

    def __init__(self, method: Method, day: Day) -> None:
        """Titles come from the method."""
        super().__init__("")
        self._method = method
        self._day = day
        self._case: CaseLine | None = None
        self._found = ""

    def show(self, case: CaseLine | None, found: str = "") -> None:
        """Say how `case` stands; `found` says where in it the words stand that are sought."""
        self._case = case
        self._found = found
        self.update(self._words(case) if case else Content(""))

    def on_resize(self) -> None:
        """The width decides where the lines break."""
        self.show(self._case, self._found)

    def _words(self, case: CaseLine) -> Content:
        """Five marks with words, then the next step."""
        stones = [
            Content.assemble((MARKS[standing], mark_style(standing)), f" {title} ", (standing_word(standing), "$muted"))
            for standing, title in zip(case.verdicts, self._titles(), strict=False)
        ]
        due = due_text(case, self._day)
        return Content.assemble(
            in_lines(stones, self.content_size.width),
            "\n" if stones else "",
            (_("Næste skridt: "), "$muted") if case.next_step else "",
            case.next_step or "",
            (f" · {due}" if due and case.next_step else "", "$warn" if case.is_overdue(self._day.today) else "$muted"),
            (f"\n{self._found}" if self._found else "", "$accent"),
        )

    def _titles(self) -> list[str]:
        """What the five are called in short."""
        return [stone.title.text for stone in self._method.cornerstones]


def in_lines(pieces: list[Content], width: int) -> Content:
    """`pieces` beside each other, each whole: a new line begins where the next has no room."""
    lines: list[list[Content]] = [[]]
    used = 0
    for piece in pieces:
        if lines[-1] and used + len(BETWEEN) + piece.cell_length > width:
            lines.append([])
            used = 0
        used += (len(BETWEEN) if lines[-1] else 0) + piece.cell_length
        lines[-1].append(piece)
    return Content("\n").join(Content(BETWEEN).join(line) for line in lines)
