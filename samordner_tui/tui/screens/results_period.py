"""Choosing the period of the results: all time, a year, or two days that are typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from samordner_tui.casework.results import Period
from samordner_tui.language import _
from samordner_tui.method.wording import parse_date
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from samordner_tui.tui.app import SamordnerApp

ALL_TIME: Final = "all"
BETWEEN: Final = "between"


def period_options(years: Sequence[int]) -> list[Option]:
    """What can be chosen: the years are those that there are cases of."""
    return [
        Option(ALL_TIME, _("Hele tiden")),
        *(Option(str(year), str(year)) for year in years),
        Option(BETWEEN, _("Fra en dag til en anden …")),
    ]


def period_of(chosen: str) -> Period:
    """The period of an option: all time, or a year."""
    return Period() if chosen == ALL_TIME else Period(date(int(chosen), 1, 1), date(int(chosen), 12, 31))


async def asked_period(app: SamordnerApp) -> Period | None:
    """Two days that are typed; an empty answer leaves that end open. None where it was given up."""
    today = app.today()

    def problem_with_first(typed: str) -> str:
        return "" if not typed.strip() or parse_date(typed, today) else _("Skriv en dag, for eksempel 1/3-2026.")

    title = _("Hvilken periode?")
    first = await app.push_screen_wait(
        AskDialog(title, _("Fra og med hvilken dag? Tomt er fra begyndelsen."), problem_with=problem_with_first)
    )
    if first is None:
        return None
    begins = parse_date(first, today)

    def problem_with_last(typed: str) -> str:
        ends = parse_date(typed, today)
        if ends is not None and begins is not None and ends < begins:
            return _("Den sidste dag ligger før den første.")
        return problem_with_first(typed)

    last = await app.push_screen_wait(
        AskDialog(title, _("Til og med hvilken dag? Tomt er til nu."), problem_with=problem_with_last)
    )
    return None if last is None else Period(begins, parse_date(last, today))
