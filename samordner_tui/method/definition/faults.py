"""What can be wrong across the entries of a method file: names that point nowhere, and choices that do not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samordner_tui.language import _
from samordner_tui.method import terms
from samordner_tui.method.definition.grounds import Named, Said
from samordner_tui.method.definition.shapes import Task
from samordner_tui.method.definition.whole import Method, choice_name
from samordner_tui.method.terms import ConferenceKind, Respondent, StageId

PLACE_OF_PERSON = "{who}"
"""Stands in the text of a task that is done for one person at a time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in the method file (`tasks.3.due`) and what was expected there."""

    key: tuple[str | int, ...]
    expected: str


def faults(method: Method, predicates: Collection[str], measures: Collection[str]) -> Iterator[Fault]:
    """Everything that does not fit together. `predicates` and `measures` are those there are functions for."""
    yield from _twice(method)
    yield from _incomplete(method)
    yield from _steps_and_cornerstones(method)
    yield from _published(method)
    for place, task in enumerate(method.tasks):
        for fault in _task(method, task, predicates):
            yield Fault(("tasks", place, *fault.key), fault.expected)
    yield from _gates(method, predicates)
    yield from _measures(method, measures)
    yield from _choices(method.choices)


def _twice(method: Method) -> Iterator[Fault]:
    """Ids that stand twice in their list."""
    lists: dict[str, Sequence[Named]] = {
        "schedule": method.schedule,
        "tasks": method.tasks,
        "gates": method.gates,
        "roles": method.roles,
        "setup": method.setup,
        "running_order": method.running_order,
        "prompts": method.prompts,
        "safety_questions": method.safety_questions,
        "briefing_checks": method.briefing_checks,
        "milestones": method.milestones,
    }
    for name, entries in lists.items():
        for place in _repeated([entry.id for entry in entries]):
            yield Fault((name, place, "id"), _("hvert id én gang; dette står der to gange"))
    for position, gate in enumerate(method.gates):
        for place in _repeated([line.id for line in gate.lines]):
            yield Fault(("gates", position, "lines", place, "id"), _("hvert id én gang; dette står der to gange"))


def _incomplete(method: Method) -> Iterator[Fault]:
    """Lists that must hold each of their members once."""
    wanted: dict[str, tuple[Iterable[Hashable], Iterable[Hashable]]] = {
        "steps": ([step.number for step in method.steps], (1, 2, 3)),
        "cornerstones": ([stone.number for stone in method.cornerstones], (1, 2, 3, 4, 5)),
        "groups": ([group.id for group in method.groups], ("preparation", "day", "after")),
        "stages": ([stage.id for stage in method.stages], StageId),
        "evaluations": (
            [(form.kind, form.group) for form in method.evaluations],
            [(kind, group) for kind in ConferenceKind for group in Respondent],
        ),
        "evaluation_scales": ([scale.group for scale in method.evaluation_scales], Respondent),
    }
    for name, (there, expected) in wanted.items():
        if list(there) != list(expected):
            listed = ", ".join(" ".join(one) if isinstance(one, tuple) else str(one) for one in expected)
            yield Fault((name,), _("i denne rækkefølge: {names}").format(names=listed))


def _steps_and_cornerstones(method: Method) -> Iterator[Fault]:
    """Trin and hjørnesten name each other. Source: R2."""
    from_steps = {(step.number, stone) for step in method.steps for stone in step.cornerstones}
    from_stones = {(step, stone.number) for stone in method.cornerstones for step in stone.steps}
    for step, stone in sorted(from_steps ^ from_stones):
        name = (
            ("steps", step - 1, "cornerstones") if (step, stone) in from_steps else ("cornerstones", stone - 1, "steps")
        )
        yield Fault(name, _("at trin {step} og hjørnesten {stone} nævner hinanden").format(step=step, stone=stone))


def _published(method: Method) -> Iterator[Fault]:
    """Every row of a stage stands under a publication: the help says where it comes from."""
    published = {row for publication in method.publications for row in publication.rows}
    for place, stage in enumerate(method.stages):
        for position, row in enumerate(stage.rows):
            if row not in published:
                yield Fault(("stages", place, "rows", position), _("en række, der står under en af publications"))


def _task(method: Method, task: Task, predicates: Collection[str]) -> Iterator[Fault]:
    """What a task points at, and the place of a person in its text."""
    yield from _points("done_when", task.done_when, predicates)
    yield from _points("applies_when", task.applies_when, predicates)
    yield from _points("behind", task.behind, [gate.id for gate in method.gates])
    yield from _points("due", task.due, [entry.id for entry in method.schedule])
    for language, text in (("da", task.text.da), ("en", task.text.en)):
        if (PLACE_OF_PERSON in text) != (task.for_each is not None):
            yield Fault(
                ("text", language), _("{place} i en tekst med for_each, og kun der").format(place=PLACE_OF_PERSON)
            )


def _gates(method: Method, predicates: Collection[str]) -> Iterator[Fault]:
    """What the lines of the gates need."""
    for position, gate in enumerate(method.gates):
        for place, line in enumerate(gate.lines):
            for fault in _points("needs", line.needs, predicates):
                yield Fault(("gates", position, "lines", place, *fault.key), fault.expected)


def _measures(method: Method, there: Collection[str]) -> Iterator[Fault]:
    """The measures, held against the functions that judge by them, both ways."""
    for place, measure in enumerate(method.measures):
        if measure.id not in there:
            yield Fault(("measures", place, "id"), _("en af: {names}").format(names=", ".join(there)))
    if [measure.id for measure in method.measures] != list(there):
        yield Fault(("measures",), _("i denne rækkefølge: {names}").format(names=", ".join(there)))


def _choices(choices: Mapping[str, Mapping[str, Said]]) -> Iterator[Fault]:
    """The texts of the fixed choices and the enumerations, held against each other both ways.

    The stages are no choice; their titles stand with them.
    """
    enumerations = {
        choice_name(found): found
        for found in vars(terms).values()
        if isinstance(found, type) and issubclass(found, StrEnum) and found not in {StrEnum, StageId}
    }
    for name in sorted(choices.keys() | enumerations.keys()):
        if name not in enumerations:
            yield Fault(("choices", name), _("en af: {names}").format(names=", ".join(sorted(enumerations))))
            continue
        members = {member.value for member in enumerations[name]}
        texts = choices.get(name, {})
        for value in sorted(members - texts.keys()):
            yield Fault(("choices", name, value), _("en tekst på dansk og engelsk; den mangler"))
        for value in sorted(texts.keys() - members):
            yield Fault(("choices", name, value), _("en af: {names}").format(names=", ".join(sorted(members))))


def _points(key: str, name: str | None, there: Collection[str]) -> Iterator[Fault]:
    """A name that points nowhere."""
    if name is not None and name not in there:
        yield Fault((key,), _("et navn, der findes; »{name}« gør ikke").format(name=name))


def _repeated(ids: Sequence[str]) -> Iterator[int]:
    """The places of ids that have stood there before."""
    seen: Counter[str] = Counter()
    for place, one in enumerate(ids):
        if seen[one]:
            yield place
        seen[one] += 1
