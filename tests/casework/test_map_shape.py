"""How many rings the map has, which sectors, and what each is called: set once for the archive."""

from __future__ import annotations

import pytest

from samordner_tui.archive.settings import MAP_SHAPE, put_setting
from samordner_tui.casework.map_shape import (
    MapShape,
    shape_from,
    shape_text,
    with_ring_name,
    with_rings,
    with_sector,
    without_sector,
)
from samordner_tui.casework.network_map import read_network_map
from samordner_tui.method.definition import method
from samordner_tui.method.terms import PersonKind, Sector
from tests.casework.prepared_case import PreparedCase


def test_there_are_three_rings_and_five_sectors_to_begin_with() -> None:
    shape = MapShape()
    assert [shape.ring_name(ring) for ring in (1, 2, 3)] == ["helt tæt på", "tæt på", "længere væk"]
    assert [shape.sector_name(one) for one in shape.round][:2] == ["mors side", "fars side"]
    assert len(shape.round) == 5


def test_what_is_set_is_kept_and_read_again() -> None:
    shape = with_sector(with_ring_name(with_rings(MapShape(), 4), 1, "hjemme"), Sector.OWN_1, "kirken")
    shape = without_sector(shape, Sector.PROFESSIONALS)
    assert shape_from(shape_text(shape)) == shape
    assert [shape.ring_name(ring) for ring in range(1, 5)] == ["hjemme", "tæt på", "i nærheden", "længere væk"]


@pytest.mark.parametrize(
    "kept",
    ["", "ikke json", "[]", '{"rings": []}', '{"rings": ["", ""], "sectors": []}', '{"rings": 3, "sectors": 5}'],
)
def test_a_setting_that_cannot_be_read_gives_the_map_to_begin_with(kept: str) -> None:
    assert shape_from(kept) == MapShape()


def test_the_sectors_are_called_the_same_everywhere_and_only_those_in_use_are_offered() -> None:
    said = without_sector(with_sector(MapShape(), Sector.OWN_1, "kirken"), Sector.PROFESSIONALS).in_words_of(method())
    assert said.label(Sector.OWN_1) == "kirken"
    assert said.offers(Sector.OWN_1)
    assert not said.offers(Sector.PROFESSIONALS)
    assert said.label(Sector.PROFESSIONALS) == "fagpersoner", "whoever stands there already is shown there"
    assert not said.offers(Sector.OWN_2)
    assert said.offers(PersonKind.PROFESSIONAL), "another enumeration with the same value is another matter"


def test_a_map_has_the_shape_of_the_archive_and_room_for_those_who_stood_there_before(case: PreparedCase) -> None:
    case.person("Ulla", kind=PersonKind.PROFESSIONAL, ring=5, sector=Sector.PROFESSIONALS)
    put_setting(case.session, MAP_SHAPE, shape_text(without_sector(MapShape(), Sector.PROFESSIONALS)))
    shown = read_network_map(case.session, case.case_id)
    assert shown.rings == 5
    assert shown.round[-1] is Sector.PROFESSIONALS
    assert [one.name for one in shown.placed] == ["Ulla"]
