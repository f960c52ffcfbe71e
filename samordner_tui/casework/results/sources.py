"""Where each figure comes from: one query a table of the archive, never one a case.

Every function adds what its table has to the gathering. What is counted here of a case is what its anonymous line keeps
of it too, where the line keeps it: people once a case, minutes of visits and of the time list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, TypeVarTuple

from sqlalchemy import Row, Select, func, or_, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Evaluation, TimeEntry
from samordner_tui.archive.records.day import Conference, Decision, Plan, PlanItem, Presence, Progress
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.casework.results.cases import CaseRead
from samordner_tui.casework.results.gathering import Gathering
from samordner_tui.casework.results.shapes import LATER, MEASURES, ROUNDS, WEEKS
from samordner_tui.method.terms import Municipal, Outcome, ProgressState

OWNERS: Final[dict[Municipal | None, str]] = {
    Municipal.NO: "network",
    Municipal.YES: "municipality",
    Municipal.NEEDS_FORMAL_DECISION: "municipality",
    Municipal.DECLINED: "declined",
}
"""Who an agreement rests on. One that concerns the municipality is the municipality's to keep. Source: R19."""
MINUTES: Final = 60
AT_ONCE: Final = 500
Columns = TypeVarTuple("Columns")


def streamed(session: Session, query: Select[*Columns]) -> Iterator[Row[*Columns]]:
    """The rows of a large table, few of them in memory at a time: many cases take no longer each than few."""
    return iter(session.execute(query.execution_options(yield_per=AT_ONCE)))


def count_cases(gathering: Gathering, cases: Iterable[CaseRead]) -> None:
    """How cases stand, their conferences, their lead time, and what was agreed about them. Source: R39, R99."""
    for case in cases:
        gathering.add(f"cases.{case.stands}", case.id, 1)
        for one in case.conferences:
            gathering.add(f"conferences.{one.state}", case.id, 1)
        if case.lead_time is not None:
            gathering.append("lead_time", case.id, case.lead_time)
            gathering.add(f"lead_weeks.{_weeks(case.lead_time)}", case.id, 1)
        gathering.add("agreed_hours.agreed", case.id, int((case.agreement.hours or Decimal(0)) * MINUTES))
        gathering.add("agreed_conferences.agreed", case.id, case.agreement.conferences or 0)
        rest = "with_agreement" if case.agreement.conferences else "other"
        gathering.add(f"conferences_by_agreement.{rest}", case.id, len(case.held))


def _weeks(days: int) -> str:
    """Within how many weeks."""
    return next((name for name, weeks in WEEKS.items() if days <= 7 * weeks), LATER)


def count_participants(gathering: Gathering, session: Session) -> None:
    """Everybody who took part, once a case, by what they are in it. Source: R3, R164, cornerstones.md 2."""
    kinds = dict(streamed(session, select(Person.id, Person.kind)))
    for case_id, person_id in streamed(session, select(Presence.case_id, Presence.person_id)):
        # Taken out with the first trin, so that nobody is counted for the second.
        kind = kinds.pop(person_id or "", None)
        if kind is not None:
            gathering.add(f"participants.{kind}", case_id, 1)


def count_minutes(gathering: Gathering, session: Session, cases: Iterable[CaseRead]) -> None:
    """The time of each case, apart by whether hours were agreed for it. Source: R23, R159."""
    agreed = {case.id for case in cases if case.agreement.hours}
    for spent in (TimeEntry, Contact):
        minutes = select(spent.case_id, func.sum(spent.minutes)).group_by(spent.case_id)
        for case_id, count in session.execute(minutes):
            gathering.add(f"hours.{'with' if case_id in agreed else 'without'}_agreement", case_id, count or 0)


def count_approved(gathering: Gathering, session: Session, cases: Iterable[CaseRead]) -> None:
    """In which round the plan of each conference that was held was approved, if it was. Source: R12, R14."""
    approved = (
        select(Decision.conference_id, func.min(Decision.round))
        .where(Decision.outcome == Outcome.APPROVED)
        .group_by(Decision.conference_id)
    )
    rounds = dict(session.execute(approved).all())
    for case in cases:
        for one in case.held:
            number = rounds.get(one.id)
            name = f"round_{min(number, ROUNDS)}" if number is not None else "not_approved"
            gathering.add(f"approved.{name}", case.id, 1)


def count_items(gathering: Gathering, session: Session) -> None:
    """The agreements of each plan as it last stood: whom they rest on, and what became of them. Source: R19, R148."""
    plans = select(Plan.conference_id, Plan.id).order_by(Plan.conference_id, Plan.version)
    latest = set(dict(session.execute(plans).all()).values())
    became = _became(session)
    items = select(PlanItem.id, PlanItem.plan_id, PlanItem.case_id, PlanItem.municipal)
    for item_id, plan_id, case_id, municipal in streamed(session, items):
        if plan_id in latest:
            gathering.add(f"items_by_owner.{OWNERS.get(municipal, 'not_said')}", case_id, 1)
            gathering.add(f"items_by_progress.{became.get(item_id, 'not_yet')}", case_id, 1)


def _became(session: Session) -> dict[str, ProgressState]:
    """What became of each agreement, as it was said last."""
    numbers = dict(session.execute(select(Conference.id, Conference.number)).all())
    became: dict[str, ProgressState] = {}
    said_at: dict[str, int] = {}
    rows = streamed(session, select(Progress.item_id, Progress.conference_id, Progress.state))
    for item_id, conference_id, state in rows:
        number = numbers[conference_id]
        if said_at.get(item_id, 0) <= number:
            said_at[item_id] = number
            became[item_id] = state
    return became


def count_answers(gathering: Gathering, session: Session) -> None:
    """The evaluations by group, and the three marks. Source: R101, R102."""
    marks = [getattr(Evaluation, name) for name in MEASURES]
    answered = or_(Evaluation.answered_on.is_not(None), *(mark.is_not(None) for mark in marks))
    rows = streamed(session, select(Evaluation.case_id, Evaluation.group, *marks).where(answered))
    for case_id, group, *given in rows:
        gathering.add(f"answers.{group}", case_id, 1)
        for name, mark in zip(MEASURES, given, strict=True):
            if mark is not None:
                gathering.append(f"{name}.{group}", case_id, mark)
