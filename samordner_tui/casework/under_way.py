"""A long piece of work: how far it is, and whether it is to go on.

The thread that works tells how far it has come; the one that waits reads it, and may give the work up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from samordner_tui.language import _
from samordner_tui.refusals import Refused

TOLD_EACH: Final = 200
"""Rows between two looks at whether it is to go on."""

Row = TypeVar("Row")


class GivenUp(Refused):
    """The work was given up on the way; nothing of it is kept."""


class UnderWay:
    """Shared by the one who works and the one who waits; each field is written by one of them alone."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self._is_given_up = False
        self.is_past_giving_up = False

    def reached(self, done: int, total: int) -> None:
        """Note how far the work has come.

        Raises:
            GivenUp: it is not to go on.
        """
        if self._is_given_up:
            raise GivenUp(_("Afbrudt. Intet er ændret."))
        self.done, self.total = done, total

    def give_up(self) -> None:
        """Let the work end where it next tells how far it is; nothing once it is past that."""
        self._is_given_up = not self.is_past_giving_up

    def goes_through(self) -> None:
        """Note that the work is carried to its end now. Called by the one who waits, as `give_up` is.

        Raises:
            GivenUp: it was given up before.
        """
        if self._is_given_up:
            raise GivenUp(_("Afbrudt. Intet er ændret."))
        self.is_past_giving_up = True

    @property
    def percent(self) -> int:
        """How far it is, from 0 to 100."""
        return 100 * self.done // self.total if self.total else 0

    def follow(self, rows: Iterable[Row], count: int, *, begins: int = 0, ends: int = 100) -> Iterator[Row]:
        """Each of `rows`, telling how far it is: from the percent where it begins to the one where it ends.

        Args:
            rows: What is worked through.
            count: How many they are, or the most they can be.
            begins: Percent of the whole work that are done before the first.
            ends: Percent that are done after the last.

        Raises:
            GivenUp: it is not to go on.
        """
        for number, row in enumerate(rows):
            if number % TOLD_EACH == 0:
                self.reached(begins + (ends - begins) * min(number, count) // max(count, 1), 100)
            yield row
        self.reached(ends, 100)
