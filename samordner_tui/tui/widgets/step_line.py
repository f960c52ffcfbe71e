"""The line of the three trin: which are over, which runs, which is to come."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from enum import Enum, auto

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from samordner_tui.language import _
from samordner_tui.method.definition import Method


class StepState(Enum):
    """How far a trin has come."""

    TO_COME = auto()
    RUNS = auto()
    OVER = auto()


@dataclass(frozen=True, slots=True)
class StepShown:
    """One trin on the line."""

    name: str
    short: str
    state: StepState


def steps_of(method: Method, *, runs: int | None, over: Container[int] = ()) -> tuple[StepShown, ...]:
    """The trin of the method, as far as the evening has come. Those before the one that runs are over."""
    return tuple(
        StepShown(
            _("Trin {number} · {name}").format(number=one.number, name=one.name.text),
            _("Trin {number}").format(number=one.number),
            _state(one.number, runs, over),
        )
        for one in method.steps
    )


def _state(number: int, runs: int | None, over: Container[int]) -> StepState:
    if number == runs:
        return StepState.RUNS
    before = runs is not None and number < runs
    return StepState.OVER if before or number in over else StepState.TO_COME


STYLES = {StepState.TO_COME: "$muted", StepState.RUNS: "bold", StepState.OVER: "$muted"}
RULES = {StepState.TO_COME: "$rule", StepState.RUNS: "$accent", StepState.OVER: "$good"}


class StepLine(Widget):
    """Three names with a line below, coloured as far as the evening has come."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    StepLine { height: 2; color: $foreground; }
    """
    steps: reactive[tuple[StepShown, ...]] = reactive(())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Names, and the line."""
        return 2

    def render(self) -> Content:
        """As whole names where there is room, else as `Trin 1`."""
        width = self.content_size.width
        if not self.steps or width <= 0:
            return Content("")
        share, left = divmod(width, len(self.steps))
        widths = [share + (1 if place < left else 0) for place in range(len(self.steps))]
        whole = all(cell_len(_lead(one) + one.name) <= room - 2 for one, room in zip(self.steps, widths, strict=True))
        names = [_named(one, room, whole=whole) for one, room in zip(self.steps, widths, strict=True)]
        rules = [Content.styled("━" * room, RULES[one.state]) for one, room in zip(self.steps, widths, strict=True)]
        return Content("").join(names).append("\n").append(Content("").join(rules))


def _lead(step: StepShown) -> str:
    return "✓ " if step.state is StepState.OVER else ""


def _named(step: StepShown, room: int, *, whole: bool) -> Content:
    text = _lead(step) + (step.name if whole else step.short)
    space = max(0, room - cell_len(text))
    padded = " " * (space // 2) + text + " " * (space - space // 2)
    return Content.styled(padded, STYLES[step.state])
