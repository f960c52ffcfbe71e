"""How much one file may hold: a reader stops at the first too many, and a row that holds a book is not looked into."""

from __future__ import annotations

from typing import Final

from samordner_tui.language import _
from samordner_tui.refusals import Refused

MOST_PEOPLE: Final = 20_000
LONGEST: Final = 2000
"""Letters of one thing told; whatever is longer is told of nobody."""


def not_too_many(people: int) -> None:
    """Let a reader go on with so many people.

    Raises:
        Refused: they are more than can be looked through at once.
    """
    if people > MOST_PEOPLE:
        raise Refused(_("Der er for mange personer i filen. Del den, og hent en del ad gangen."))


def far_too_much() -> str:
    """Why a row is not taken that holds a book."""
    return _("Her står alt for meget.")
