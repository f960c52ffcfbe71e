"""Asking when something happened on the evening: enter takes now, another time can be typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from samordner_tui.casework.clock import JUMP, Now, is_skipped
from samordner_tui.language import _
from samordner_tui.method.wording import parse_time, show_time
from samordner_tui.refusals import Refused
from samordner_tui.tui.stages.stage import Stage


@dataclass(frozen=True, slots=True)
class Told:
    """When it was: `at` is None for now."""

    now: Now
    at: datetime | None = None


def now_of(stage: Stage) -> Now:
    """The moment it is, for casework."""
    return Now(stage.program.now(), stage.program.zone)


async def ask_when(stage: Stage, title: str, text: str = "") -> Told | None:
    """Ask for a time of day; None when the question was left."""
    asked = now_of(stage)
    shown = show_time(asked.moment.astimezone(asked.zone))
    typed = await stage.ask_text(
        title, label=text, text=shown, help=_("enter tager tidspunktet nu. Du kan skrive et andet.")
    )
    if typed is None:
        return None
    now = now_of(stage)
    return Told(now) if typed == shown else Told(now, time_of_day(typed, now))


def time_of_day(typed: str, now: Now) -> datetime:
    """The latest such time: after midnight 23.50 was yesterday."""
    clock = parse_time(typed)
    if clock is None:
        raise Refused(_("Skriv et klokkeslæt, for eksempel 17 eller 17.30."))
    moment = datetime.combine(now.today, clock, now.zone)
    if is_skipped(moment):
        raise Refused(_("Det klokkeslæt findes ikke den dag: uret blev stillet en time frem. Skriv et andet."))
    half_a_day = timedelta(hours=12)
    # A time a little ahead is a slip that is refused; one far ahead was yesterday evening.
    return moment - timedelta(days=1) if moment > now.moment + JUMP + half_a_day else moment
