"""The guest view: the child's network and the child's words. Nothing else can be reached from here.

The child moves people with the arrows and writes new ones. Any other letter begins the passphrase, which ends the
view; in a training archive the word is `slut` or `end`. The key that locks, and nobody touching the keys for a while,
lock the archive from here as from everywhere else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.casework import network, network_map
from samordner_tui.casework.guest import ChildNetwork, child_network
from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back, Lock
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.map_commands import WriteOnMap
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.network_map import NetworkMapView
from samordner_tui.tui.widgets.quick_add import QuickAddLine
from samordner_tui.tui.widgets.secret import SecretInput

WORDS_IN_TRAINING = ("slut", "end")


class GuestScreen(FrameScreen[None]):
    """The map with names and rings, and the child's words."""

    ONLY_COMMANDS: ClassVar[frozenset[str]] = frozenset({Lock.id})
    OFFERS: ClassVar[tuple[type[Command], ...]] = (WriteOnMap, Back)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "NetworkMapView"
    DEFAULT_CSS = """
    GuestScreen {
        KeyFooter { display: none; }
        #field { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
        #said { height: auto; max-height: 8; padding: 0 2; }
        QuickAddLine { display: none; padding: 0 2; margin: 1 0 0 0; }
        QuickAddLine.-open { display: block; }
        #leave { height: 1; width: 1fr; }
        #leave-words { color: $muted; padding: 0 2; }
    }
    """

    def __init__(self, case_id: str) -> None:
        """For one case."""
        super().__init__()
        self.guest_of = case_id

    def compose_body(self) -> Iterable[Widget]:
        """The network, a line for somebody new, and a quiet field that ends the view."""
        with VerticalScroll(id="field", can_focus=False):
            yield NetworkMapView(self.program.method)
        yield Static("", id="said")
        yield QuickAddLine(self.program.method.label)
        yield Static(Content(""), id="leave-words")
        yield SecretInput(id="leave", hidden=not self.program.open_archive.training)

    @property
    def view(self) -> NetworkMapView:
        """The map."""
        return self.query_one(NetworkMapView)

    async def on_mount(self) -> None:
        """Read the network."""
        self._invite()
        self.refresh_case()

    def refresh_case(self) -> None:
        """Show the network as it stands now."""
        self._read()

    @work(exclusive=True, group="read-guest")
    async def _read(self) -> None:
        if self.program.archive is None:
            return
        shown = await self.program.read(lambda session: child_network(session, self.guest_of))
        self.view.show(shown.map)
        self.query_one("#said", Static).update(said(shown))

    def on_key(self, event: events.Key) -> None:
        """A letter at the map begins the passphrase: it must never be read as something else."""
        if event.is_printable and event.character is not None and isinstance(self.focused, NetworkMapView):
            event.stop()
            event.prevent_default()
            field = self.query_one(SecretInput)
            field.focus()
            field.insert_text_at_cursor(event.character)

    @on(NetworkMapView.Moved)
    def _moved(self, event: NetworkMapView.Moved) -> None:
        self._write_move(event)

    @work(group="write-guest")
    async def _write_move(self, event: NetworkMapView.Moved) -> None:
        today, case_id = self.program.today(), self.guest_of
        with self.program.saying_refusals():
            await self.program.write(
                _("Plads på kortet"),
                lambda session: network_map.move_by(
                    session, case_id, event.person_id, today, out=event.out, around=event.around
                ),
                case_id,
            )

    def action_write_on_map(self) -> None:
        """The line for somebody new."""
        line = self.query_one(QuickAddLine)
        line.add_class("-open")
        line.field.focus()

    @on(QuickAddLine.Added)
    def _added(self, event: QuickAddLine.Added) -> None:
        event.stop()
        self._write_person(event)

    @work(group="write-guest")
    async def _write_person(self, event: QuickAddLine.Added) -> None:
        today, person = self.program.today(), event.person
        with self.program.saying_refusals():
            await self.program.write(
                _("Ny person"), lambda session: network.add_person(session, self.guest_of, person, today), self.guest_of
            )
            self.query_one(QuickAddLine).ready_for_the_next()

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
        field = self.query_one(SecretInput)
        field.value = ""
        archive = self.program.open_archive
        try:
            right = (
                typed.strip().casefold() in WORDS_IN_TRAINING
                if archive.training
                else await asyncio.to_thread(opens, archive.folder, typed)
            )
        except Refused as refusal:
            self.query_one("#leave-words", Static).update(Content(str(refusal)))
            return
        if right:
            self.program.idle.touch()
            self.dismiss(None)
        else:
            self._invite()

    def _invite(self) -> None:
        """What can be done, and how the view is ended."""
        training = self.program.open_archive.training
        ending = (
            _("Skriv »slut«, og tryk enter, når I er færdige.") if training else _("Adgangskoden slutter visningen.")
        )
        doing = _("Pilene går rundt. Shift og pil flytter. f4 skriver en ny.")
        self.query_one("#leave-words", Static).update(Content(f"{doing} {ending}"))


def opens(folder: Path, secret: str) -> bool:
    """Whether `secret` opens the archive; a refusal with its sentence when it does not. Slow: called in a thread."""
    from samordner_tui.archive.keys import KEY_FILE, read_key_file

    read_key_file(folder / KEY_FILE).unlock(secret)
    return True


def said(shown: ChildNetwork) -> Content:
    """Who has no place on the map yet, and what the children have said."""
    return Content("\n").join(_said(shown))


def _said(shown: ChildNetwork) -> Iterator[Content]:
    if shown.map.beside:
        names = "  ·  ".join(one.name for one in shown.map.beside)
        yield Content.assemble((_("Uden plads endnu") + "   ", "$muted"), names)
    for words in shown.words:
        yield Content.assemble(
            (_("{name} siger").format(name=words.name) + "  ", "$muted"), _("»{words}«").format(words=words.words)
        )
