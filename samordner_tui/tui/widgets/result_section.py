"""One section of the results: its heading, and a line a figure with its name, a bar and the number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from samordner_tui.casework.results import Results, Row, Table
from samordner_tui.casework.results.shapes import Unit
from samordner_tui.casework.results.told import against_agreement, figure, label, title

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

EIGHTHS: Final = " ▏▎▍▌▋▊▉"
BLOCK: Final = "█"
WIDEST_BAR: Final = 20
WIDEST_LABEL: Final = 40
FIGURES: Final = 13
"""Cells that every section gives its figures, so that they stand below each other from one to the next."""
HIGHEST_MARK: Final = Decimal(4)
GAP: Final = 2


class ResultSection(Widget):
    """Some tables under one heading. The bar says nothing that name and number do not say."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ResultSection { height: auto; margin-bottom: 1; }
    """

    def __init__(self, table_ids: Sequence[str], method: Callable[[], Method]) -> None:
        """`table_ids` stand under the heading of the first."""
        super().__init__()
        self._ids = tuple(table_ids)
        self._method = method
        self._tables: tuple[Table, ...] = ()
        self._against = ""

    def show(self, results: Results) -> None:
        """Show the figures; a section in which nothing is counted is not there."""
        self._tables = tuple(one for one in results.tables if one.id in self._ids and told_rows(one))
        self._against = against_agreement(results, self._ids[0])
        self.display = any(one.id == self._ids[0] for one in self._tables)
        self.refresh(layout=True)

    def render(self) -> Content:
        """The section in the width it has."""
        return self._within(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines it takes in the width it is about to get."""
        return self._within(width).get_height({}, width)

    def _within(self, width: int) -> Content:
        lines = [
            Line(label(one.id, row.id, self._method()), row, figure(row), is_total=row is one.total)
            for one in self._tables
            for row in told_rows(one)
        ]
        parts = [Content.styled(title(self._ids[0], self._method()), "bold"), *drawn(lines, width)]
        if self._against:
            parts.append(Content.styled(self._against, "$accent"))
        return Content("\n").join(parts)


@dataclass(frozen=True)
class Line:
    """A figure with its name, and as it is written."""

    name: str
    row: Row
    figure: str
    is_total: bool = False


def told_rows(table: Table) -> list[Row]:
    """The lines worth showing: what nobody has is left out; the total of nothing too."""
    return [row for row in table.rows if row.is_held_back or row.value]


def drawn(lines: Sequence[Line], width: int, longest: Decimal | None = None) -> Iterator[Content]:
    """Names, bars and figures below each other. A long name goes on in the next line.

    `longest` fills the whole bar; else it is the highest mark, or the largest figure that is shown.
    """
    if not lines:
        return
    figures = max(FIGURES, *(cell_len(one.figure) for one in lines))
    bar = max(0, min(WIDEST_BAR, (width - figures - 2 * GAP) // 3))
    names = max(1, min(WIDEST_LABEL, width - figures - bar - 2 * GAP))
    longest = longest or longest_bar(lines)
    for one in lines:
        first, *more = Content(one.name).wrap(names)
        style = "bold" if one.is_total else ""
        yield Content.assemble(
            first.stylize(style).pad_right(names - first.cell_length + GAP),
            ("" if one.is_total else bar_of(one.row, longest, bar), "$accent"),
            " " * (bar - (0 if one.is_total else cell_len(bar_of(one.row, longest, bar))) + GAP),
            " " * (figures - cell_len(one.figure)),
            (one.figure, "$muted" if one.row.is_held_back else style),
        )
        yield from more


def longest_bar(lines: Sequence[Line]) -> Decimal:
    """The figure that fills the whole bar."""
    if any(one.row.unit is Unit.MARK for one in lines):
        return HIGHEST_MARK
    return max((one.row.value for one in lines if one.row.value is not None), default=Decimal(0))


def bar_of(row: Row, longest: Decimal, width: int) -> str:
    """A bar of blocks, to the eighth of a cell; whatever is more than nothing can be seen."""
    if not row.value or not longest:
        return ""
    eighths = max(1, int(row.value / longest * width * len(EIGHTHS)))
    whole, part = divmod(eighths, len(EIGHTHS))
    return BLOCK * whole + (EIGHTHS[part] if part else "")
