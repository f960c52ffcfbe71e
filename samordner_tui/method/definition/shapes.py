"""The entries of the method file, one class a kind of entry."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from samordner_tui.method.definition.grounds import Actor, Id, Named, Said, Shape, Sourced
from samordner_tui.method.terms import ConferenceKind, Phase, Respondent, StageId


class Figure(Sourced):
    """A number of the method."""

    value: Decimal

    @property
    def whole(self) -> int:
        """The number, where it counts something."""
        return int(self.value)


class Figures(Shape):
    """The numbers the method works with."""

    consents_from: Figure
    """Age in years from which a young person consents too."""
    small_child_under: Figure
    """Age in years under which a child needs a room to withdraw to."""
    price_per_cover: Figure
    """Kroner."""
    words_per_minute: Figure
    briefing_minutes: Figure
    """The longest a briefing should take to read aloud."""
    fewest_questions: Figure
    most_questions: Figure
    plan_out_hours: Figure
    weeks_to_conference: Figure
    """From the assignment to the day, at the most."""
    answers_shown_from: Figure
    """Evaluation answers are shown together from so many: one family is easily recognised."""
    notice_hours_ready: Figure
    """How long before the day the gate »Klar til dagen« is gone through."""


class Publication(Sourced):
    """Where rows of the sources come from, as a person is told it."""

    title: Said


class StepDefinition(Sourced):
    """One of the three trin."""

    number: Literal[1, 2, 3]
    name: Said
    what: Said
    cornerstones: tuple[int, ...]


class CornerstoneDefinition(Sourced):
    """One of the five hjørnesten."""

    number: Literal[1, 2, 3, 4, 5]
    title: Said
    sentence: Said
    steps: tuple[int, ...]


GroupName = Literal["preparation", "day", "after"]


class Group(Shape):
    """A group of stages in the list to the left."""

    id: GroupName
    title: Said


class Stage(Sourced):
    """A stage of the way, with what the method says there."""

    id: StageId
    group: GroupName
    title: Said
    short: Said
    help: Said
    step: Literal[1, 2, 3] | None = None


Anchor = Literal["referred", "accepted", "conference", "answered", "follow_up", "closed", "delete_by"]
"""Days that deadlines are counted from: the assignment came, was accepted, the conference, the answer to the plan."""


class Offset(Shape):
    """A day counted from an anchor: `days` of the calendar, or `working_days` after it."""

    anchor: Anchor
    days: int = 0
    working_days: int = 0


class ScheduleEntry(Named):
    """A deadline: the first of `when` whose anchor is known."""

    text: Said
    when: Annotated[tuple[Offset, ...], Field(min_length=1)]


class Task(Named):
    """Something the samordner does. It is done when the facts say so, never by a tick."""

    stage: StageId
    text: Said
    detail: Said | None = None
    """Why, in one sentence. Without it the predicate says what lacks in this case."""
    who: Actor
    done_when: Id
    """A predicate."""
    applies_when: Id | None = None
    """A predicate without which the task is not there."""
    for_each: Literal["child", "invitee"] | None = None
    """Shown once for each of them for whom `done_when` does not hold; `{who}` in the text is their name."""
    behind: Id | None = None
    """A gate that has to be open first."""
    during: tuple[Phase, ...] = ()
    """When the task is there, if not in the phase its stage belongs to."""
    due: Id | None = None
    """An entry of the schedule."""


class GateLine(Named):
    """One thing that has to be in place before a gate is passed. `needs` is a predicate."""

    text: Said
    stage: StageId
    who: Actor
    needs: Id


class GateDefinition(Named):
    """A point that is passed with everything in place, or with a kept reason for what is not."""

    title: Said
    lines: Annotated[tuple[GateLine, ...], Field(min_length=1)]


class Role(Named):
    """What somebody does before, in each trin, and after. Source: R16."""

    name: Said
    before: Said
    step_1: Said
    step_2: Said
    step_3: Said
    after: Said


Wish = Literal["room", "seat", "music", "food", "drawing"]
"""What a child wishes of the room. Source: R33."""


class SetUpLine(Named):
    """One thing that is in place before the doors open. Source: R33, domain.md 2 phase 6."""

    place: Literal["room", "wall"]
    """On the wall hangs what the plan is to answer."""
    text: Said
    wish: Wish | None = None
    """The child's own wish that it follows."""

    @property
    def about(self) -> str:
        """Under which it is marked as in place: `setup:table`, `wall:questions`."""
        return f"{'wall' if self.place == 'wall' else 'setup'}:{self.id}"


class RunningLine(Named):
    """One line of the køreplan of the day."""

    step: Literal[1, 2, 3]
    text: Said


class Prompt(Named):
    """A question that calls names to mind.

    Attributes:
        text: the question, as it is asked of the child.
        adds: what an answer also tells, as it would be typed after the name: `fars side`.
        unwanted: whether whoever is named must not be there.
    """

    text: Said
    adds: str = ""
    unwanted: bool = False


class Check(Named):
    """A question to answer with yes or no. `id` is the column that keeps the answer."""

    text: Said
    why: Said


class EvaluationForm(Sourced):
    """What one group is asked after one kind of conference. `id` of a question is the column that keeps the mark."""

    kind: ConferenceKind
    group: Respondent
    questions: Annotated[tuple[Prompt, ...], Field(min_length=1)]
    open_question: Said


class ScaleAnswer(Shape):
    """One answer to choose. Its place is its mark, 0 to 4; `mouth` is that of the face a child points at."""

    text: Said
    mouth: str = ""


class EvaluationScale(Sourced):
    """What a group can answer to a question of an evaluation, from the least to the most. Source: R102."""

    group: Respondent
    answers: Annotated[tuple[ScaleAnswer, ...], Field(min_length=5, max_length=5)]


class Milestone(Named):
    """One of the 17 milestones, as a question to the municipality. Source: R112 to R128."""

    title: Said
    ask: Said
    area: Literal["leadership", "competence", "organisation"]


class MeasureDefinition(Sourced):
    """A measure of whether the method is followed: `F1` to `F24`. Source: domain.md 6.

    Attributes:
        title: what is as it should be when it is met, in a few words.
        meaning: what it asks, and why.
    """

    id: Annotated[str, Field(min_length=1)]
    title: Said
    meaning: Said
