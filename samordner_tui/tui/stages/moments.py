"""Asking when something happened on the evening: enter takes now, another time can be typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from samordner_tui.casework.clock import JUMP, Now, is_skipped
from samordner_tui.casework.silence import PRIVATE_TIME
from samordner_tui.language import _
from samordner_tui.method.wording import parse_time, show_time
from samordner_tui.refusals import Refused
from samordner_tui.tui.dialogs.words import LineDialog
from samordner_tui.tui.stages.stage import Stage

if TYPE_CHECKING:
    from samordner_tui.method.facts import Conference


@dataclass(frozen=True, slots=True)
class Told:
    """When it was: `at` is None for now."""

    now: Now
    at: datetime | None = None


def now_of(stage: Stage) -> Now:
    """The moment it is, for casework."""
    return Now(stage.program.now(), stage.program.zone)


async def ask_when(stage: Stage, title: str, text: str = "", *, earliest: datetime | None = None) -> Told | None:
    """Ask for a time of day; None when the question was left.

    A time that has not come, or lies before `earliest`, is refused in the box while it still stands there.
    """
    asked = now_of(stage)
    shown = show_time(asked.moment.astimezone(asked.zone))

    def told(typed: str) -> Told:
        now = now_of(stage)
        if typed == shown:
            return Told(now)
        at = time_of_day(typed, now)
        now.said(at, earliest)
        return Told(now, at)

    help_line = _("enter tager tidspunktet nu. Du kan skrive et andet.")
    typed = await stage.ask(LineDialog(title, label=text, text=shown, help=help_line, check=told))
    return None if typed is None else told(typed)


def last_moment(conference: Conference) -> datetime | None:
    """The latest moment kept of the trin so far: what is typed now was not before it."""
    moments = [moment for one in conference.steps for moment in (one.started_at, one.ended_at) if moment is not None]
    return max(moments, default=None)


def private_time_ended(conference: Conference) -> datetime | None:
    """When the last private time ended: the plan is read after it."""
    times = [one.ended_at for one in conference.steps if one.number == PRIVATE_TIME and one.ended_at is not None]
    return max(times, default=None)


def last_answer(conference: Conference) -> datetime | None:
    """When trin 3 began, or the plan got its latest answer: nobody goes home before."""
    began = [one.started_at for one in conference.steps if one.started_at is not None]
    return max((*began, *(one.decided_at for one in conference.decisions)), default=None)


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
