"""A box that stands while papers are made: how far it is, and a way out of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.under_way import GivenUp, UnderWay
from samordner_tui.exchange.paper_files import LetOut
from samordner_tui.language import _, said
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.dialogs.words import YesNoDialog
from samordner_tui.tui.screens.frame import Dialog

if TYPE_CHECKING:
    from samordner_tui.papers.bundle import NotMade
    from samordner_tui.papers.making import Sheet

LOOKED_AT_EACH: Final = 0.1
"""Seconds between two looks at how far it is."""
GIVING_UP: Final = said("esc Afbryd: så bliver intet lavet")
BAR: Final = 40
"""Cells of the bar."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the files that lie there now, of which papers they are, and which papers could not be made.

    Attributes:
        sheets: one beside each file; none where the files are of no paper of the set.
    """

    files: tuple[LetOut, ...]
    sheets: tuple[Sheet, ...] = ()
    not_made: tuple[NotMade, ...] = ()


class LeavingDialog(YesNoDialog):
    """What is said before papers leave; a long list scrolls."""

    WIDTH: ClassVar[int] = 76

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(title, "\n".join(lines), yes=_("Lav dem"), no=_("Ikke nu"))

    def body_takes_focus(self) -> bool:
        """The arrows scroll."""
        return True


class ToldDialog(Dialog[None]):
    """Something that is to be read, and not to pass by: it stands until it is put away. A long text scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys_of((Back,)), Binding("enter", "back", show=False)]
    WIDTH: ClassVar[int] = 76

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def dialog_title(self) -> str:
        """The heading."""
        return self._title

    def compose_body(self) -> Iterable[Widget]:
        """The lines."""
        yield Static(Content("\n".join(self._lines)))

    def keys_line(self) -> str:
        """The key that acts here."""
        return _("esc Luk")

    def body_takes_focus(self) -> bool:
        """The arrows scroll."""
        return True


class MakingDialog(Dialog[Outcome]):
    """Carries the work out, and answers with what came of it; with nothing where it was given up or refused."""

    def __init__(self, count: int, make: Callable[[UnderWay], Awaitable[Outcome]]) -> None:
        super().__init__()
        self._make = make
        self._count = count
        self.under_way = UnderWay()
        self.bar = Static("", id="bar")

    def dialog_title(self) -> str:
        """The heading."""
        return _("Papirerne bliver lavet")

    def compose_body(self) -> Iterable[Widget]:
        """How far it is."""
        yield self.bar

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("Nu bliver filerne lagt i mappen") if self.under_way.is_past_giving_up else _(GIVING_UP)

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(LOOKED_AT_EACH, self._tell)
        self._tell()
        self._carry_out()

    @work(group="making")
    async def _carry_out(self) -> None:
        made: Outcome | None = None
        try:
            made = await self._make(self.under_way)
        except GivenUp:
            self.program.say(_("Afbrudt. Der er ikke lavet nogen filer."))
        except Refused as refusal:
            self.program.say(str(refusal), severity="warning", seconds=12)
        if not self.is_going:
            self.dismiss(made)

    def _tell(self) -> None:
        done = min(self.under_way.done, self._count)
        full = BAR * done // max(self._count, 1)
        line = Content.assemble(("█" * full, "$accent"), ("░" * (BAR - full), "$muted"))
        self.query_one("#dialog-keys", Static).update(Content(self.keys_line()))
        self.bar.update(line.append(f"  {_('{done} af {count}').format(done=done, count=self._count)}"))

    def action_back(self) -> None:
        """Give up: the work ends with the paper it is at. Once files are put in their places it goes through."""
        self.under_way.give_up()
