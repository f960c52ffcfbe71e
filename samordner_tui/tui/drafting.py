"""The draft of a line in a box: what it is called, and what stands in it already."""

from __future__ import annotations

from hashlib import blake2s

from samordner_tui.archive.drafts import drafts_of
from samordner_tui.tui.access import ArchiveAccess
from samordner_tui.tui.saving import BoxPlace, Keeper
from samordner_tui.tui.widgets.drafted import Drafting

LINE = "line"
"""What the only line of a box is called."""
BYTES = 10


def named_after(*asked: str) -> str:
    """A name for the box that asks this, without the words themselves: they may hold a name."""
    return blake2s("\n".join(asked).encode(), digest_size=BYTES).hexdigest()


async def drafting_of(program: ArchiveAccess, keeper: Keeper, box: str, line: str = LINE) -> Drafting:
    """Where a line of the box called `box` is drafted, with what was typed in it before."""
    place = BoxPlace(box, line)
    drafts = await program.read(lambda session: drafts_of(session, keeper.case_id))
    return Drafting(keeper, place, drafts.get(place.key))
