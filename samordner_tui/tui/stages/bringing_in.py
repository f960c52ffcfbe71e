"""Bringing people into the network from a file, or from several lines that are pasted on the line for a new person."""

from __future__ import annotations

from pathlib import Path

from textual import on

from samordner_tui.exchange.contacts.tables import read_table
from samordner_tui.exchange.incoming_file import read_file
from samordner_tui.language import _, ngettext
from samordner_tui.tui.app_commands import Undo
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.incoming_commands import BringInFile
from samordner_tui.tui.keys import key_of
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.incoming import IncomingScreen, Reading
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.widgets.quick_add import QuickAddLine

QUOTES = "\"'"


class BringsPeopleIn(Stage):
    """A stage into which people can be brought from a file."""

    OFFERS = (*Stage.OFFERS, BringInFile)
    BINDINGS = keys_of(OFFERS)

    @action
    async def action_bring_in_file(self) -> None:
        """Ask for the file, and show what it would bring in."""
        question = _(
            "Skriv stien til filen, eller træk filen ind i vinduet: et vCard (.vcf), en tabel (.csv) eller et netværk "
            "(.graphml, .zip)."
        )
        typed = await self.ask(AskDialog(_("Hent fra fil"), question, problem_with=no_file))
        if typed is not None:
            path = path_of(typed)
            await self._bring_in(lambda under_way: read_file(path, under_way))

    @on(QuickAddLine.Pasted)
    def _pasted(self, event: QuickAddLine.Pasted) -> None:
        event.stop()
        self._bring_in_lines(event.text)

    @action
    async def _bring_in_lines(self, text: str) -> None:
        await self._bring_in(lambda under_way: read_table(text, under_way))

    async def _bring_in(self, read: Reading) -> None:
        count = await self.ask(IncomingScreen(self.case_id, read))
        if count:
            undo = key_of(Undo, self.app._keymap)
            said = ngettext("{count} person er hentet ind.", "{count} personer er hentet ind.", count)
            self.say(said.format(count=count) + " " + _("{undo} tager dem ud igen.").format(undo=undo))
        self.list.focus()


def path_of(typed: str) -> Path:
    """The path that was typed, or that a terminal writes when a file is dragged into it: in quotes, with escapes."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in QUOTES:
        text = text[1:-1]
    whole = Path(text).expanduser()
    return whole if whole.exists() else Path(text.replace("\\ ", " ")).expanduser()


def no_file(typed: str) -> str:
    """A sentence when `typed` names no file that is there."""
    try:
        is_there = bool(typed.strip()) and path_of(typed).is_file()
    except (OSError, ValueError):
        is_there = False
    return "" if is_there else _("Den fil findes ikke. Ret stien, eller træk filen ind i vinduet.")
