"""How a case stands, read once for every command that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.casework.facts import case_by_number, conference_numbered, facts_of
from samordner_tui.method.cornerstones import Verdict, verdicts
from samordner_tui.method.definition import Method, method
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.gates import Gate, gates
from samordner_tui.method.next_steps import NextStep, next_steps
from samordner_tui.method.terms import Standing

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive


@dataclass(frozen=True, slots=True)
class CaseStanding:
    """A case held up against the method on one day, at one of its conferences."""

    facts: CaseFacts
    conference: Conference | None
    today: date
    method: Method
    verdicts: tuple[Verdict, ...]
    gates: tuple[Gate, ...]
    next_steps: tuple[NextStep, ...]

    @property
    def is_departed_from(self) -> bool:
        """Whether a hjørnesten is."""
        return any(verdict.standing is Standing.BROKEN for verdict in self.verdicts)


def standing_of(archive: Archive, number: str, conference: int | None, today: date) -> CaseStanding:
    """The case with this number, at conference `conference` or the current one.

    Raises:
        Refused: there is no such case, or no such conference.
    """
    with archive.reading() as session:
        facts = facts_of(session, case_by_number(session, number))
    return stand(facts, conference, today)


def stand(facts: CaseFacts, conference_number: int | None, today: date) -> CaseStanding:
    """The facts held up against the method."""
    conference = conference_numbered(facts, conference_number)
    said = method()
    return CaseStanding(
        facts=facts,
        conference=conference,
        today=today,
        method=said,
        verdicts=verdicts(facts, conference, today),
        gates=gates(facts, conference, today, said),
        next_steps=next_steps(facts, conference, today, said),
    )


def as_plain(standing: CaseStanding) -> dict[str, object]:
    """What `case check --json` prints; scripts rest on these names."""
    return {
        "case": standing.facts.number,
        "conference": standing.conference.number if standing.conference is not None else None,
        "cornerstones": [
            {
                "number": verdict.number,
                "state": verdict.standing.value,
                "reason": verdict.reason,
                "mend_at": verdict.mend_at.value,
            }
            for verdict in standing.verdicts
        ],
        "gates": [
            {
                "name": gate.name,
                "open": gate.open,
                "missing": [{"id": line.id, "text": line.text, "stage": line.stage.value} for line in gate.missing],
            }
            for gate in standing.gates
        ],
        "next_steps": [
            {
                "id": step.id,
                "text": step.text,
                "stage": step.stage.value,
                "due": step.due.isoformat() if step.due is not None else None,
            }
            for step in standing.next_steps
        ],
    }
