"""The method as a whole, and how its entries are found."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from pydantic import PrivateAttr

from samordner_tui.method.definition.grounds import Named, Said, Shape, Sourced
from samordner_tui.method.definition.shapes import (
    Check,
    CornerstoneDefinition,
    EvaluationForm,
    EvaluationScale,
    Figures,
    GateDefinition,
    Group,
    MeasureDefinition,
    Milestone,
    Prompt,
    Publication,
    Role,
    RunningLine,
    ScheduleEntry,
    SetUpLine,
    Stage,
    StepDefinition,
    Task,
)
from samordner_tui.method.terms import ConferenceKind, Respondent, StageId

N = TypeVar("N", bound=Named)

Choice = tuple[type[StrEnum], str]
"""A fixed choice with its enumeration: members of two enumerations are equal where their values are."""


class Purpose(Sourced):
    """What a familierådslagning is for, as it stands on every paper. Source: R96."""

    text: Said
    premise: Said


class Method(Shape):
    """Everything the method says."""

    purpose: Purpose
    figures: Figures
    publications: tuple[Publication, ...]
    actors: Mapping[str, Said]
    steps: tuple[StepDefinition, ...]
    cornerstones: tuple[CornerstoneDefinition, ...]
    groups: tuple[Group, ...]
    stages: tuple[Stage, ...]
    schedule: tuple[ScheduleEntry, ...]
    tasks: tuple[Task, ...]
    gates: tuple[GateDefinition, ...]
    roles: tuple[Role, ...]
    setup: tuple[SetUpLine, ...]
    running_order: tuple[RunningLine, ...]
    prompts: tuple[Prompt, ...]
    safety_questions: tuple[Check, ...]
    briefing_checks: tuple[Check, ...]
    evaluations: tuple[EvaluationForm, ...]
    evaluation_scales: tuple[EvaluationScale, ...]
    milestones: tuple[Milestone, ...]
    measures: tuple[MeasureDefinition, ...]
    choices: Mapping[str, Mapping[str, Said]]

    _own_words: Mapping[Choice, str] = PrivateAttr(default_factory=dict)
    _not_offered: Collection[Choice] = PrivateAttr(default=frozenset())

    def label(self, member: StrEnum) -> str:
        """What the screen says for a fixed choice; of a stage its title."""
        if isinstance(member, StageId):
            return self.stage(member).title.text
        return self._own_words.get(_choice(member)) or self.choices[choice_name(type(member))][member.value].text

    def offers(self, member: StrEnum) -> bool:
        """Whether a fixed choice is among those that are offered. One that is not is shown where it stands already."""
        return _choice(member) not in self._not_offered

    def in_own_words(self, own: Iterable[tuple[StrEnum, str]], not_offered: Iterable[StrEnum] = ()) -> Method:
        """The same method with some fixed choices called something else, and some no longer offered."""
        worded = self.model_copy()
        worded._own_words = {_choice(member): words for member, words in own}
        worded._not_offered = frozenset(_choice(member) for member in not_offered)
        return worded

    def publications_of(self, rows: Collection[str]) -> tuple[str, ...]:
        """The titles of the publications that hold any of `rows`."""
        return tuple(one.title.text for one in self.publications if not set(rows).isdisjoint(one.rows))

    def step(self, number: int) -> StepDefinition:
        """A trin by its number."""
        return next(step for step in self.steps if step.number == number)

    def cornerstone(self, number: int) -> CornerstoneDefinition:
        """A hjørnesten by its number."""
        return next(cornerstone for cornerstone in self.cornerstones if cornerstone.number == number)

    def stage(self, stage_id: StageId) -> Stage:
        """A stage of the way."""
        return self._stages_by_id[stage_id]

    def task(self, task_id: str) -> Task:
        """A task of the samordner."""
        return _found(self.tasks, task_id)

    def gate(self, gate_id: str) -> GateDefinition:
        """A gate."""
        return _found(self.gates, gate_id)

    def deadline(self, entry_id: str) -> ScheduleEntry:
        """An entry of the schedule."""
        return _found(self.schedule, entry_id)

    def running(self, step: int) -> tuple[RunningLine, ...]:
        """The køreplan of one trin."""
        return tuple(line for line in self.running_order if line.step == step)

    def evaluation(self, kind: ConferenceKind, group: Respondent) -> EvaluationForm:
        """What a group is asked after a first or a follow-up conference."""
        return next(form for form in self.evaluations if (form.kind, form.group) == (kind, group))

    def evaluation_scale(self, group: Respondent) -> EvaluationScale:
        """What a group can answer to each question."""
        return next(scale for scale in self.evaluation_scales if scale.group is group)

    def measure(self, measure_id: str) -> MeasureDefinition:
        """A measure of fidelity."""
        return next(measure for measure in self.measures if measure.id == measure_id)

    @cached_property
    def _stages_by_id(self) -> dict[StageId, Stage]:
        """Stages are asked for with every next step."""
        return {stage.id: stage for stage in self.stages}


def choice_name(choices: type[StrEnum]) -> str:
    """The name under `[choices]` of an enumeration: `VenueKind` is `venue_kind`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", choices.__name__).lower()


def _choice(member: StrEnum) -> Choice:
    return type(member), member.value


def _found(entries: Iterable[N], entry_id: str) -> N:
    """The entry with that id."""
    return next(entry for entry in entries if entry.id == entry_id)
