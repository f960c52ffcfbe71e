"""The family tree: generations under each other, and beside it what is written of whoever is pointed at.

Answers with the row that is to be opened in the case, by table and id, or None.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final, NamedTuple

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.archive.records.kinship import Couple, Parentage
from samordner_tui.casework.case_frame import name_of_case
from samordner_tui.casework.change import remove
from samordner_tui.casework.family import Family, Line, ParentOf
from samordner_tui.casework.family_tree import family_tree
from samordner_tui.casework.kin_proposals import accept, read_proposals
from samordner_tui.language import _
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.kinship import ask_for_a_line, ask_which, ask_which_fit
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.tree_commands import AddKinship, ChangeKinship, ProposeKinship, RemoveKinship
from samordner_tui.tui.widgets.family_tree import FamilyTreeView
from samordner_tui.tui.widgets.line_list import LineList
from samordner_tui.tui.widgets.tree_told import nothing_written, told, told_in_short

PEOPLE: Final = "people"


class Opened(NamedTuple):
    """What is to be opened in the case."""

    table: str
    row_id: str


class FamilyTreeScreen(FrameScreen[Opened]):
    """The family of one case."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (AddKinship, ChangeKinship, ProposeKinship, RemoveKinship, Back)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "FamilyTreeView"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    FamilyTreeScreen {
        #family { height: 1fr; }
        FamilyTreeView { width: 1fr; margin: 1 1 0 2; }
        #told { width: 38; padding: 1 2; border-left: solid $rule; scrollbar-size-vertical: 1; }
        #told-short { height: auto; max-height: 4; padding: 0 2; background: $card; }
        &.-narrow #told { display: none; }
        &.-narrow FamilyTreeView { margin: 1 0 0 1; }
        &.-wide #told-short { display: none; }
    }
    """

    def __init__(self, case_id: str, person_id: str = "") -> None:
        """For one case, with the cursor on somebody."""
        super().__init__()
        self.case_id = case_id
        self.family = Family()
        self.offered: tuple[Line, ...] = ()
        self._begins_at = person_id
        self._name = ""

    def compose_body(self) -> Iterable[Widget]:
        """The tree, and beside or below it who is pointed at."""
        with Horizontal(id="family"):
            yield FamilyTreeView()
            with VerticalScroll(id="told", can_focus=False):
                yield Static("", id="person")
        yield Static("", id="told-short")

    def crumbs(self) -> tuple[str, ...]:
        """The case, and the tree."""
        return (self._name, _("Familietræ")) if self._name else (_("Familietræ"),)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Forældre står over deres børn, og par står ved siden af hinanden. □ er en mand eller dreng, ○ en kvinde "
            "eller pige, ◇ noget andet eller ikke kendt. Barnet i sagen har dobbelt kant: ▣ ◉ ◈. Står nogen allerede "
            "et andet sted i træet, viser → hvor. Op og ned går fra linje til linje, til siden mellem to, der står "
            "sammen. Enter åbner personen. Søskende følger af forældrene og skal ikke skrives."
        )

    @property
    def view(self) -> FamilyTreeView:
        """The tree itself."""
        return self.query_one(FamilyTreeView)

    async def on_mount(self) -> None:
        """Read and show."""
        self.refresh_case()

    def refresh_case(self) -> None:
        """Show the family as it stands now."""
        self._read()

    @work(exclusive=True, group="read-tree")
    async def _read(self) -> None:
        case_id = self.case_id
        self._name, (self.family, self.offered) = await self.program.read(
            lambda session: (name_of_case(session, case_id), read_proposals(session, case_id))
        )
        if self.is_going:
            return
        self.view.show(family_tree(self.family), nothing_written(len(self.offered), self.app._keymap))
        if self._begins_at:
            begins, self._begins_at = self._begins_at, ""
            self.view.point_at(begins)
        self.refresh_title()
        self._tell()

    @property
    def here(self) -> str:
        """The id of who is pointed at; empty while the tree is."""
        pointed = next((one.pointed for one in self.query(FamilyTreeView)), None)
        return pointed.kin.id if pointed is not None else ""

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._tell()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.here:
            self.dismiss(Opened(PEOPLE, self.here))

    @work(group="kinship")
    async def action_add_kinship(self) -> None:
        """What they are, to whom, in which way."""
        here = self.here
        line = await ask_for_a_line(self.app, self.family, self.program.method, here)
        if line is not None:
            await self._write(_("Slægtskab"), (line,))
            if not here:
                self.view.point_at_the_child()

    @work(group="kinship")
    async def action_propose_kinship(self) -> None:
        """What the words of the network tell, to be accepted."""
        accepted = await ask_which_fit(self.app, self.family, self.offered)
        if accepted:
            await self._write(_("Slægtskab fra netværket"), accepted)

    async def _write(self, title: str, lines: tuple[Line, ...]) -> None:
        case_id, today = self.case_id, self.program.today()
        with self.program.saying_refusals():
            await self.program.write(title, lambda session: accept(session, case_id, lines, today), case_id)

    @work(group="kinship")
    async def action_change_kinship(self) -> None:
        """Open the form of a line in the case."""
        line = await ask_which(self.app, self.family, _("Hvad skal rettes?"), self._lines_here())
        if line is not None:
            self.dismiss(Opened(_record(line).__tablename__, line.id))

    @work(group="kinship")
    async def action_remove_kinship(self) -> None:
        """Take a line away."""
        line = await ask_which(self.app, self.family, _("Hvad skal fjernes?"), self._lines_here())
        if line is None:
            return
        record, line_id, today = _record(line), line.id, self.program.today()
        with self.program.saying_refusals():
            await self.program.write(
                record.TITLE.danish, lambda session: remove(session, record, line_id, today), self.case_id
            )

    def _lines_here(self) -> tuple[Line, ...]:
        """What is written of whoever is pointed at, first what the line under the cursor shows."""
        row = self.view.row
        shown: tuple[Line, ...] = ()
        if row is not None and self.view.pointed is row.who:
            shown = row.ways
        if row is not None and row.couple is not None:
            shown = (*shown, row.couple)
        return tuple(dict.fromkeys((*shown, *self.family.lines_of(self.here))))

    def action_back(self) -> None:
        """Back to the case."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what is possible."""
        if action == ProposeKinship.id:
            return bool(self.offered)
        if action in {ChangeKinship.id, RemoveKinship.id}:
            return bool(self.here)
        return super().check_action(action, parameters)

    def _tell(self) -> None:
        """Who is pointed at, what the signs mean, and who is not in the tree."""
        pointed, tree = self.view.pointed, self.view.shown
        self.query_one("#person", Static).update(told(self.family, tree, pointed))
        self.query_one("#told-short", Static).update(told_in_short(self.family, tree, pointed))
        self.refresh_bindings()


def _record(line: Line) -> type[Parentage | Couple]:
    return Parentage if isinstance(line, ParentOf) else Couple
