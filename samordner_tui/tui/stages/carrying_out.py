"""How a command that asks and writes is carried out."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

from samordner_tui.tui.stages.asking import Asking

S = TypeVar("S", bound=Asking)
P = ParamSpec("P")


def action(method: Callable[Concatenate[S, P], Coroutine[None, None, None]]) -> Callable[Concatenate[S, P], None]:
    """An action that may ask and write: it runs beside the screen, with every field saved, and says a refusal."""

    def start(self: S, /, *arguments: P.args, **named: P.kwargs) -> None:
        async def carried_out() -> None:
            with self.program.saying_refusals():
                await self.program.leave_fields()
                keeper = self.keeper
                try:
                    await method(self, *arguments, **named)
                finally:
                    # A box that was answered before another was given up: nothing is written, and its draft stays.
                    keeper.answers_refused()

        self.run_worker(carried_out(), group="action")

    update_wrapper(start, method)
    return start
