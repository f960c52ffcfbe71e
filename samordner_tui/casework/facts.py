"""From the rows of a case to the facts that the rules read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from functools import cache
from typing import TypeVar

from sqlalchemy import Select, bindparam, select, text
from sqlalchemy.orm import Session

from samordner_tui.archive.records import after, assignment, briefings, day, network, practical
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.base import OfCase
from samordner_tui.archive.records.keeping import Setting
from samordner_tui.archive.settings import ZONE
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import ConferenceState
from samordner_tui.method.zones import HOME_ZONE
from samordner_tui.refusals import Refused

F = TypeVar("F")
R = TypeVar("R", bound=OfCase)


class Rows:
    """Every row of one case, each table read once, in the order they were added."""

    def __init__(self, session: Session, case_id: str) -> None:
        self.session = session
        self.case_id = case_id

    def all(self, record: type[R]) -> list[R]:
        """The rows of one table."""
        return list(self.session.scalars(_rows_of((record,)), {"case_id": self.case_id}))


@cache
def _rows_of(asked: tuple[type[R]]) -> Select[R]:
    """The query for the rows of one table, built once: a case is read after every change of it."""
    (record,) = asked
    return select(record).where(record.case_id == bindparam("case_id")).order_by(text("rowid"))


def as_fact(kind: type[F], row: object, **more: object) -> F:
    """A fact from a row, by the names they share. `more` fills what no single column holds."""
    shared = {name: getattr(row, name) for name in _shared_names((kind, type(row)))}
    return kind(**{**shared, **more})


@cache
def _shared_names(kinds: tuple[type[object], type[object]]) -> tuple[str, ...]:
    """The fields of a fact that the rows of a record have too."""
    kind, record = kinds
    return tuple(field.name for field in fields(kind) if hasattr(record, field.name))  # type: ignore[arg-type]


def case_by_number(session: Session, number: str) -> str:
    """The id of the case with this number."""
    found = session.scalar(select(Case.id).where(Case.number == number))
    if found is None:
        raise Refused(_("Der er ingen sag med nummeret {number}.").format(number=number))
    return found


def current_conference(facts: f.CaseFacts) -> f.Conference | None:
    """The conference that is being prepared or held; the last one when all are over."""
    under_way = [one for one in facts.conferences if one.state is ConferenceState.PLANNED]
    return under_way[0] if under_way else (facts.conferences[-1] if facts.conferences else None)


def conference_numbered(facts: f.CaseFacts, number: int | None) -> f.Conference | None:
    """Conference `number`, or the current one when no number is given."""
    if number is None:
        return current_conference(facts)
    for one in facts.conferences:
        if one.number == number:
            return one
    raise Refused(_("Sagen har ingen rådslagning nummer {number}.").format(number=number))


def facts_of(session: Session, case_id: str) -> f.CaseFacts:
    """The whole case as facts."""
    case = session.get(Case, case_id)
    if case is None:
        raise Refused(_("Sagen er her ikke længere."))
    rows = Rows(session, case_id)
    settings = {one.name: one.value for one in session.scalars(select(Setting))}
    engagement = next(iter(rows.all(assignment.Engagement)), None)
    statements = rows.all(assignment.Statement)
    replaced = {one.replaces_id for one in statements}
    contacts = _contacts(rows)
    minutes = sum(one.minutes for one in rows.all(after.TimeEntry)) + sum(one.minutes or 0 for one in contacts)
    return as_fact(
        f.CaseFacts,
        case,
        engagement=as_fact(f.Engagement, engagement) if engagement else f.Engagement(),
        authorities=_facts(f.Authority, rows.all(assignment.Authority)),
        statements=_facts(
            f.Statement, [one for one in statements if one.id not in replaced and one.withdrawn_on is None]
        ),
        consents=_facts(f.Consent, rows.all(assignment.Consent)),
        safety_rounds=_facts(f.SafetyRound, rows.all(assignment.SafetyRound)),
        people=_facts(f.Person, rows.all(network.Person)),
        children=_facts(f.Child, rows.all(network.Child)),
        custodies=_facts(f.Custody, rows.all(network.Custody)),
        views=_facts(f.View, rows.all(network.View)),
        conflict_pairs=_facts(f.ConflictPair, rows.all(network.ConflictPair)),
        contacts=contacts,
        conferences=_conferences(rows),
        time_minutes=minutes,
        notices=_facts(f.Notice, rows.all(after.Notice)),
        asked_milestones=tuple(one.milestone for one in rows.all(after.Milestone) if one.asked_on),
        ages=f.Ages(
            consents_from=int(settings.get("consents_from", f.Ages().consents_from)),
            small_child_under=int(settings.get("small_child_under", f.Ages().small_child_under)),
        ),
        zone=settings.get(ZONE, HOME_ZONE),
    )


def _facts(kind: type[F], rows: Iterable[object]) -> tuple[F, ...]:
    return tuple(as_fact(kind, row) for row in rows)


def _contacts(rows: Rows) -> tuple[f.Contact, ...]:
    people: dict[str, list[str]] = {}
    for one in rows.all(network.ContactPerson):
        people.setdefault(one.contact_id, []).append(one.person_id)
    return tuple(as_fact(f.Contact, row, people=tuple(people.get(row.id, ()))) for row in rows.all(network.Contact))


class _ByConference:
    """The rows of one table, gathered by the conference they belong to."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def gather(self, record: type[OfCase], kind: type[F], **more: dict[str, object]) -> dict[str, tuple[F, ...]]:
        """Facts of `kind` by conference id. `more` maps a field to its value by row id."""
        gathered: dict[str, list[F]] = {}
        for row in self.rows.all(record):
            extra = {name: by_id[row.id] for name, by_id in more.items() if row.id in by_id}
            gathered.setdefault(row.conference_id, []).append(as_fact(kind, row, **extra))  # type: ignore[attr-defined]
        return {conference: tuple(found) for conference, found in gathered.items()}


