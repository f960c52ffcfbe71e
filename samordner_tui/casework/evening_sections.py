"""What the three stages of the evening share: the køreplan, the times, and how moments and log entries are said."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from samordner_tui.casework.cells import joined
from samordner_tui.casework.clock import elapsed, hours_and_minutes
from samordner_tui.casework.evening import INFORMATION
from samordner_tui.casework.silence import PRIVATE_TIME
from samordner_tui.casework.views import Column, Context, Row, Section, StageView
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.definition import Method
from samordner_tui.method.readings import steps
from samordner_tui.method.terms import StageId
from samordner_tui.method.wording import show_time

RUNNING_ORDER: Final = "running_order"
TIMES: Final = "times"


def running_order(context: Context, step: int) -> Section:
    """The køreplan of a trin, as prompts."""
    rows = tuple(
        Row(f"prompt:{one.id}", "", (one.text.text,)) for one in context.method.running_order if one.step == step
    )
    return Section(RUNNING_ORDER, _("Køreplan"), rows=rows)


def times(context: Context, conference: f.Conference, step: int) -> tuple[Section, ...]:
    """When a trin began and ended, in each round."""
    rows = tuple(time_row(context, one) for one in steps(conference, step) if one.started_at)
    return (Section(TIMES, _("Tider"), (Column("", 12), Column("", 30, grow=True)), rows),) if rows else ()


def clock_time(context: Context, moment: datetime) -> str:
    """`18.35`, on the clocks of the archive's zone."""
    return show_time(moment.astimezone(context.zone))


def log_line(method: Method, entry: f.LogEntry, inside: str | None = None) -> str:
    """`kaldt ind af ordstyreren · kommunens støtte · 4 min.`; in place of minutes not known, what `inside` says."""
    what = method.label(entry.kind)
    if entry.called_by is not None:
        what = _("{called_in} af {who}").format(called_in=what, who=method.label(entry.called_by))
    return joined(
        what,
        method.label(entry.about) if entry.about else None,
        _("{count} min.").format(count=entry.minutes) if entry.minutes is not None else inside,
        method.label(entry.reason) if entry.reason else None,
    )


def time_row(context: Context, step: f.Step) -> Row:
    """When one trin began and ended, and how long it lasted."""
    started, ended = step.started_at, step.ended_at
    label = _("{round}. omgang").format(round=step.round) if step.number != INFORMATION else _("Trin 1")
    if started is None:
        return Row(step.id, "steps", (label, ""))
    if ended is None:
        return Row(step.id, "steps", (label, _("begyndte kl. {start}").format(start=clock_time(context, started))))
    span = _("kl. {start} til {end} · {length}").format(
        start=clock_time(context, started),
        end=clock_time(context, ended),
        length=hours_and_minutes(elapsed(started, ended)),
    )
    return Row(step.id, "steps", (label, span))


def without_conference(context: Context, stage: StageId) -> StageView:
    """A stage of the day where the case has no conference."""
    title = context.method.stage(stage).title.text
    return StageView(stage, title, _("Sagen har ingen rådslagning endnu."), (), ())


def waiting_round(conference: f.Conference) -> f.Step | None:
    """The private time that a return has opened and that has not begun."""
    return next((one for one in steps(conference, PRIVATE_TIME) if not one.started_at), None)


def read_this_round(conference: f.Conference) -> bool:
    """Whether the plan has been read aloud since the family was last alone."""
    read_at, alone = conference.plan_read_at, steps(conference, PRIVATE_TIME)
    if read_at is None or any(one.ended_at is None for one in alone):
        return False
    return all(one.ended_at is not None and read_at >= one.ended_at for one in alone)
