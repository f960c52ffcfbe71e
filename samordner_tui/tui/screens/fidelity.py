"""Whether the method was followed at a conference: the measures, and beside them why one of them stands so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.fidelity import Fidelity, Marked, read_fidelity, remove_remark, write_remark
from samordner_tui.language import _
from samordner_tui.tui.after_commands import RemoveRemark, WriteRemark
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.words import LineDialog
from samordner_tui.tui.drafting import drafting_of, named_after
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.line_list import LineList
from samordner_tui.tui.widgets.marks import STATE_MARKS, STATE_STYLES
from samordner_tui.tui.widgets.measures import MeasureList

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method
    from samordner_tui.tui.saving import Keeper


class FidelityScreen(FrameScreen[None]):
    """The measures of one conference. In a narrow window the reason stands below them."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (WriteRemark, RemoveRemark, Back)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "MeasureList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide"), (150, "-broad")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    FidelityScreen {
        #fidelity { height: 1fr; layout: horizontal; }
        #measures { padding: 1 0 0 1; }
        #why { width: 40; padding: 1 2; border-left: solid $rule; scrollbar-size-vertical: 1; }
        &.-broad #why { width: 60; }
        &.-narrow #fidelity { layout: vertical; }
        &.-narrow #measures { padding: 0 0 0 1; }
        &.-narrow #why {
            width: 1fr;
            height: 8;
            padding: 0 2;
            border-left: none;
            border-top: solid $rule;
        }
    }
    """

    def __init__(self, keeper: Keeper, case_id: str, conference_id: str) -> None:
        """For one conference of the open case; `keeper` keeps what is typed in a box until it is written."""
        super().__init__()
        self.case_id = case_id
        self.conference_id = conference_id
        self._keeper = keeper
        self._shown: Fidelity | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The measures, and beside or below them the one that is pointed at."""
        with Container(id="fidelity"):
            yield MeasureList(self.program.method)
            with VerticalScroll(id="why", can_focus=False):
                yield Static("", id="told")

    @property
    def list(self) -> MeasureList:
        """The measures."""
        return self.query_one(MeasureList)

    def crumbs(self) -> tuple[str, ...]:
        """The case and its conference."""
        if self._shown is None:
            return (_("Blev metoden fulgt?"),)
        conference = _("{number}. rådslagning").format(number=self._shown.conference)
        return (self._shown.case, conference, _("Blev metoden fulgt?"))

    def help_text(self) -> str:
        """What the measure under the cursor means and where it comes from, and what the marks are."""
        around = _(
            "Målene følger det, der står i sagen, og ingen kan sætte dem. De lægges ikke sammen til en karakter. "
            "Du kan skrive en bemærkning ved siden af, for eksempel hvorfor noget blev anderledes."
        )
        pointed = self.list.pointed
        if pointed is None:
            return around
        measure = self.program.method.measure(pointed.mark.id)
        sources = "\n".join((_("Kilder:"), *(f"· {one}" for one in self.program.method.publications_of(measure.rows))))
        return "\n\n".join((f"{measure.id} {measure.title.text}", measure.meaning.text, sources, around))

    async def on_mount(self) -> None:
        """Read and show."""
        self.refresh_case()

    def refresh_case(self) -> None:
        """Show the measures as they stand now."""
        self._read()

    @work(exclusive=True, group="read-fidelity")
    async def _read(self) -> None:
        case_id, conference_id = self.case_id, self.conference_id
        today, method = self.program.today(), self.program.method
        with self.program.saying_refusals():
            self._shown = await self.program.read(
                lambda session: read_fidelity(session, case_id, conference_id, today, method)
            )
        if self.is_going or self._shown is None:
            return
        self.list.show(self._shown.measures)
        self.refresh_title()
        self._tell()

    @on(LineList.Moved)
    def _tell(self) -> None:
        """Why the measure under the cursor stands so."""
        pointed = self.list.pointed
        if pointed is not None:
            self.query_one("#told", Static).update(told(pointed, self.program.method))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what is possible."""
        if action in {WriteRemark.id, RemoveRemark.id}:
            pointed = self.list.pointed if self.is_mounted else None
            return pointed is not None and (action == WriteRemark.id or bool(pointed.remark))
        return super().check_action(action, parameters)

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        self.action_write_remark()

    @work(group="remark", exclusive=True)
    async def action_write_remark(self) -> None:
        """Ask for a remark on the measure under the cursor; what was written before stands there already."""
        pointed, conference_id, today = self.list.pointed, self.conference_id, self.program.today()
        if pointed is None:
            return
        measure = pointed.mark.id
        title = _("Bemærkning til {measure}").format(measure=f"{measure} {pointed.title}")
        drafting = await drafting_of(self.program, self._keeper, named_after("remark", measure, conference_id))
        words = await self.app.push_screen_wait(
            LineDialog(
                title,
                label=pointed.mark.reason,
                text=pointed.remark,
                help=_("Bemærkningen ændrer ikke, hvordan målet står."),
                drafting=drafting,
            )
        )
        if words is None:
            return
        with self.program.saying_refusals():
            await self.program.write(
                _("Bemærkning til et mål"),
                lambda session: write_remark(session, conference_id, measure, words, today),
                self.case_id,
            )
            self._keeper.answers_written()
        self._keeper.answers_refused()

    @work(group="remark", exclusive=True)
    async def action_remove_remark(self) -> None:
        """Take the remark away."""
        pointed, conference_id, today = self.list.pointed, self.conference_id, self.program.today()
        if pointed is None:
            return
        measure = pointed.mark.id
        with self.program.saying_refusals():
            await self.program.write(
                _("Bemærkningen er fjernet"),
                lambda session: remove_remark(session, conference_id, measure, today),
                self.case_id,
            )

    def action_back(self) -> None:
        """Back to the stage."""
        self.dismiss(None)


def told(one: Marked, method: Method) -> Content:
    """A measure, how it stands, why, and what is remarked on it."""
    state = one.mark.state
    lines = [
        Content.styled(f"{one.mark.id} {one.title}", "bold"),
        Content.assemble((f"{STATE_MARKS[state]} {method.label(state)}", STATE_STYLES[state]), f"  {one.mark.reason}"),
    ]
    if one.remark:
        lines += [Content(""), Content.assemble((_("Din bemærkning:"), "$accent"), f" {one.remark}")]
    return Content("\n").join(lines)
