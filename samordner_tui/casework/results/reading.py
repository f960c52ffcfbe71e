"""The results, read from the archive: living cases from their rows, deleted ones from their anonymous lines."""

from __future__ import annotations

from datetime import date, tzinfo
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.keeping import ResultLine
from samordner_tui.casework.results import sources
from samordner_tui.casework.results.cases import CaseRead, read_cases
from samordner_tui.casework.results.counted import Counted, Period
from samordner_tui.casework.results.fidelity import count_fidelity, count_unmarked
from samordner_tui.casework.results.gathering import Gathering
from samordner_tui.casework.results.results import Results, municipality_key, results_of

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

DELETED = "deleted:"
"""Begins the name under which a deleted case is counted: its line leads to no case."""


def read_results(
    session: Session,
    period: Period,
    today: date,
    zone: tzinfo,
    municipality: str = "",
    fidelity: Method | None = None,
) -> Results:
    """The results of a period, of all municipalities or of one.

    The measures of the method `fidelity` are counted where it is given. Each case is read whole for that: some five
    milliseconds a case.

    Raises:
        Refused: the municipality has no cases enough to be looked at alone.
    """
    return results_of(read_counted(session, period, today, zone, fidelity), period, municipality)


def read_counted(
    session: Session, period: Period, today: date, zone: tzinfo, fidelity: Method | None = None
) -> Counted:
    """Everything that is counted in a period."""
    every, lines = read_cases(session, zone), list(session.scalars(select(ResultLine)))
    cases = [case for case in every if period.holds(case.counted_on)]
    counted_lines = [one for one in lines if period.is_all_time or period.holds_year(one.year, today)]
    municipalities = {case.id: municipality_key(case.agreement.municipality) for case in cases}
    municipalities |= {DELETED + one.id: "" for one in counted_lines}
    gathering = Gathering(municipalities)
    sources.count_cases(gathering, cases)
    sources.count_participants(gathering, session)
    sources.count_minutes(gathering, session, cases)
    sources.count_approved(gathering, session, cases)
    sources.count_items(gathering, session)
    sources.count_answers(gathering, session)
    for line in counted_lines:
        _count_line(gathering, line)
    if fidelity is not None:
        count_fidelity(gathering, session, cases, today, fidelity)
        for line in counted_lines:
            count_unmarked(gathering, DELETED + line.id, line)
    left_out = [one for one in lines if one not in counted_lines and period.touches_year(one.year)]
    return Counted(
        cases=municipalities,
        names=_names(cases),
        amounts=gathering.amounts,
        measures=tuple(one.id for one in fidelity.measures) if fidelity is not None else (),
        years=_years(every, lines),
        has_deleted=bool(counted_lines),
        is_partly_left_out=bool(left_out),
    )


def _count_line(gathering: Gathering, line: ResultLine) -> None:
    """What the line of a deleted case keeps: it tells no group, no round and no municipality."""
    case_id = DELETED + line.id
    gathering.add("cases.held", case_id, 1)
    gathering.add("conferences.held", case_id, line.conferences)
    gathering.add("conferences_by_agreement.other", case_id, line.conferences)
    gathering.add("participants.deleted", case_id, line.participants)
    gathering.add("hours.deleted", case_id, line.minutes)
    gathering.add("approved.deleted" if line.approved else "approved.not_approved", case_id, line.conferences)


def _names(cases: list[CaseRead]) -> dict[str, str]:
    """Each municipality as it was first written."""
    names: dict[str, str] = {}
    for case in cases:
        names.setdefault(municipality_key(case.agreement.municipality), (case.agreement.municipality or "").strip())
    return names


def _years(cases: list[CaseRead], lines: list[ResultLine]) -> tuple[int, ...]:
    """The years that there are cases of, the newest first."""
    days = (case.counted_on for case in cases)
    return tuple(sorted({*(day.year for day in days if day is not None), *(one.year for one in lines)}, reverse=True))
