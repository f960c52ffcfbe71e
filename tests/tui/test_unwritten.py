"""A full disk: what cannot be kept is said where it still can be read, and handed over again before it is given up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.refusals import DiskFull
from samordner_tui.tui.screens.unlock import UnlockScreen
from tests.tui.conftest import Open, Seeded
from tests.tui.test_boxes import asked
from tests.tui.world import until

WORDS = "hun rejser"


def no_room(*_arguments: object, **_named: object) -> None:
    """The disk is full."""
    raise DiskFull


@pytest.fixture
def fill_disk(monkeypatch: pytest.MonkeyPatch, seeded: Seeded) -> Callable[[], None]:
    """From now on nothing can be written."""

    def fill() -> None:
        monkeypatch.setattr(seeded.archive, "writing", no_room)
        monkeypatch.setattr(seeded.archive, "save_draft", no_room)

    return fill


@pytest.mark.parametrize("where", ["a form", "a box"])
async def test_what_cannot_be_saved_when_the_archive_locks_stands_at_the_door(
    open_case: Open, fill_disk: Callable[[], None], where: str
) -> None:
    async with open_case() as walk:
        if where == "a box":
            await asked(walk)
        else:
            await walk.open("people", "inge", "relation")
        fill_disk()
        await walk.type(WORDS)
        await walk.app.lock_now()
        await until(walk.pilot, lambda: "Disken er fuld" in walk.text_on_screen())
        assert isinstance(walk.app.screen, UnlockScreen)
        assert "Skriv det sidste igen, når du er inde." in " ".join(walk.text_on_screen().split())
        assert WORDS not in walk.text_on_screen()


async def test_when_all_is_kept_nothing_stands_at_the_door(open_case: Open) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "relation")
        await walk.type(WORDS)
        await walk.app.lock_now()
        await walk.pilot.pause()
        assert "ikke gemt" not in walk.text_on_screen()


async def test_what_cannot_be_saved_when_the_program_closes_is_said_on_the_terminal(
    open_case: Open, fill_disk: Callable[[], None]
) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "relation")
        fill_disk()
        await walk.type(WORDS)
        await walk.app.close_program()
        assert "Disken er fuld" in str(walk.app._exit_renderables)


async def test_a_draft_that_could_not_be_written_is_handed_over_again_when_the_box_is_left(
    open_case: Open, seeded: Seeded
) -> None:
    async with open_case() as walk:
        line = (await asked(walk)).field
        with pytest.MonkeyPatch.context() as full:
            full.setattr(seeded.archive, "save_draft", no_room)
            await walk.type(WORDS)
            line.leave()
            seeded.archive.writer.drain()
        await walk.app.lock_now()
    with Archive.open(seeded.folder, None) as archive:
        assert Seeded(archive, seeded.folder, seeded.case_id).drafts() == {"line": WORDS}
