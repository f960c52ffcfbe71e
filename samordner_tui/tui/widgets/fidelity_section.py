"""How often each measure of the method is met: a line a measure, with a bar and how many of how many."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from samordner_tui.casework.results import Results, Table
from samordner_tui.casework.results.shapes import FIDELITY
from samordner_tui.casework.results.told import how_often_met, judged_by, title
from samordner_tui.language import _
from samordner_tui.tui.widgets.result_section import Line, drawn

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


class FidelitySection(Widget):
    """The measures, in the order of the method. It is not there until they are counted."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    FidelitySection { height: auto; margin-bottom: 1; max-width: 100; }
    """

    def __init__(self, method: Callable[[], Method]) -> None:
        super().__init__()
        self._method = method
        self._tables: tuple[Table, ...] = ()

    def show(self, results: Results) -> None:
        """Show the measures."""
        self._tables = tuple(one for one in results.tables if one.id.startswith(FIDELITY))
        self.display = bool(self._tables)
        self.refresh(layout=True)

    def render(self) -> Content:
        """The section in the width it has."""
        return self._within(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines it takes in the width it is about to get."""
        return self._within(width).get_height({}, width)

    def _within(self, width: int) -> Content:
        heading = Content.styled(_("Metoden er fulgt, ved så mange af de rådslagninger, hvor det kan ses"), "bold")
        lines = [heading]
        for one in self._tables:
            line = Line(title(one.id, self._method()), one.parts[0], how_often_met(one))
            lines.extend(drawn([line], width, judged_by(one)))
        return Content("\n").join(lines)
