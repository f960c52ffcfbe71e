"""The end of a case: copies destroyed, and the case deleted for good with a receipt."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.archive.retention import delete_case
from samordner_tui.casework.closing import Going, going, note_destroyed
from samordner_tui.language import _, ngettext
from samordner_tui.method.terms import StageId
from samordner_tui.tui.after_commands import DeleteCase, ExportDestroyed
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.stages.stage import Stage, action

EXPORT = "export:"


class ClosingStage(Stage):
    """Afslut og slet."""

    STAGE = StageId.CLOSING
    OFFERS: ClassVar[tuple[type[Command], ...]] = (*Stage.OFFERS, ExportDestroyed, DeleteCase)
    BINDINGS = keys_of(OFFERS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == ExportDestroyed.id:
            row = self.row
            return self.form is None and row is not None and row.id.startswith(EXPORT)
        if action == DeleteCase.id:
            return self.form is None and self.shown is not None
        return super().check_action(action, parameters)

    @action
    async def action_export_destroyed(self) -> None:
        """It is no longer anywhere."""
        row, today = self.row, self.today
        if row is not None:
            export_id = row.id.removeprefix(EXPORT)
            await self.write(_("Udtræk destrueret"), lambda session: note_destroyed(session, export_id, today))

    @action
    async def action_delete_case(self) -> None:
        """Shown, asked for by its number, deleted, and proved."""
        case_id = self.case_id
        what = await self.read(lambda session: going(session, case_id))
        typed = await self.ask_text(
            _("Slet sagen for altid?"),
            label=what_goes(what),
            help=_("Skriv sagens nummer for at slette den. Det kan ikke fortrydes."),
        )
        if typed is None:
            return
        if typed != what.number:
            self.say(_("Det er ikke sagens nummer. Intet er slettet."))
            return
        program, now = self.program, self.program.now()
        receipt = await asyncio.to_thread(delete_case, program.open_archive, case_id, now)
        await self.ask(ReceiptDialog(receipt.lines()))
        self.case_screen.dismiss(None)


class ReceiptDialog(Dialog[None]):
    """What was deleted and what was proved. It names nobody."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        self.lines = tuple(lines)

    def dialog_title(self) -> str:
        """The heading."""
        return _("Kvittering for sletning")

    def compose_body(self) -> Iterable[Widget]:
        """The lines."""
        yield Static(Content("\n".join(self.lines)))

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("esc Luk")

    def body_takes_focus(self) -> bool:
        """The arrows scroll it."""
        return True


def what_goes(what: Going) -> str:
    """What goes when the case is deleted."""
    lines = [
        _("Her og i alle sikkerhedskopier slettes:"),
        ngettext("{count} person", "{count} personer", what.people).format(count=what.people),
        ngettext("{count} besøg eller samtale", "{count} besøg og samtaler", what.contacts).format(count=what.contacts),
        ngettext("{count} rådslagning", "{count} rådslagninger", what.conferences).format(count=what.conferences),
        _("i alt {count} linjer, med hele historikken").format(count=what.rows),
        _("Tilbage bliver en linje med tal, som ikke peger på nogen."),
    ]
    if what.exports:
        lines.append(
            _("Uden for arkivet findes {count} udtræk, som du selv skal destruere.").format(count=what.exports)
        )
    return "\n".join(lines)
