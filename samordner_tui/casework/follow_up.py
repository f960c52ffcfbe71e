"""The next conference grows from the last: people stay, roles and venue are offered again, agreements are followed.

Source: R99, R148, R175, R186, P18.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference, Progress
from samordner_tui.casework import offered_again
from samordner_tui.casework.agreement_course import MARKS, carried_to
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import joined, marked, name_of
from samordner_tui.casework.change import add, change_field, gone, rules_of
from samordner_tui.casework.evening_sections import without_conference
from samordner_tui.casework.facts import current_conference, facts_of
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.plan_reading import first_line
from samordner_tui.casework.series import SERIES, series
from samordner_tui.casework.views import Column, Context, Question, Row, Section, StageView
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import plan_before
from samordner_tui.method.terms import (
    ConferenceKind,
    ConferenceState,
    ProgressState,
    StageId,
    Standing,
)
from samordner_tui.method.wording import show_date
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

PROGRESS: Final = "progress"
ITEM: Final = "item:"
"""Begins the id of a line whose agreement nothing is noted of yet."""


def view(context: Context) -> StageView:
    """The series, and what became of each agreement of the plan before."""
    conference = context.conference
    if conference is None:
        return without_conference(context, StageId.FOLLOW_UP)
    parts = (
        series(context),
        *_progress(context, conference),
        *(offered_again.section(context, conference) if conference.state is ConferenceState.PLANNED else ()),
    )
    title = context.method.stage(StageId.FOLLOW_UP).title.text
    return StageView(StageId.FOLLOW_UP, title, _next_date(context, conference), _open(context, conference), parts)


def add_next_conference(session: Session, conference_id: str, today: date, zone: tzinfo) -> str:
    """The next conference of the series, on the day that was agreed and at the same hour. Returns its id.

    It looks back on the plan of an earlier one; where none came to a plan, it is a first conference all the same. The
    people are those of the case. The rest is offered again, and nothing of it follows by itself.
    """
    last = session.get(Conference, conference_id)
    if last is None:
        raise Refused(gone())
    if last.state is ConferenceState.PLANNED:
        raise Refused(_("Afslut rådslagningen, før I planlægger den næste."))
    following = select(Conference.id).where(Conference.case_id == last.case_id, Conference.number > last.number)
    if session.scalar(following) is not None:
        raise Refused(_("Den næste rådslagning er oprettet."))
    return add(
        session,
        Conference,
        last.case_id,
        today,
        number=last.number + 1,
        kind=_kind_of_next(session, last.case_id),
        starts_at=_same_hour(last.starts_at, last.follow_up_on, zone),
        ends_at=_end(last, zone),
        meal_time=last.meal_time,
    )


def note_progress(session: Session, conference_id: str, item_id: str, state: ProgressState, today: date) -> str:
    """What became of an agreement, as it was said at this conference. Returns the id of the note.

    The child's word is written beside it.
    """
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


def _kind_of_next(session: Session, case_id: str) -> ConferenceKind:
    """A follow-up once a conference was held or a plan was made; after one that was stopped, still the first."""
    came_to_something = (ConferenceState.HELD, ConferenceState.PLAN_WITHOUT_MEETING)
    query = select(Conference.id).where(Conference.case_id == case_id, Conference.state.in_(came_to_something))
    return ConferenceKind.FIRST if session.scalar(query.limit(1)) is None else ConferenceKind.FOLLOW_UP


def no_follow_up_before_the_first(session: Session, row: Record, today: date) -> None:
    """There is nothing to follow up before a conference has been held."""
    if not isinstance(row, Conference) or row.kind is not ConferenceKind.FOLLOW_UP:
        return
    if _kind_of_next(session, row.case_id) is ConferenceKind.FIRST:
        raise Refused(_("Der er intet at følge op på endnu. Hold den første rådslagning først."))


def _same_hour(before: datetime | None, day: date | None, zone: tzinfo) -> datetime | None:
    if before is None or day is None:
        return None
    return datetime.combine(day, before.astimezone(zone).time(), zone)


def _end(last: Conference, zone: tzinfo) -> datetime | None:
    begins = _same_hour(last.starts_at, last.follow_up_on, zone)
    if begins is None or last.starts_at is None or last.ends_at is None:
        return None
    return begins + max(timedelta(0), last.ends_at - last.starts_at)


def _progress(context: Context, conference: f.Conference) -> tuple[Section, ...]:
    plan = plan_before(context.facts, conference)
    if conference.kind is not ConferenceKind.FOLLOW_UP or plan is None:
        return ()
    rows = tuple(_followed(context, conference, one) for one in plan.items)
    columns = (
        Column(_("Aftale"), 24, grow=True),
        Column(_("Hvem"), 12, drop_at=60),
        Column(_("Hvad blev det til?"), 24),
    )
    note = _("u noterer, hvad det blev til, f viser aftalens forløb.")
    return (Section(PROGRESS, _("Aftalerne fra sidst"), columns, rows, note=note),)


def _followed(context: Context, conference: f.Conference, item: f.PlanItem) -> Row:
    query = select(Progress).where(Progress.conference_id == conference.id, Progress.item_id == item.id)
    row = context.session.scalar(query)
    new = carried_to(conference, item.id)
    what = joined(first_line(item.what), _("ført videre") if new is not None else None)
    if row is None:
        return Row(f"{ITEM}{item.id}", "", (what, item.who or "", marked(Standing.OPEN, _("gennemgå den"))))
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


def context_of(
    session: Session, case_id: str, method: Method, today: date, zone: ZoneInfo, conference_id: str | None = None
) -> Context:
    """A case as its views see it, at the conference that is named or the current one."""
    facts = facts_of(session, case_id)
    named = next((one for one in facts.conferences if one.id == conference_id), None)
    return Context(session, case_id, named or current_conference(facts), facts, method, today, zone)


def _called(context: Context) -> bool:
    from samordner_tui.method.predicates.follow_up import guardian_called

    return guardian_called(context.facts, context.conference, context.today).holds


rules_of(Conference).before_add.append(no_follow_up_before_the_first)
FORMS.add(Form(Progress, (Group("", ("item_id", "state", "childs_words")),)))
