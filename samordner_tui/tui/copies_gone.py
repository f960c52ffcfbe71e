"""Saying that the copies in other places are gone: from the receipt that was held by them, and in the settings."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from samordner_tui.language import _
from samordner_tui.tui.dialogs.words import YesNoDialog

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.tui.access import ArchiveAccess


async def ask_copies_gone(program: ArchiveAccess) -> date | None:
    """Ask, and note the day. Called from a worker.

    Returns:
        The day, or None where they are not gone.
    """
    from samordner_tui.archive.backup import note_copies_gone

    text = _(
        "Kopier på USB-nøgler, andre computere og i gamle mapper til kopier: er de slettet alle sammen? "
        "Programmet kan ikke se efter. Dagen bliver skrevet ned og står på kvitteringer for sletning. "
        "Lægger du en ny kopi et andet sted, gælder det ikke længere."
    )
    question = YesNoDialog(_("Er kopierne andre steder væk?"), text, yes=_("Ja, de er væk"), no=_("Nej"))
    if not await program.push_screen_wait(question):
        return None
    today = program.today()
    await asyncio.to_thread(note_copies_gone, program.open_archive, today)
    return today
