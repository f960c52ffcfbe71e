"""The conferences of a case come in their order: a follow-up is not before the conference it follows up.

Said where a day is set and where a day is moved. Source: R99, R186, P18.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference
from samordner_tui.casework.change import Change, rules_of
from samordner_tui.casework.derived import zone_of
from samordner_tui.casework.facts import facts_of
from samordner_tui.language import _
from samordner_tui.method.readings import day_of
from samordner_tui.method.terms import ConferenceState
from samordner_tui.method.wording import show_long_date
from samordner_tui.refusals import Refused


def refuse_out_of_order(session: Session, conference: Conference, starts_at: datetime) -> None:
    """A conference stands after the one before it, before the one after it, and before the day agreed to meet again.

    Raises:
        Refused: with the day it comes into conflict with.
    """
    day = starts_at.astimezone(zone_of(session)).date()
    facts = facts_of(session, conference.case_id)
    for other in (one for one in facts.conferences if one.id != conference.id):
        held = day_of(facts, other)
        if held is None or (other.state is not ConferenceState.HELD and other.state is not ConferenceState.PLANNED):
            continue
        said = {"number": other.number, "day": show_long_date(held, day)}
        if other.number < conference.number and day <= held:
            raise Refused(_("Den {number}. rådslagning er {day}. Den næste kommer efter den.").format(**said))
        if other.number > conference.number and day >= held:
            raise Refused(_("Den {number}. rådslagning er {day}. Denne skal ligge før den.").format(**said))
    if conference.follow_up_on is not None and day >= conference.follow_up_on:
        agreed = show_long_date(conference.follow_up_on, day)
        raise Refused(_("I har aftalt at mødes igen {day}. Ret den dag først.").format(day=agreed))


def keep_the_series_in_order(change: Change) -> None:
    """Where a day is typed."""
    if isinstance(change.row, Conference) and change.field.name == "starts_at" and isinstance(change.after, datetime):
        refuse_out_of_order(change.session, change.row, change.after)


def meet_again_later(change: Change) -> None:
    """The next conference comes after this one."""
    row = change.row
    if not isinstance(row, Conference) or change.field.name != "follow_up_on" or not isinstance(change.after, date):
        return
    facts = facts_of(change.session, row.case_id)
    day = next((day_of(facts, one) for one in facts.conferences if one.id == row.id), None)
    if day is not None and change.after <= day:
        raise Refused(_("I kan først mødes igen efter denne rådslagning."))


def begin_in_order(session: Session, row: Record, today: date) -> None:
    """Where a conference is made with its day."""
    if isinstance(row, Conference) and row.starts_at is not None:
        refuse_out_of_order(session, row, row.starts_at)


rules_of(Conference).before_add.append(begin_in_order)
rules_of(Conference).before_change.extend((keep_the_series_in_order, meet_again_later))