def _conferences(rows: Rows) -> tuple[f.Conference, ...]:
    by_conference = _ByConference(rows)
    gathered: dict[str, dict[str, tuple[object, ...]]] = {
        "bookings": by_conference.gather(practical.Booking, f.Booking, venue=_venues_by_booking(rows)),
        "briefings": by_conference.gather(briefings.Briefing, f.Briefing, approvals=_approvals(rows)),
        "role_holders": by_conference.gather(practical.RoleHolder, f.RoleHolder),
        "wordings": by_conference.gather(practical.Wording, f.Wording),
        "invitations": by_conference.gather(practical.Invitation, f.Invitation),
        "arrivals": by_conference.gather(day.Arrival, f.Arrival),
        "evening_marks": by_conference.gather(day.EveningMark, f.EveningMark),
        "steps": by_conference.gather(day.Step, f.Step),
        "presences": by_conference.gather(day.Presence, f.Presence),
        "log_entries": by_conference.gather(day.LogEntry, f.LogEntry),
        "child_absences": by_conference.gather(network.ChildAbsence, f.ChildAbsence),
        "plans": by_conference.gather(day.Plan, f.Plan, items=_items(rows), deliveries=_deliveries(rows)),
        "decisions": by_conference.gather(day.Decision, f.Decision),
        "progress": by_conference.gather(day.Progress, f.Progress),
        "evaluations": by_conference.gather(after.Evaluation, f.Evaluation),
    }
    menus = by_conference.gather(practical.Menu, f.Menu)
    found = [
        as_fact(
            f.Conference,
            row,
            menu=next(iter(menus.get(row.id, ())), None),
            **{name: by_id.get(row.id, ()) for name, by_id in gathered.items()},
        )
        for row in rows.all(day.Conference)
    ]
    return tuple(sorted((_in_order(one) for one in found), key=lambda one: one.number))


def _in_order(conference: f.Conference) -> f.Conference:
    """The same conference with its steps, plans and decisions in the order of the evening."""
    return replace(
        conference,
        steps=tuple(sorted(conference.steps, key=lambda one: (one.round, one.number))),
        plans=tuple(sorted(conference.plans, key=lambda one: one.version)),
        decisions=tuple(sorted(conference.decisions, key=lambda one: (one.round, one.decided_at))),
    )


def _venues_by_booking(rows: Rows) -> dict[str, object]:
    bookings = [one for one in rows.all(practical.Booking) if one.venue_id]
    wanted = {one.venue_id for one in bookings}
    query = select(practical.Venue).where(practical.Venue.id.in_(wanted))
    venues = {one.id: as_fact(f.Venue, one) for one in rows.session.scalars(query)} if wanted else {}
    return {one.id: venues[one.venue_id] for one in bookings if one.venue_id in venues}


def _approvals(rows: Rows) -> dict[str, object]:
    return _grouped(rows.all(briefings.BriefingApproval), "briefing_id", f.BriefingApproval)


def _items(rows: Rows) -> dict[str, object]:
    agreements = _grouped(rows.all(day.TaskAgreement), "item_id", f.TaskAgreement)
    items: dict[str, list[f.PlanItem]] = {}
    for row in sorted(rows.all(day.PlanItem), key=lambda one: one.position):
        items.setdefault(row.plan_id, []).append(as_fact(f.PlanItem, row, agreements=agreements.get(row.id, ())))
    return {plan: tuple(found) for plan, found in items.items()}


def _deliveries(rows: Rows) -> dict[str, object]:
    return _grouped(rows.all(day.Delivery), "plan_id", f.Delivery)


def _grouped(rows: Iterable[object], key: str, kind: type[F]) -> dict[str, object]:
    grouped: dict[str, list[F]] = {}
    for row in rows:
        grouped.setdefault(getattr(row, key), []).append(as_fact(kind, row))
    return {name: tuple(found) for name, found in grouped.items()}
