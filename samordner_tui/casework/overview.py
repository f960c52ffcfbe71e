"""The overview as it is read: a page of cases at a time, in the order of the index, found by a folded text.

The rows are `case_summaries`; nothing of a case itself is read here, so ten thousand cases open as quickly as ten.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from samordner_tui.archive.records.day import Step
from samordner_tui.archive.records.keeping import CaseSummary
from samordner_tui.casework.folding import folded
from samordner_tui.casework.going_on import RUNS
from samordner_tui.method.terms import Standing

ORDER = (CaseSummary.closed, CaseSummary.next_due, CaseSummary.number)
"""The order of the index: what is open and due first."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in the overview."""

    case_id: str
    number: str
    alias: str
    state: str
    closed: bool
    conference_number: int | None
    conference_at: datetime | None
    verdicts: tuple[Standing, ...]
    next_step: str | None
    next_due: date | None

    def is_overdue(self, today: date) -> bool:
        """Whether the next step should have been taken before today."""
        return not self.closed and self.next_due is not None and self.next_due < today


def count(session: Session, sought: str = "") -> int:
    """How many cases hold every word of `sought`."""
    return session.scalar(select(func.count()).select_from(CaseSummary).where(*_holding(sought))) or 0


def page(session: Session, sought: str, offset: int, limit: int) -> tuple[CaseLine, ...]:
    """The cases from `offset` on: those held just now, open ones, by the date of their next step, by number."""
    wanted = select(CaseSummary).where(*_holding(sought)).order_by(*_order(session)).offset(offset).limit(limit)
    return tuple(_line(summary) for summary in session.execute(wanted).scalars())


def place_of(session: Session, sought: str, case_id: str) -> int | None:
    """Where in the order a case stands, counted from 0; None where it is not among those sought."""
    ids = session.execute(select(CaseSummary.case_id).where(*_holding(sought)).order_by(*_order(session))).scalars()
    return next((place for place, other in enumerate(ids) if other == case_id), None)


def _order(session: Session) -> tuple[ColumnElement[bool] | InstrumentedAttribute[object], ...]:
    """The order of the index, but for the conferences that are being held: they stand first."""
    held = session.scalars(select(Step.case_id).where(RUNS)).all()
    return (CaseSummary.case_id.not_in(held), *ORDER) if held else ORDER


def _holding(sought: str) -> list[ColumnElement[bool]]:
    """That the folded text has every word of `sought` in it."""
    return [CaseSummary.search_text.contains(word, autoescape=True) for word in folded(sought).split()]


def _line(summary: CaseSummary) -> CaseLine:
    """A row as a frozen value."""
    return CaseLine(
        case_id=summary.case_id,
        number=summary.number,
        alias=summary.alias,
        state=summary.state,
        closed=summary.closed,
        conference_number=summary.conference_number,
        conference_at=summary.conference_at,
        verdicts=tuple(Standing(word) for word in summary.verdicts.split(",") if word),
        next_step=summary.next_step,
        next_due=summary.next_due,
    )


def next_number(session: Session, year: int) -> str:
    """The number a new case may get: the year and the next in the row, `2027-04`."""
    taken = session.execute(select(CaseSummary.number).where(CaseSummary.number.startswith(f"{year}-"))).scalars()
    ends = [number.partition("-")[2] for number in taken]
    return f"{year}-{max((int(end) for end in ends if end.isdecimal()), default=0) + 1:02d}"
