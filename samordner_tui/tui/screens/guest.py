"""The guest view: the child's network and the child's words. Nothing else can be reached from here.

What is typed is taken as the passphrase, which ends the view. In a training archive the word is `slut` or `end`. The
key that locks, and nobody touching the keys for a while, lock the archive from here as from everywhere else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.casework.guest import ChildNetwork, child_network
from samordner_tui.language import _
from samordner_tui.method.wording import listed
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Lock
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.secret import SecretInput

WORDS_IN_TRAINING = ("slut", "end")


class GuestScreen(FrameScreen[None]):
    """Names, rings and the child's words."""

    ONLY_COMMANDS: ClassVar[frozenset[str]] = frozenset({Lock.id})
    AUTO_FOCUS = "SecretInput"
    DEFAULT_CSS = """
    GuestScreen {
        KeyFooter { display: none; }
        #network { height: 1fr; padding: 2 4; }
        #leave { height: 1; width: 1fr; }
        #leave-words { color: $muted; padding: 0 2; }
    }
    """

    def __init__(self, case_id: str) -> None:
        """For one case."""
        super().__init__()
        self.guest_of = case_id

    def compose_body(self) -> Iterable[Widget]:
        """The network, and a quiet field that ends the view."""
        with VerticalScroll(id="network", can_focus=False):
            yield Static("", id="drawn")
        yield Static(Content(""), id="leave-words")
        yield SecretInput(id="leave", hidden=not self.program.open_archive.training)

    async def on_mount(self) -> None:
        """Read the network."""
        self._invite()
        network = await self.program.read(lambda session: child_network(session, self.guest_of))
        self.query_one("#drawn", Static).update(drawn(network))

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
        """How the view is ended."""
        training = self.program.open_archive.training
        words = (
            _("Skriv »slut«, og tryk enter, når I er færdige.") if training else _("Adgangskoden slutter visningen.")
        )
        self.query_one("#leave-words", Static).update(Content(words))


def opens(folder: Path, secret: str) -> bool:
    """Whether `secret` opens the archive; a refusal with its sentence when it does not. Slow: called in a thread."""
    from samordner_tui.archive.keys import KEY_FILE, read_key_file

    read_key_file(folder / KEY_FILE).unlock(secret)
    return True


def drawn(network: ChildNetwork) -> Content:
    """The rings as rows, from the child outwards."""
    lines = [Content.styled(listed(network.children) or _("Her er ingen navne endnu."), "bold $accent"), Content("")]
    for ring, names in network.rings:
        lines.append(Content.assemble((_("Ring {number}").format(number=ring) + "   ", "$muted"), "  ·  ".join(names)))
        lines.append(Content(""))
    if network.without_ring:
        lines.append(Content.assemble((_("Uden ring") + "   ", "$muted"), "  ·  ".join(network.without_ring)))
        lines.append(Content(""))
    for said in network.words:
        lines.append(Content(""))
        lines.append(Content.styled(_("{name} siger").format(name=said.name), "$muted"))
        lines.append(Content(_("»{words}«").format(words=said.words)))
    return Content("\n").join(lines)
