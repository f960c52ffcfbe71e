"""Deleting for good, as it is asked for and as it is told: what goes, and the receipt."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.paper_commands import CopiesGone, SaveReceipt
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.frame import Dialog

if TYPE_CHECKING:
    from concurrent.futures import Future

    from samordner_tui.archive.receipt import Receipt


class ConfirmDeletion(AskDialog):
    """Says what goes, and wants a word typed: the number of the case or the name of the person."""

    def __init__(self, title: str, lines: Iterable[str], wanted: str, ask: str, wrong: str) -> None:
        """`ask` says what to type; `wrong` is said when it is not `wanted`."""

        def problem_with(typed: str) -> str:
            return "" if _plain(typed) == _plain(wanted) else wrong

        super().__init__(title, "\n".join((*lines, "", ask)), problem_with=problem_with)

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("enter Slet for altid    esc Behold")


class DeletionDialog(Dialog[None]):
    """A deletion under way, then its receipt, which names nobody. It is put away only when the receipt is there."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (SaveReceipt, CopiesGone, Back)
    BINDINGS = keys_of(OFFERS)
    DEFAULT_CSS = """
    DeletionDialog #saved { height: auto; margin-top: 1; color: $good; display: none; }
    """

    def __init__(self, under_way: Future[Receipt]) -> None:
        super().__init__()
        self.under_way = under_way
        self.is_told = False
        self.words = Static("")
        self.saved = Static("", id="saved")

    def dialog_title(self) -> str:
        """The heading."""
        return _("Sletter …")

    def compose_body(self) -> Iterable[Widget]:
        """What is going on, and then the receipt."""
        yield self.words
        yield self.saved

    def on_mount(self) -> None:
        """Say what is going on, then how it went."""
        self.words.update(
            Content(
                _(
                    "Det slettes her og i arkivets sikkerhedskopier, og bagefter ses der efter. Det kan tage lidt tid. "
                    "Låser eller lukker du imens, gøres sletningen færdig først."
                )
            )
        )
        self._tell()

    def body_takes_focus(self) -> bool:
        """The arrows scroll the receipt."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A receipt is saved once there is one."""
        if action == SaveReceipt.id:
            return self.is_told and receipt_of(self.under_way) is not None
        if action == CopiesGone.id:
            return self._can_say_copies_gone()
        return super().check_action(action, parameters)

    def _can_say_copies_gone(self) -> bool:
        """Behind the door nothing is noted in the archive."""
        receipt = receipt_of(self.under_way) if self.is_told else None
        return receipt is not None and receipt.copies_elsewhere and self.program.archive is not None

    @work(exclusive=True)
    async def action_copies_gone(self) -> None:
        """Asked, noted, and the receipt stands anew."""
        receipt = receipt_of(self.under_way)
        if receipt is None:
            return
        with self.program.saying_refusals():
            mended = await self.program.say_copies_gone(receipt)
            if mended is not None and not self.is_going:
                self.under_way = mended
                self.saved.display = False
                self._show()

    @work(exclusive=True)
    async def action_save_receipt(self) -> None:
        """As a paper in the folder for papers; where it lies is said here, and stands until the box is closed."""
        from samordner_tui.tui.screens.receipt_saving import save_receipt

        receipt = receipt_of(self.under_way)
        if receipt is not None:
            with self.program.saying_refusals():
                path = await save_receipt(self.program, receipt)
                if path is not None and not self.is_going:
                    self.saved.display = True
                    self.saved.update(Content(_("Kvitteringen ligger i {file}.").format(file=path)))

    def action_back(self) -> None:
        """Put the receipt away; until it stands there, there is none."""
        if self.is_told:
            self.dismiss(None)

    @work
    async def _tell(self) -> None:
        await asyncio.wait([asyncio.wrap_future(self.under_way)])
        self.is_told = True
        self._show()

    def _show(self) -> None:
        receipt = receipt_of(self.under_way)
        title, keys = _("Sletningen"), _("esc Luk")
        if receipt is not None:
            title, keys = receipt.title(), _("g Gem kvitteringen som papir    esc Luk")
        if self._can_say_copies_gone():
            keys = _("g Gem som papir    k Kopierne andre steder er væk    esc Luk")
        self.query_one("#dialog-title", Static).update(Content(title))
        self.words.update(Content("\n".join(told(self.under_way))))
        self.query_one("#dialog-keys", Static).update(Content(keys))


def receipt_of(done: Future[Receipt]) -> Receipt | None:
    """The receipt of a deletion that is done and proved; none where it is not."""
    return done.result() if done.done() and done.exception() is None else None


def told(done: Future[Receipt]) -> tuple[str, ...]:
    """How a deletion went: the lines of its receipt, or why there is none."""
    try:
        return done.result().lines()
    except Refused as refusal:
        return (str(refusal),)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
