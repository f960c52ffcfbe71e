"""People on a list, each with what is decided about inviting them, and who decided it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size

from samordner_tui.casework.cells import SIGNS, joined
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import DecidedBy, InvitationChoice, Standing
from samordner_tui.tui.widgets.drawn_list import CURSOR
from samordner_tui.tui.widgets.line_list import Line, LineList

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method
    from samordner_tui.method.facts import Person

MARKS = {
    InvitationChoice.INVITE: Standing.MET,
    InvitationChoice.NOT_INVITED: Standing.BROKEN,
    InvitationChoice.UNDECIDED: Standing.OPEN,
}
WIDEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Deciding:
    """What is decided about one person. `by` is None while nobody has decided."""

    person_id: str
    name: str
    invited: InvitationChoice
    by: DecidedBy | None

    @property
    def is_not_invited(self) -> bool:
        """Whether it was decided that they stay away."""
        return self.invited is InvitationChoice.NOT_INVITED

    @property
    def values(self) -> Mapping[str, Value]:
        """The decision as fields of the person."""
        return {"decided_by": self.by, "invited": self.invited}


class DecisionLines(LineList, can_focus=False):
    """A person a line. The box decides."""

    DEFAULT_CSS = """
    DecisionLines { height: auto; background: $card; }
    """

    def __init__(self, people: Sequence[Person], here: str, method: Method) -> None:
        super().__init__(id="options")
        self.before = [Deciding(one.id, one.name, one.invited, one.decided_by) for one in people]
        self.now = list(self.before)
        self.method = method
        self._said_again: set[str] = set()
        self.set_reactive(LineList.cursor, next((at for at, one in enumerate(people) if one.id == here), 0))

    @property
    def changed(self) -> tuple[Deciding, ...]:
        """Those about whom something else is decided than before; a no said again may have another reason."""
        both = zip(self.now, self.before, strict=True)
        return tuple(
            one for one, was in both if one != was or (one.is_not_invited and one.person_id in self._said_again)
        )

    def decide(self, invited: InvitationChoice, by: DecidedBy | None) -> None:
        """Decide about whom the cursor stands on, and go on to the next."""
        self.now[self.cursor] = replace(self.now[self.cursor], invited=invited, by=by)
        self._said_again.add(self.now[self.cursor].person_id)
        self.rebuild()
        if self.cursor < len(self.now) - 1:
            self.cursor += 1

    def invite_the_rest(self, by: DecidedBy) -> None:
        """Everybody from the cursor on who still waits is invited."""
        for at in range(self.cursor, len(self.now)):
            if self.now[at].invited is InvitationChoice.UNDECIDED:
                self.now[at] = replace(self.now[at], invited=InvitationChoice.INVITE, by=by)
        self.rebuild()

    def lay_out(self, width: int) -> Sequence[Line]:
        """Name, and the decision in words with its mark."""
        names = min(WIDEST_NAME, max(len(one.name) for one in self.now))
        return [Line(self._line(one, names), item) for item, one in enumerate(self.now)]

    def _line(self, one: Deciding, names: int) -> Content:
        by = self.method.label(one.by) if one.by is not None else None
        said = joined(self.method.label(one.invited), by)
        name = Content(one.name).truncate(names, ellipsis=True, pad=True)
        is_open = one.invited is InvitationChoice.UNDECIDED
        return Content.assemble(
            " ", name, "   ", (SIGNS[MARKS[one.invited]], "$accent"), (f" {said}", "$muted" if is_open else "")
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are people."""
        return len(self.now)

    def _cursor_ground(self, line: Line) -> str:
        return CURSOR
