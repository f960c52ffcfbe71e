"""The map on the screen: walked by arrows, moved with shift, undone, opened by enter; a table where it is narrow."""

from __future__ import annotations

from samordner_tui.method.terms import Sector, StageId
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.network_map import NetworkMapScreen
from samordner_tui.tui.widgets.network_map import NetworkMapView
from tests.tui.conftest import Open, Seeded
from tests.tui.on_the_map import opened
from tests.tui.world import until


async def test_a_person_is_moved_by_shift_and_arrows_and_the_move_is_undone(on_map: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        view.point_at("")
        await walk.press("right")
        assert view.pointed == on_map.ids["inge"]
        await walk.press("shift+up")
        await until(walk.pilot, lambda: on_map.inge("ring") == 1)
        await walk.press("shift+left")
        await until(walk.pilot, lambda: on_map.inge("sector") is Sector.MOTHERS_SIDE)
        await until(walk.pilot, lambda: "ring 1, helt tæt på" in walk.text_on_screen())
        await walk.press("ctrl+z", "ctrl+z")
        await until(walk.pilot, lambda: (on_map.inge("ring"), on_map.inge("sector")) == (2, Sector.FATHERS_SIDE))


async def test_whoever_has_no_place_is_reached_by_tab_and_placed(on_map: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        view.point_at("")
        await walk.press("tab", "tab")
        assert view.pointed == on_map.ids["mette"]
        await walk.press("shift+right")
        await until(walk.pilot, lambda: on_map.value("people", on_map.ids["mette"], "ring") == 3)
        await until(walk.pilot, lambda: view.map.beside == ())


async def test_enter_opens_the_person_in_the_case_and_escape_goes_back_to_the_map(
    on_map: Seeded, open_case: Open
) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        view.point_at(on_map.ids["inge"])
        await walk.press("enter")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen) and walk.stage.form is not None)
        assert walk.stage.form is not None
        assert walk.stage.form.view.row_id == on_map.ids["inge"]
        await walk.press("escape")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, NetworkMapScreen))
        view = walk.app.screen.query_one(NetworkMapView)
        await until(walk.pilot, lambda: view.pointed == on_map.ids["inge"])
        await walk.press("escape")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen))


async def test_a_small_window_shows_the_ring_table_with_the_same_keys(on_map: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (80, 24)) as walk:
        view = await opened(walk)
        assert view.is_table
        assert "fars side" in walk.text_on_screen()
        view.point_at("")
        await walk.press("tab")
        assert view.pointed == on_map.ids["inge"]
        await walk.press("shift+down")
        await until(walk.pilot, lambda: on_map.inge("ring") == 3)


async def test_two_people_are_tied_by_t_and_the_tie_stands_in_words(on_map: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        view.point_at(on_map.ids["inge"])
        await walk.press("t")
        await until(walk.pilot, lambda: "Bånd fra Inge" in walk.text_on_screen())
        await walk.press("enter")
        await until(walk.pilot, lambda: "Hvordan er båndet?" in walk.text_on_screen())
        await walk.press("1")
        await until(walk.pilot, lambda: "Inge støtter Alma" in walk.text_on_screen())
        await walk.press("1")
        await until(walk.pilot, lambda: len(view.map.ties) == 1)
        await until(walk.pilot, lambda: "Inge støtter Alma, båndet" in walk.text_on_screen())
        await walk.press("ctrl+z")
        await until(walk.pilot, lambda: view.map.ties == ())


async def test_of_two_quick_moves_the_second_goes_on_from_the_first(on_map: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        view.point_at(on_map.ids["inge"])
        await walk.press("shift+right", "shift+right")
        await until(walk.pilot, lambda: on_map.inge("sector") is Sector.PROFESSIONALS)
