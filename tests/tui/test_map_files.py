"""The map leaves by a key: a version, kinds, paper and a folder; it is registered, and the place is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import change_fields
from samordner_tui.method.terms import Sector, StageId
from samordner_tui.tui.dialogs.pick import PickSeveralDialog
from samordner_tui.tui.map_commands import SaveMapAsFile
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.guest import GuestScreen
from samordner_tui.tui.screens.network_map import NetworkMapScreen
from samordner_tui.tui.widgets.line import LineInput
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.world import TODAY, shown, until


@pytest.fixture
def on_map(seeded: Seeded) -> Seeded:
    """Inge stands on the father's side in the second ring."""
    with seeded.archive.writing("Inge", seeded.case_id) as session:
        change_fields(session, Person, seeded.ids["inge"], {"ring": 2, "sector": Sector.FATHERS_SIDE}, TODAY)
    return seeded


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder for what leaves."""
    folder = tmp_path / "ud"
    folder.mkdir()
    return folder


async def opened(walk: Walk) -> None:
    """The map, and the first question."""
    walk.stage.take_focus()
    await walk.press("o")
    await until(walk.pilot, lambda: isinstance(walk.app.screen, NetworkMapScreen) and "Inge" in shown(walk.app))
    await walk.press("g")
    await until(walk.pilot, lambda: "Arbejdsudgaven" in shown(walk.app))


async def into(walk: Walk, folder: Path) -> None:
    """Answer the last question with a folder."""
    await until(walk.pilot, lambda: isinstance(walk.app.screen, AskDialog))
    walk.app.screen.query_one(LineInput).value = str(folder)
    await walk.press("enter")


def files_in(folder: Path) -> list[Path]:
    """What lies in a folder."""
    return list(folder.iterdir())


def left(on_map: Seeded) -> list[str]:
    """What the register of exports holds."""
    with on_map.archive.reading() as session:
        return list(session.scalars(select(Export.what).order_by(Export.what)))


async def test_a_pdf_for_the_table_takes_five_keys_and_is_registered(
    on_map: Seeded, open_case: Open, out: Path
) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        await opened(walk)
        await walk.press("2")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, PickSeveralDialog))
        assert "Netværksdata" not in shown(walk.app), "what is handed to a meeting is no data"
        await walk.press("enter")
        await until(walk.pilot, lambda: "Hvilket papir?" in shown(walk.app))
        await walk.press("1")
        await until(walk.pilot, lambda: "Alma og 2 andre" in shown(walk.app))
        assert "ikke krypteret" in shown(walk.app)
        await into(walk, out)
        await until(walk.pilot, lambda: "Kortet ligger nu her" in walk.said())
        (file,) = files_in(out)
        assert file.name == f"2027-03_{TODAY}_netvaerkskort-moede.pdf"
        assert file.read_bytes().startswith(b"%PDF")
        assert left(on_map) == ["network_map_pdf"]


async def test_several_kinds_are_saved_at_once_and_data_needs_no_paper(
    on_map: Seeded, open_case: Open, out: Path
) -> None:
    async with open_case(StageId.NETWORK, (80, 24)) as walk:
        await opened(walk)
        await walk.press("1")
        await until(walk.pilot, lambda: "Netværksdata" in shown(walk.app))
        await walk.press("space", "down", "down", "down", "space", "down", "space", "enter")
        await into(walk, out)
        await until(walk.pilot, lambda: len(left(on_map)) == 2)
        assert left(on_map) == ["network_map_csv", "network_map_graphml"]
        assert sorted(path.suffix for path in files_in(out)) == [".csv", ".csv", ".csv", ".graphml"]


async def test_a_folder_that_is_not_there_is_said_and_giving_up_writes_nothing(
    on_map: Seeded, open_case: Open, out: Path
) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        await opened(walk)
        await walk.press("1")
        await until(walk.pilot, lambda: "Som hvad?" in shown(walk.app))
        await walk.press("enter")
        await until(walk.pilot, lambda: "Hvilket papir?" in shown(walk.app))
        await walk.press("1")
        await into(walk, out / "findes-ikke")
        await until(walk.pilot, lambda: "Mappen findes ikke" in shown(walk.app))
        await walk.press("escape")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, NetworkMapScreen))
        assert left(on_map) == []
        assert files_in(out) == []


def test_in_the_guest_view_the_map_cannot_leave() -> None:
    assert SaveMapAsFile in NetworkMapScreen.OFFERS
    assert SaveMapAsFile not in GuestScreen.OFFERS
    assert not hasattr(GuestScreen, "action_save_map_as_file")
