"""What there is to do now: a view of the facts. Nothing is ticked off; it becomes done. Source: design 1, R21."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.method.facts import Conference
from samordner_tui.method.gates import gates
from samordner_tui.method.predicates import PREDICATES, Finding
from samordner_tui.method.readings import phase
from samordner_tui.method.schedule import due_dates
from samordner_tui.method.subjects import SUBJECTS, Subject
from samordner_tui.method.terms import NoticeKind, Phase, StageId

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method, Task
    from samordner_tui.method.facts import CaseFacts

PHASE_OF_GROUP = {"preparation": Phase.BEFORE, "day": Phase.DAY, "after": Phase.AFTER}
"""When the tasks of a group of stages are there, unless they say otherwise."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do. `id` is the task's; `subject_id` tells for whom or about what."""

    id: str
    text: str
    stage: StageId
    due: date | None
    detail: str
    subject_id: str | None
    overdue: bool


def next_steps(facts: CaseFacts, conference: Conference | None, today: date, method: Method) -> tuple[NextStep, ...]:
    """Every task that is there and not done, what is due first before the rest, else in the order of the method."""
    case = _Case(facts, conference, today, method)
    steps = [step for task in method.tasks if case.holds_now(task) for step in case.steps_of(task)]
    return tuple(sorted(steps, key=lambda step: step.due or date.max))


class _Case:
    """One case on one day, with what all its tasks need to know."""

    def __init__(self, facts: CaseFacts, conference: Conference | None, today: date, method: Method) -> None:
        self.facts = facts
        # Before there is a conference, what it lacks is told as of one that nothing is arranged for.
        self.conference = conference or Conference(id="", number=1)
        self.today = today
        self.method = method
        self.phase = phase(conference) if conference else Phase.BEFORE
        self.due_dates = due_dates(facts, conference, method)
        self.open_gates = {gate.name for gate in gates(facts, conference, today, method) if gate.open}
        self.set_aside = {
            notice.about
            for notice in facts.notices
            if notice.kind is NoticeKind.SET_ASIDE
            and notice.conference_id in {None, conference.id if conference else None}
        }

    def holds_now(self, task: Task) -> bool:
        """Whether a task is there at all today."""
        if f"task:{task.id}" in self.set_aside or self.phase not in self._phases(task):
            return False
        if task.behind is not None and task.behind not in self.open_gates:
            return False
        return task.applies_when is None or self._finding(task.applies_when, self.facts).holds

    def steps_of(self, task: Task) -> Iterator[NextStep]:
        """What is left of a task: one step, or one for each person it is not done for."""
        if task.for_each is None:
            finding = self._finding(task.done_when, self.facts)
            if not finding.holds:
                yield self._step(task, finding)
            return
        for subject in SUBJECTS[task.for_each](self.facts):
            finding = self._finding(task.done_when, subject.facts)
            if not finding.holds and f"task:{task.id}/{subject.id}" not in self.set_aside:
                yield self._step(task, finding, subject)

    def _phases(self, task: Task) -> tuple[Phase, ...]:
        """When a task is there. A closed case has nothing left but its end."""
        if self.facts.closed_on is not None and task.stage is not StageId.CLOSING:
            return ()
        return task.during or (PHASE_OF_GROUP[self.method.stage(task.stage).group],)

    def _finding(self, predicate: str, facts: CaseFacts) -> Finding:
        """What a predicate says of the case."""
        return PREDICATES[predicate](facts, self.conference, self.today)

    def _step(self, task: Task, finding: Finding, subject: Subject | None = None) -> NextStep:
        """The step for a task that is not done."""
        due = self.due_dates[task.due] if task.due else None
        return NextStep(
            id=task.id,
            text=task.text.text.format(who=subject.who) if subject else task.text.text,
            stage=task.stage,
            due=due,
            detail=task.detail.text if task.detail else _sentence(finding.detail),
            subject_id=(subject.id or None) if subject else finding.subject_id,
            overdue=due is not None and due < self.today,
        )


def _sentence(fragment: str) -> str:
    """What lacks, as a sentence of its own."""
    if not fragment:
        return ""
    return fragment[0].upper() + fragment[1:] + ("" if fragment.endswith(("?", ".", "!")) else ".")
