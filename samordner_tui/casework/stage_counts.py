"""How far each stage is: how many of the things the method asks for there are in place.

The lines of the gates and the tasks of a stage are counted; what both ask for is counted once, and what there is
nothing to hold for is not counted. A task that is done for
one person at a time counts once for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.gates import gates
from samordner_tui.method.predicates import PREDICATES, Finding
from samordner_tui.method.readings import phase
from samordner_tui.method.subjects import SUBJECTS
from samordner_tui.method.terms import Phase, StageId, Standing

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method, Task

Asked = tuple[str, str]
"""A predicate, and the person it is asked about; empty for all of them."""


@dataclass(frozen=True)
class StageCount:
    """How many of the things a stage asks for are in place."""

    done: int
    total: int
    goes_on: bool = False
    """What lacks has a reason, and the way goes on without it."""

    @property
    def standing(self) -> Standing:
        """The mark of the stage: met when everything is in place, open when nothing is."""
        if self.total and self.done == self.total:
            return Standing.MET
        return Standing.PARTLY if self.done or self.goes_on else Standing.OPEN


NOT_REACHED = StageCount(0, 0)
"""Nothing is counted of what lies ahead: much of it holds only because nothing has happened."""

READY = "ready"
"""The gate that is the stage *Klar til dagen*: it is done when every line is in its place."""

PARTS = (Phase.BEFORE, Phase.DAY, Phase.AFTER)


def stage_counts(
    facts: CaseFacts, conference: Conference | None, today: date, method: Method
) -> Mapping[StageId, StageCount]:
    """The count of every stage."""
    counting = _Counting(facts, conference, today)
    asked: dict[StageId, dict[Asked, bool]] = {stage: {} for stage in StageId}
    ready: list[bool] = []
    for gate in method.gates:
        for line in gate.lines:
            found = counting.find(line.needs, facts)
            if found.applies:
                asked[line.stage][line.needs, ""] = found.holds
            if gate.id == READY:
                ready.append(found.holds)
    if all(ready):
        asked[StageId.READY][READY, ""] = True
    for task in method.tasks:
        asked[task.stage].update(counting.of_task(task))
    reached = _reached(conference, method)
    counts = {
        stage: StageCount(sum(answers.values()), len(answers)) if stage in reached else NOT_REACHED
        for stage, answers in asked.items()
    }
    if not all(ready) and any(gate.name == READY and gate.open for gate in gates(facts, conference, today, method)):
        counts[StageId.READY] = StageCount(0, 0, goes_on=True)
    return counts


def _reached(conference: Conference | None, method: Method) -> set[StageId]:
    """The stages of the part of the way we are on, and of the parts before it."""
    part = PARTS.index(phase(conference) if conference is not None else Phase.BEFORE)
    groups = [group.id for group in method.groups][: part + 1]
    return {stage.id for stage in method.stages if stage.group in groups}


class _Counting:
    """One case on one day; what is asked of the whole case is asked once."""

    def __init__(self, facts: CaseFacts, conference: Conference | None, today: date) -> None:
        self.facts = facts
        self.conference = conference
        self.today = today
        self._answers: dict[str, Finding] = {}

    def find(self, predicate: str, facts: CaseFacts) -> Finding:
        """Whether a predicate holds."""
        if facts is not self.facts:
            return PREDICATES[predicate](facts, self.conference, self.today)
        if predicate not in self._answers:
            self._answers[predicate] = PREDICATES[predicate](facts, self.conference, self.today)
        return self._answers[predicate]

    def of_task(self, task: Task) -> Iterator[tuple[Asked, bool]]:
        """What a task asks for, once for each person it is done for; what there is nothing to do for is not counted."""
        if task.applies_when is not None and not self.find(task.applies_when, self.facts).holds:
            return
        found = (
            {"": self.find(task.done_when, self.facts)}
            if task.for_each is None
            else {
                subject.id: self.find(task.done_when, subject.facts) for subject in SUBJECTS[task.for_each](self.facts)
            }
        )
        for subject_id, one in found.items():
            if one.applies:
                yield (task.done_when, subject_id), one.holds
