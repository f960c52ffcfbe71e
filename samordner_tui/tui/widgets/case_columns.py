"""How a case is set out on a line of the overview: which columns there is room for, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, tzinfo

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from samordner_tui.casework.overview import CaseLine
from samordner_tui.language import _, ngettext
from samordner_tui.method.wording import days_left, show_date
from samordner_tui.tui.widgets.marks import MARKS, mark_style

EDGE = 2
NUMBER = 10
ALIAS = 14
MARKS_WIDTH = 10
DUE = 17
STATE = 18
LEAST_STEP = 20
WITH_WEEKDAY = 30
WITH_DAYS_LEFT = 22
DATE_ALONE = 11
OVERDUE_EDGE = "▌"


@dataclass(frozen=True, slots=True)
class Day:
    """What the dates of a line are seen from."""

    today: date
    zone: tzinfo


@dataclass(frozen=True, slots=True)
class Layout:
    """The widths of the columns; 0 leaves a column out."""

    alias: int
    state: int
    conference: int
    due: int
    step: int


def layout_for(width: int) -> Layout:
    """The columns there is room for. Number, name and marks are always there."""
    room = width - EDGE - NUMBER - MARKS_WIDTH
    alias = min(ALIAS, max(4, room))
    room -= alias
    due = DUE if room >= DUE + DATE_ALONE else 0
    room -= due
    roomy = room >= WITH_WEEKDAY + STATE
    conference = next((size for size in (WITH_DAYS_LEFT, DATE_ALONE) if room >= size), 0) if not roomy else WITH_WEEKDAY
    room -= conference
    state = STATE if room >= STATE else 0
    room -= state
    return Layout(alias, state, conference, due, room if room >= LEAST_STEP else 0)


def head(layout: Layout) -> Content:
    """The headings."""
    cells = [
        " " * EDGE,
        cell(_("Sag"), NUMBER),
        cell(_("Kaldes"), layout.alias),
        cell(_("Hvor langt"), layout.state),
        "1 2 3 4 5".ljust(MARKS_WIDTH),
        cell(_("Rådslagning"), layout.conference),
        cell(_("Senest"), layout.due),
        cell(_("Næste skridt"), layout.step),
    ]
    return Content.styled("".join(cells), "bold")


def line(case: CaseLine, layout: Layout, day: Day) -> Content:
    """One case."""
    quiet = "$muted" if case.closed else ""
    overdue = case.is_overdue(day.today)
    return Content.assemble(
        (OVERDUE_EDGE.ljust(EDGE) if overdue else " " * EDGE, "$warn"),
        (cell(case.number, NUMBER), quiet),
        (cell(case.alias, layout.alias), quiet or "bold"),
        (cell(case.state, layout.state), quiet),
        marks(case),
        (cell(conference_text(case, day, layout.conference), layout.conference), quiet),
        (cell(due_text(case, day), layout.due), "$warn" if overdue else quiet),
        (cell(case.next_step or "", layout.step), "$muted"),
    )


def marks(case: CaseLine) -> Content:
    """The five marks; dots where they are not known yet."""
    pieces = [Content.styled(MARKS[standing], mark_style(standing)) for standing in case.verdicts]
    row = Content(" ").join(pieces) if pieces else Content.styled("· · · · ·", "$muted")
    return Content.assemble(row, " " * max(0, MARKS_WIDTH - row.cell_length))


def conference_text(case: CaseLine, day: Day, width: int) -> str:
    """The date of the conference and the days left, as far as there is room."""
    if case.closed:
        return _("lukket")
    if case.conference_at is None:
        return _("ingen dato")
    held_on = case.conference_at.astimezone(day.zone).date()
    weekday_and_date = show_date(held_on, day.today)
    date_alone = weekday_and_date.partition(" ")[2]
    left = days_left(held_on, day.today)
    forms = (f"{weekday_and_date} · {left}", f"{date_alone} · {left}", date_alone)
    return next((form for form in forms if cell_len(form) < width), date_alone)


def due_text(case: CaseLine, day: Day) -> str:
    """By when the next step is to be taken, in words when it is overdue."""
    if case.closed or case.next_due is None:
        return ""
    late = (day.today - case.next_due).days
    if late > 0:
        return ngettext("{count} dag over tid", "{count} dage over tid", late).format(count=late)
    return show_date(case.next_due, day.today)


def cell(text: str, width: int) -> str:
    """`text` in a column of `width` cells with a space after it; cut with `…` where it is too long."""
    if width <= 0:
        return ""
    flat = " ".join(text.split())
    if cell_len(flat) > width - 1:
        flat = set_cell_size(flat, width - 2).rstrip() + "…"
    return set_cell_size(flat, width)
