"""A month, to pick a day in."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from samordner_tui.language import _
from samordner_tui.method.wording.words import words
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.screens.frame import Dialog

CELL: Final = 4
"""Cells of a day."""
ABOVE: Final = 2
"""Lines above the first week."""


class Month(Widget, can_focus=True):
    """Six weeks around a day; Monday stands first."""

    DEFAULT_CSS = """
    Month { width: 28; height: 8; background: $card; }
    """
    day: reactive[date] = reactive(date.min)

    def __init__(self, day: date, today: date) -> None:
        super().__init__()
        self.today = today
        self.set_reactive(Month.day, day)

    @property
    def weeks(self) -> list[list[date]]:
        """The weeks in which the month lies."""
        return calendar.Calendar().monthdatescalendar(self.day.year, self.day.month)

    def render(self) -> Content:
        """The name of the month, the days of the week, the weeks."""
        said = words()
        lines = [Content.styled(f"{said.months[self.day.month - 1]} {self.day.year}".center(CELL * 7), "bold")]
        lines.append(Content.styled("".join(name[:2].rjust(CELL - 1) + " " for name in said.weekdays), "$muted"))
        lines.extend(Content("").join(self._cell(day) for day in week) for week in self.weeks)
        return Content("\n").join(lines)

    def _cell(self, day: date) -> Content:
        if day == self.day:
            style = "bold $on-accent on $accent"
        elif day == self.today:
            style = "bold $accent"
        else:
            style = "" if day.month == self.day.month else "$muted"
        return Content.styled(f"{day.day:>{CELL - 1}} ", style)

    def day_at(self, x: int, y: int) -> date | None:
        """The day drawn there."""
        week, place = y - ABOVE, x // CELL
        return self.weeks[week][place] if 0 <= week < len(self.weeks) and 0 <= place < 7 else None


class CalendarDialog(Dialog[date]):
    """A box with a month. Answers with the day."""

    WIDTH: ClassVar[int] = 40
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of((Back,)),
        Binding("left", "days(-1)", show=False),
        Binding("right", "days(1)", show=False),
        Binding("up", "days(-7)", show=False),
        Binding("down", "days(7)", show=False),
        Binding("pageup", "months(-1)", show=False),
        Binding("pagedown", "months(1)", show=False),
        Binding("home", "today", show=False),
        Binding("enter", "accept", show=False),
    ]

    def __init__(self, day: date, today: date) -> None:
        super().__init__()
        self.month = Month(day, today)

    def dialog_title(self) -> str:
        """The heading."""
        return _("Vælg en dato")

    def compose_body(self) -> Iterable[Widget]:
        """The month."""
        yield self.month

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("pil Dag og uge    home I dag\npgup pgdn Måned\nenter Vælg    esc Fortryd")

    def action_days(self, by: int) -> None:
        """So many days on."""
        self.month.day += timedelta(days=by)

    def action_months(self, by: int) -> None:
        """So many months on, on the same day or the last one."""
        day = self.month.day
        year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
        last = calendar.monthrange(year, month + 1)[1]
        self.month.day = date(year, month + 1, min(day.day, last))

    def action_today(self) -> None:
        """Today."""
        self.month.day = self.month.today

    def action_accept(self) -> None:
        """Answer with the day."""
        self.dismiss(self.month.day)

    def on_click(self, event: events.Click) -> None:
        """Pick the day under the mouse."""
        region = self.month.region
        day = self.month.day_at(event.screen_x - region.x, event.screen_y - region.y)
        if day is not None:
            self.dismiss(day)
