"""What the day itself cost: its time, proposed from the times of the trin, and money laid out. Source: R23, R159."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from samordner_tui.archive.records.after import Expense, TimeEntry
from samordner_tui.casework.cells import joined, kroner, marked
from samordner_tui.casework.clock import HOUR, whole_minutes
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.fields import Value
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import day_of
from samordner_tui.method.terms import Activity, ConferenceState, Standing
from samordner_tui.method.wording import show_number

ACCOUNT: Final = "day_account"
LONGEST: Final = timedelta(days=1)
"""A trin that was never ended says nothing of the time it took."""


def took_place(conference: f.Conference) -> bool:
    """Whether there was a day: a plan may come without a meeting, and a conference be stopped before it began."""
    return conference.state is ConferenceState.HELD or any(one.started_at for one in conference.steps)


def minutes_of_the_day(conference: f.Conference) -> int | None:
    """Minutes from the beginning of the first trin to the end of the last."""
    began = [one.started_at for one in conference.steps if one.started_at is not None]
    ended = [one.ended_at for one in conference.steps if one.ended_at is not None]
    if not began or not ended or not timedelta(0) < max(ended) - min(began) < LONGEST:
        return None
    return whole_minutes(max(ended) - min(began))


def proposed_time(facts: f.CaseFacts, conference: f.Conference) -> dict[str, Value]:
    """The entry of the day as it is proposed."""
    values: dict[str, Value] = {"spent_on": day_of(facts, conference), "activity": Activity.CONFERENCE}
    minutes = minutes_of_the_day(conference)
    return values if minutes is None else {**values, "minutes": minutes}


def is_day_noted(context: Context, conference: f.Conference) -> bool:
    """Whether the time of the day stands there already."""
    return bool(_entries(context, conference))


def section(context: Context, conference: f.Conference) -> Section:
    """The time of the day and what was laid out that day."""
    entries, day = _entries(context, conference), day_of(context.facts, conference)
    rows = [Row(one.id, "time_entries", (_("Rådslagningen"), marked(Standing.MET, _spent(one)))) for one in entries]
    if not rows and took_place(conference):
        told = marked(Standing.OPEN, _told(minutes_of_the_day(conference)))
        proposed = proposed_time(context.facts, conference)
        rows = [Row("+day", "time_entries", (_("Rådslagningen"), told), add_values=proposed)]
    rows += [
        Row(one.id, "expenses", (one.what, joined(kroner(one.amount), one.receipt)))
        for one in Rows(context.session, context.case_id).all(Expense)
        if one.spent_on == day
    ]
    return Section(
        ACCOUNT,
        _("Dagens tid og udlæg"),
        (Column("", 22), Column("", 26, grow=True)),
        tuple(rows),
        empty=_("Ingen udlæg endnu."),
        adds="expenses",
        add_values={"spent_on": day or context.today},
    )


def _entries(context: Context, conference: f.Conference) -> list[TimeEntry]:
    day = day_of(context.facts, conference)
    found = Rows(context.session, context.case_id).all(TimeEntry)
    return [one for one in found if one.spent_on == day and one.activity is Activity.CONFERENCE]


def _told(minutes: int | None) -> str:
    if minutes is None:
        return _("ikke skrevet op endnu")
    hours, rest = divmod(minutes, HOUR)
    return _("{hours} t. {minutes} min. efter uret").format(hours=hours, minutes=rest)


def _spent(entry: TimeEntry) -> str:
    hours, rest = divmod(entry.minutes, HOUR)
    kilometres = _("{count} km").format(count=show_number(entry.kilometres)) if entry.kilometres else None
    return joined(_("{hours} t. {minutes} min.").format(hours=hours, minutes=rest), kilometres)
