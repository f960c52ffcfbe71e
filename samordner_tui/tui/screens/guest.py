"""The guest view: the child's network and the child's words. Nothing else can be reached from here.

The child moves people with the arrows and writes new ones. Any other letter begins the passphrase, which ends the
view; in a training archive the word is `slut` or `end`. The key that locks, and nobody touching the keys for a while,
lock the archive from here as from everywhere else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.casework.guest import (
    CONFLICT,
    ChildNetwork,
    child_network,
    last_step,
    may_be_undone,
    tie_at_table,
    write_at_table,
)
from samordner_tui.language import _
from samordner_tui.method.terms import Support, TieQuality
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back, Lock
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.keys import key_of
from samordner_tui.tui.map_commands import TieAtTable, UndoAtTable, WriteOnMap
from samordner_tui.tui.screens.map_editing import MapEditing
from samordner_tui.tui.widgets.network_map import NetworkMapView
from samordner_tui.tui.widgets.quick_add import QuickAddLine
from samordner_tui.tui.widgets.secret import SecretInput

WORDS_IN_TRAINING = ("slut", "end")


class GuestScreen(MapEditing[None]):
    """The map with names and rings, and the child's words."""

    ONLY_COMMANDS: ClassVar[frozenset[str]] = frozenset({Lock.id})
    HOLDS_ALL_ABOVE: ClassVar[bool] = True
    """The boxes that open here lead no farther than the view itself."""
    OFFERS: ClassVar[tuple[type[Command], ...]] = (WriteOnMap, TieAtTable, UndoAtTable, Back)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "NetworkMapView"
    DEFAULT_CSS = """
    GuestScreen {
        KeyFooter { display: none; }
        #field { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
        #said { height: auto; max-height: 8; padding: 0 2; scrollbar-size-vertical: 1; }
        QuickAddLine { display: none; padding: 0 2; margin: 1 0 0 0; }
        QuickAddLine.-open { display: block; }
        #leave { height: 1; width: 1fr; }
        #leave-words { color: $muted; padding: 0 2; }
    }
    """

    def __init__(self, case_id: str, map_id: str = "") -> None:
        """For one case; `map_id` names another view than the one the people of the case stand on."""
        super().__init__(case_id, map_id)
        self._untold: list[str] = []
        self._began: int | None = None
        """The last step of the journal before anything was done here."""

    def compose_body(self) -> Iterable[Widget]:
        """The network, a line for somebody new, and a quiet field that ends the view."""
        with VerticalScroll(id="field", can_focus=False):
            yield NetworkMapView(lambda: self.program.method)
        with VerticalScroll(id="said", can_focus=False):
            yield Static("", id="words")
        yield QuickAddLine(self.program.method.label)
        yield Static(Content(""), id="leave-words")
        yield SecretInput(id="leave", hidden=not self.program.open_archive.training)

    async def on_mount(self) -> None:
        """Read the network."""
        self._tell()
        self.refresh_case()

    def refresh_case(self) -> None:
        """Show the network as it stands now."""
        self._read()

    @work(exclusive=True, group="read-guest")
    async def _read(self) -> None:
        if self.program.archive is None:
            return
        case_id, map_id = self.map_of, self.map_id
        if self._began is None:
            self._began = await self.program.read(last_step)
        shown = await self.program.read(lambda session: child_network(session, case_id, map_id))
        if self.is_going:
            return
        self.view.show(shown.map)
        self.query_one("#words", Static).update(said(shown))

    def on_descendant_focus(self) -> None:
        """Another part of the view has the keys."""
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """A letter at the map begins the passphrase: it must never be read as something else."""
        if event.is_printable and event.character is not None and isinstance(self.focused, NetworkMapView):
            event.stop()
            event.prevent_default()
            field = self.query_one(SecretInput)
            field.focus()
            field.insert_text_at_cursor(event.character)

    def action_write_on_map(self) -> None:
        """The line for somebody new."""
        line = self.query_one(QuickAddLine)
        line.add_class("-open")
        line.field.focus()

    def action_tie_at_table(self) -> None:
        """A tie to somebody else, as the child sees it."""
        self.action_tie_two()

    @work(group="write-map")
    async def action_undo_at_table(self) -> None:
        """Undo the last thing that was done here, and nothing that was done before."""
        archive, case_id, began = self.program.open_archive, self.map_of, self._began
        if began is None or not await self.program.read(lambda session: may_be_undone(session, case_id, began)):
            return
        with self.program.saying_refusals():
            # On the writer thread, which is joined before the archive locks.
            await asyncio.shield(asyncio.wrap_future(archive.writer.submit(lambda: archive.undo(case_id))))
            self.program.refresh_case()

    def qualities(self, between: tuple[str, str]) -> Sequence[TieQuality]:
        """What others have between them is not shown to a child, and so not drawn by it; its own ties are its own."""
        middle = dict(self.view.map.hearts)
        return [one for one in TieQuality if one not in CONFLICT or middle.keys() & {*between}]

    async def keep_tie(self, between: tuple[str, str], quality: TieQuality, support: Support | None) -> None:
        """Keep the tie as the child sees it. What cannot be shown here is told when the view ends."""
        today, case_id, names = self.program.today(), self.map_of, [self.view.map.name(one) for one in between]
        with self.program.saying_refusals():
            noted = await self.program.write(
                _("Bånd mellem to"),
                lambda session: tie_at_table(session, case_id, between, (quality, support), today),
                case_id,
            )
            if not noted:
                self._untold.append(_("{first} og {second}").format(first=names[0], second=names[1]))

    @on(QuickAddLine.Added)
    def _added(self, event: QuickAddLine.Added) -> None:
        event.stop()
        self._write_person(event)

    @work(group="write-map")
    async def _write_person(self, event: QuickAddLine.Added) -> None:
        """Write the person, and go back to the map. The passphrase is no name: typed here too it ends the view."""
        today, person, case_id = self.program.today(), event.person, self.map_of
        with self.program.saying_refusals(), self.query_one(QuickAddLine).giving_back(event.typed):
            if await self._ends(event.typed):
                self._end()
                return
            await self.program.write(
                _("Ny person"), lambda session: write_at_table(session, case_id, person, today), case_id
            )
            self.action_back()

    @on(QuickAddLine.Left)
    def _line_left(self, event: QuickAddLine.Left) -> None:
        event.stop()
        self.action_back()

    def action_back(self) -> None:
        """Back to the map; never out of the view."""
        self.query_one(QuickAddLine).remove_class("-open")
        self.query_one(SecretInput).value = ""
        self.view.focus()

    @on(Input.Submitted, "#leave")
    def _submitted(self, event: Input.Submitted) -> None:
        """Try what was typed."""
        if event.value:
            self._leave(event.value)

    @work(exclusive=True, group="leave-guest")
    async def _leave(self, typed: str) -> None:
        """Back to the case when the passphrase is right."""
        self.query_one(SecretInput).value = ""
        try:
            if await self._ends(typed):
                self._end()
            else:
                wrong = wrong_word(training=self.program.open_archive.training)
                self.query_one("#leave-words", Static).update(Content(wrong))
        except Refused as refusal:
            self.query_one("#leave-words", Static).update(Content(str(refusal)))

    async def _ends(self, typed: str) -> bool:
        """Whether what was typed ends the view."""
        archive = self.program.open_archive
        if archive.training:
            return typed.strip().casefold() in WORDS_IN_TRAINING
        return await asyncio.to_thread(opens, archive.folder, typed)

    def _end(self) -> None:
        self.program.idle.touch()
        self.dismiss(None)
        for pair in self._untold:
            self.program.say(
                _("Barnet tegnede et bånd: {pair}. Der står et andet, som barnet ikke ser. Det er ikke ændret.").format(
                    pair=pair
                ),
                seconds=12,
            )

    def _tell(self) -> None:
        """What can be done where we are, and how the view is ended."""
        back = _("esc går tilbage til kortet.")
        if isinstance(self.focused, SecretInput):
            words = back
        elif self.query_one(QuickAddLine).has_focus_within:
            words = _("Skriv navnet, og hvem det er. Enter skriver personen på kortet.") + " " + back
        else:
            keymap = self.app._keymap
            doing = _("Shift og pil flytter. {new} skriver en ny, {tie} tegner et bånd, {undo} fortryder.").format(
                new=key_of(WriteOnMap, keymap), tie=key_of(TieAtTable, keymap), undo=key_of(UndoAtTable, keymap)
            )
            training = self.program.open_archive.training
            ending = _("Skriv »slut«, når I er færdige.") if training else _("Adgangskoden slutter visningen.")
            words = f"{doing} {ending}"
        self.query_one("#leave-words", Static).update(Content(words))


def wrong_word(*, training: bool) -> str:
    """What is said of a word that does not end the view."""
    wrong = _("Ordet er »slut«.") if training else _("Den adgangskode passer ikke.")
    return wrong + " " + _("esc går tilbage til kortet.")


def opens(folder: Path, secret: str) -> bool:
    """Whether `secret` opens the archive. Slow: called in a thread.

    Raises:
        Refused: the key file cannot be read.
    """
    from samordner_tui.archive.keys import KEY_FILE, read_key_file
    from samordner_tui.archive.refusals import WrongSecret

    try:
        read_key_file(folder / KEY_FILE).unlock(secret)
    except WrongSecret:
        return False
    return True


def said(shown: ChildNetwork) -> Content:
    """What the children have said."""
    return Content("\n").join(
        Content.assemble(
            (_("{name} siger").format(name=words.name) + "  ", "$muted"), _("»{words}«").format(words=words.words)
        )
        for words in shown.words
    )
