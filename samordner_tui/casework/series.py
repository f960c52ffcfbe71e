"""The conferences of a case one after the other: when it was, from where it was moved, how it went. Source: R99."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from samordner_tui.casework.cells import joined
from samordner_tui.casework.honest_ends import days_left, reason_without_meeting
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import ConferenceState
from samordner_tui.method.wording import show_date

SERIES: Final = "series"


def series(context: Context) -> Section:
    """Every conference, after the days it was moved from."""
    rows = tuple(row for one in context.facts.conferences for row in _rows(context, one))
    columns = (Column("", 3), Column(_("Hvornår"), 18), Column(_("Hvordan gik det?"), 18, grow=True))
    conference = context.conference
    planned = conference is not None and conference.state is ConferenceState.PLANNED
    note = _("m flytter dagen, p noterer en plan uden møde, og ctrl+p kan stoppe rådslagningen.") if planned else ""
    return Section(SERIES, _("Rækken"), columns, rows, note=note)


def _rows(context: Context, one: f.Conference) -> Iterator[Row]:
    for place, (moment, reason) in enumerate(days_left(context.facts, one)):
        cells = (f"{one.number}.", _day(context, moment), _("flyttet: {reason}").format(reason=reason))
        yield Row(f"moved:{one.id}/{place}", "", cells, dim=True)
    at = _day(context, one.starts_at) if one.starts_at else _("ingen dato endnu")
    yield Row(one.id, "conferences", (f"{one.number}.", at, how_it_went(context, one)))


def _day(context: Context, moment: datetime) -> str:
    return show_date(moment.astimezone(context.zone).date(), context.today)


def how_it_went(context: Context, one: f.Conference) -> str:
    """The state, with the reason where it was not held."""
    if one.state is ConferenceState.STOPPED:
        reason = context.method.label(one.stop_reason) if one.stop_reason else None
    else:
        reason = reason_without_meeting(context.facts, one)
    return joined(context.method.label(one.state), reason)
