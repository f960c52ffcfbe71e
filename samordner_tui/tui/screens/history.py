"""What has been changed, and when: in the open case, or outside the cases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.history import StepTold, told_history
from samordner_tui.language import _
from samordner_tui.method.wording import show_clock, show_date
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.screens.frame import FrameScreen

if TYPE_CHECKING:
    from datetime import date, tzinfo

WHEN = 18


class HistoryScreen(FrameScreen[None]):
    """The steps of the journal, the newest first: what was done, not what was written."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back,)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "VerticalScroll"
    DEFAULT_CSS = """
    HistoryScreen #steps { padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; }
    """

    def __init__(self, case_id: str | None) -> None:
        """Of one case, or with None of what belongs to no case."""
        super().__init__()
        self.case_id = case_id

    def compose_body(self) -> Iterable[Widget]:
        """One text that scrolls."""
        with VerticalScroll(id="steps"):
            yield Static("", id="told")

    def crumbs(self) -> tuple[str, ...]:
        """We are in the history."""
        return (_("Historik"),)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Det nyeste står øverst. ctrl+z fortryder det øverste, der kan fortrydes. Det, der står fast, er mærket."
        )

    async def on_mount(self) -> None:
        """Read the steps."""
        await self._read()

    def refresh_case(self) -> None:
        """Something was undone."""
        self.run_worker(self._read(), exclusive=True)

    def action_back(self) -> None:
        """Back to where we came from."""
        self.dismiss(None)

    async def _read(self) -> None:
        """Read and show."""
        steps = await self.program.read(lambda session: told_history(session, self.case_id))
        if self.is_going:
            return
        self.query_one("#told", Static).update(told(steps, self.program.zone, self.program.today()))


def told(steps: tuple[StepTold, ...], zone: tzinfo, today: date) -> Content:
    """Date and time, then what was done and to what; what no longer holds is dimmed."""
    if not steps:
        return Content.styled(_("Her er ikke sket noget endnu."), "$muted")
    return Content("\n").join(_line(step, zone, today) for step in steps)


def _line(told: StepTold, zone: tzinfo, today: date) -> Content:
    step = told.step
    at = step.at.astimezone(zone)
    when = f"{show_date(at.date(), today)} {show_clock(at)}".ljust(WHEN)
    notes = {"fixed": _("står fast"), "undo": _("fortrudt"), "redo": _("gjort om")}
    note = _("gælder ikke mere") if step.undone else notes.get(step.kind, "")
    return Content.assemble(
        (when, "$muted"),
        "  ",
        (_(step.label), "$muted" if step.undone else ""),
        (f"  {told.what}" if told.what and told.what != _(step.label) else "", "$muted"),
        (f"  · {note}" if note else "", "$accent"),
    )
