"""The entries of the method file, one class a kind of entry."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from samordner_tui.language import SPEECH, _
from samordner_tui.method.terms import ConferenceKind, Phase, Respondent, StageId

LAST_ROW: Final = {"R": 257, "P": 32, "F": 24}
"""How far the rows of the sources go: requirements, public standards, measures of fidelity."""


def known_row(row: str) -> str:
    """`row`, if the sources have such a row."""
    match = re.fullmatch(r"([RPF])([1-9]\d*)", row)
    if match is None or int(match[2]) > LAST_ROW[match[1]]:
        expected = _("en kilde: R1 til R257, P1 til P32 eller F1 til F24")
        raise PydanticCustomError("row", "{expected}", {"expected": expected})
    return row


Row = Annotated[str, AfterValidator(known_row)]
Rows = Annotated[tuple[Row, ...], Field(min_length=1)]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Text = Annotated[str, Field(min_length=1)]


class Shape(BaseModel):
    """An entry: nothing in it changes, and nothing unknown stands in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(Shape):
    """A text of the method in both languages."""

    da: Text
    en: Text

    @property
    def text(self) -> str:
        """The text in the language in use."""
        return self.da if SPEECH.language == "da" else self.en

    def __str__(self) -> str:
        return self.text


def actor_named(who: object, info: ValidationInfo) -> object:
    """The actor that `who` names. The actors of the file are the context of the validation."""
    if not isinstance(who, str):
        return who
    actors = (info.context or {}).get("actors", {})
    if who not in actors:
        raise PydanticCustomError(
            "actor", "{expected}", {"expected": _("en af: {names}").format(names=", ".join(actors))}
        )
    return actors[who]


Actor = Annotated[Said, BeforeValidator(actor_named)]
"""Who acts, as it is said inside a sentence: »du«, »initiativtageren«. In the file a name under `[actors]`."""


class Sourced(Shape):
    """An entry that says which rows of the sources it comes from."""

    rows: Rows


class Named(Sourced):
    """An entry that others can point at."""

    id: Id


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


class RunningLine(Named):
    """One line of the køreplan of the day."""

    step: Literal[1, 2, 3]
    text: Said


class Prompt(Named):
    """A question that calls names to mind."""

    text: Said


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


class Milestone(Named):
    """One of the 17 milestones, as a question to the municipality. Source: R112 to R128."""

    title: Said
    ask: Said
    area: Literal["leadership", "competence", "organisation"]
