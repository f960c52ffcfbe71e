"""What a file would bring in, row by row: each with a tick, whom it resembles, or why it cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.strip import Strip

from samordner_tui.casework.incoming import Incoming, IncomingPerson
from samordner_tui.casework.incoming_compared import Compared, resembles_words, tie_words
from samordner_tui.casework.quick_add import preview
from samordner_tui.language import _
from samordner_tui.tui.widgets.drawn_list import WITHOUT_ENTER
from samordner_tui.tui.widgets.line_list import Line, LineList

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

LEAD = 3
"""Cells before the words: an edge, the tick and a space."""


@dataclass(frozen=True, slots=True)
class TickLine(Line):
    """The first line of somebody who can be taken or left."""

    key: str = ""


class IncomingRows(LineList, inherit_bindings=False):
    """People with ticks, then their ties, then what cannot be taken.

    Those who resemble somebody begin without a tick.
    """

    BINDINGS: ClassVar[list[BindingType]] = WITHOUT_ENTER
    DEFAULT_CSS = """
    IncomingRows { height: 1fr; }
    """

    def __init__(self, method: Method) -> None:
        """`method` says what choices are called."""
        super().__init__(id="incoming")
        self._method = method
        self.compared = Compared(Incoming(()), {}, {}, frozenset())
        self.taken: set[str] = set()

    @property
    def incoming(self) -> Incoming:
        """What the file would bring in."""
        return self.compared.incoming

    def show(self, compared: Compared) -> None:
        """Show what a file would bring into a case."""
        self.compared = compared
        self.taken = {one.key for one in compared.incoming.people} - compared.alike.keys()
        self.rebuild()

    def take_or_leave(self) -> None:
        """Take the person under the cursor, or leave them."""
        if self.cursor < len(self.incoming.people):
            self.taken ^= {self.incoming.people[self.cursor].key}
            self._ticked()

    def take_all_or_none(self) -> None:
        """Take everybody; leave everybody where all are taken."""
        everybody = {one.key for one in self.incoming.people}
        self.taken = set() if self.taken == everybody else everybody
        self._ticked()

    def _ticked(self) -> None:
        if self.incoming.ties:
            # A tie that stands in the case stays; that of somebody who is taken as new comes along.
            self.rebuild()
        self._strips.clear()
        self.refresh()

    def lay_out(self, width: int) -> Sequence[Line]:
        """People in the order of the file, the ties between them, and last what cannot be taken."""
        inner = max(width - LEAD - 1, 8)
        lines: list[Line] = []
        for item, one in enumerate(self.incoming.people):
            lines.extend(self._person(one, item, inner))
        ties = [Content(said) for _place, said in tie_words(self.compared, self.taken, self._method)]
        refused = [
            Content.assemble((_("linje {number}").format(number=row.place), "$warn"), f"  {row.reason}")
            for row in self.incoming.refused
        ]
        item = len(self.incoming.people)
        for title, told in ((_("Bånd, der følger med dem"), ties), (_("Kan ikke hentes"), refused)):
            if told:
                lines.extend([Line(Content("")), Line(Content.styled(f" {title}", "bold"))])
            for content in told:
                lines.extend(_under(_wrapped(content, inner), item))
                item += 1
        return lines

    def _person(self, one: IncomingPerson, item: int, width: int) -> Iterator[Line]:
        said = preview(one.person, self._method.label)
        if one.address:
            said += f" · {one.address}"
        name, rest = said[: len(one.person.name)], said[len(one.person.name) :]
        first, *more = _wrapped(Content.assemble((name, "bold"), rest), width)
        yield TickLine(first, item, key=one.key)
        yield from _under(more, item)
        double = self.compared.alike.get(one.key)
        if double is not None:
            yield from _under(_wrapped(Content.styled(resembles_words(double), "$warn"), width), item)

    def _drawn(self, line: Line, is_cursor: bool, width: int) -> Strip:
        if isinstance(line, TickLine):
            tick = "●" if line.key in self.taken else "○"
            line = replace(line, content=Content.styled(f" {tick} ", "$accent").append(line.content))
        return super()._drawn(line, is_cursor, width)


def _wrapped(content: Content, width: int) -> Sequence[Content]:
    return [content] if content.cell_length <= width else content.wrap(width)


def _under(parts: Iterable[Content], item: int) -> Iterator[Line]:
    return (Line(Content(" " * LEAD).append(part), item) for part in parts)
