"""The layout of the map: everybody in their ring and sector, no name over another, and everybody can be reached."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from samordner_tui.casework.map_shape import ROUND
from samordner_tui.method.terms import Sector
from samordner_tui.papers.network_map.crowding import shares, with_room
from samordner_tui.papers.network_map.geometry import Frame
from samordner_tui.papers.network_map.layout import Layout, Pin, lay_out, neighbours
from samordner_tui.papers.network_map.letters import short_names, shortened, width_of
from samordner_tui.papers.network_map.ring_table import ring_table

RINGS = 3
NAMES = ("Mette", "Jonas", "Karen", "Per", "Sofie", "Inge", "Lars", "Anne-Marie Sørensen", "Bo", "Åse Ørsted")
WAYS = ((-1, 0), (1, 0), (0, -1), (0, 1))

people = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(1, RINGS), st.sampled_from(list(ROUND))), max_size=40
).map(lambda found: [Pin(str(place), *one) for place, one in enumerate(found)])


def laid_out(pins: list[Pin], width: int = 96, height: int = 38) -> Layout:
    layout = lay_out(pins, "Alma", width, height, RINGS, ROUND)
    assert layout is not None
    return layout


def everyday_map(count: int) -> list[Pin]:
    """So many people, spread as networks are: few close by, more farther out."""
    sectors = list(ROUND)
    return [
        Pin(str(place), NAMES[place % len(NAMES)], 1 + (place % 6 > 0) + (place % 6 > 2), sectors[place % 5])
        for place in range(count)
    ]


@settings(max_examples=40, deadline=None)
@given(people)
def test_up_to_forty_people_stand_in_their_ring_and_sector_and_no_name_over_another(pins: list[Pin]) -> None:
    layout = laid_out(pins)
    assert [label.id for label in layout.labels] == [pin.id for pin in pins]
    for pin, label in zip(pins, layout.labels, strict=True):
        out, way = layout.frame.measures(*label.middle)
        assert layout.frame.region(pin.ring, pin.sector).holds(out, way)
        assert label.column >= 0
        assert label.column + label.width <= layout.frame.width
    rows: dict[int, list[tuple[int, int]]] = {}
    for label in (layout.heart, *layout.labels):
        rows.setdefault(label.row, []).append((label.column, label.column + label.width))
    for taken in rows.values():
        taken.sort()
        assert all(first[1] < second[0] for first, second in pairwise(taken))


def test_what_was_crowded_has_more_room_and_every_other_ring_and_sector_less() -> None:
    even = Frame(96, 38, RINGS, ROUND)
    assert even.roomier({}, 2).edges == even.edges
    roomier = even.roomier({(2, ROUND[1]): 1}, 2)
    for ring in range(1, RINGS + 1):
        for sector in ROUND:
            before, after = even.region(ring, sector), roomier.region(ring, sector)
            assert (after.outer - after.inner > before.outer - before.inner) is (ring == 2)
            assert (after.last - after.first > before.last - before.first) is (sector is ROUND[1])


def test_names_of_one_region_stand_evenly_apart_and_one_alone_in_its_middle() -> None:
    first, other = (1, ROUND[0]), (2, ROUND[0])
    assert list(shares([first, other, first])) == [0.25, 0.5, 0.75]


def test_room_is_made_until_there_is_enough_and_given_up_after_so_many_tries() -> None:
    even, crowded = Frame(96, 38, RINGS, ROUND), (1, ROUND[0])

    def place(frame: Frame) -> str | tuple[int, Sector]:
        return "placed" if frame.edges[1] > 0.6 else crowded

    assert with_room(even, 2, 10, place) == "placed"
    assert with_room(even, 2, 2, place) is None


def test_sixty_people_have_room_on_a_large_screen() -> None:
    assert len(laid_out(everyday_map(60), 110, 44).labels) == 60


def test_a_field_without_room_has_no_map() -> None:
    assert lay_out(everyday_map(40), "Alma", 30, 9, RINGS, ROUND) is None


def test_somebody_added_in_another_ring_and_sector_moves_nobody() -> None:
    before = laid_out([Pin("a", "Mette", 1, Sector.MOTHERS_SIDE), Pin("b", "Inge", 2, Sector.FATHERS_SIDE)])
    after = laid_out(
        [
            Pin("a", "Mette", 1, Sector.MOTHERS_SIDE),
            Pin("b", "Inge", 2, Sector.FATHERS_SIDE),
            Pin("c", "Amir", 2, Sector.FRIENDS_LEISURE),
        ]
    )
    assert after.labels[:2] == before.labels


@settings(max_examples=20, deadline=None)
@given(people)
def test_the_arrows_reach_everybody(pins: list[Pin]) -> None:
    layout = laid_out(pins)
    reached, waiting = {""}, [""]
    while waiting:
        here = waiting.pop()
        for across, down in WAYS:
            for other in list(neighbours(layout, here, across, down))[:1]:
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
    assert reached == {"", *(pin.id for pin in pins)}


def test_a_long_name_is_shortened_at_a_word_before_it_is_cut() -> None:
    assert shortened("Anne-Marie Sørensen", 14) == "Anne-Marie"
    assert shortened("Anne-Marie Sørensen", 7) == "Anne-M."
    assert shortened("Bo", 5) == "Bo"


def test_two_who_would_read_alike_are_told_apart_by_their_last_name() -> None:
    assert short_names(["Anne-Marie Sørensen", "Anne-Marie Holm", "Bo"], 14) == ("Anne-Marie S.", "Anne-Marie H.", "Bo")
    assert short_names(["Anne-Marie Sørensen", "Bo"], 14) == ("Anne-Marie", "Bo")


def test_a_letter_that_is_two_places_wide_takes_two() -> None:
    assert width_of("王小明") == 6
    assert width_of("e\u0301") == 1
    assert shortened("王小明", 5) == "王小."
    (label,) = laid_out([Pin("a", "王小明", 2, Sector.MOTHERS_SIDE)]).labels
    assert label.width == 6


@settings(max_examples=40, deadline=None)
@given(people)
def test_on_the_map_and_in_the_table_a_name_is_let_go_where_it_stands(pins: list[Pin]) -> None:
    layout, table = laid_out(pins), ring_table(pins, "Alma", 96, RINGS, ROUND)
    for pin, drawn, listed in zip(pins, layout.labels, sorted(table.labels, key=lambda one: int(one.id)), strict=True):
        assert layout.place_at(*drawn.middle) == (pin.ring, pin.sector)
        assert table.place_at(*listed.middle) == (pin.ring, pin.sector)


@settings(max_examples=40, deadline=None)
@given(people)
def test_in_the_table_everybody_stands_once_and_no_name_over_another(pins: list[Pin]) -> None:
    table = ring_table(pins, "Alma", 76, RINGS, ROUND)
    assert sorted(label.id for label in table.labels) == sorted(pin.id for pin in pins)
    taken = [(label.row, place) for label in table.labels for place in range(label.column, label.column + label.width)]
    assert len(taken) == len(set(taken))


@settings(max_examples=30, deadline=None)
@given(st.permutations(list(Sector)), st.integers(3, 8), st.integers(3, 5))
def test_any_sectors_and_rings_share_the_whole_round_between_them(
    sectors: list[Sector], count: int, rings: int
) -> None:
    frame = Frame(96, 38, rings, tuple(sectors[:count]))
    for direction in range(0, 360, 7):
        there = [one for one in frame.sectors if frame.region(rings, one).holds(0.99, direction)]
        assert len(there) == 1
