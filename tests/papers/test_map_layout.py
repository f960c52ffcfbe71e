"""The layout of the map: everybody in their ring and sector, no name over another, and everybody can be reached."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from samordner_tui.method.terms import Sector
from samordner_tui.papers.network_map.layout import Layout, Pin, lay_out, neighbours, shortened

RINGS = 3
NAMES = ("Mette", "Jonas", "Karen", "Per", "Sofie", "Inge", "Lars", "Anne-Marie Sørensen", "Bo", "Åse Ørsted")
WAYS = ((-1, 0), (1, 0), (0, -1), (0, 1))

people = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(1, RINGS), st.sampled_from(list(Sector))), max_size=40
).map(lambda found: [Pin(str(place), *one) for place, one in enumerate(found)])


def laid_out(pins: list[Pin], width: int = 96, height: int = 38) -> Layout:
    layout = lay_out(pins, "Alma", width, height, RINGS)
    assert layout is not None
    return layout


def everyday_map(count: int) -> list[Pin]:
    """So many people, spread as networks are: few close by, more farther out."""
    sectors = list(Sector)
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
        assert label.column + len(label.text) <= layout.frame.width
    rows: dict[int, list[tuple[int, int]]] = {}
    for label in (layout.heart, *layout.labels):
        rows.setdefault(label.row, []).append((label.column, label.column + len(label.text)))
    for taken in rows.values():
        taken.sort()
        assert all(first[1] < second[0] for first, second in pairwise(taken))


def test_sixty_people_have_room_on_a_large_screen() -> None:
    assert len(laid_out(everyday_map(60), 110, 44).labels) == 60


def test_a_field_without_room_has_no_map() -> None:
    assert lay_out(everyday_map(40), "Alma", 30, 9, RINGS) is None


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
