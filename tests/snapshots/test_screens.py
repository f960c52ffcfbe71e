"""Every screen looks as it did when it was last looked at."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import select
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.exchange.demo import fill
from samordner_tui.tui.app import SamordnerApp
from tests.snapshots.picture import drawn, hold_against, letters, styles
from tests.snapshots.scenes import SCENES
from tests.tui.world import TODAY, clock
from tests.workers import until_over

SIZES = ((80, 24), (120, 40))
LOOKS = ("fjord", "klit")
ALL_LOOKS = (*LOOKS, "kontrast")
IN_ALL_LOOKS = frozenset({"overview", "alma-network", "person", "evening-trin-2", "serious"})
"""Scenes that show what `kontrast` must keep apart: marks, a form, the clock, a warning."""

SAME_IN_A_ROW = 4
"""Drawings that are alike before a screen is at rest."""
ONLY_ANOTHER_LOOK = 2
"""So many where nothing has changed but the colours."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the demo, as it stands on the day it is."""
    folder = tmp_path_factory.mktemp("demo") / "arkiv"
    with Archive.create_training(folder, clock=clock) as archive:
        fill(archive, TODAY)
    return folder


@pytest.fixture
def archive(filled: Path, tmp_path: Path) -> Iterator[Archive]:
    """A copy of it, to be changed at will."""
    folder = tmp_path / "arkiv"
    shutil.copytree(filled, folder)
    with Archive.open(folder, None, clock=clock) as archive:
        yield archive


async def until_read(app: SamordnerApp, pilot: Pilot[None]) -> None:
    """Wait until every worker that reads has read."""
    await until_over(one for one in app.workers if one.group in {"read", "form-read"})
    await pilot.pause()


async def at_rest(pilot: Pilot[None], draw: Callable[[], str], times: int = SAME_IN_A_ROW) -> str:
    """What is drawn when nothing moves any more: the same several times in a row."""
    seen = [draw()]
    while len(seen) < times or len(set(seen[-times:])) > 1:
        await pilot.pause(0.05)
        seen.append(draw())
    return seen[-1]


async def picture_of(app: SamordnerApp, pilot: Pilot[None], looks: Sequence[str]) -> str:
    """The letters on the screen at rest, and their styles in each of `looks`."""
    picture = await at_rest(pilot, lambda: letters(drawn(app)))
    for look in looks:
        app.theme = look
        picture += f"\n\n— {look} —\n{await at_rest(pilot, lambda: styles(drawn(app)), ONLY_ANOTHER_LOOK)}"
    return f"{picture}\n"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCENES)
async def test_the_screen_looks_as_it_did(name: str, size: tuple[int, int], archive: Archive, tmp_path: Path) -> None:
    with archive.reading() as session:
        cases = {one.number: one.id for one in session.execute(select(Case.number, Case.id))}
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY, language="da")
    async with app.run_test(size=size) as pilot:
        await SCENES[name](app, pilot, cases)
        await until_read(app, pilot)
        for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
            field.cursor_blink = False
        picture = await picture_of(app, pilot, ALL_LOOKS if name in IN_ALL_LOOKS else LOOKS)
    hold_against(f"{name}-{size[0]}x{size[1]}", picture)
