"""How long what leaves the archive may live, as it stands on a line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from samordner_tui.casework.exported import KEPT_DAYS
from samordner_tui.cli.spoken import option
from samordner_tui.language import _, said
from samordner_tui.refusals import Refused

F = TypeVar("F", bound=Callable[..., object])


def destroy_by_option(command: F) -> F:
    """The option of every command that lets something out."""
    return option(
        "--destroy-by", metavar="DATE", text=said("Den dag, filen senest skal være slettet. Ellers om 30 dage.")
    )(command)


def destroyed_by(text: str | None, today: date) -> date:
    """The day that is typed; 30 days from today where none is.

    Raises:
        Refused: it is no day, or it is gone.
    """
    if text is None:
        return today + timedelta(days=KEPT_DAYS)
    try:
        last = date.fromisoformat(text)
    except ValueError:
        raise Refused(_("»{text}« er ikke en dag. Skriv den som 2027-01-21.").format(text=text)) from None
    if last < today:
        raise Refused(_("Den dag, filen senest skal være slettet, er gået."))
    return last
