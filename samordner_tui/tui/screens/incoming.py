"""What a file would bring in, before anything is kept: read in a thread, looked through, taken in one write.

Answers with the number of people brought in, or None.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import ClassVar

from textual import on, work
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.bringing_in import bring_in
from samordner_tui.casework.case_frame import name_of_case
from samordner_tui.casework.incoming import Incoming
from samordner_tui.casework.incoming_compared import compare
from samordner_tui.casework.under_way import GivenUp, UnderWay
from samordner_tui.language import _, ngettext
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back, Undo
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.incoming_commands import BringIn, TakeAllOrNone, TakeOrLeave
from samordner_tui.tui.keys import key_of
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.incoming_rows import IncomingRows
from samordner_tui.tui.widgets.line_list import LineList

Reading = Callable[[UnderWay], Incoming]
"""Reads a file or some lines, in a thread, and tells how far it is."""

LOOKED_AT_EACH = 0.1
"""Seconds between two looks at how far it is."""


class Doing(Enum):
    """What the screen is doing."""

    READING = auto()
    SHOWING = auto()
    WRITING = auto()


class IncomingScreen(FrameScreen[int]):
    """The rows of a file with their ticks."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (BringIn, TakeOrLeave, TakeAllOrNone, Back)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "IncomingRows"
    DEFAULT_CSS = """
    IncomingScreen {
        #told { height: auto; padding: 1 2; }
        IncomingRows { margin: 0 1; }
    }
    """

    told = query_one("#told", Static)
    rows = query_one("#incoming", IncomingRows)

    def __init__(self, case_id: str, read: Reading) -> None:
        """For what `read` finds, to be brought into a case."""
        super().__init__()
        self.case_id = case_id
        self._read_it = read
        self._name = ""
        self.doing = Doing.READING
        self.under_way = UnderWay()

    def compose_body(self) -> Iterable[Widget]:
        """What is going on or how many there are, and the rows."""
        yield Static("", id="told")
        yield IncomingRows(self.program.method)

    def crumbs(self) -> tuple[str, ...]:
        """We are bringing people in."""
        return (self._name, _("Hent fra fil")) if self._name else (_("Hent fra fil"),)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Her står, hvad hver linje bliver til. Intet er gemt endnu. Mellemrum tager en person med eller lader den "
            "være. Den, der ligner en, du har i forvejen, er slået fra, til du selv slår den til. Enter henter dem "
            "ind. Escape henter ingen. Bagefter tager {undo} dem alle ud igen på én gang. Noter, billeder og "
            "fødselsdage i filen læses ikke."
        ).format(undo=key_of(Undo, self.app._keymap))

    def on_mount(self) -> None:
        """Read, and tell how far it is."""
        self.set_interval(LOOKED_AT_EACH, self._tell)
        self._tell()
        self._read()

    def on_unmount(self) -> None:
        """Nobody waits for the reading any more. What is being written is written to the end."""
        if self.doing is Doing.READING:
            self.under_way.give_up()

    @work(group="read-incoming")
    async def _read(self) -> None:
        case_id = self.case_id
        try:
            incoming = await asyncio.to_thread(self._read_it, self.under_way)
            self._name, compared = await self.program.read(
                lambda session: (name_of_case(session, case_id), compare(session, case_id, incoming))
            )
        except Refused as refusal:
            self.program.say(str(refusal), severity="warning", seconds=9)
            if not self.is_going:
                self.dismiss(None)
            return
        if self.is_going:
            return
        self.rows.show(compared)
        self.refresh_title()
        self._now(Doing.SHOWING)

    def action_take_or_leave(self) -> None:
        """The person under the cursor comes along, or not."""
        self.rows.take_or_leave()
        self._tell()

    def action_take_all_or_none(self) -> None:
        """Everybody comes along, or nobody."""
        self.rows.take_all_or_none()
        self._tell()

    @on(LineList.Chosen)
    def _clicked(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.doing is Doing.SHOWING:
            self.action_take_or_leave()

    def action_bring_in(self) -> None:
        """Keep those who have a tick."""
        if not self.rows.taken:
            self.program.say(_("Ingen er slået til. Mellemrum slår en til."))
            return
        self.under_way = UnderWay()
        self._now(Doing.WRITING)
        self._write()

    @work(group="write-incoming")
    async def _write(self) -> None:
        """One write, so that one undo takes all of it back. Given up it has kept nothing, and the rows stand here."""
        incoming, taken, today, under_way = (
            self.rows.incoming,
            frozenset(self.rows.taken),
            self.program.today(),
            self.under_way,
        )
        try:
            count = await self.program.write(
                _("Hentet ind"),
                lambda session: bring_in(session, self.case_id, incoming, today, taken=taken, under_way=under_way),
                self.case_id,
            )
        except Refused as refusal:
            self.program.say(str(refusal), severity="information" if isinstance(refusal, GivenUp) else "warning")
            self._now(Doing.SHOWING)
            return
        self.dismiss(count)

    def action_back(self) -> None:
        """Take nothing; what is being read or written is given up."""
        if self.doing is Doing.SHOWING:
            self.dismiss(None)
        else:
            self.under_way.give_up()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about the rows is possible while they are shown."""
        if action in {BringIn.id, TakeOrLeave.id, TakeAllOrNone.id}:
            return self.doing is Doing.SHOWING
        return super().check_action(action, parameters)

    def _now(self, doing: Doing) -> None:
        self.doing = doing
        self._tell()
        self.refresh_bindings()

    def _tell(self) -> None:
        """How far it is, or how many there are."""
        percent = self.under_way.percent
        match self.doing:
            case Doing.READING:
                self.told.update(Content(_("Læser … {percent} %. Escape afbryder.").format(percent=percent)))
            case Doing.WRITING:
                self.told.update(Content(_("Henter dem ind … {percent} %. Escape afbryder.").format(percent=percent)))
            case Doing.SHOWING:
                self.told.update(Content(self._counts()))

    def _counts(self) -> str:
        """`3 personer hentes ind · 1 ligner nogen · 2 linjer kan ikke hentes`."""
        taken, alike, refused = len(self.rows.taken), len(self.rows.compared.alike), len(self.rows.incoming.refused)
        parts = [ngettext("{count} person hentes ind", "{count} personer hentes ind", taken).format(count=taken)]
        if alike:
            parts.append(ngettext("{count} ligner nogen", "{count} ligner nogen", alike).format(count=alike))
        if refused:
            parts.append(
                ngettext("{count} linje kan ikke hentes", "{count} linjer kan ikke hentes", refused).format(
                    count=refused
                )
            )
        return " · ".join(parts)
