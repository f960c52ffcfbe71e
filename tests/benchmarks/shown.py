"""What must stand in a frame before a person can use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from samordner_tui.tui.screens.case import CaseScreen
    from samordner_tui.tui.widgets.case_list import CaseList
    from samordner_tui.tui.widgets.line_list import LineList


def first_row_is_drawn(screen: Screen[object]) -> bool:
    """The first case of the overview."""
    cases = [cast("CaseList", one) for one in screen.query("CaseList")]
    return any(one.case_at(0) is not None and one.region.area > 0 for one in cases)


def case_is_drawn(screen: Screen[object]) -> bool:
    """The five hjørnesten, the way, a stage and the next steps of a case."""
    if type(screen).__name__ != "CaseScreen":
        return False
    case = cast("CaseScreen", screen)
    if case.shown is None or case.pane is None or case.pane.shown is not case.shown:
        return False
    lists = (*(cast("LineList", case.query_one(name)) for name in ("#way", "#next-steps")), case.pane.list)
    return all(is_listed(one) for one in lists)


def is_listed(lines: LineList) -> bool:
    """Whether a list has drawn the lines it holds now, or has a place and holds none."""
    return bool(lines._strips) or (lines.region.area > 0 and not lines.lines)
