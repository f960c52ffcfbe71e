"""A list fits its width without cutting a word: columns give way, cells wrap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from samordner_tui.casework.views import Column, Row
from samordner_tui.tui.widgets.columns import GAP, drawn, fitted_widths, shown_columns

COLUMNS = (
    Column("Navn", 10, grow=True),
    Column("Ring", 15, drop_at=48),
    Column("Besøgt", 16),
    Column("Særligt", 14, True, 82),
)
ROWS = (
    Row("1", "people", ("Inge", "2 · fars side", "○ aftal tid", "kørestol")),
    Row("2", "people", ("Amir", "2 · venner og fritid", "● 8. jan.", "halal")),
)


def test_all_columns_stand_in_a_wide_list() -> None:
    assert shown_columns(COLUMNS, ROWS, 120) == (0, 1, 2, 3)


def test_a_column_that_may_give_way_does_so_first() -> None:
    assert shown_columns(COLUMNS, ROWS, 30) == (0, 2)


def test_short_cells_are_not_wrapped_while_there_is_room() -> None:
    places = shown_columns(COLUMNS, ROWS, 60)
    widths = fitted_widths(COLUMNS, ROWS, places, 60)
    for row in ROWS:
        assert len(drawn([Content(row.cells[place]) for place in places], widths)) == 1


@given(st.integers(min_value=12, max_value=200), st.lists(st.text("abcæøå ", max_size=40), min_size=1, max_size=6))
def test_nothing_is_lost_and_no_line_is_too_wide(width: int, texts: list[str]) -> None:
    rows = tuple(Row(str(place), "people", ("Inge", text, "ja", "")) for place, text in enumerate(texts))
    places = shown_columns(COLUMNS, rows, width)
    widths = fitted_widths(COLUMNS, rows, places, width)
    assert sum(widths) + GAP * (len(widths) - 1) <= max(width, len(places) + GAP * (len(places) - 1))
    for row in rows:
        lines = drawn([Content(row.cells[place]) for place in places], widths)
        assert all(line.cell_length <= max(width, sum(widths) + GAP * (len(widths) - 1)) for line in lines)
        if 1 in places:
            letters = "".join(line.plain for line in lines).replace(" ", "")
            assert sorted(letters) == sorted("".join(row.cells[place] for place in places).replace(" ", ""))
