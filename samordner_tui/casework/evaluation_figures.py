"""What a group answered on the whole, where enough have answered: one family is easily recognised.

Each figure is of one group at one conference. None is ever added to another, so that none can be found by taking one
from another. Source: R102, R127, domain.md 5.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from samordner_tui.casework.results.held_back import FEWEST
from samordner_tui.casework.results.shapes import MEASURES
from samordner_tui.method import facts as f
from samordner_tui.method.terms import Respondent
from samordner_tui.method.wording import show_number

__all__ = ["FEWEST", "Figures", "figures", "shown"]


@dataclass(frozen=True)
class Figures:
    """What one group answered on the whole. `means` is empty while there are too few answers to show any."""

    group: Respondent
    count: int
    means: tuple[Decimal | None, ...] = ()


def figures(answers: tuple[f.Evaluation, ...]) -> tuple[Figures, ...]:
    """Each group with its figures, where it has answers enough."""
    return tuple(_of_group(group, [one for one in answers if one.group is group]) for group in Respondent)


def _of_group(group: Respondent, answers: list[f.Evaluation]) -> Figures:
    marks = [[getattr(one, name) for one in answers if getattr(one, name) is not None] for name in MEASURES]
    if len(answers) < FEWEST:
        return Figures(group, len(answers))
    return Figures(group, len(answers), tuple(_mean(column) if len(column) >= FEWEST else None for column in marks))


def _mean(marks: list[int]) -> Decimal:
    return (Decimal(sum(marks)) / len(marks)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def shown(mean: Decimal) -> str:
    """A mean with one decimal, where it has one: `3,8`, `4`."""
    written = show_number(mean)
    return written if mean == int(mean) else written.removesuffix("0")
