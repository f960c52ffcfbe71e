"""What there is to do now: a view of the facts. Nothing is ticked off; it becomes done. Source: design 1, R21."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.method.facts import Conference
from samordner_tui.method.gates import Gate, gates
from samordner_tui.method.predicates import PREDICATES, Finding
from samordner_tui.method.readings import day_of, person, phase
from samordner_tui.method.schedule import due_dates
from samordner_tui.method.subjects import SUBJECTS, Subject
from samordner_tui.method.terms import NoticeKind, Phase, StageId

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method, Task
    from samordner_tui.method.facts import CaseFacts

PHASE_OF_GROUP = {"preparation": Phase.BEFORE, "day": Phase.DAY, "after": Phase.AFTER}
"""When the tasks of a group of stages are there, unless they say otherwise."""

LATECOMERS = ("network_visited", "day")
"""By when the network is asked and visited where somebody came into the case late, as who walks in on the day does."""


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
    """Every task that is there and not done, what is due first before the rest, else in the order of the method.

    On the day of the conference what is done there stands before what is left of the preparation.
    """
    case = _Case(facts, conference, today, method)
    steps = [step for task in method.tasks if case.holds_now(task) for step in case.steps_of(task)]
    return tuple(sorted(steps, key=lambda step: (case.is_left_over(step), step.due or date.max)))


def time_of_case(facts: CaseFacts, conference: Conference | None, today: date) -> Phase:
    """Which part of the way a case is on: as the conference's own phase, but the day begins in the morning."""
    if conference is None:
        return Phase.BEFORE
    is_morning = phase(conference) is Phase.BEFORE and day_of(facts, conference) == today
    return Phase.DAY if is_morning else phase(conference)


class _Case:
    """One case on one day, with what all its tasks need to know."""

    def __init__(self, facts: CaseFacts, conference: Conference | None, today: date, method: Method) -> None:
        self.facts = facts
        # Before there is a conference, what it lacks is told as of one that nothing is arranged for.
        self.conference = conference or Conference(id="", number=1)
        self.today = today
        self.method = method
        self.time = time_of_case(facts, conference, today)
        self.phases = {self.time, phase(conference) if conference else Phase.BEFORE}
        self.due_dates = due_dates(facts, conference, method)
        found = gates(facts, conference, today, method)
        self.open_gates = {gate.name for gate in found if gate.open}
        self.passed = self._passed(found)
        self.set_aside = {
            notice.about
            for notice in facts.notices
            if notice.kind is NoticeKind.SET_ASIDE
            and notice.conference_id in {None, conference.id if conference else None}
        }

    def holds_now(self, task: Task) -> bool:
        """Whether a task is there at all today."""
        if f"task:{task.id}" in self.set_aside or self.phases.isdisjoint(self._phases(task)):
            return False
        if task.done_when in self.passed:
            return False
        if task.behind is not None and task.behind not in self.open_gates:
            return False
        return task.applies_when is None or self._finding(task.applies_when, self.facts).holds

    def is_left_over(self, step: NextStep) -> bool:
        """Whether it is the day, and a step belongs to another part of the way."""
        return self.time is Phase.DAY and self.method.stage(step.stage).group != "day"

    def _passed(self, found: tuple[Gate, ...]) -> frozenset[str]:
        """What the evening has gone on without, with a reason. Before the day it can still be done."""
        if self.time is Phase.BEFORE:
            return frozenset()
        reasons = {(gate.name, line.id) for gate in found for line in gate.missing if line.kept_reason}
        return frozenset(
            line.needs for gate in self.method.gates for line in gate.lines if (gate.id, line.id) in reasons
        )

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
        subject_id = (subject.id or None) if subject else finding.subject_id
        due = self._due(task, subject_id)
        return NextStep(
            id=task.id,
            text=task.text.text.format(who=subject.who) if subject else task.text.text,
            stage=task.stage,
            due=due,
            detail=task.detail.text if task.detail else _sentence(finding.detail),
            subject_id=subject_id,
            overdue=due is not None and due < self.today,
        )

    def _due(self, task: Task, subject_id: str | None) -> date | None:
        """By when; for somebody who came into the case after that day, by the next day that can still be kept."""
        due = self.due_dates[task.due] if task.due else None
        somebody = person(self.facts, subject_id)
        if due is None or somebody is None or somebody.noted_on is None or somebody.noted_on <= due:
            return due
        later = (self.due_dates.get(name) for name in LATECOMERS)
        return next((day for day in later if day is not None and day >= somebody.noted_on), None)


def _sentence(fragment: str) -> str:
    """What lacks, as a sentence of its own."""
    if not fragment:
        return ""
    return fragment[0].upper() + fragment[1:] + ("" if fragment.endswith(("?", ".", "!")) else ".")
