"""What was typed and could not be written, not even as a draft: said at the door, where it stands until it is opened.

A message of some seconds would have gone with the screens that are dropped when the archive is locked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.screen import Screen

from samordner_tui.language import _

if TYPE_CHECKING:
    from samordner_tui.tui.saving import Keeper


def keepers_of(screens: Iterable[Screen[object]]) -> list[Keeper]:
    """What keeps the fields of each screen. They are still asked when the screens are gone."""
    found = (getattr(screen, "keeper", None) for screen in screens)
    return [keeper for keeper in found if keeper is not None]


def said_of_unwritten(keepers: Iterable[Keeper]) -> str:
    """Why the last of what was typed is not kept; nothing where all of it is. Asked when the writer has stopped."""
    reasons = {reason: None for keeper in keepers for reason in keeper.unwritten.values()}
    if not reasons:
        return ""
    known = [reason for reason in reasons if reason] or [_("Det sidste, du skrev, kunne ikke gemmes.")]
    return " ".join((*known, _("Skriv det sidste igen, når du er inde.")))


def tell_at_the_door(door: Screen[None], keepers: Iterable[Keeper]) -> None:
    """Let it stand at the door."""
    from samordner_tui.tui.screens.unlock import UnlockScreen

    if isinstance(door, UnlockScreen):
        door.tell_unwritten(said_of_unwritten(keepers))
