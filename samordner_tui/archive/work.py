"""The one writer thread: first in, first out, and nothing handed to it is ever dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from samordner_tui.archive.refusals import ArchiveClosed

T = TypeVar("T")


class Writer:
    """A thread that carries out what is submitted, in order.

    It is joined when the archive closes, and when Python ends.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="samordner-writer")
        self._guard = threading.Lock()
        self._closed = False
        self._ident: int | None = None

    def submit(self, function: Callable[[], T]) -> Future[T]:
        """Carry out `function` after all that was submitted before.

        The future counts as running from now on, so that nobody can cancel it.

        Raises:
            ArchiveClosed: the archive is closed.
        """
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        with self._guard:
            if self._closed:
                raise ArchiveClosed
            self._thread.submit(self._carry_out, function, future)
        return future

    def drain(self) -> None:
        """Wait until everything submitted so far is carried out. Called by the writer itself it does nothing."""
        if threading.get_ident() == self._ident:
            return
        with self._guard:
            if self._closed:
                return
            last = self._thread.submit(_nothing)
        last.result()

    def close(self) -> None:
        """Carry out what is left, end the thread, and refuse more."""
        with self._guard:
            self._closed = True
        self._thread.shutdown(wait=True, cancel_futures=False)

    def _carry_out(self, function: Callable[[], T], future: Future[T]) -> None:
        self._ident = threading.get_ident()
        try:
            result = function()
        except BaseException as error:  # noqa: BLE001 - whoever waits on the future is told, whatever it is
            future.set_exception(error)
        else:
            future.set_result(result)


def _nothing() -> None:
    """What is submitted only to be waited for."""
