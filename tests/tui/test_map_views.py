"""Maps of several views on the screen: kept by one key, chosen from a list, held side by side, shaped in settings."""

from __future__ import annotations

from sqlalchemy import select

from samordner_tui.archive.records.network import Child, Custody
from samordner_tui.casework.change import add
from samordner_tui.method.terms import Sector, StageId
from samordner_tui.tui.screens.map_comparison import MapComparisonScreen
from samordner_tui.tui.screens.network_map import NetworkMapScreen
from samordner_tui.tui.screens.settings import SettingsScreen
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.on_the_map import opened
from tests.tui.world import TODAY, until


async def test_a_map_is_kept_and_held_against_the_next_one(on_map: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        await walk.press("s")
        await until(walk.pilot, lambda: "kun ét kort" in walk.said())
        await walk.press("f")
        await until(walk.pilot, lambda: "Hvem har I tegnet det sammen?" in walk.text_on_screen())
        await walk.press("enter")
        await until(walk.pilot, lambda: "Hvornår tegnede I det?" in walk.text_on_screen())
        await walk.press(*"i", "space", *"morgen", "enter")
        await until(walk.pilot, lambda: "ikke kommet endnu" in walk.text_on_screen())
        await walk.press(*["backspace"] * 12, *"i", "space", *"går", "enter")
        await until(walk.pilot, lambda: len(screen(walk).views) == 2)
        assert "tegnet 9. jan." in screen(walk).views[1].told
        view.point_at(on_map.ids["inge"])
        await walk.press("shift+up")
        await until(walk.pilot, lambda: on_map.inge("ring") == 1)
        await walk.press("s")
        await until(walk.pilot, lambda: "Sammenlign med hvilket kort?" in walk.text_on_screen())
        await walk.press("enter")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, MapComparisonScreen))
        await until(walk.pilot, lambda: "Rykket nærmere (1): Inge (ring 2 til 1)" in walk.text_on_screen())
        await walk.press("escape")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, NetworkMapScreen))


def screen(walk: Walk) -> NetworkMapScreen:
    assert isinstance(walk.app.screen, NetworkMapScreen)
    return walk.app.screen


async def test_a_kept_map_is_shown_and_nothing_moves_on_it(on_map: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        await walk.press("f", "enter", "enter")
        await until(walk.pilot, lambda: len(screen(walk).views) == 2)
        await walk.press("v")
        await until(walk.pilot, lambda: "Hvilket kort?" in walk.text_on_screen())
        await walk.press("down", "enter")
        await until(walk.pilot, lambda: view.map.drawn.frozen_on == TODAY)
        view.point_at(on_map.ids["inge"])
        await walk.press("shift+up")
        await until(walk.pilot, lambda: "som det var" in walk.said())
        assert on_map.inge("ring") == 2
        await walk.press("delete")
        await until(walk.pilot, lambda: len(screen(walk).views) == 1)
        assert view.map.drawn.map_id == ""
        await walk.press("ctrl+z")
        await until(walk.pilot, lambda: len(screen(walk).views) == 2)


async def test_keeping_a_map_is_undone_as_one_step(on_map: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        await opened(walk)
        await walk.press("f", "enter", "enter")
        await until(walk.pilot, lambda: len(screen(walk).views) == 2)
        await walk.press("ctrl+z")
        await until(walk.pilot, lambda: len(screen(walk).views) == 1)


async def test_a_map_of_the_mothers_own_begins_as_a_copy_and_goes_its_own_way(on_map: Seeded, open_case: Open) -> None:
    with on_map.archive.writing("Mette", on_map.case_id) as session:
        child = session.scalars(select(Child.id)).first()
        add(session, Custody, on_map.case_id, TODAY, person_id=on_map.ids["mette"], child_id=child)
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        await walk.press("v")
        await until(walk.pilot, lambda: "Nyt kort for Mette" in walk.text_on_screen())
        rows = walk.text_on_screen().splitlines()
        place = next(row for row, text in enumerate(rows) if "Nyt kort for Mette" in text)
        first = next(row for row, text in enumerate(rows) if "som det er nu" in text)
        await walk.press(*["down"] * (place - first), "enter")
        await until(walk.pilot, lambda: view.map.heart == "Mette")
        view.point_at(on_map.ids["inge"])
        await walk.press("shift+up")
        await until(walk.pilot, lambda: (one := view.map.person(on_map.ids["inge"])) is not None and one.ring == 1)
        assert on_map.inge("ring") == 2, "on the map of the case she stands where she stood"


async def test_a_name_is_dragged_to_where_the_mouse_lets_go(on_map: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        held = view.on_screen.label(on_map.ids["inge"])
        layout = view.on_screen.placed
        assert held is not None
        there = next(
            (column, row)
            for row in range(view.size.height)
            for column in range(view.size.width)
            if layout.place_at(column, row) == (1, Sector.MOTHERS_SIDE)
        )
        await walk.pilot.mouse_down(view, offset=(held.column + 1, held.row))
        await walk.pilot.hover(view, offset=there)
        await walk.pilot.mouse_up(view, offset=there)
        await until(walk.pilot, lambda: on_map.inge("ring") == 1)
        assert on_map.inge("sector") is Sector.MOTHERS_SIDE
        assert view.pointed == on_map.ids["inge"]


async def test_a_click_points_and_moves_nobody(on_map: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        held = view.on_screen.label(on_map.ids["inge"])
        assert held is not None
        await walk.pilot.click(view, offset=(held.column + 1, held.row))
        await until(walk.pilot, lambda: view.pointed == on_map.ids["inge"])
        assert on_map.inge("ring") == 2


async def test_a_sector_is_called_something_else_in_the_settings_and_then_everywhere(
    on_map: Seeded, open_case: Open
) -> None:
    assert on_map.case_id
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        await walk.press("f2")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, SettingsScreen))
        rows = walk.text_on_screen().splitlines()
        first = next(row for row, text in enumerate(rows) if "Udseende" in text)
        place = next(row for row, text in enumerate(rows) if "Pladser på netværkskortet" in text)
        await walk.press(*["down"] * (place - first), "enter")
        await until(walk.pilot, lambda: "kald den noget andet" in walk.text_on_screen())
        await walk.press("down", "enter")
        await until(walk.pilot, lambda: "Hvad skal den hedde?" in walk.text_on_screen())
        await walk.press(*["backspace"] * 12, *"Jonas", "enter")
        await until(walk.pilot, lambda: "mors side, Jonas, skole" in walk.text_on_screen())
        await walk.press("escape")
        view = await opened(walk)
        await until(walk.pilot, lambda: "JONAS" in walk.text_on_screen())
        view.point_at(on_map.ids["inge"])
        await until(walk.pilot, lambda: "tæt på · Jonas" in walk.text_on_screen())
