"""A new case: a number and a name that gives nobody away."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.casework.assignment import open_case
from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.widgets.line import LineInput


class NewCaseDialog(Dialog[str]):
    """Answers with the id of the new case."""

    DEFAULT_CSS = """
    NewCaseDialog {
        .label { margin-top: 1; }
        .hint { color: $muted; }
        #problem { color: $accent; height: auto; margin-top: 1; }
    }
    """

    def __init__(self, suggested: str) -> None:
        """`suggested` is the next free number."""
        super().__init__()
        self._suggested = suggested

    def dialog_title(self) -> str:
        """The heading."""
        return _("Ny sag")

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("enter Videre    esc Tilbage")

    def compose_body(self) -> Iterable[Widget]:
        """Two fields."""
        yield Static(Content(_("Sagens nummer")))
        yield LineInput(self._suggested, id="number")
        yield Static(Content(_("Kaldes")), classes="label")
        yield LineInput(id="alias")
        yield Static(
            Content(_("Et navn, som ikke røber, hvem sagen handler om. Det kan rettes senere.")), classes="hint"
        )
        yield Static("", id="problem")

    def help_text(self) -> str:
        """What F1 says here."""
        return _("Nummeret står på alt, hvad der hører til sagen. Navnet er det, du selv kalder den.")

    @on(Input.Submitted, "#number")
    def _to_alias(self) -> None:
        """On to the name."""
        self.query_one("#alias", LineInput).focus()

    @on(Input.Submitted, "#alias")
    def _done(self) -> None:
        """Open the case."""
        self._open()

    @work(exclusive=True)
    async def _open(self) -> None:
        """Open the case, or say why it cannot be."""
        number, alias = (self.query_one(name, LineInput).value.strip() for name in ("#number", "#alias"))
        today = self.program.today()
        try:
            case_id = await self.program.write(
                _("Ny sag"), lambda session: open_case(session, number, alias, today), kind="fixed"
            )
        except Refused as refusal:
            self.query_one("#problem", Static).update(Content(str(refusal)))
            return
        self.dismiss(case_id)
