"""A field for a date: typed as people say it, or picked in a small month."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import work

from samordner_tui.language import _
from samordner_tui.method.wording import parse_date, show_date
from samordner_tui.tui.access import ArchiveAccess
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.calendar import CalendarDialog
from samordner_tui.tui.stage_commands import ShowCalendar
from samordner_tui.tui.widgets.fields.control import Typed
from samordner_tui.tui.widgets.fields.line import LineField


class DateField(LineField):
    """A date."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (ShowCalendar,)
    BINDINGS = keys_of(OFFERS)

    def help_text(self) -> str:
        """What F1 says about a date."""
        return _("Skriv datoen, som du siger den: 14/1, 14-01-2027, i morgen, tors eller +3.")

    @work(group="calendar")
    async def action_show_calendar(self) -> None:
        """Pick the date in a month."""
        today = cast(ArchiveAccess, self.app).today()
        picked = await self.app.push_screen_wait(CalendarDialog(parse_date(self.text, today) or today, today))
        if picked is not None:
            self.value = show_date(picked, today)
            self.post_message(Typed(self, settled=True))
