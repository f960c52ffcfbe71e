"""Waiting for what the program does beside the screen."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from textual.worker import Worker, WorkerCancelled


async def until_over(workers: Iterable[Worker[Any]]) -> None:
    """Wait for each of the workers: one that a newer one takes the place of, or whose screen is gone, is over too.

    Raises:
        WorkerFailed: What one of them was doing went wrong.
    """
    for worker in list(workers):
        with suppress(WorkerCancelled):
            await worker.wait()
