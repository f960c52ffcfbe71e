"""The next conference grows from the last: people stay, roles and venue are offered again, agreements are followed.

Source: R99, R148, R175, R186, P18.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference, Progress
from samordner_tui.archive.records.practical import Booking, RoleHolder
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import joined, marked, name_of
from samordner_tui.casework.change import Change, add, change_field, gone, rules_of
from samordner_tui.casework.evening_sections import without_conference
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.views import Column, Context, Question, Row, Section, StageView
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import latest_plan
from samordner_tui.method.terms import (
    BookingKind,
    BookingState,
    ConferenceKind,
    ConferenceState,
    ProgressState,
    StageId,
    Standing,
)
from samordner_tui.method.wording import show_date, show_moment
from samordner_tui.refusals import Refused

PROGRESS: Final = "progress"
SERIES: Final = "series"
MARKS: Final[dict[ProgressState, Standing]] = {
    ProgressState.DONE: Standing.MET,
    ProgressState.PARTLY: Standing.PARTLY,
    ProgressState.NOT_DONE: Standing.BROKEN,
    ProgressState.CHANGED: Standing.PARTLY,
}


def view(context: Context) -> StageView:
    """The series, and what became of each agreement of the plan before."""
    conference = context.conference
    if conference is None:
        return without_conference(context, StageId.FOLLOW_UP)
    parts = (_series(context), *_progress(context, conference))
    title = context.method.stage(StageId.FOLLOW_UP).title.text
    return StageView(StageId.FOLLOW_UP, title, _next_date(context, conference), _open(context, conference), parts)


def plan_before(facts: f.CaseFacts, conference: f.Conference) -> f.Plan | None:
    """The plan that a follow-up conference looks back on."""
    earlier = [latest_plan(one) for one in facts.conferences if one.number < conference.number]
    return next((one for one in reversed(earlier) if one is not None), None)


def add_next_conference(session: Session, conference_id: str, today: date, zone: tzinfo) -> str:
    """The next conference of the series, on the day that was agreed and at the same hour. Returns its id.

    The people are those of the case. Those who had a role and the venue are offered again: nobody has said yes yet.
    """
    last = session.get(Conference, conference_id)
    if last is None:
        raise Refused(gone())
    if last.state is ConferenceState.PLANNED:
        raise Refused(_("Afslut rådslagningen, før I planlægger den næste."))
    following = select(Conference.id).where(Conference.case_id == last.case_id, Conference.number > last.number)
    if session.scalar(following) is not None:
        raise Refused(_("Den næste rådslagning er oprettet."))
    next_id = add(
        session,
        Conference,
        last.case_id,
        today,
        number=last.number + 1,
        kind=ConferenceKind.FOLLOW_UP,
        starts_at=_same_hour(last.starts_at, last.follow_up_on, zone),
        ends_at=_end(last, zone),
        meal_time=last.meal_time,
    )
    _offer_roles(session, last, next_id, today)
    _offer_venue(session, last, next_id, today)
    return next_id


def note_progress(session: Session, conference_id: str, item_id: str, state: ProgressState, today: date) -> str:
    """What became of an agreement, as it was said at this conference. Returns the id of the note."""
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    query = select(Progress).where(Progress.conference_id == conference_id, Progress.item_id == item_id)
    known = session.scalar(query)
    if known is None:
        values = {"conference_id": conference_id, "item_id": item_id, "state": state}
        return add(session, Progress, conference.case_id, today, **values)
    change_field(session, Progress, known.id, "state", state, today)
    return known.id


def _same_hour(before: datetime | None, day: date | None, zone: tzinfo) -> datetime | None:
    if before is None or day is None:
        return None
    return datetime.combine(day, before.astimezone(zone).time(), zone)


def _end(last: Conference, zone: tzinfo) -> datetime | None:
    begins = _same_hour(last.starts_at, last.follow_up_on, zone)
    if begins is None or last.starts_at is None or last.ends_at is None:
        return None
    return begins + max(timedelta(0), last.ends_at - last.starts_at)


def _offer_roles(session: Session, last: Conference, next_id: str, today: date) -> None:
    for one in session.scalars(select(RoleHolder).where(RoleHolder.conference_id == last.id)):
        if one.accepted is not False:
            add(
                session,
                RoleHolder,
                last.case_id,
                today,
                conference_id=next_id,
                role=one.role,
                person_id=one.person_id,
                understudy=one.understudy,
                child_id=one.child_id,
                chosen_by=one.chosen_by,
            )


def _offer_venue(session: Session, last: Conference, next_id: str, today: date) -> None:
    query = select(Booking).where(Booking.conference_id == last.id, Booking.kind == BookingKind.VENUE)
    for one in session.scalars(query):
        if one.venue_id is not None and one.state is not BookingState.CANCELLED:
            values = {"conference_id": next_id, "kind": BookingKind.VENUE, "venue_id": one.venue_id}
            add(session, Booking, last.case_id, today, **values)


def _series(context: Context) -> Section:
    rows = tuple(Row(one.id, "conferences", _conference(context, one)) for one in context.facts.conferences)
    columns = (Column(_("Rådslagning"), 16), Column(_("Hvornår"), 22, grow=True), Column(_("Hvordan gik det?"), 16))
    return Section(SERIES, _("Rækken"), columns, rows)


def _conference(context: Context, one: f.Conference) -> tuple[str, ...]:
    at = show_moment(one.starts_at, context.zone, context.today) if one.starts_at else _("ingen dato endnu")
    return _("{number}. rådslagning").format(number=one.number), at, context.method.label(one.state)


def _progress(context: Context, conference: f.Conference) -> tuple[Section, ...]:
    plan = plan_before(context.facts, conference)
    if conference.kind is not ConferenceKind.FOLLOW_UP or plan is None:
        return ()
    rows = tuple(_followed(context, conference, one) for one in plan.items)
    columns = (
        Column(_("Aftale"), 24, grow=True),
        Column(_("Hvem"), 12, drop_at=60),
        Column(_("Hvad blev det til?"), 20),
    )
    return (Section(PROGRESS, _("Aftalerne fra sidst"), columns, rows),)


def _followed(context: Context, conference: f.Conference, item: f.PlanItem) -> Row:
    query = select(Progress).where(Progress.conference_id == conference.id, Progress.item_id == item.id)
    row = context.session.scalar(query)
    what = item.what.splitlines()[0] if item.what else ""
    if row is None:
        return Row(f"item:{item.id}", "", (what, item.who or "", marked(Standing.OPEN, _("gennemgå den"))))
    word = joined(
        context.method.label(row.state), _("»{words}«").format(words=row.childs_words) if row.childs_words else None
    )
    return Row(row.id, "progress", (what, item.who or "", marked(MARKS[row.state], word)))


def _next_date(context: Context, conference: f.Conference) -> str:
    if conference.follow_up_on is not None:
        return _("I mødes igen {day}").format(day=show_date(conference.follow_up_on, context.today))
    return conference.no_follow_up_reason or ""


def _open(context: Context, conference: f.Conference) -> tuple[Question, ...]:
    ask = Questions(context, StageId.FOLLOW_UP)
    over = conference.state is not ConferenceState.PLANNED
    is_last = conference.number == max(one.number for one in context.facts.conferences)
    ask.when(
        over and is_last and conference.follow_up_on is not None,
        _("Den næste rådslagning er aftalt. Tryk o for at oprette den."),
        section=SERIES,
    )
    guardian = name_of(context.facts, conference.guardian_id)
    ask.when(
        over and bool(guardian) and not _called(context),
        _("Ring til {name}, der er planvogter, efter tre til fire uger.").format(name=guardian),
        stage=StageId.PLAN_OUT,
        section="talks",
    )
    return tuple(ask.gathered)


def _called(context: Context) -> bool:
    from samordner_tui.method.predicates.follow_up import guardian_called

    return guardian_called(context.facts, context.conference, context.today).holds


def meet_again_later(change: Change) -> None:
    """The next conference comes after this one."""
    row = change.row
    if not isinstance(row, Conference) or change.field.name != "follow_up_on" or not isinstance(change.after, date):
        return
    if row.starts_at is not None and change.after <= row.starts_at.date():
        raise Refused(_("I kan først mødes igen efter denne rådslagning."))


rules_of(Conference).before_change.append(meet_again_later)
FORMS.add(Form(Progress, (Group("", ("item_id", "state", "childs_words")),)))
