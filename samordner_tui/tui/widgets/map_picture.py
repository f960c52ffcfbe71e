"""The network map as letters: rings and ties in dots, names over them; or the ring table with the ties in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from textual.content import Content
from textual.geometry import Size

from samordner_tui.casework.network_map import MIDDLE, NetworkMap, TieOnMap
from samordner_tui.language import _
from samordner_tui.method.definition import Method
from samordner_tui.method.terms import Sector, Tie
from samordner_tui.papers.network_map.geometry import Frame
from samordner_tui.papers.network_map.layout import Label, Layout
from samordner_tui.papers.network_map.letters import cut, shortened, width_of
from samordner_tui.papers.network_map.ring_table import RingTable
from samordner_tui.tui.widgets import map_drawing
from samordner_tui.tui.widgets.map_cells import Cells
from samordner_tui.tui.widgets.map_layout import OnScreen

MOST_LINES: Final = 16
"""More ties than these are drawn only for the person who is pointed at."""

HEADING_ROWS: Final = 2
"""Rows for the name of a sector in the table."""

LEVEL: Final = 20
"""Degrees within which a sector lies level with the child, and its name stands half way down."""

UPRIGHT: Final = 20
"""Degrees within which a sector lies straight above or below the child, and its name stands in the middle."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where the cursor stands, and who is being dragged with the mouse to which letter."""

    person_id: str | None
    has_focus: bool = False
    dragged: tuple[str, int, int] | None = None


def picture(shown: NetworkMap, there: OnScreen, pointing: Pointing, method: Method, size: Size) -> Content:
    """Everything as one text."""
    cells = Cells()
    if isinstance(there.placed, RingTable):
        _draw_table(there.placed, cells, method)
    else:
        _draw_map(shown, there.placed, cells, pointing.person_id or MIDDLE, method)
    if there.beside_row is not None:
        cells.write(0, there.beside_row, _("Uden plads endnu"), "$muted")
    for row, sentence in there.sentences:
        cells.write(0, row, sentence, "$muted")
    for label in there.everybody:
        cells.write(label.column, label.row, label.text, _style(shown, label.id, pointing))
    if pointing.dragged is not None:
        name, column, row = pointing.dragged
        cells.write(column, row, name, "bold $foreground on $cursor")
    return cells.content(max(size.width, 1), size.height)


def _draw_map(shown: NetworkMap, layout: Layout, cells: Cells, pointed: str, method: Method) -> None:
    frame = layout.frame
    cells.dots(map_drawing.rings(frame), "$rule")
    places = {one.id: one for one in (layout.heart, *layout.labels)}
    placed = {MIDDLE, *(one.id for one in shown.placed)}
    for person_id in _in_contact(shown, pointed):
        cells.dots(map_drawing.contact(frame, layout.heart, places[person_id]), "$muted")
    for tie in sorted(_ties_drawn(shown, pointed), key=lambda one: shown.touches(one, pointed)):
        first, second = shown.drawn_at(tie.first), shown.drawn_at(tie.second)
        if {first, second} <= placed:
            style = "$accent" if pointed and shown.touches(tie, pointed) else "$muted"
            cells.dots(map_drawing.line(frame, places[first], places[second], tie.quality), style)
            if tie.support is not None:
                cells.dots(map_drawing.arrows(places[first], places[second], tie.support), style)
    for column, row, name in sector_names(frame, {one: method.label(one).upper() for one in frame.sectors}):
        cells.write(column, row, name, "$muted")


def sector_names(frame: Frame, names: Mapping[Sector, str]) -> Iterator[tuple[int, int, str]]:
    """The names of the sectors around the map: column, row, name. Those that would cover another go a row inwards."""
    taken: set[tuple[int, int]] = set()
    for sector, name in names.items():
        across, down = _corner((frame.directions[sector][0] + frame.directions[sector][1]) / 2 % 360)
        text = cut(name, frame.width // 2 - 1)
        column, row = round(across * (frame.width - width_of(text))), round(down * (frame.height - 1))
        while _covers(column, row, text, taken):
            row += 1 if down < 0.5 else -1
        taken.update((place, row) for place in range(column - 1, column + width_of(text) + 1))
        yield column, row, text


def _covers(column: int, row: int, text: str, taken: set[tuple[int, int]]) -> bool:
    return any((place, row) in taken for place in range(column, column + width_of(text)))


def _corner(way: float) -> tuple[float, float]:
    """Where on the edge the name of a sector stands, whose middle lies in a direction: shares across and down."""
    upright = min(abs(way - 90), abs(way - 270)) <= UPRIGHT
    level = min(way, abs(way - 180), 360 - way) <= LEVEL
    across = 0.5 if upright else 1.0 if way < 90 or way > 270 else 0.0
    return across, 0.5 if level else 0.0 if way < 180 else 1.0


def _in_contact(shown: NetworkMap, pointed: str) -> Iterable[str]:
    """Those closest by whose contact with the child is alive, where nobody has said what the tie is."""
    told = {end for one in shown.ties_of(MIDDLE) for end in (one.first, one.second)}
    for one in shown.placed:
        near = one.ring == 1 or one.id == pointed
        if near and one.contact in {Tie.ACTIVE, Tie.NEW} and one.id not in told:
            yield one.id


def _ties_drawn(shown: NetworkMap, pointed: str) -> Sequence[TieOnMap]:
    """All ties while they are few, else those of whoever is pointed at."""
    return shown.ties if len(shown.ties) <= MOST_LINES else shown.ties_of(pointed)


def _draw_table(table: RingTable, cells: Cells, method: Method) -> None:
    for sector, cell in table.sectors:
        heading = wrap(method.label(sector), cell.room, break_long_words=False)[:HEADING_ROWS]
        for below, words in enumerate(heading, HEADING_ROWS - len(heading)):
            cells.write(cell.column, cell.row + below, shortened(words, cell.room), "$muted")
    for ring, cell in table.rings:
        cells.write(cell.column, cell.row, str(ring), "$muted")


def _style(shown: NetworkMap, person_id: str, pointing: Pointing) -> str:
    if person_id == pointing.person_id:
        return "bold $foreground on $cursor" if pointing.has_focus else "bold $foreground on $cursor-quiet"
    person = shown.person(person_id)
    if person is None:
        return "bold $accent"
    if not person.is_invited:
        return "$muted"
    return "italic $foreground" if person.is_professional else "$foreground"


def name_at(label: Label, column: int, row: int) -> tuple[str, int, int]:
    """A name that is dragged: it hangs by its middle."""
    return label.text, max(column - label.width // 2, 0), row
