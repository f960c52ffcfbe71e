"""The options of a box that is chosen from, drawn: what fits what is typed, with the cursor and the marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size

from samordner_tui.casework.folding import folded
from samordner_tui.language import _
from samordner_tui.tui.widgets.drawn_list import CURSOR
from samordner_tui.tui.widgets.line_list import Line, LineList


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: the value given back, what it is called, and what tells it from another."""

    value: str
    text: str
    detail: str = ""


class OptionLines(LineList, can_focus=False):
    """The options that fit what is typed. The box moves the cursor, so that typing and choosing go together."""

    DEFAULT_CSS = """
    OptionLines { height: auto; background: $card; }
    """

    def __init__(self, options: Sequence[Option], chosen: Iterable[str], *, several: bool) -> None:
        super().__init__(id="options")
        self.options = options
        self.fitting = list(options)
        self.chosen = set(chosen)
        self.several = several
        first = next((place for place, option in enumerate(options) if option.value in self.chosen), 0)
        self.set_reactive(LineList.cursor, 0 if several else first)

    def narrow(self, typed: str) -> None:
        """Keep the options in which every word that is typed stands."""
        words = folded(typed).split()
        self.fitting = [
            option for option in self.options if all(word in folded(f"{option.text} {option.detail}") for word in words)
        ]
        if words:
            # What begins with the words comes first, and the answer that takes an answer away last.
            self.fitting.sort(key=lambda option: (not option.value, not folded(option.text).startswith(words[0])))
        self.cursor = 0
        self.rebuild()

    def go_to(self, typed: str) -> bool:
        """Go to the first option that begins with `typed`; a letter typed again goes to the next that does."""
        places = self._beginning_with(typed)
        if places:
            self.cursor = places[0]
            return True
        if len(set(typed)) != 1:
            return False
        places = self._beginning_with(typed[0])
        after = [place for place in places if place > self.cursor]
        self.cursor = next(iter(after or places), self.cursor)
        return bool(places)

    def has(self, typed: str) -> bool:
        """Whether an option begins with `typed`, or it is one letter typed again and again."""
        return bool(self._beginning_with(typed if len(set(typed)) > 1 else typed[0]))

    def is_alone(self, typed: str) -> bool:
        """Whether only one option begins with `typed`."""
        return len(self._beginning_with(typed)) == 1

    def _beginning_with(self, typed: str) -> list[int]:
        return [
            place
            for place, option in enumerate(self.fitting)
            if option.value and folded(option.text).startswith(folded(typed))
        ]

    def lay_out(self, width: int) -> Sequence[Line]:
        """A line or more an option: those too long for the box wrap."""
        lines: list[Line] = []
        for item, option in enumerate(self.fitting):
            mark = ""
            if self.several:
                mark = "● " if option.value in self.chosen else "○ "
            elif option.value in self.chosen:
                mark = "▸ "
            else:
                mark = "  "
            content = Content.assemble(option.text, (f"  {option.detail}" if option.detail else "", "$muted"))
            for number, part in enumerate(content.wrap(max(width - 4, 4))):
                lead = Content.styled(f" {mark}" if number == 0 else "   ", "$accent")
                lines.append(Line(lead.append(part), item))
        if not lines:
            lines.append(Line(Content.styled(_(" Intet på listen passer."), "$muted")))
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are."""
        return len(self.lay_out(width))

    def _cursor_ground(self, line: Line) -> str:
        return CURSOR

    def toggle(self) -> None:
        """Choose what the cursor stands on, or choose it no longer."""
        if self.cursor < len(self.fitting):
            self.chosen ^= {self.fitting[self.cursor].value}
            self.rebuild()

    def toggle_all(self) -> None:
        """Choose everything that is listed; choose nothing when everything is chosen."""
        listed = {option.value for option in self.fitting}
        self.chosen = self.chosen - listed if listed <= self.chosen else self.chosen | listed
        self.rebuild()
