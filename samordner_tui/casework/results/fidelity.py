"""How the conferences that were held stand by the measures of the method. Source: domain.md 6.

A mark follows from all that is recorded of a case, so each case is read whole: this is counted where it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.keeping import ResultLine
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.results.cases import CaseRead
from samordner_tui.casework.results.gathering import Gathering
from samordner_tui.casework.results.shapes import FIDELITY, MARKED, UNMARKED
from samordner_tui.method.definition import Method
from samordner_tui.method.fidelity import MEASURES, marks
from samordner_tui.method.terms import ConferenceState


def count_fidelity(
    gathering: Gathering, session: Session, cases: Iterable[CaseRead], today: date, method: Method
) -> None:
    """The marks of every conference that was held."""
    for case in cases:
        if not case.held:
            continue
        facts = facts_of(session, case.id)
        for conference in facts.conferences:
            if conference.state is ConferenceState.HELD:
                for mark in marks(facts, conference, today, method):
                    state = mark.state if mark.state in MARKED else UNMARKED
                    gathering.add(f"{FIDELITY}{mark.id}.{state}", case.id, 1)
        session.expunge_all()


def count_unmarked(gathering: Gathering, case_id: str, line: ResultLine) -> None:
    """The conferences of a deleted case: its line keeps no marks."""
    for measure_id in MEASURES:
        gathering.add(f"{FIDELITY}{measure_id}.{UNMARKED}", case_id, line.conferences)
