"""Deleting for good on the screen: nothing interrupts it, and its receipt is there until it has been read.

It is carried out by the one writer thread, which lock and exit wait for. A receipt that was not put away before the
archive was locked stands at the door; one that was not before the program closed is said on the terminal.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from samordner_tui.archive.refusals import DeletionUnproved
from samordner_tui.tui.access import ArchiveAccess

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive
    from samordner_tui.archive.receipt import Receipt


class Deleting(ArchiveAccess, inherit_bindings=False):
    """An app that can delete for good."""

    def __init__(self, archive: Archive | None, now: Callable[[], datetime] | None) -> None:
        """Nothing is being deleted."""
        super().__init__(archive, now)
        self._deletion: Future[Receipt] | None = None

    async def delete_for_good(self, deletion: Callable[[Archive, datetime], Receipt]) -> bool:
        """Carry out `deletion` and show its receipt until it is put away. Called from a worker.

        Returns:
            Whether it is gone; not, where it was refused.
        """
        from samordner_tui.tui.screens.deletion import DeletionDialog

        await self._close_forms()
        archive, now = self.open_archive, self.now()
        under_way = archive.writer.submit(lambda: deletion(archive, now))
        self._deletion = under_way
        await self.push_screen_wait(DeletionDialog(under_way))
        self._put_away()
        return under_way.exception() is None or isinstance(under_way.exception(), DeletionUnproved)

    async def _close_forms(self) -> None:
        """What is half typed is handed over before the deletion: afterwards it would be a draft of what is gone."""
        for screen in self.screen_stack:
            close_forms = getattr(screen, "close_forms", None)
            if close_forms is not None:
                await close_forms()

    def say_that_it_is_finished_first(self, sentence: str) -> None:
        """Say `sentence` while a deletion is waited for. It goes with the screens."""
        if self._deletion is not None and not self._deletion.done():
            self.say(sentence, seconds=600)

    def show_receipt_left(self) -> None:
        """Show the receipt that was not put away, also where the archive is locked: it names nobody."""
        from samordner_tui.tui.screens.deletion import DeletionDialog

        if self._deletion is not None:
            self.push_screen(DeletionDialog(self._deletion), lambda _nothing: self._put_away())

    def receipt_left(self) -> tuple[str, ...]:
        """The lines of the receipt that was not put away."""
        from samordner_tui.tui.screens.deletion import told

        return told(self._deletion) if self._deletion is not None else ()

    async def say_copies_gone(self, receipt: Receipt) -> Future[Receipt] | None:
        """Ask whether the copies elsewhere are gone; the receipt that then holds, or None where they are not."""
        from samordner_tui.tui.copies_gone import ask_copies_gone

        day = await ask_copies_gone(self)
        if day is None:
            return None
        mended: Future[Receipt] = Future()
        mended.set_result(replace(receipt, copies_elsewhere=False, copies_gone_on=day))
        if self._deletion is not None:
            self._deletion = mended
        return mended

    def _put_away(self) -> None:
        self._deletion = None
