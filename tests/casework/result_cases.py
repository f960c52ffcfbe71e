"""Cases whose results can be counted by hand: two municipalities, some held, some on their way, some ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.after import Evaluation, TimeEntry
from samordner_tui.archive.records.assignment import Case, Engagement
from samordner_tui.archive.records.day import Conference, Decision, Plan, PlanItem, Presence, Progress
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.method.terms import (
    Activity,
    ClosingReason,
    ConferenceState,
    Municipal,
    Outcome,
    PersonKind,
    ProgressState,
    Respondent,
)

ASSIGNED = date(2026, 1, 5)
Marks = tuple[int | None, int | None, int | None]


@dataclass(frozen=True)
class Made:
    """A case to be made. `lead` is how many days after the assignment it was held; None where it was not."""

    municipality: str | None
    lead: int | None = None
    assigned_on: date = ASSIGNED
    people: Mapping[PersonKind, int] = field(default_factory=dict)
    minutes: tuple[int, int] = (0, 0)
    """Of the time list, and of a visit."""
    agreed_hours: int | None = None
    agreed_conferences: int | None = None
    approved_in: int | None = None
    items: Sequence[Municipal] = ()
    became: ProgressState | None = None
    """What became of every agreement, said at a second conference."""
    answers: Sequence[tuple[Respondent, Marks]] = ()
    closing: ClosingReason | None = None


def fjordby(number: int) -> Made:
    """A case with an agreement about hours and conferences; the first five had a helper and a child that answered."""
    first = number < 5
    people = {PersonKind.PRIVATE: 4, PersonKind.CHILD: 1, PersonKind.PROFESSIONAL: 1, PersonKind.HELPER: int(first)}
    answers: list[tuple[Respondent, Marks]] = [(Respondent.FAMILY, (3, 4, 4))]
    return Made(
        "Fjordby Kommune",
        lead=40 + number,
        people=people,
        minutes=(600, 60),
        agreed_hours=12,
        agreed_conferences=1,
        approved_in=1 if first else 2,
        items=(Municipal.NO, Municipal.NO, Municipal.YES),
        answers=[*answers, (Respondent.CHILD, (4, None, 2))] if first else answers,
    )


def sundby() -> Made:
    """A case of two conferences, without an agreement about their number; its one item was done by the second."""
    return Made(
        " sundby ",
        lead=30,
        people={PersonKind.PRIVATE: 5, PersonKind.CHILD: 1},
        minutes=(300, 0),
        approved_in=1,
        items=(Municipal.NO,),
        became=ProgressState.DONE,
    )


KNOWN = (
    *(fjordby(number) for number in range(10)),
    *(sundby() for _number in range(6)),
    *(Made("Fjordby", closing=ClosingReason.FAMILY_STOPPED) for _number in range(5)),
    *(Made("Sundby") for _number in range(5)),
)
"""26 cases: 16 were held, 5 ended without a conference, 5 are on their way with one agreed."""


def lay_out(archive: Archive, cases: Sequence[Made] = KNOWN) -> list[str]:
    """Make the cases in an archive. Gives their ids, in order."""
    with archive.writing("Sager") as session:
        return [_make(session, f"R-{number:02}", case) for number, case in enumerate(cases, 1)]


def _make(session: Session, number: str, made: Made) -> str:
    case = Case(
        number=number,
        alias=f"Sag {number}",
        opened_on=made.assigned_on,
        closing_reason=made.closing,
        closed_on=made.assigned_on + timedelta(days=20) if made.closing else None,
    )
    session.add(case)
    session.flush()
    session.add(
        Engagement(
            case_id=case.id,
            municipality=made.municipality,
            referred_on=made.assigned_on,
            agreed_hours=Decimal(made.agreed_hours) if made.agreed_hours else None,
            planned_conferences=made.agreed_conferences,
        )
    )
    listed, visit = made.minutes
    session.add(TimeEntry(case_id=case.id, spent_on=made.assigned_on, activity=Activity.PREPARATION, minutes=listed))
    session.add(Contact(case_id=case.id, minutes=visit))
    if made.lead is not None:
        _hold(session, case.id, made, made.assigned_on + timedelta(days=made.lead))
    elif made.closing is None:
        session.add(Conference(case_id=case.id, number=1))
    return case.id


def _hold(session: Session, case_id: str, made: Made, day: date) -> None:
    first = _conference(session, case_id, 1, day)
    for kind, count in made.people.items():
        for place in range(count):
            person = Person(case_id=case_id, name=f"Person {place}", kind=kind)
            session.add(person)
            session.flush()
            # Whoever stays for two trin is one person.
            session.add_all(
                Presence(case_id=case_id, conference_id=first, step=step, person_id=person.id) for step in (1, 2)
            )
    if made.approved_in is not None:
        _decide(session, case_id, first, made.approved_in, day)
    before = Plan(case_id=case_id, conference_id=first, version=1)
    plan = Plan(case_id=case_id, conference_id=first, version=2)
    session.add_all([plan, before])
    session.flush()
    session.add(PlanItem(case_id=case_id, plan_id=before.id, what="Det, der stod i den første version"))
    items = [PlanItem(case_id=case_id, plan_id=plan.id, what="Karen henter", municipal=one) for one in made.items]
    session.add_all(items)
    for group, (involved, agreed, effect) in made.answers:
        session.add(
            Evaluation(
                case_id=case_id,
                conference_id=first,
                group=group,
                felt_involved=involved,
                measures_agreed=agreed,
                effect_on_child=effect,
            )
        )
    if made.became is not None:
        session.flush()
        second = _conference(session, case_id, 2, day + timedelta(days=90))
        session.add_all(
            Progress(case_id=case_id, conference_id=second, item_id=one.id, state=made.became) for one in items
        )


def _conference(session: Session, case_id: str, number: int, day: date) -> str:
    at = datetime(day.year, day.month, day.day, 16, tzinfo=UTC)
    conference = Conference(case_id=case_id, number=number, state=ConferenceState.HELD, starts_at=at)
    session.add(conference)
    session.flush()
    return conference.id


def _decide(session: Session, case_id: str, conference_id: str, approved_in: int, day: date) -> None:
    at = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    for number in range(1, approved_in + 1):
        outcome = Outcome.APPROVED if number == approved_in else Outcome.RETURNED
        session.add(
            Decision(case_id=case_id, conference_id=conference_id, round=number, outcome=outcome, decided_at=at)
        )
