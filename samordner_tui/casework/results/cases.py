"""Every case with the day and the municipality it is counted under, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Case, Engagement
from samordner_tui.archive.records.day import Conference, Step
from samordner_tui.casework.results.shapes import ENDED, NO_REASON
from samordner_tui.method.terms import ClosingReason, ConferenceState


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed with the municipality about a case. Source: R23, R39."""

    municipality: str | None = None
    assigned_on: date | None = None
    hours: Decimal | None = None
    conferences: int | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """One conference: how it went, and the day it was held or is to be held."""

    id: str
    case_id: str
    state: ConferenceState
    day: date | None


@dataclass(frozen=True, slots=True)
class CaseRead:
    """A case as far as it is counted."""

    id: str
    opened_on: date | None
    closed_on: date | None
    closing_reason: ClosingReason | None
    agreement: Agreement
    conferences: tuple[Met, ...] = ()

    @property
    def held(self) -> tuple[Met, ...]:
        """The conferences that were held."""
        return tuple(one for one in self.conferences if one.state is ConferenceState.HELD)

    @property
    def counted_on(self) -> date | None:
        """The day by which it belongs to a period."""
        days = [one.day for one in self.held if one.day is not None]
        return max(days) if days else self.closed_on or self.opened_on

    @property
    def stands(self) -> str:
        """Held, still under way, or ended without a meeting, with the reason."""
        if self.held:
            return "held"
        if self.closed_on is None and self.closing_reason is None:
            return "under_way"
        return f"{ENDED}{self.closing_reason or NO_REASON}"

    @property
    def lead_time(self) -> int | None:
        """Days from the assignment to the first conference; None while one of the two is not known."""
        days = [one.day for one in self.held if one.day is not None]
        if not days or self.agreement.assigned_on is None:
            return None
        return max(0, (min(days) - self.agreement.assigned_on).days)


def read_cases(session: Session, zone: tzinfo) -> list[CaseRead]:
    """Every case in the archive, from three tables and the beginnings of trin 1."""
    agreements = _agreements(session)
    conferences = _conferences(session, zone)
    rows = session.execute(select(Case.id, Case.opened_on, Case.closed_on, Case.closing_reason))
    return [
        CaseRead(*row, agreement=agreements.get(row[0], Agreement()), conferences=tuple(conferences.get(row[0], ())))
        for row in rows
    ]


def _agreements(session: Session) -> dict[str, Agreement]:
    columns = (
        Engagement.case_id,
        Engagement.municipality,
        func.coalesce(Engagement.referred_on, Engagement.accepted_on, type_=Engagement.referred_on.type),
        Engagement.agreed_hours,
        Engagement.planned_conferences,
    )
    return {
        case_id: Agreement(municipality, assigned_on, hours, conferences)
        for case_id, municipality, assigned_on, hours, conferences in session.execute(select(*columns))
    }


def _conferences(session: Session, zone: tzinfo) -> dict[str, list[Met]]:
    begun = select(Step.conference_id, func.min(Step.started_at, type_=Step.started_at.type)).group_by(
        Step.conference_id
    )
    begins: dict[str, datetime | None] = dict(session.execute(begun).all())
    found: dict[str, list[Met]] = {}
    columns = (Conference.id, Conference.case_id, Conference.state, Conference.starts_at)
    for conference_id, case_id, state, starts_at in session.execute(select(*columns)):
        at = begins.get(conference_id) or starts_at
        day = at.astimezone(zone).date() if at is not None else None
        found.setdefault(case_id, []).append(Met(conference_id, case_id, state, day))
    return found
