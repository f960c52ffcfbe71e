"""The papers as a list: by group, each with whom it is for, and beside it how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from samordner_tui.language import _
from samordner_tui.papers.room import PaperState, Standing
from samordner_tui.tui.widgets.drawn_list import WITHOUT_ENTER
from samordner_tui.tui.widgets.line_list import Line, LineList

LEAD: Final = 3
"""Cells for the mark."""
WIDEST: Final = 46
"""Cells for what a paper is called, at the most."""

PAPER_MARKS: Final = {
    PaperState.LACKS: "○",
    PaperState.READY: "◐",
    PaperState.MADE: "●",
    PaperState.HANDED: "●",
    PaperState.CHANGED: "✕",
    PaperState.SOURCE_CHANGED: "✕",
    PaperState.ASTRAY: "!",
}
PAPER_STYLES: Final = {
    PaperState.LACKS: "$muted",
    PaperState.READY: "$accent",
    PaperState.MADE: "$good",
    PaperState.HANDED: "$good",
    PaperState.CHANGED: "$warn",
    PaperState.SOURCE_CHANGED: "$warn",
    PaperState.ASTRAY: "$warn",
}


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A paper, and how it stands: in words, and in the fewest that will do."""

    standing: Standing
    words: str
    short: str

    @property
    def whom(self) -> str:
        """`Til hver, der er inviteret: Karen`."""
        to = _("Til {whom}").format(whom=self.standing.sheet.kind.to.text)
        return f"{to}: {self.standing.sheet.to.label}" if self.standing.sheet.to.label else to


class PaperList(LineList, inherit_bindings=False):
    """One entry a paper. Enter belongs to the screen, which shows it."""

    CHOOSE_ON_FIRST_CLICK = False
    BINDINGS: ClassVar[list[BindingType]] = WITHOUT_ENTER
    DEFAULT_CSS = """
    PaperList { height: 1fr; width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__(id="papers")
        self.groups: Sequence[tuple[str, Sequence[ListedPaper]]] | None = None
        """None until they are read."""
        self.devices: Sequence[tuple[str, str, PaperState]] = ()
        """For calendar and phone: what it is, how it stands in words, and its mark. A key of its own makes them."""
        self.papers: Sequence[ListedPaper] = ()
        self.marked: frozenset[str] = frozenset()
        """The papers that are marked, by what tells each from every other."""

    def show(
        self, groups: Sequence[tuple[str, Sequence[ListedPaper]]], devices: Sequence[tuple[str, str, PaperState]] = ()
    ) -> None:
        """Show them as they stand now; the cursor stays where it is."""
        self.groups, self.devices = groups, devices
        self.papers = [one for _title, papers in groups for one in papers]
        self.marked &= {one.standing.id for one in self.papers}
        self.rebuild()

    def toggle(self, paper: str) -> None:
        """Mark a paper, or mark it no longer."""
        self.marked ^= {paper}
        self.rebuild()

    def unmark(self) -> None:
        """Mark none."""
        self.marked = frozenset()
        self.rebuild()

    @property
    def pointed(self) -> Standing | None:
        """The paper under the cursor."""
        listed = self.listed
        return None if listed is None else listed.standing

    @property
    def listed(self) -> ListedPaper | None:
        """The same, with how it stands in words."""
        return self.papers[self.cursor] if self.cursor < len(self.papers) else None

    def lay_out(self, width: int) -> Sequence[Line]:
        """Two columns: what it is and for whom, and how it stands."""
        room = min((width - LEAD) * 11 // 20, WIDEST)
        if self.groups is None:
            return [Line(Content.styled(f" {_('Papirerne bliver læst …')}", "$muted"))]
        lines = self._of_devices(room, width)
        item = 0
        for title, papers in self.groups:
            lines += [Line(Content(""))] if lines else []
            lines.append(Line(Content.styled(f" {title}", "bold")))
            for one in papers:
                lines += _entry(one, item, room, width, is_marked=one.standing.id in self.marked)
                item += 1
        return lines

    def _of_devices(self, room: int, width: int) -> list[Line]:
        if not self.devices:
            return []
        lines = [Line(Content.styled(f" {_('Kalender og telefon')}", "bold"))]
        for title, words, state in self.devices:
            row = _Row(_lead(state, is_marked=False), Content(title), words, PAPER_STYLES[state])
            lines += row.drawn(room, width)
        return lines


def _entry(one: ListedPaper, item: int, room: int, width: int, *, is_marked: bool) -> list[Line]:
    state, to = one.standing.state, one.standing.sheet.to.label
    name = Content(one.standing.title)
    if to:
        name = name.append(Content.styled(f" · {to}", "$muted"))
    lead = _lead(state, is_marked=is_marked)
    return _Row(lead, name, one.short, PAPER_STYLES[state], item).drawn(room, width)


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on the lines of one entry; `item` is its place, None for what cannot be pointed at."""

    lead: Content
    name: Content
    words: str
    style: str
    item: int | None = None

    def drawn(self, room: int, width: int) -> list[Line]:
        """Its name within `room` cells, and beside it how it stands."""
        told = Content.styled(self.words, self.style).wrap(max(width - LEAD - room - 2, 8))
        lines = []
        for number, (left, right) in enumerate(zip_longest(self.name.wrap(room), told)):
            left = left or Content("")
            gap = Content(" " * (room - left.cell_length + 1))
            lead = self.lead if number == 0 else Content(" " * LEAD)
            lines.append(Line(lead.append(left).append(gap).append(right or Content("")), self.item))
        return lines


def _lead(state: PaperState, *, is_marked: bool) -> Content:
    """` ● `, and `✓● ` of a paper that is marked."""
    tick = Content.styled("✓", "bold $accent") if is_marked else Content(" ")
    return tick.append(Content.styled(f"{PAPER_MARKS[state]} ", PAPER_STYLES[state]))
