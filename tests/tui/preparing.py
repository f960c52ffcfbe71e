"""What the tests of the stages of preparation share: the case read again, keys with what they set going, the cursor."""

from __future__ import annotations

from samordner_tui.casework.facts import facts_of
from samordner_tui.method import facts as f
from tests.tui.conftest import Walk

ROUNDS = 200
"""How often it is looked whether the program has done what the keys set going; one that asks waits for its answer."""


def facts(walk: Walk) -> f.CaseFacts:
    """The case as it stands in the archive."""
    with walk.seeded.archive.reading() as session:
        return facts_of(session, walk.seeded.case_id)


def conference(walk: Walk) -> f.Conference:
    """The conference as it stands in the archive."""
    return facts(walk).conferences[0]


async def act(walk: Walk, *keys: str) -> None:
    """Press keys one after the other, each when what the one before set going is done or asks for more."""
    for key in keys:
        await walk.press(key)
        for _round in range(ROUNDS):
            await walk.pilot.pause(0.02)
            walk.seeded.archive.writer.drain()
            asking = walk.app.screen.is_modal
            if all(one.is_finished or (asking and one.group == "action") for one in walk.app.workers):
                break
    await walk.pilot.pause()


async def at(walk: Walk, row_id: str) -> None:
    """Put the cursor on a row of the list."""
    walk.stage.list.point_at(row_id)
    walk.stage.list.focus()
    await walk.pilot.pause()
