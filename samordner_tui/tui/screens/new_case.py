"""A new case: a number and a name that gives nobody away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from textual import on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.archive.drafts import Field
from samordner_tui.casework.assignment import open_case
from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.saving import BoxPlace, Keeper
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.widgets.drafted import Drafting
from samordner_tui.tui.widgets.drafted_line import DraftedLine

BOX: Final = "new-case"
"""What drafts call the box."""


class NewCaseDialog(Dialog[str]):
    """Answers with the id of the new case. What is typed is a draft until there is a case."""

    DEFAULT_CSS = """
    NewCaseDialog {
        .label { margin-top: 1; }
        .hint { color: $muted; }
        #problem { color: $accent; height: auto; margin-top: 1; }
    }
    """

    def __init__(self, suggested: str, drafts: Mapping[Field, str]) -> None:
        """`suggested` is the next free number, `drafts` what was typed before and has become no case."""
        super().__init__()
        self._suggested = suggested
        self._drafts = drafts

    def dialog_title(self) -> str:
        """The heading."""
        return _("Ny sag")

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("enter Videre    esc Tilbage")

    def compose_body(self) -> Iterable[Widget]:
        """Two fields."""
        yield Static(Content(_("Sagens nummer")))
        yield self._line("number", self._suggested)
        yield Static(Content(_("Kaldes")), classes="label")
        yield self._line("alias")
        yield Static(
            Content(_("Et navn, som ikke røber, hvem sagen handler om. Det kan rettes senere.")), classes="hint"
        )
        yield Static("", id="problem")

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps what is typed before there is a case."""
        program = self.program
        return Keeper(
            program.open_archive,
            None,
            program.today,
            lambda: None,
            self.program.say_not_kept,
        )

    def _line(self, name: str, text: str = "") -> DraftedLine:
        place = BoxPlace(BOX, name)
        drafting = Drafting(self.keeper, place, self._drafts.get(place.key))
        # A number that is only suggested is written over by the first key.
        return DraftedLine(text, drafting, id=name, select_on_focus=bool(text))

    def help_text(self) -> str:
        """What F1 says here."""
        return _("Nummeret står på alt, hvad der hører til sagen. Navnet er det, du selv kalder den.")

    @on(Input.Submitted, "#number")
    def _to_alias(self) -> None:
        """On to the name."""
        self.query_one("#alias", DraftedLine).focus()

    @on(Input.Submitted, "#alias")
    def _done(self) -> None:
        """Open the case."""
        self._open()

    @work(exclusive=True)
    async def _open(self) -> None:
        """Open the case, or say why it cannot be."""
        lines = [self.query_one(name, DraftedLine) for name in ("#number", "#alias")]
        number, alias = (line.value.strip() for line in lines)
        today = self.program.today()
        try:
            case_id = await self.program.write(
                _("Ny sag"), lambda session: open_case(session, number, alias, today), kind="fixed"
            )
        except Refused as refusal:
            self.query_one("#problem", Static).update(Content(str(refusal)))
            return
        for line in lines:
            line.written()
        self.dismiss(case_id)

    async def leave(self) -> None:
        """Keep what is typed as drafts."""
        for line in self.query(DraftedLine):
            line.leave()
